import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReferenceSpectrum } from '../../../../contract/library';
import { ReferenceQuality } from '../../../components/reference-quality';
import { FactList } from './fact-list';

/** What is good and bad about a reference spectrum: by itself, and by the examination of its collection. */
export function QualityNotes(props: {
  readonly notes: ReferenceSpectrum['quality'];
  readonly grade: ReferenceSpectrum['grade'];
  readonly findings: ReferenceSpectrum['findings'];
}) {
  const { t } = useTranslation();
  const { notes, grade, findings } = props;
  const said = new Set(notes.map(({ code }) => code));
  const all = [...notes, ...findings.filter(({ code }) => !said.has(code))];
  if (all.length === 0 && grade === null) return null;
  return (
    <FactList title={t('library:record.quality')} facts={[]}>
      {grade !== null && (
        <Text size="sm" fw={600}>
          {t('hygiene:grade-means', { grade, meaning: t(`hygiene:meaning.${grade}`) })}
        </Text>
      )}
      <ReferenceQuality messages={all} />
    </FactList>
  );
}
