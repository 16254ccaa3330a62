import { ActionIcon, Button, type ButtonProps, FileButton, Tooltip } from '@mantine/core';
import { IconFolderOpen, IconFolderPlus } from '@tabler/icons-react';
import { type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { tokensOf } from '../../../app/drop/file-drop';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { openFiles } from '../opening/opening';

/** Chooses files of any instrument, or a folder of them: the system's dialog of files takes no folder. */
export function OpenFilesButton({ buttonRef, size = 'sm' }: Pick<ButtonProps, 'size'> & { readonly buttonRef?: Ref<HTMLButtonElement> }) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const folder = useAction(api.measurements.chooseFolder.mutationOptions(), {
    onDone: (chosen) => {
      if (chosen !== null) openFiles([chosen]);
    },
  });
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
      <Tooltip label={t('files:open-folder')}>
        <ActionIcon
          variant="default"
          size={`input-${size}`}
          aria-label={t('files:open-folder')}
          loading={folder.busy}
          onClick={() => folder.run(undefined)}
        >
          <IconFolderPlus size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Button.Group>
  );
}
