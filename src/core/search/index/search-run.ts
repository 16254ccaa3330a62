import { type DenseQuery, denseQuery } from './composite-kernel';
import type { EiBlock, TiledBlock } from './ei-block';
import type { QueryPlan } from './query-plan';
import type { TileBounds } from './tile-bounds';
import type { TileKernel } from './tile-kernel';
import { COVERED, LANES } from './tile-layout';
import { type ScoredRecord, TopHits } from './top-hits';

/** More than the rounding by which an estimate can differ from the exact value, on the scale to 1000. */
export const ESTIMATE_ERROR = 1e-6;
/** More than the rounding of a bound held in single precision, on the scale to 1. */
const BOUND_ERROR = 1e-6;
export const SPARE = 1 - BOUND_ERROR;

/** Working memory of one index, used again for every block and query. */
export interface Scratch {
  readonly kernel: TileKernel;
  /** What the cosine (or √T1) of the spectra of each cover is at most. */
  readonly coverRoots: Float32Array;
  /** Spectra that are left, and what their scores can be at most; in the order of finding, then by falling bounds. */
  readonly slots: Uint32Array;
  readonly bounds: Float32Array;
  readonly ordered: Uint32Array;
  /** Which spectra were looked at to set the threshold. */
  readonly seen: Uint8Array;
  readonly seenSlots: number[];
}

export function scratchFor(count: number, kernel: TileKernel): Scratch {
  const lanes = LANES * Math.ceil(count / LANES);
  return {
    kernel,
    coverRoots: new Float32Array(lanes / COVERED),
    slots: new Uint32Array(count),
    bounds: new Float32Array(count),
    ordered: new Uint32Array(count),
    seen: new Uint8Array(lanes),
    seenSlots: [],
  };
}

/** One query over the blocks of an index, one block after the other. */
export interface QueryRun {
  readonly plan: QueryPlan;
  readonly dense: DenseQuery;
  readonly top: number;
  /** The best by estimate of all blocks so far: they set the threshold. */
  readonly best: TopHits;
  /** Every record that came near the best when it was looked at. */
  readonly near: ScoredRecord[];
  /** How many records were looked at one by one. */
  compared: number;
}

export function queryRun(plan: QueryPlan, top: number): QueryRun {
  return { plan, dense: denseQuery(plan.query, plan), top, best: new TopHits(top), near: [], compared: 0 };
}

/** One query over one block. */
export interface BlockSearch<Block extends EiBlock = TiledBlock> {
  readonly run: QueryRun;
  readonly block: Block;
  /** Position of the block's first spectrum in the index. */
  readonly offset: number;
  readonly scratch: Scratch;
  readonly accepted: Uint8Array | undefined;
  readonly bounds: TileBounds;
}

/** The records that can be among the best once their exact scores are known. */
export function finalists({ best, near }: QueryRun): readonly ScoredRecord[] {
  return near.filter(({ score }) => score + 2 * ESTIMATE_ERROR >= best.threshold);
}

/** The score on the scale to 1 that a bound must reach. */
export function needed({ plan, best }: QueryRun): number {
  const offset = plan.score === 'ei-cosine-mz-sqrt' ? 0 : 0.5;
  return Math.max(0, (best.threshold - 2 * ESTIMATE_ERROR + offset) / 1000 - BOUND_ERROR);
}

export function takesPart({ accepted, scratch }: BlockSearch<EiBlock>, slot: number): boolean {
  return accepted?.[slot] !== 0 && scratch.seen[slot] === 0;
}
