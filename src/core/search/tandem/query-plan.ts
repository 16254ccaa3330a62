import type { TandemSpectrum } from './clean-spectrum';
import { TANDEM_SCORE_KINDS, type TandemScoreId, type TandemScoreKind } from './descriptors';
import { BOUND_UNITS, entropyBoundRow, SHARE_OF_CODE } from './share-codes';
import { entropyShares, entropyTerm } from './spectral-entropy';
import { bucketOf } from './tandem-block';
import { halfWidths, type MzTolerance } from './tolerance';

/** Room for the rounding of sums and differences of m/z, Da. */
const MZ_ROUNDING = 1e-8;

/** What a query means for bounds: its peaks' windows, their weights, and what pairs may add at most. */
export interface QueryPlan {
  readonly kind: TandemScoreKind;
  readonly query: TandemSpectrum;
  readonly widths: Float64Array;
  /** Entropy: shares of sum 1. Cosine: weights of norm 1. 0 for peaks that cannot match. */
  readonly weights: Float64Array;
  /** Bound of what peak i adds beside a share of code q, in `BOUND_UNITS`, at [256·(i + 1) + q]; cosine: times the norm of the reference. */
  readonly rows: Int32Array;
  /** Where the posting list's codes stand in an entry: weighted shares or shares. */
  readonly codeShift: 8 | 0;
  /** Buckets of every peak's windows, from and to (included): fragments, losses; `from > to` where there is none. */
  readonly fragmentFrom: Int32Array;
  readonly fragmentTo: Int32Array;
  readonly lossFrom: Int32Array;
  readonly lossTo: Int32Array;
}

export function planQuery(id: TandemScoreId, query: TandemSpectrum, tolerance: MzTolerance): QueryPlan {
  const kind = TANDEM_SCORE_KINDS[id];
  const n = query.mz.length;
  const widths = halfWidths(tolerance, query.mz);
  const plan: QueryPlan = {
    kind,
    query,
    widths,
    weights: kind.family === 'entropy' ? entropyShares(query.intensity, kind.weighted) : unitWeights(query, kind.match === 'losses'),
    rows: new Int32Array(256 * (n + 1)),
    codeShift: kind.weighted ? 8 : 0,
    fragmentFrom: new Int32Array(n),
    fragmentTo: new Int32Array(n).fill(-1),
    lossFrom: new Int32Array(n),
    lossTo: new Int32Array(n).fill(-1),
  };
  for (let i = 0; i < n; i++) {
    const mz = query.mz[i]!;
    const width = widths[i]! + MZ_ROUNDING * (1 + 1e-3 * (mz + query.precursorMz));
    const loss = query.precursorMz - mz;
    if (kind.match !== 'losses') {
      plan.fragmentFrom[i] = bucketOf(mz - width);
      plan.fragmentTo[i] = bucketOf(mz + width);
    }
    if (kind.match !== 'fragments' && query.precursorMz > 0 && (loss > 0 || kind.match === 'hybrid')) {
      plan.lossFrom[i] = bucketOf(loss - width);
      plan.lossTo[i] = bucketOf(loss + width);
    }
    writeRow(plan, i);
  }
  return plan;
}

/** The most that query peaks of this total can add: share sum (entropy) or sum of squares (cosine). */
export function restBound(kind: TandemScoreKind, total: number): number {
  if (total <= 0) return 0;
  return kind.family === 'entropy' ? entropyTerm(Math.min(1, total), 1) : Math.sqrt(Math.min(1, total));
}

/** What peak i adds to the total of `restBound`. */
export function massOf(plan: QueryPlan, i: number): number {
  const weight = plan.weights[i]!;
  return plan.kind.family === 'entropy' ? weight : weight * weight;
}

function writeRow(plan: QueryPlan, i: number): void {
  const weight = plan.weights[i]!;
  if (!(weight > 0)) return;
  if (plan.kind.family === 'entropy') plan.rows.set(entropyBoundRow(weight), 256 * (i + 1));
  else for (let code = 1; code < 256; code++) plan.rows[256 * (i + 1) + code] = Math.ceil(weight * SHARE_OF_CODE[code]! * BOUND_UNITS);
}

/** Intensities of norm 1; by losses, over the peaks below the precursor only. */
function unitWeights(query: TandemSpectrum, lossesOnly: boolean): Float64Array {
  const weights = Float64Array.from(query.intensity, (value, i) => (lossesOnly && query.mz[i]! >= query.precursorMz ? 0 : value));
  const norm = Math.sqrt(weights.reduce((sum, value) => sum + value * value, 0));
  return norm > 0 ? weights.map((value) => value / norm) : weights;
}
