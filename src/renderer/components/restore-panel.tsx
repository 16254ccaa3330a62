import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupManifest } from '../../contract/backup';
import { reason as reasonSchema } from '../../contract/base';
import { ErrorAlert } from '../app/errors/error-alert';
import { useAction } from '../app/errors/use-action';
import { api } from '../app/wire/client';
import { DateText } from './date-text';
import { ReasonField } from './reason-field';

interface Inspected {
  readonly token: string;
  readonly manifest: BackupManifest;
  readonly damaged: readonly string[];
}

/** Chooses a backup, checks every file of it, and puts it in the laboratory's place; the folder that was there is kept beside it. */
export function RestorePanel() {
  const { t } = useTranslation();
  const [found, setFound] = useState<Inspected | null>(null);
  const [reason, setReason] = useState('');
  const [keptAs, setKeptAs] = useState<string | null>(null);
  const inspect = useAction(api.backup.inspect.mutationOptions(), { inPlace: true, onDone: (result) => setFound(result) });
  const restore = useAction(api.backup.restore.mutationOptions(), { inPlace: true, onDone: (result) => setKeptAs(result.keptAs) });
  if (keptAs !== null) return <Alert color="green">{t('frame:restore.done', { folder: keptAs })}</Alert>;
  const failure = inspect.failure ?? restore.failure;
  const sound = found !== null && found.damaged.length === 0;
  return (
    <Stack gap="sm">
      {failure !== null && <ErrorAlert error={failure} />}
      {found !== null && (
        <Alert color={sound ? 'blue' : 'orange'} title={found.manifest.laboratory}>
          <Text>
            {t('frame:restore.made')} <DateText instant={found.manifest.madeAt} />
          </Text>
          <Text>
            {sound
              ? t('frame:restore.sound', { count: found.manifest.files.length })
              : t('frame:restore.damaged', { count: found.damaged.length, first: found.damaged[0] })}
          </Text>
          {found.manifest.damaged.length > 0 && (
            <Text>{t('frame:restore.damaged-before', { number: found.manifest.damaged.length, first: found.manifest.damaged[0] })}</Text>
          )}
          {sound && <Text mt="xs">{t('frame:restore.consequence')}</Text>}
        </Alert>
      )}
      {sound && <ReasonField value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      <Group gap="xs">
        <Button
          variant={sound ? 'default' : 'filled'}
          leftSection={<IconHistory size={16} aria-hidden />}
          loading={inspect.busy}
          onClick={() => inspect.run(undefined)}
        >
          {t('frame:restore.choose')}
        </Button>
        {sound && (
          <Button
            loading={restore.busy}
            disabled={!reasonSchema.safeParse(reason).success}
            onClick={() => restore.run({ token: found.token, reason })}
          >
            {t('frame:restore.go')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
