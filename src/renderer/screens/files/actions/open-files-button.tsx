import { Button, type ButtonProps, FileButton } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { tokensOf } from '../../../app/drop/file-drop';
import { openFiles } from '../opening/opening';
import { OpenFolderButton } from './open-folder-button';

/** Chooses files of any instrument, or a folder of them: the system's dialog of files takes no folder. */
export function OpenFilesButton({ buttonRef, size = 'sm' }: Pick<ButtonProps, 'size'> & { readonly buttonRef?: Ref<HTMLButtonElement> }) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const take = (chosen: readonly File[]): void => {
    const files = tokensOf(chosen);
    // The same files may be chosen again.
    reset.current?.();
    if (files.length > 0) openFiles(files);
  };
  return (
    <Button.Group>
      <FileButton multiple onChange={take} resetRef={reset}>
        {(props) => (
          <Button
            ref={buttonRef}
            size={size}
            variant="default"
            leftSection={<IconFolderOpen size={16} aria-hidden />}
            {...props}
            data-open-files
          >
            {t('files:open')}
          </Button>
        )}
      </FileButton>
      <OpenFolderButton size={`input-${size}`} onFolder={(folder) => openFiles([folder])} />
    </Button.Group>
  );
}
