import type { EiScoreId } from '../scores/descriptors';
import type { NominalSpectrum } from '../scores/nominal-spectrum';
import type { RatioProgram } from './tile-kernel';
import { LAST_PLACE, LOGARITHM_OF_INTENSITY, ROOT_STEPS } from './tile-layout';
import { CHECKPOINTS } from './tile-summaries';

/** Pairs are summed strongest first, in stages: until what is left of the squared norm is at most this share. */
const REST_SHARES = [0.25, 0.1, 0.03, 0] as const;
/** Bits of a place while pairs are sorted. */
const PLACES = 2048;
/** Stands for a division by 0: large enough to make any bound 1, finite so that 0 times it is 0. */
export const BOUNDLESS = 1e18;

/** How many pairs are summed up to the end of a stage, and √ of the squared norm of the others. */
export interface QueryStage {
  readonly pairs: number;
  readonly rest: number;
}

/** What the bounds of one query need, computed once. */
export interface QueryPlan {
  readonly score: EiScoreId;
  readonly query: NominalSpectrum;
  /** Query peaks by pairs of m/z, heaviest first, as `TileKernel.setPairs` takes them; factors are rounded up: a sum over bytes times `unit` is at least the true sum. */
  readonly pairs: Int32Array;
  readonly unit: number;
  /** The same for bytes that are of 255 a whole (covers). */
  readonly coverUnit: number;
  readonly stages: readonly QueryStage[];
  /** √ of the squared norm of the whole query (cosine). */
  readonly norm: number;
  /** 1/√ of Σ m·U (or U) over query peaks of at least 2 from this m/z on; the cosine does not need it. */
  readonly inverseNormFrom: Float64Array;
  /** Σ over query peaks at or above m/z m, of intensity at least 2, of m·U (or U for the simple score). */
  readonly normFrom: Float64Array;
  /** The first checkpoint at or above the query's first m/z, −1 beyond the last. */
  readonly checkpoint: number;
  /** For the composite scores; none where the query has peaks whose places are not kept apart. */
  readonly program: RatioProgram | undefined;
}

export function planQuery(query: NominalSpectrum, score: EiScoreId): QueryPlan {
  const { mz, intensity } = query;
  const length = mz.length;
  const highest = mz[length - 1] ?? 0;
  const normFrom = new Float64Array(highest + 2);
  // By pair, the even and the odd m/z of it: what peaks add to a product, and to the squared norm.
  const places = new Int32Array(length);
  const factors = new Float64Array(2 * length);
  const shares = new Float64Array(length);
  let count = 0;
  let largest = 0;
  let total = 0;
  for (let i = 0; i < length; i++) {
    const m = mz[i]!;
    const u = intensity[i]!;
    const weight = score === 'ei-simple' ? 1 : score === 'ei-cosine-mz-sqrt' ? m * m : m;
    normFrom[m] = u < 2 ? 0 : score === 'ei-simple' ? u : m * u;
    const place = m < LAST_PLACE ? m : LAST_PLACE;
    const even = place - (place & 1);
    if (count === 0 || places[count - 1] !== even) places[count++] = even;
    const side = 2 * (count - 1) + (place & 1);
    factors[side]! += weight * Math.sqrt(u);
    shares[count - 1]! += weight * u;
    total += weight * u;
    if (factors[side]! > largest) largest = factors[side]!;
  }
  for (let m = highest; m >= 0; m--) normFrom[m]! += normFrom[m + 1]!;
  // A factor fits 16 bits with a sign, the whole sum 32.
  const finest = Math.min(16_383, Math.floor((2 ** 31 - 1) / (255 * 2 * Math.max(1, count))) - 1);
  const order = strongestFirst(shares.subarray(0, count));
  const pairs = new Int32Array(2 * count);
  order.forEach((pair, rank) => {
    pairs[2 * rank] = places[pair]!;
    pairs[2 * rank + 1] =
      Math.ceil((factors[2 * pair]! / largest) * finest) | (Math.ceil((factors[2 * pair + 1]! / largest) * finest) << 16);
  });
  const composite = score === 'ei-identity' || score === 'ei-reverse';
  return {
    score,
    query,
    pairs,
    unit: (largest / finest / ROOT_STEPS) * (1 + 2 ** -22),
    coverUnit: (largest / finest / 255) * (1 + 2 ** -22),
    stages: REST_SHARES.map((share) => stage(order, shares, share * total)),
    norm: Math.sqrt(total),
    inverseNormFrom: score === 'ei-cosine-mz-sqrt' ? normFrom : normFrom.map((norm) => (norm > 0 ? 1 / Math.sqrt(norm) : BOUNDLESS)),
    normFrom,
    checkpoint: CHECKPOINTS.findIndex((from) => from >= (mz[0] ?? 0)),
    program: composite ? ratioProgram(query, total) : undefined,
  };
}

function stage(order: Int32Array, shares: Float64Array, most: number): QueryStage {
  let left = 0;
  let pairs = order.length;
  for (; pairs > 0 && left + shares[order[pairs - 1]!]! <= most; pairs--) left += shares[order[pairs - 1]!]!;
  return { pairs, rest: Math.sqrt(left) };
}

function ratioProgram({ mz, intensity }: NominalSpectrum, total: number): RatioProgram | undefined {
  const last = mz.at(-1);
  if (last === undefined || last >= LAST_PLACE) return undefined;
  const firstPair = mz[0]! >> 1;
  const places = 2 * ((last >> 1) - firstPair + 1);
  const logarithms = new Uint8Array(places);
  const weights = new Uint16Array(places);
  const shares = new Uint16Array(places);
  const masses = mz.reduce((sum, m) => sum + m, 0);
  for (let i = 0; i < mz.length; i++) {
    const place = mz[i]! - 2 * firstPair;
    logarithms[place] = LOGARITHM_OF_INTENSITY[intensity[i]!]!;
    weights[place] = Math.round((32_767 * mz[i]!) / masses);
    shares[place] = Math.floor((65_535 * mz[i]! * intensity[i]!) / total);
  }
  return { firstPair, logarithms, weights, shares };
}

/** Places of numbers (whole; above 2^41 they count as equal) by falling value, of equal ones the first first: the place is in the lowest bits. */
function strongestFirst(shares: Float64Array): Int32Array {
  const codes = shares.map((share, i) => -Math.min(share, 2 ** 41) * PLACES + i).sort();
  return Int32Array.from(codes, (code) => code - Math.floor(code / PLACES) * PLACES);
}
