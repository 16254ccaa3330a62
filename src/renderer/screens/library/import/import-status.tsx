import { Button, CloseButton, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../contract/jobs';
import { formatDuration } from '../../../../i18n/formats/dates';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { useAction } from '../../../app/errors/use-action';
import { useObservable } from '../../../app/observable';
import { jobs } from '../../../app/tasks/jobs-state';
import { api } from '../../../app/wire/client';
import { ReadingWarnings } from '../../../components/reading-warnings';
import { StatusBadge } from '../../../components/status-badge';
import classes from '../library.module.css';
import { ImportResult } from './import-result';
import { importOutcomeOf } from './outcome';
import { putImportAway, watchedImports } from './watched-imports';

function RunningImport({ job }: { readonly job: Job }) {
  const { t, i18n } = useTranslation();
  const cancel = useAction(api.jobs.cancel.mutationOptions());
  const { progress } = job;
  const share = progress?.total ? (100 * progress.done) / progress.total : null;
  const facts = [
    progress === null ? null : share === null ? null : `${formatNumber(share, i18n.language, 0)} %`,
    progress?.secondsLeft ? t('frame:tasks.left', { time: formatDuration(progress.secondsLeft) }) : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Text>
          {t('library:import.running', { file: job.subject })}{' '}
          <Text span c="dimmed" size="sm">
            {facts.join(' · ')}
          </Text>
        </Text>
        {job.canCancel && (
          <Button size="compact-sm" variant="default" loading={cancel.busy} onClick={() => cancel.run({ id: job.id })}>
            {t('frame:cancel')}
          </Button>
        )}
      </Group>
      <Progress value={share ?? 100} animated={share === null} size="sm" aria-label={t('frame:tasks.progress', { subject: job.subject })} />
    </>
  );
}

function EndedImport({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const outcome = importOutcomeOf(job);
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={600}>{job.subject}</Text>
          {job.state === 'finished' && <ImportResult job={job} />}
          {job.state !== 'finished' && job.state !== 'running' && (
            <StatusBadge tone={job.state === 'cancelled' ? 'neutral' : 'attention'} label={t(`frame:tasks.state.${job.state}`)} />
          )}
          {job.failure !== null && (
            <Text size="sm">
              {t([`errors:rule.${job.failure.code}`, `reading:refusal.${job.failure.code}`], {
                file: job.subject,
                ...job.failure.params,
                defaultValue: job.failure.code,
              })}
            </Text>
          )}
        </div>
        <CloseButton aria-label={t('library:import.put-away')} onClick={() => putImportAway(job.id)} />
      </Group>
      {outcome !== null && <ReadingWarnings warnings={outcome.warnings} total={outcome.warningTotal} />}
    </>
  );
}

/** Imports started from this window, as they run and with their result until it is put away. */
export function ImportStatus() {
  const watched = useObservable(watchedImports);
  const known = useObservable(jobs);
  const shown = watched.map((id) => known.find((job) => job.id === id)).filter((job) => job !== undefined);
  return shown.map((job) => (
    <div key={job.id} className={classes.status} role="status">
      {job.state === 'running' ? <RunningImport job={job} /> : <EndedImport job={job} />}
    </div>
  ));
}
