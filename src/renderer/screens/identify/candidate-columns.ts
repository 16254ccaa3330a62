import type { TFunction } from 'i18next';
import type { Candidate, StoredSearch } from '../../../contract/identify';
import type { Column } from '../../components/data-list/column';
import { scoreOf, shownScores } from './method/scores';

/** The candidates as a table, for the clipboard and for CSV. */
export function candidateColumns(t: TFunction, search: StoredSearch): readonly Column<Candidate>[] {
  const scores = shownScores(search).map(
    (id): Column<Candidate> => ({
      id,
      header: t(`identify:score.${id}.name`),
      value: (candidate) => scoreOf(candidate, id, search.score) ?? null,
    }),
  );
  const parts: readonly Column<Candidate>[] =
    search.method.family === 'mixture'
      ? [
          { id: 'coefficient', header: t('search:part-of-mixture.coefficient'), value: ({ component }) => component?.coefficient ?? null },
          { id: 'low', header: t('search:part-of-mixture.low'), value: ({ component }) => component?.low ?? null },
          { id: 'high', header: t('search:part-of-mixture.high'), value: ({ component }) => component?.high ?? null },
          { id: 'share', header: t('identify:candidates.share'), value: ({ component }) => component?.share ?? null },
        ]
      : [];
  return [
    { id: 'rank', header: t('identify:candidates.rank'), value: ({ rank }) => rank },
    { id: 'name', header: t('identify:candidates.name'), value: ({ name }) => name },
    ...(parts.length > 0 ? parts : scores),
    { id: 'matched', header: t('identify:candidates.matched-peaks'), value: ({ matchedPeaks }) => matchedPeaks },
    { id: 'query-peaks', header: t('identify:candidates.query-peaks'), value: ({ queryPeaks }) => queryPeaks },
    { id: 'library-peaks', header: t('identify:candidates.library-peaks'), value: ({ libraryPeaks }) => libraryPeaks },
    { id: 'coverage', header: t('identify:candidates.coverage'), value: ({ coverage }) => coverage },
    { id: 'formula', header: t('identify:card.formula'), value: ({ formula }) => formula },
    { id: 'cas', header: t('identify:card.cas'), value: ({ cas }) => cas },
    { id: 'inchikey', header: t('identify:card.inchikey'), value: ({ inchikey }) => inchikey },
    { id: 'collection', header: t('identify:card.collection'), value: ({ collectionName }) => collectionName },
  ];
}
