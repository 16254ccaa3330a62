import type { EiHit, EiIndex, EiSearchOptions } from './index/ei-index';
import type { PeakArrays } from './scores/nominal-spectrum';

export interface IndistinguishableOptions extends Pick<EiSearchOptions, 'score' | 'accepts'> {
  /** Library entries with at least this score against the candidate are listed. @default 950 */
  readonly threshold?: number;
  /** The candidate's own record, left out of the list. */
  readonly candidateKey?: number;
  /** How many entries at most. @default 50 */
  readonly top?: number;
}

/**
 * Library entries whose spectrum is so like the candidate's that an EI spectrum alone may not tell them apart (position isomers,
 * salts, stereoisomers, replicates), best first. Orientation, not proof: the threshold is a convention and knows nothing of the
 * spread between instruments; an empty list does not show that the candidate is unique, for the library may lack its isomers.
 */
export function indistinguishable(candidate: PeakArrays, index: EiIndex, options: IndistinguishableOptions = {}): readonly EiHit[] {
  const threshold = options.threshold ?? 950;
  const accepts = (recordKey: number) => recordKey !== options.candidateKey && (options.accepts?.(recordKey) ?? true);
  const { hits } = index.search(candidate, { score: options.score ?? 'ei-identity', top: options.top ?? 50, accepts });
  return hits.filter((hit) => hit.score >= threshold);
}
