import type { Coded } from '../../processing/refused';
import type { ScoredRecord } from '../index/top-hits';
import type { Coverage, Overlap } from './coverages';
import type { TraceScoreId } from './descriptors';
import type { TraceMethod } from './method';
import { angleOf, euclideanOf } from './pair-scores';
import { BLOCK_ROWS, type TraceBlock, techniqueAt } from './trace-block';
import type { NotComparableCode } from './trace-codes';
import type { NotComparable, TraceHit } from './trace-index';

/** What a search looks at: the rows of the index at positions from `from` up to `to`. */
export interface SearchScope {
  readonly blocks: readonly TraceBlock[];
  readonly coverages: readonly Coverage[];
  readonly method: TraceMethod;
  readonly points: number;
  readonly accepts: ((recordKey: number) => boolean) | undefined;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly named: number;
}

/** Whether the row at a position takes part. */
export function takesPart(scope: SearchScope, position: number): boolean {
  if (position < scope.from || position >= scope.to) return false;
  const block = scope.blocks[Math.floor(position / BLOCK_ROWS)]!;
  const slot = position % BLOCK_ROWS;
  return block.removed[slot] === 0 && (scope.accepts === undefined || scope.accepts(block.keys[slot]!));
}

export function keyAt(scope: SearchScope, position: number): number {
  return scope.blocks[Math.floor(position / BLOCK_ROWS)]!.keys[position % BLOCK_ROWS]!;
}

/** Why nothing of a coverage can be compared with the query; `undefined` when enough is in common. */
export function overlapReason({ leastShare, leastPoints }: TraceMethod, { share, points }: Overlap): Coded<NotComparableCode> | undefined {
  if (share < leastShare) return { code: 'overlap-too-small', params: { percent: 100 * share, needed: 100 * leastShare } };
  if (points < leastPoints) return { code: 'too-few-common-points', params: { points, needed: leastPoints } };
  return undefined;
}

/** Counts records without a score and names those with the lowest keys. */
export class NotComparableList {
  count = 0;
  readonly #most: number;
  #named: NotComparable[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(recordKey: number, reason: Coded<NotComparableCode>): void {
    this.count++;
    this.#named.push({ recordKey, ...reason });
    if (this.#named.length >= 2 * this.#most + 100) this.#named = this.named();
  }

  named(): NotComparable[] {
    return this.#named.toSorted((a, b) => a.recordKey - b.recordKey).slice(0, this.#most);
  }
}

/** The ranked records as hits. */
export function hitsOf(ranked: readonly ScoredRecord[], score: TraceScoreId, scope: SearchScope, overlaps: readonly Overlap[]): TraceHit[] {
  return ranked.map(({ key, position, score: likeness }, i) => {
    const block = scope.blocks[Math.floor(position / BLOCK_ROWS)]!;
    const slot = position % BLOCK_ROWS;
    const { points, share } = overlaps[block.coverage[slot]!]!;
    const technique = techniqueAt(block, slot);
    return { recordKey: key, rank: i + 1, score: scoreOf(score, likeness), likeness, technique, points, percent: 100 * share };
  });
}

function scoreOf(score: TraceScoreId, likeness: number): number {
  switch (score) {
    case 'trace-euclidean':
      return euclideanOf(likeness);
    case 'trace-angle':
      return angleOf(likeness);
    case 'trace-correlation':
    case 'trace-derivative':
    case 'trace-peaks':
    case 'trace-peaks-reverse':
      return likeness;
  }
}
