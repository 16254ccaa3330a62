import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../../contract/identify';
import { formatNumber, formatReading } from '../../../../i18n/formats/numbers';
import classes from './card.module.css';
import { CardSection } from './card-section';

/** Smaller ones say no more. */
const SMALLEST_CHANCE = 0.0001;

/** How strongly a component shows in a mixture, with what the fit's noise leaves open. */
export function PartOfMixture({ candidate }: { readonly candidate: Candidate }) {
  const { t, i18n } = useTranslation();
  const { component } = candidate;
  if (component === null) return null;
  const { coefficient, low, high, share, pValue } = component;
  const number = (value: number, decimals: number): string => formatNumber(value, i18n.language, decimals);
  const chance = (p: number): string =>
    p < SMALLEST_CHANCE ? `< ${number(SMALLEST_CHANCE, 4)}` : formatReading(Number(p.toPrecision(2)), i18n.language);
  const rows = [
    [t('search:part-of-mixture.coefficient'), number(coefficient, 4)],
    [t('search:part-of-mixture.interval'), `${number(low, 4)} – ${number(high, 4)}`],
    [t('identify:candidates.share'), `${number(100 * share, 1)} %`],
    ...(pValue === null ? [] : [[t('search:part-of-mixture.chance'), chance(pValue)]]),
  ];
  return (
    <CardSection title={t('search:part-of-mixture.title')}>
      <dl className={classes.facts}>
        {rows.map(([label, value]) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd dir="ltr">{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed">
        {t('search:judgement.no-mass-fraction')}
      </Text>
    </CardSection>
  );
}
