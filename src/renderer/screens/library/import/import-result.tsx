import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../contract/jobs';
import { formatDuration } from '../../../../i18n/formats/dates';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { AnchorLink } from '../../../components/anchor-link';
import { importOutcomeOf } from './outcome';

/** The result of an import in a line, with the way to its spectra. */
export function ImportResult({ job }: { readonly job: Job }) {
  const { t, i18n } = useTranslation();
  const outcome = importOutcomeOf(job);
  if (outcome === null) return null;
  const number = (value: number): string => formatNumber(value, i18n.language, 0);
  const parts = [
    t('library:import.imported', { count: outcome.imported, shown: number(outcome.imported) }),
    outcome.alreadyHeld > 0 ? t('library:import.already-held', { count: outcome.alreadyHeld, shown: number(outcome.alreadyHeld) }) : null,
    outcome.leftOut > 0 ? t('library:import.left-out', { count: outcome.leftOut, shown: number(outcome.leftOut) }) : null,
    formatDuration(outcome.milliseconds / 1000),
  ];
  return (
    <Text size="sm">
      {parts.filter((part) => part !== null).join(' · ')}{' '}
      <AnchorLink size="sm" to="/library" search={{ collection: outcome.collectionId }}>
        {t('library:collections.show-spectra')}
      </AnchorLink>
    </Text>
  );
}
