import { Button, type ButtonProps, FileButton } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { tokensOf } from '../../../app/drop/file-drop';
import { openFiles } from '../opening/opening';

/** Chooses files of any instrument; folders are dropped on the window. */
export function OpenFilesButton({ buttonRef, ...rest }: ButtonProps & { readonly buttonRef?: Ref<HTMLButtonElement> }) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const take = (chosen: readonly File[]): void => {
    const files = tokensOf(chosen);
    // The same files may be chosen again.
    reset.current?.();
    if (files.length > 0) openFiles(files);
  };
  return (
    <FileButton multiple onChange={take} resetRef={reset}>
      {(props) => (
        <Button
          ref={buttonRef}
          variant="default"
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          {...rest}
          {...props}
          data-open-files
        >
          {t('files:open')}
        </Button>
      )}
    </FileButton>
  );
}
