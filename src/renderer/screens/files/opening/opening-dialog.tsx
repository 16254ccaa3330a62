import { Alert, Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../../i18n/formats/numbers';
import { useFileDrop } from '../../../app/drop/file-drop';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useObservable } from '../../../app/observable';
import { useMay } from '../../../app/system-state';
import classes from '../files.module.css';
import { type Opening, openFiles, opening, putOpeningAway, waiting } from './opening';
import { PassedOverList } from './passed-over-list';
import { RefusedList } from './refused-list';

/** Takes the files that no screen wants for itself, and shows how their opening goes on, wherever the person is. */
export function FileOpening() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayOpen = useMay('measurements.open');
  const current = useObservable(opening);
  useFileDrop((files) => openFiles(files), { labelKey: 'files:drop', enabled: mayOpen, fallback: true });
  const show = current?.phase === 'done' && current.opened.length > 0;
  useEffect(() => {
    if (!show || current === null) return;
    putOpeningAway();
    if (current.then !== null) {
      current.then(current);
      return;
    }
    const [opened] = current.opened;
    const batch = isBatch(current) ? (current.batchId ?? undefined) : undefined;
    if (opened !== undefined) void navigate({ to: '/library/files/$fileId', params: { fileId: opened.id }, search: { batch } });
  }, [show, current, navigate]);
  return (
    <Modal
      opened={current !== null && !show}
      onClose={putOpeningAway}
      closeOnClickOutside={false}
      size={720}
      title={t('files:opening.title', { count: current?.names.length ?? 0, name: current?.names[0] ?? '' })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {current !== null && <OpeningBody current={current} />}
    </Modal>
  );
}

/** More than one file; what is kept with the one, its own reading says. */
function isBatch({ opened, refused, passedOver }: Opening): boolean {
  return opened.length + refused.length + passedOver.filter(({ reason }) => reason !== 'folder-part').length > 1;
}

function OpeningBody({ current }: { readonly current: Opening }) {
  const { t, i18n } = useTranslation();
  const { progress, phase } = current;
  const next = useObservable(waiting).flatMap(({ files }) => files.map(({ name }) => name));
  const share = progress === null || progress.total <= 0 ? 0 : (100 * progress.done) / progress.total;
  return (
    <Stack gap="sm">
      {phase === 'reading' && (
        <>
          <Text role="status" className={classes.breakable}>
            {progress === null
              ? t('files:opening.starting')
              : t('files:opening.reading', {
                  file: progress.file,
                  done: formatBytes(progress.done, i18n.language),
                  total: formatBytes(progress.total, i18n.language),
                })}
          </Text>
          <Progress value={share} aria-label={t('files:opening.progress')} />
          {progress !== null && progress.filesTotal > 1 && (
            <Text size="sm" c="dimmed">
              {t('files:opening.files', { done: progress.filesDone, total: progress.filesTotal })}
            </Text>
          )}
        </>
      )}
      {phase === 'failed' && <ErrorAlert error={presentError(current.error, t)} />}
      {phase === 'done' && current.opened.length === 0 && (
        <Alert
          color="orange"
          variant="light"
          icon={<IconFileOff aria-hidden />}
          title={t('files:opening.none', { count: current.refused.length })}
        >
          {t('files:opening.none-hint', { count: current.refused.length })}
        </Alert>
      )}
      <RefusedList refused={current.refused} />
      <PassedOverList passedOver={current.passedOver} />
      {next.length > 0 && (
        <Text role="status" size="sm" className={classes.breakable}>
          {t('files:opening.waiting', { count: next.length, name: next[0] })}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant={phase === 'reading' ? 'default' : 'filled'} onClick={putOpeningAway}>
          {phase === 'reading' ? t('frame:cancel') : t('frame:close')}
        </Button>
      </Group>
    </Stack>
  );
}
