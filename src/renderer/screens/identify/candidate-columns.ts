import type { TFunction } from 'i18next';
import type { Candidate } from '../../../contract/identify';
import type { Column } from '../../components/data-list/column';

/** The candidates as a table, for the clipboard and for CSV. */
export function candidateColumns(t: TFunction): readonly Column<Candidate>[] {
  return [
    { id: 'rank', header: t('identify:candidates.rank'), value: ({ rank }) => rank },
    { id: 'name', header: t('identify:candidates.name'), value: ({ name }) => name },
    { id: 'identity', header: t('identify:score.ei-identity.name'), value: ({ scores }) => scores.identity },
    { id: 'reverse', header: t('identify:score.ei-reverse.name'), value: ({ scores }) => scores.reverse },
    { id: 'simple', header: t('identify:score.ei-simple.name'), value: ({ scores }) => scores.simple },
    { id: 'cosine', header: t('identify:score.ei-cosine-mz-sqrt.name'), value: ({ scores }) => scores.cosine },
    { id: 'matched', header: t('identify:candidates.matched-peaks'), value: ({ scores }) => scores.matchedPeaks },
    { id: 'query-peaks', header: t('identify:candidates.query-peaks'), value: ({ scores }) => scores.queryPeaks },
    { id: 'library-peaks', header: t('identify:candidates.library-peaks'), value: ({ scores }) => scores.libraryPeaks },
    { id: 'formula', header: t('identify:card.formula'), value: ({ formula }) => formula },
    { id: 'cas', header: t('identify:card.cas'), value: ({ cas }) => cas },
    { id: 'inchikey', header: t('identify:card.inchikey'), value: ({ inchikey }) => inchikey },
    { id: 'collection', header: t('identify:card.collection'), value: ({ collectionName }) => collectionName },
  ];
}
