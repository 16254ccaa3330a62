import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import type { ChosenFile } from '../opening/opening';

/** Chooses a folder: an instrument's measurement may be one, and the system's dialog of files takes none. */
export function OpenFolderButton({ size, onFolder }: Pick<ActionIconProps, 'size'> & { readonly onFolder: (folder: ChosenFile) => void }) {
  const { t } = useTranslation();
  const folder = useAction(api.measurements.chooseFolder.mutationOptions(), {
    onDone: (chosen) => {
      if (chosen !== null) onFolder(chosen);
    },
  });
  return (
    <Tooltip label={t('files:open-folder')}>
      <ActionIcon
        variant="default"
        size={size}
        aria-label={t('files:open-folder')}
        loading={folder.busy}
        onClick={() => folder.run(undefined)}
      >
        <IconFolderPlus size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
