import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../../../../components/status-badge';

const TONES: Readonly<Record<string, Tone>> = {
  'criteria-met': 'good',
  identified: 'good',
  'identified-isomer-open': 'good',
  'identified-quantified': 'good',
  presumptive: 'info',
  tentative: 'info',
  inconclusive: 'attention',
};

export function LevelBadge({ level }: { readonly level: string }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[level] ?? 'neutral'} label={t(`criteria:level.${level}`)} />;
}
