import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../contract/jobs';
import { formatDuration } from '../../../i18n/formats/dates';
import { formatBytes, formatNumber } from '../../../i18n/formats/numbers';
import { StatusBadge, type Tone } from '../../components/status-badge';
import { presentJobFailure } from '../errors/present-error';
import { SupportCode } from '../errors/support-code';
import { useAction } from '../errors/use-action';
import { api } from '../wire/client';
import { jobOutcome } from './outcomes';
import classes from './task-tray.module.css';

const TONES: Readonly<Record<Job['state'], Tone>> = {
  running: 'info',
  finished: 'good',
  failed: 'attention',
  cancelled: 'neutral',
  interrupted: 'attention',
};

function amount(value: number, unit: string, language: string): string {
  return unit === 'bytes' ? formatBytes(value, language) : formatNumber(value, language, 0);
}

function RunningTask({ job }: { readonly job: Job }) {
  const { t, i18n } = useTranslation();
  const cancel = useAction(api.jobs.cancel.mutationOptions());
  const { progress } = job;
  const share = progress?.total ? (progress.done / progress.total) * 100 : null;
  const facts = [
    progress === null
      ? null
      : progress.total === null
        ? t(`frame:tasks.unit.${progress.unit}`, { done: amount(progress.done, progress.unit, i18n.language) })
        : t(`frame:tasks.unit-of.${progress.unit}`, {
            done: amount(progress.done, progress.unit, i18n.language),
            total: amount(progress.total, progress.unit, i18n.language),
          }),
    progress?.rate ? t('frame:tasks.rate', { rate: amount(progress.rate, progress.unit, i18n.language) }) : null,
    progress?.secondsLeft ? t('frame:tasks.left', { time: formatDuration(progress.secondsLeft) }) : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      <Progress
        value={share ?? 100}
        animated={share === null}
        my={6}
        size="sm"
        aria-label={t('frame:tasks.progress', { subject: job.subject })}
      />
      <Group justify="space-between" wrap="nowrap" mih={26}>
        <Text size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
        {job.canCancel && (
          <Button size="compact-xs" variant="default" loading={cancel.busy} onClick={() => cancel.run({ id: job.id })}>
            {t('frame:cancel')}
          </Button>
        )}
      </Group>
    </>
  );
}

function TaskFailure({ failure }: { readonly failure: NonNullable<Job['failure']> }) {
  const { t } = useTranslation();
  const { title, text, code } = presentJobFailure(failure, t);
  return (
    <div role="alert">
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm">{text}</Text>
      {code !== null && <SupportCode code={code} />}
    </div>
  );
}

function TaskName({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" truncate title={job.subject}>
      {t(`frame:tasks.kind.${job.kind}`)}{' '}
      <Text span c="dimmed" size="sm">
        {job.subject}
      </Text>
    </Text>
  );
}

function TaskState({ state }: { readonly state: Job['state'] }) {
  const { t } = useTranslation();
  return state === 'running' ? null : <StatusBadge tone={TONES[state]} label={t(`frame:tasks.state.${state}`)} />;
}

/** One job in the folded tray: its name with how far it is, or with its result. */
export function TaskLine({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const Outcome = jobOutcome(job.kind);
  const share = job.progress?.total ? (job.progress.done / job.progress.total) * 100 : null;
  return (
    <>
      <TaskName job={job} />
      <TaskState state={job.state} />
      {job.state === 'running' && (
        <Progress
          className={classes.share}
          value={share ?? 100}
          animated={share === null}
          size="sm"
          aria-label={t('frame:tasks.progress', { subject: job.subject })}
        />
      )}
      {job.state === 'finished' && Outcome !== undefined && <Outcome job={job} />}
    </>
  );
}

/** One job of the unfolded tray. */
export function Task({ job }: { readonly job: Job }) {
  const Outcome = jobOutcome(job.kind);
  return (
    <section className={classes.task} aria-label={job.subject}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <TaskName job={job} />
        <TaskState state={job.state} />
      </Group>
      {job.state === 'running' && <RunningTask job={job} />}
      {job.state === 'finished' && Outcome !== undefined && <Outcome job={job} />}
      {job.failure !== null && <TaskFailure failure={job.failure} />}
    </section>
  );
}
