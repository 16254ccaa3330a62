import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReferenceSpectrum } from '../../../../contract/library';
import classes from '../library.module.css';
import { FactList } from './fact-list';

/** Remarks that speak for a spectrum, and those that only inform; every other one asks for care. */
const GOOD: readonly string[] = ['peaks', 'molecular-ion-seen'];
const NEUTRAL: readonly string[] = ['no-structure'];

function markOf(code: string) {
  if (GOOD.includes(code)) return { icon: IconCheck, tone: 'good' };
  if (NEUTRAL.includes(code)) return { icon: IconInfoCircle, tone: 'neutral' };
  return { icon: IconAlertTriangle, tone: 'attention' };
}

/** What is good and bad about a reference spectrum. */
export function QualityNotes({ notes }: { readonly notes: ReferenceSpectrum['quality'] }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <FactList title={t('library:record.quality')} facts={[]}>
      <ul className={classes.quality}>
        {notes.map(({ code, params }) => {
          const { icon: Icon, tone } = markOf(code);
          return (
            <li key={code} data-tone={tone}>
              <Icon size={14} aria-hidden />
              <span>{t(`quality:${code}`, { ...params, defaultValue: code })}</span>
            </li>
          );
        })}
      </ul>
    </FactList>
  );
}
