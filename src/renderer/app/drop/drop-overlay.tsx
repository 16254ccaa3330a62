import { Text } from '@mantine/core';
import { IconFileImport, IconFileOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../observable';
import classes from './drop-overlay.module.css';
import { dropTargets, tokensOf } from './file-drop';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Over the whole window while files hover: says what the open screen will do with them, or that it takes none. */
export function DropOverlay() {
  const { t } = useTranslation();
  const target = useObservable(dropTargets).at(-1);
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    const ended = new AbortController();
    const listen = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void =>
      window.addEventListener(
        type,
        (event) => {
          if (!carriesFiles(event)) return;
          event.preventDefault();
          act(event);
        },
        { signal: ended.signal },
      );
    listen('dragenter', () => setDepth((depth) => depth + 1));
    listen('dragleave', () => setDepth((depth) => Math.max(0, depth - 1)));
    listen('dragover', (event) => {
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = target === undefined ? 'none' : 'copy';
    });
    listen('drop', (event) => {
      setDepth(0);
      const files = tokensOf(event.dataTransfer?.files ?? []);
      if (files.length > 0) target?.take(files);
    });
    return () => ended.abort();
  }, [target]);
  if (depth === 0) return null;
  return (
    <div className={classes.overlay} data-refused={target === undefined || undefined}>
      <div className={classes.card}>
        {target === undefined ? <IconFileOff size={40} aria-hidden /> : <IconFileImport size={40} aria-hidden />}
        <Text size="lg" fw={600}>
          {target === undefined ? t('frame:drop-nowhere') : t(target.labelKey)}
        </Text>
      </div>
    </div>
  );
}
