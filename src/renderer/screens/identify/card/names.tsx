import { useTranslation } from 'react-i18next';
import type { CandidateCard } from '../../../../contract/identify';
import classes from './card.module.css';
import { CardSection } from './card-section';

/** What the substance is called in other languages; the reader's own name stands above already. */
export function Names({ names, shown }: { readonly names: CandidateCard['names']; readonly shown: string }) {
  const { t } = useTranslation();
  const distinct = new Map(names.filter(({ name }) => name !== shown).map((entry) => [`${entry.language} ${entry.name}`, entry]));
  if (distinct.size === 0) return null;
  return (
    <CardSection title={t('identify:card.names')}>
      <ul className={classes.names}>
        {[...distinct].map(([key, { language, name }]) => (
          <li key={key} lang={language}>
            <abbr>{language.toUpperCase()}</abbr>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </CardSection>
  );
}
