import { Button, type ButtonProps, FileButton } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { tokensOf } from '../../../app/drop/file-drop';
import { OpenFolderButton } from '../../files/actions/open-folder-button';
import type { ChosenFile } from '../../files/opening/opening';

/** Chooses files of any instrument as the unknown, or a folder: some instruments write one for a measurement. */
export function OpenFileButton({
  onFiles,
  size = 'sm',
}: Pick<ButtonProps, 'size'> & { readonly onFiles: (files: readonly ChosenFile[]) => void }) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const take = (chosen: readonly File[]): void => {
    const files = tokensOf(chosen);
    // The same files may be chosen again.
    reset.current?.();
    if (files.length > 0) onFiles(files);
  };
  return (
    <Button.Group>
      <FileButton multiple onChange={take} resetRef={reset}>
        {(props) => (
          <Button size={size} leftSection={<IconFolderOpen size={16} aria-hidden />} {...props} data-open-file>
            {t('identify:open-file')}
          </Button>
        )}
      </FileButton>
      <OpenFolderButton size={size === 'xs' ? 30 : `input-${size}`} onFolder={(folder) => onFiles([folder])} />
    </Button.Group>
  );
}
