import { IconCircleCheck, IconCircleDashed, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StoredSearch } from '../../../contract/identify';
import classes from './identify.module.css';

function Step({ done, label }: { readonly done: boolean; readonly label: string }) {
  const { t } = useTranslation();
  const Icon = done ? IconCircleCheck : IconCircleDashed;
  return (
    <li data-done={done || undefined}>
      <Icon size={15} aria-label={done ? t('identify:strip.done') : t('identify:strip.open')} role="img" />
      {label}
    </li>
  );
}

/** What a library search alone does not give: a hit is indicative, to be confirmed. Fills itself as far as this screen can; the rest belongs to a case. */
export function ConclusionStrip({ search }: { readonly search: StoredSearch | undefined }) {
  const { t } = useTranslation();
  return (
    <section className={classes.strip} aria-label={t('identify:strip.label')}>
      <strong className={classes.stripTitle}>
        <IconScale size={16} aria-hidden />
        {t('identify:strip.tentative')}
      </strong>
      <ul className={classes.steps}>
        <Step done={search !== undefined && search.candidates.length > 0} label={t('identify:strip.compared')} />
        <Step done={search !== undefined && search.chosenRank !== null} label={t('identify:strip.chosen')} />
        <Step done={false} label={t('identify:strip.reference')} />
        <Step done={false} label={t('identify:strip.second-technique')} />
        <Step done={false} label={t('identify:strip.blank')} />
      </ul>
    </section>
  );
}
