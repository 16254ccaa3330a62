import type { EiHit, EiIndex } from '../../../../core/search/index/ei-index';
import { scoreIn } from '../../../../core/search/scores/compare-ei';
import { EI_SCORE_IDS, type EiScoreId } from '../../../../core/search/scores/descriptors';
import type { QueryOf } from './family-query';
import { best } from './ranking';
import type { SearchHit } from './search-messages';
import type { Shelf } from './thread-library';

const isIndexed = (score: string): score is EiScoreId => EI_SCORE_IDS.some((id) => id === score);

/** The best references for an EI spectrum by a score that the index itself ranks by. */
export function searchEi(shelves: readonly Shelf<EiIndex>[], { method, peaks }: QueryOf<'ei'>, top: number): readonly SearchHit[] {
  const { score } = method;
  if (!isIndexed(score)) throw new RangeError(`no index ranks by ${score}`);
  const found = shelves.flatMap(({ index, accepts }) => {
    const { hits } = index.search(peaks, { score, top, ...(accepts === undefined ? {} : { accepts }) });
    return hits.map(asHit);
  });
  return best(found, top);
}

function asHit({ recordKey, score, comparison }: EiHit): SearchHit {
  return {
    key: recordKey,
    score,
    scores: Object.fromEntries(EI_SCORE_IDS.map((id) => [id, scoreIn(comparison, id).exact])),
    matchedPeaks: comparison.matchedPeaks,
    queryPeaks: comparison.queryPeaks,
    libraryPeaks: comparison.libraryPeaks,
    terms: [],
    massDifference: null,
    coverage: null,
    component: null,
  };
}
