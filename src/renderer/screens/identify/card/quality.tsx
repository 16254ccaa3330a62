import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CandidateCard } from '../../../../contract/identify';
import classes from './card.module.css';
import { CardSection } from './card-section';

/** Which remarks speak for the reference spectrum; those that only inform; every other one asks for care. */
const GOOD: readonly string[] = ['peaks', 'molecular-ion-seen'];
const NEUTRAL: readonly string[] = ['no-structure'];

function markOf(code: string) {
  if (GOOD.includes(code)) return { icon: IconCheck, tone: 'good' };
  if (NEUTRAL.includes(code)) return { icon: IconInfoCircle, tone: 'neutral' };
  return { icon: IconAlertTriangle, tone: 'attention' };
}

/** What is good and bad about the reference spectrum. */
export function Quality({ messages }: { readonly messages: CandidateCard['quality'] }) {
  const { t } = useTranslation();
  if (messages.length === 0) return null;
  return (
    <CardSection title={t('identify:card.quality')}>
      <ul className={classes.quality}>
        {messages.map(({ code, params }) => {
          const { icon: Icon, tone } = markOf(code);
          return (
            <li key={code} data-tone={tone}>
              <Icon size={14} aria-hidden />
              <span>{t(`quality:${code}`, { ...params, defaultValue: code })}</span>
            </li>
          );
        })}
      </ul>
    </CardSection>
  );
}
