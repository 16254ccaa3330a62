import { useTranslation } from 'react-i18next';
import { trailVerdict } from '../../../../contract/audit';
import type { Job } from '../../../../contract/jobs';
import { StatusBadge } from '../../../components/status-badge';

export function VerificationOutcome({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const verdict = trailVerdict.safeParse(job.outcome);
  if (!verdict.success) return null;
  return verdict.data.difference === null ? (
    <StatusBadge tone="good" label={t('administration:verdict.sound')} />
  ) : (
    <StatusBadge tone="danger" label={t('administration:verdict.broken')} />
  );
}
