import { useTranslation } from 'react-i18next';
import type { ReferenceLot } from '../../../../contract/lots';
import { StatusBadge } from '../../../components/status-badge';

const SOON_DAYS = 60;
const DAY_MILLISECONDS = 86_400_000;

function expiresSoon(expiresOn: string | null): boolean {
  return expiresOn !== null && Date.parse(expiresOn) - Date.now() < SOON_DAYS * DAY_MILLISECONDS;
}

/** Whether the lot may be used: withdrawn, expired, soon to expire, valid. */
export function LotState({ lot }: { readonly lot: Pick<ReferenceLot, 'withdrawn' | 'expired' | 'expiresOn'> }) {
  const { t } = useTranslation();
  if (lot.withdrawn) return <StatusBadge tone="neutral" label={t('references:lots.withdrawn')} />;
  if (lot.expired) return <StatusBadge tone="attention" label={t('references:lots.expired')} />;
  if (expiresSoon(lot.expiresOn)) return <StatusBadge tone="info" label={t('references:lots.expires-soon')} />;
  return <StatusBadge tone="good" label={t('references:lots.valid')} />;
}
