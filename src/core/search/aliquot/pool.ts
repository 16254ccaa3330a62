import type { EiIndex } from '../index/ei-index';
import type { EiScoreId } from '../scores/descriptors';
import type { PeakArrays } from '../scores/nominal-spectrum';

/** The scores whose best records make the pool, and how many of each. */
export const POOL_SCORES: readonly EiScoreId[] = ['ei-identity', 'ei-cosine-mz-sqrt', 'ei-simple'];
export const POOL_TOP = 100;

/**
 * The records that the Aliquot score ranks: the union of the exact 100 best by identity, by cosine on m·√I and by simple similarity
 * (equal scores by the lower key), ascending by key. Comparing the query with every record gives the same set.
 */
export function aliquotPool(
  query: PeakArrays,
  index: Pick<EiIndex, 'search'>,
  accepts?: (recordKey: number) => boolean,
): readonly number[] {
  const keys = new Set<number>();
  for (const score of POOL_SCORES) {
    const { hits } = index.search(query, { score, top: POOL_TOP, ...(accepts === undefined ? {} : { accepts }) });
    for (const { recordKey } of hits) keys.add(recordKey);
  }
  return [...keys].sort((a, b) => a - b);
}
