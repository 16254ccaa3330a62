import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Job } from '../../../contract/jobs';
import { useMay } from '../../app/system-state';
import { ReportActions } from './report-actions';

const reportOutcome = z.object({ reportId: z.uuid() });

/** A finished draft in the task tray: open it, save it. */
export function ReportOutcome({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const mayRead = useMay('reports.read');
  const outcome = reportOutcome.safeParse(job.outcome);
  if (!outcome.success || !mayRead) return null;
  return <ReportActions id={outcome.data.reportId} code={job.subject || t('frame:rail.reports')} />;
}
