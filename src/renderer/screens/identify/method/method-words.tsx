import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StoredSearch } from '../../../../contract/identify';
import { methodFacts, preparationSentences } from '../../../../i18n/method-words';
import { withNamedCodes } from '../../../../i18n/named-codes';
import { StepSentences, stepSentences } from '../../../components/step-sentences';
import classes from '../card/card.module.css';

/** The method of a stored search in words: rows of a list of facts. */
export function MethodWords({ search }: { readonly search: StoredSearch }) {
  const { t, i18n } = useTranslation();
  const { method } = search;
  const chain = 'steps' in method ? stepSentences(method.steps, t, (params) => withNamedCodes(params, t, i18n.language)) : [];
  const steps = preparationSentences(search, chain, t);
  return (
    <>
      <dt>{t('identify:facts.score')}</dt>
      <dd>
        {t('identify:facts.version', {
          score: t(`identify:score.${search.score}.name`),
          version: search.algorithmVersion.replace(/ (.+)$/, ' ($1)'),
        })}
        <Text size="xs" c="dimmed">
          {t(`identify:score.${search.score}.hint`)}
        </Text>
      </dd>
      {methodFacts(search, t, i18n.language).map(([name, said]) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
      {steps.length > 0 && (
        <div className={classes.fact}>
          <dt>{t('search:words.preparation')}</dt>
          <dd>
            <StepSentences sentences={steps} />
          </dd>
        </div>
      )}
    </>
  );
}
