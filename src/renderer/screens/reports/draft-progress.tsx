import { Alert, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Job } from '../../../contract/jobs';
import { ReportActions } from './report-actions';

const reportOutcome = z.object({ reportId: z.uuid() });

/** The draft being made, then the draft. */
export function DraftProgress({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const outcome = reportOutcome.safeParse(job.outcome);
  if (job.state === 'running') {
    const { progress } = job;
    return (
      <Progress
        size="sm"
        animated={progress?.total == null}
        value={progress?.total ? (100 * progress.done) / progress.total : 100}
        aria-label={t('frame:tasks.progress', { subject: job.subject })}
      />
    );
  }
  if (job.state === 'finished' && outcome.success) {
    return (
      <Alert color="green" role="status" title={t('reports:screen.made', { subject: job.subject })}>
        <Group gap="sm">
          <Text flex={1}>{t('reports:screen.made-text')}</Text>
          <ReportActions id={outcome.data.reportId} code={job.subject} />
        </Group>
      </Alert>
    );
  }
  return (
    <Alert color="orange" role="alert" title={t(`frame:tasks.state.${job.state}`)}>
      {job.failure === null
        ? t('reports:screen.not-made')
        : t(`errors:rule.${job.failure.code}`, { ...job.failure.params, defaultValue: job.failure.code })}
    </Alert>
  );
}
