import { useTranslation } from 'react-i18next';
import type { ReferenceSpectrum } from '../../../../contract/library';
import { ReferenceQuality } from '../../../components/reference-quality';
import { FactList } from './fact-list';

/** What is good and bad about a reference spectrum. */
export function QualityNotes({ notes }: { readonly notes: ReferenceSpectrum['quality'] }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <FactList title={t('library:record.quality')} facts={[]}>
      <ReferenceQuality messages={notes} />
    </FactList>
  );
}
