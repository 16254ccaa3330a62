import type { EiScoreId } from '../scores/descriptors';
import type { NominalSpectrum } from '../scores/nominal-spectrum';
import { CHECKPOINTS, ROOT_STEPS } from './group-summaries';

/** Query peaks are summed strongest first until what is left of the squared norm is at most this share. */
const REST_SHARE: Readonly<Record<EiScoreId, number>> = {
  'ei-cosine-mz-sqrt': 0.04,
  'ei-identity': 0.003,
  'ei-simple': 0.05,
  'ei-reverse': 0,
};
/** Bits of a place while query peaks are sorted. */
const PLACES = 1024;
/** Stands for a division by 0: large enough to make any bound 1, finite so that 0 times it is 0. */
export const BOUNDLESS = 1e18;

/** What the bounds of one query need, computed once. */
export interface QueryPlan {
  readonly score: EiScoreId;
  readonly query: NominalSpectrum;
  /** Query peaks whose posting lists are summed, strongest first. */
  readonly summed: Int32Array;
  /** Whole-number factor of a library root at the i-th query peak, rounded up; a sum times `unit` is at least the true sum. */
  readonly steps: Int32Array;
  readonly unit: number;
  /** √ of the squared norm of the peaks that are not summed. */
  readonly rest: number;
  /** √ of the squared norm of the whole query (cosine). */
  readonly norm: number;
  /** 1/√ of Σ m·U (or U) over query peaks of at least 2 from this m/z on. */
  readonly inverseNormFrom: Float64Array;
  /** Σ over query peaks at or above m/z m, of intensity at least 2, of m·U (or U for the simple score). */
  readonly normFrom: Float64Array;
  /** The first checkpoint at or above the query's first m/z, −1 beyond the last. */
  readonly checkpoint: number;
}

export function planQuery(query: NominalSpectrum, score: EiScoreId): QueryPlan {
  const length = query.mz.length;
  const highest = query.mz[length - 1] ?? 0;
  const normFrom = new Float64Array(highest + 2);
  const factors = new Float64Array(length);
  const shares = new Float64Array(length);
  let largest = 0;
  let total = 0;
  for (let i = 0; i < length; i++) {
    const m = query.mz[i]!;
    const u = query.intensity[i]!;
    const weight = score === 'ei-simple' ? 1 : score === 'ei-cosine-mz-sqrt' ? m * m : m;
    shares[i] = weight * u;
    factors[i] = weight * (score === 'ei-reverse' ? 1 : Math.sqrt(u));
    normFrom[m] = u < 2 ? 0 : score === 'ei-simple' ? u : m * u;
    total += shares[i]!;
    if (factors[i]! > largest) largest = factors[i]!;
  }
  for (let m = highest; m >= 0; m--) normFrom[m]! += normFrom[m + 1]!;
  const finest = Math.max(1, Math.min(16_383, Math.floor((2 ** 31 - 1) / (255 * Math.max(1, length))) - 1));
  const steps = new Int32Array(length);
  for (let i = 0; i < length; i++) steps[i] = Math.ceil((factors[i]! / largest) * finest);
  const order = strongestFirst(shares);
  let head = 0;
  let left = total;
  while (head < length && left > REST_SHARE[score] * total) left -= shares[order[head++]!]!;
  let rest = 0;
  for (let i = head; i < length; i++) rest += shares[order[i]!]!;
  return {
    score,
    query,
    summed: score === 'ei-reverse' ? order : order.slice(0, head),
    steps,
    unit: largest / finest / ROOT_STEPS,
    rest: score === 'ei-reverse' ? 0 : Math.sqrt(rest),
    norm: Math.sqrt(total),
    inverseNormFrom: normFrom.map((norm) => (norm > 0 ? 1 / Math.sqrt(norm) : BOUNDLESS)),
    normFrom,
    checkpoint: CHECKPOINTS.findIndex((mz) => mz >= (query.mz[0] ?? 0)),
  };
}

/** Places of numbers (whole, below 2^43) by falling value, of equal ones the first first: sorted as numbers with the place in the lowest bits. */
function strongestFirst(shares: Float64Array): Int32Array {
  const length = shares.length;
  if (length > PLACES) return Int32Array.from(Array.from(shares.keys()).sort((a, b) => shares[b]! - shares[a]! || a - b));
  const codes = shares.map((share, i) => -share * PLACES + i).sort();
  return Int32Array.from(codes, (code) => code - Math.floor(code / PLACES) * PLACES);
}
