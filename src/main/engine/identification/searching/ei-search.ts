import type { EiHit, EiIndex, EiSearchOptions, EiSearchResult } from '../../../../core/search/index/ei-index';
import { type EiComparison, scoreIn } from '../../../../core/search/scores/compare-ei';
import { EI_SCORE_IDS, type EiScoreId } from '../../../../core/search/scores/descriptors';
import type { EiMeasure } from '../../../../core/search/scores/measures';
import type { PeakArrays } from '../../../../core/search/scores/nominal-spectrum';
import type { EiReferences } from './ei-kind';
import type { QueryOf } from './family-query';
import { best } from './ranking';
import type { SearchHit } from './search-messages';
import type { Shelf } from './thread-library';

const isIndexedScore = (score: string): score is EiScoreId => EI_SCORE_IDS.some((id) => id === score);

/** A score that no index bounds: every reference is compared. */
export function measureOf({ score, massPower, intensityPower }: QueryOf<'ei'>['method']): EiMeasure | null {
  if (score === 'ei-cosine') return { id: score, massPower, intensityPower };
  return score === 'ei-entropy' ? { id: score, weighting: 'by-entropy' } : null;
}

/** The best references for an EI spectrum by a score that the index itself ranks by, or by one that every reference is compared by. */
export function searchEi(shelves: readonly Shelf<EiReferences>[], { method, peaks }: QueryOf<'ei'>, top: number): readonly SearchHit[] {
  const { score } = method;
  const measure = measureOf(method);
  if (measure === null && !isIndexedScore(score)) throw new RangeError(`nothing ranks by ${score}`);
  const found =
    measure === null
      ? bestOf(shelves, peaks, { top, ...(isIndexedScore(score) ? { score } : {}) })
      : bestIn(shelves, top, (index, accepts) => index.scan(peaks, measure, { top, ...accepts }));
  return found.map(({ recordKey, score: ranked, comparison }) => {
    const compared = ofComparison(comparison);
    return { ...NOTHING_MORE, key: recordKey, score: ranked, ...compared, scores: { ...compared.scores, [score]: ranked } };
  });
}

/** The best of all shelves together, as one index over everything would give them. */
export function bestOf(
  shelves: readonly Shelf<EiReferences>[],
  peaks: PeakArrays,
  options: Pick<EiSearchOptions, 'score' | 'top'>,
): readonly EiHit[] {
  return bestIn(shelves, options.top, (index, accepts) => index.search(peaks, { ...options, ...accepts }));
}

function bestIn(
  shelves: readonly Shelf<EiReferences>[],
  top: number | undefined,
  search: (index: EiIndex, accepts: Pick<EiSearchOptions, 'accepts'>) => EiSearchResult,
): readonly EiHit[] {
  const found = shelves.flatMap(({ index: { index }, accepts }) =>
    search(index, accepts === undefined ? {} : { accepts }).hits.map((hit) => ({ key: hit.recordKey, score: hit.score, hit })),
  );
  return best(found, top ?? found.length).map(({ key, score, hit }, i) => ({
    recordKey: key,
    rank: i + 1,
    score,
    // Found out only where it is asked for.
    get comparison() {
      return hit.comparison;
    },
  }));
}

/** All shelves as one index, as far as a pool of candidates needs it. */
export function asOneIndex(shelves: readonly Shelf<EiReferences>[]): Pick<EiIndex, 'search'> {
  return {
    search: (peaks, options = {}) => ({ hits: bestOf(shelves, peaks, options), searched: 0, scored: 0 }),
  };
}

/** What a comparison says of a pair besides its rank. */
export function ofComparison(comparison: EiComparison): Pick<SearchHit, 'scores' | 'matchedPeaks' | 'queryPeaks' | 'libraryPeaks'> {
  const { matchedPeaks, queryPeaks, libraryPeaks } = comparison;
  return {
    scores: Object.fromEntries(EI_SCORE_IDS.map((id) => [id, scoreIn(comparison, id).exact])),
    matchedPeaks,
    queryPeaks,
    libraryPeaks,
  };
}

/** What an EI search has nothing to say of. */
export const NOTHING_MORE = { terms: [], massDifference: null, coverage: null, component: null } as const;
