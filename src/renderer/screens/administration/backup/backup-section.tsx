import { Button, Divider, Stack, Text, Title } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { RestorePanel } from '../../../components/restore-panel';
import classes from '../administration.module.css';

/** A consistent copy of the whole folder, and the way back from one. */
export function BackupSection() {
  const { t } = useTranslation();
  const mayRestore = useMay('backup.restore');
  const make = useAction(api.backup.create.mutationOptions());
  return (
    <div className={classes.scroll}>
      <Stack className={classes.page} gap="sm">
        <Title order={2} size="h3">
          {t('administration:backup.make')}
        </Title>
        <Text>{t('administration:backup.make-text')}</Text>
        <div>
          <Button leftSection={<IconDatabaseExport size={16} aria-hidden />} loading={make.busy} onClick={() => make.run(undefined)}>
            {t('administration:backup.choose-place')}
          </Button>
        </div>
        {mayRestore && (
          <>
            <Divider my="sm" />
            <Title order={2} size="h3">
              {t('administration:backup.restore')}
            </Title>
            <Text>{t('administration:backup.restore-text')}</Text>
            <RestorePanel />
          </>
        )}
      </Stack>
    </div>
  );
}
