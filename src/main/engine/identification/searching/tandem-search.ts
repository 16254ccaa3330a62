import type { ScoreId } from '../../../../contract/search-method';
import { DEFAULT_CLEANING, prepareTandem } from '../../../../core/search/tandem/clean-spectrum';
import type { TandemScoreId } from '../../../../core/search/tandem/descriptors';
import { tandemScorer } from '../../../../core/search/tandem/score-tandem';
import type { TandemIndex } from '../../../../core/search/tandem/tandem-index';
import type { QueryOf } from './family-query';
import { best } from './ranking';
import type { ReferenceRecords } from './reference-records';
import type { SearchHit } from './search-messages';
import type { Shelf } from './thread-library';

/** What the core calls the scores of the contract; both names are stored somewhere and stay. */
export const TANDEM_SCORES = {
  'tandem-entropy-weighted': 'tandem-entropy',
  'tandem-entropy': 'tandem-entropy-unweighted',
  'tandem-cosine': 'tandem-cosine',
  'tandem-modified-cosine': 'tandem-modified-cosine',
  'tandem-neutral-loss': 'tandem-neutral-loss',
} as const satisfies Partial<Record<ScoreId, TandemScoreId>>;
const SCORES = Object.entries(TANDEM_SCORES) as [keyof typeof TANDEM_SCORES, TandemScoreId][];

/** The best references for an accurate-mass spectrum, with every score of each pair. */
export function searchTandem(
  shelves: readonly Shelf<TandemIndex>[],
  { method, peaks }: QueryOf<'tandem'>,
  top: number,
  records: ReferenceRecords,
): readonly SearchHit[] {
  const { score, tolerance, precursorMz, precursorTolerance } = method;
  const input = { ...peaks, ...(precursorMz === null ? {} : { precursorMz }) };
  const precursor = precursorTolerance === null ? 'open' : { tolerance: precursorTolerance };
  const found = shelves.flatMap(({ index, accepts }) => {
    const options = { score: TANDEM_SCORES[score], top, tolerance, precursor, ...(accepts === undefined ? {} : { accepts }) } as const;
    return index.search(input, options).hits;
  });
  const query = prepareTandem(peaks, precursorMz ?? undefined, DEFAULT_CLEANING);
  const scorers = SCORES.map(([id, name]) => [id, tandemScorer(name, query, tolerance)] as const);
  const hits = best(found, top);
  const stored = records.of(hits.map(({ key }) => key));
  return hits.map((hit): SearchHit => {
    const its = stored.get(hit.key);
    const reference = its === undefined ? undefined : prepareTandem(its, its.precursorMz ?? undefined, DEFAULT_CLEANING);
    const scores = scorers.map(([id, scorer]) => [id, reference === undefined ? 0 : scorer.score(reference).score] as const);
    return {
      key: hit.key,
      score: hit.score,
      scores: { ...Object.fromEntries(scores), [score]: hit.score },
      matchedPeaks: hit.matchedPeaks,
      queryPeaks: query.mz.length,
      libraryPeaks: reference?.mz.length ?? null,
      terms: [],
      massDifference: precursorMz === null || !its?.precursorMz ? null : precursorMz - its.precursorMz,
      coverage: null,
      component: null,
    };
  });
}
