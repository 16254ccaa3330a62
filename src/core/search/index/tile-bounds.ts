import type { EiBlock, TiledBlock } from './ei-block';
import { BOUNDLESS, type QueryPlan, type QueryStage } from './query-plan';
import type { TileKernel } from './tile-kernel';
import { COVERED, FACTORS, LANES } from './tile-layout';

/** 1/√ of the share of a norm that a byte stands for. */
const INVERSE_SHARE: Float64Array = Float64Array.from({ length: 256 }, (_, byte) => (byte === 0 ? BOUNDLESS : Math.sqrt(255 / byte)));
/** Taken from what a sum must reach: more than the rounding of the kernel's single precision. */
const SLACK = 1 - 4e-6;

/**
 * Bounds of one query over one block: a lane's sum times its factor is at least the cosine of the query with the spectrum, or for the match factors
 * √T1. The norms of the compared range are known from below: the library's by tile, the query's by first m/z.
 */
export interface TileBounds {
  /** What the sums of a tile of spectra are multiplied by beside the query's own part. */
  readonly tileFactor: (tile: number) => number;
  /** What T1 of a spectrum is at most, of its lane's sum and the share of the query (of 65,535) that is matched. */
  readonly termOf: (tile: number, slot: number, sum: number, share: number) => number;
  /** What a lane's sum is multiplied by; the tile's factor, but with the query's part from this spectrum's first m/z. */
  readonly laneFactor: (tile: number, slot: number) => number;
  /** What the largest sum of a tile must be at least for a cosine of `root`, and what it must be in an earlier stage. */
  readonly neededIn: (stage: QueryStage, tile: number, root: number) => number;
  readonly needed: (tile: number, root: number) => number;
  /** Which factors of the lanes count (`FACTORS`). */
  readonly factors: number;
}

export function tileBounds(plan: QueryPlan, block: EiBlock): TileBounds {
  const { score, norm, inverseNormFrom, checkpoint } = plan;
  if (score === 'ei-cosine-mz-sqrt') {
    const whole = 1 / norm;
    return {
      tileFactor: () => whole,
      termOf: (_tile, _slot, sum) => (sum * whole) ** 2,
      laneFactor: () => whole,
      needed: (_, root) => root * norm * SLACK,
      neededIn: ({ rest }, _, root) => leastWithout(root, rest / norm) * norm * SLACK,
      factors: FACTORS.square,
    };
  }
  const { firstMz, lastFirstMz, massFrom, plainFrom } = block;
  const from = score === 'ei-simple' ? plainFrom : massFrom;
  const column = checkpoint * lastFirstMz.length;
  const beyond = inverseNormFrom.length - 1;
  const ofLibrary = (tile: number): number => (checkpoint < 0 ? BOUNDLESS : INVERSE_SHARE[from[column + tile]!]!);
  const ofQuery = (first: number): number => inverseNormFrom[first < beyond ? first : beyond]!;
  const tileFactor = (tile: number): number => ofLibrary(tile) * ofQuery(lastFirstMz[tile]!);
  return {
    tileFactor,
    termOf:
      score === 'ei-reverse'
        ? (tile, _, sum, share) => Math.min(1, ((sum * ofLibrary(tile)) / norm) ** 2 / (share / 65_535))
        : (tile, slot, sum) => Math.min(1, (sum * ofLibrary(tile) * ofQuery(firstMz[slot]!)) ** 2),
    laneFactor: (tile, slot) => ofLibrary(tile) * ofQuery(firstMz[slot]!),
    needed: (tile, root) => (root / tileFactor(tile)) * SLACK,
    neededIn: ({ rest }, tile, root) => (leastWithout(root, rest * ofQuery(lastFirstMz[tile]!)) / tileFactor(tile)) * SLACK,
    factors: score === 'ei-simple' ? FACTORS.plain : FACTORS.mass,
  };
}

/**
 * The pairs summed so far alone give P; the others, of norm ρ of 1, add at most ρ times what the spectrum has left: its own norm over the summed
 * ones is at least P/√(1 − ρ²). In angles, P must reach √(1 − ρ²)·cos(acos t + asin ρ) to allow a cosine of t.
 */
function leastWithout(t: number, rest: number): number {
  if (rest >= 1) return -1;
  if (t >= 1) return t - rest;
  const summed = Math.sqrt(1 - rest * rest);
  return Math.max(t - rest, summed * (t * summed - Math.sqrt(1 - t * t) * rest)) - 1e-6;
}

/** For every cover at least the cosine (or √T1) of the query with any of its spectra; 0 where none shares a peak with it. */
export function boundCovers(plan: QueryPlan, block: TiledBlock, kernel: TileKernel, bounds: TileBounds, into: Float32Array): void {
  const { covers, spectra } = block.tiles;
  const { list, needed, sums } = kernel.open(block);
  listAll(list, needed, covers.tiles);
  // A cover's bytes are of 255, not of √999.
  kernel.sumProducts(block, covers, bounds.factors, plan.coverUnit, covers.tiles);
  for (let tile = 0, cover = 0; tile < spectra.tiles; tile++) {
    const factor = bounds.tileFactor(tile);
    for (const end = cover + COVERS; cover < end; cover++) into[cover] = sums[cover]! * factor;
  }
}

/** Covers of a tile of spectra. */
export const COVERS = LANES / COVERED;

/** Lists all tiles of a level, each to pass whatever its sums. */
export function listAll(list: Int32Array, needed: Float32Array, tiles: number): void {
  for (let tile = 0; tile < tiles; tile++) {
    list[2 * tile] = tile;
    needed[2 * tile + 1] = -1;
  }
}
