import { Button, type ButtonProps, FileButton } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type DroppedFile, tokensOf } from '../../app/drop/file-drop';

/** What the readers know; another ending may still be chosen. */
export const SPECTRUM_FILES = '.msp,.jdx,.dx,.jcamp,.jcm,.txt';

export function OpenFileButton({ onFile, ...rest }: ButtonProps & { readonly onFile: (file: DroppedFile) => void }) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const take = (file: File | null): void => {
    const [taken] = file === null ? [] : tokensOf([file]);
    // The same file may be chosen again.
    reset.current?.();
    if (taken !== undefined) onFile(taken);
  };
  return (
    <FileButton onChange={take} accept={SPECTRUM_FILES} resetRef={reset}>
      {(props) => (
        <Button leftSection={<IconFolderOpen size={16} aria-hidden />} {...rest} {...props} data-open-file>
          {t('identify:open-file')}
        </Button>
      )}
    </FileButton>
  );
}
