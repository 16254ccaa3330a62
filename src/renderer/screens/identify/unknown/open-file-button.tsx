import { Button, type ButtonProps, FileButton } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type DroppedFile, tokensOf } from '../../../app/drop/file-drop';

/** Chooses files of any instrument as the unknown. */
export function OpenFileButton({ onFiles, ...rest }: ButtonProps & { readonly onFiles: (files: readonly DroppedFile[]) => void }) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const take = (chosen: readonly File[]): void => {
    const files = tokensOf(chosen);
    // The same files may be chosen again.
    reset.current?.();
    if (files.length > 0) onFiles(files);
  };
  return (
    <FileButton multiple onChange={take} resetRef={reset}>
      {(props) => (
        <Button leftSection={<IconFolderOpen size={16} aria-hidden />} {...rest} {...props} data-open-file>
          {t('identify:open-file')}
        </Button>
      )}
    </FileButton>
  );
}
