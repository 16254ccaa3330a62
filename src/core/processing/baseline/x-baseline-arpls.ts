import { finiteWeights } from '../numeric/finite-weights';
import { WhittakerSolver } from '../numeric/pentadiagonal';
import { needFinite } from './need-finite';

export interface ArPlsOptions {
  /** Stiffness λ, per point. @default 1e5 */
  readonly lambda?: number;
  /** Stops when the weights change by less than this share, |w − w′| / |w|. @default 0.001 */
  readonly ratio?: number;
  /** Most iterations. @default 50 */
  readonly iterations?: number;
}

/** e^50 to one is lost in rounding beside λ ≥ 1; a weight of e^−700 would make the processor ten times slower (subnormal numbers). */
const NOTHING = 50;

/**
 * Baseline by asymmetrically reweighted penalised least squares, second differences: weights follow a logistic function of the residual, set by
 * mean m and standard deviation s of the residuals below the baseline: w = 1 / (1 + exp(2·(d − (2s − m))/s)). Across gaps (NaN) it is bridged.
 * S.-J. Baek, A. Park, Y.-J. Ahn, J. Choo, Analyst 140 (2015) 250–257.
 * @throws ProcessingRefused `too-few-points` below 3 finite values.
 */
export function xBaselineArPls(y: Float64Array, options: ArPlsOptions = {}): Float64Array {
  const { lambda = 1e5, ratio = 0.001, iterations = 50 } = options;
  const { weights, count } = finiteWeights(y);
  needFinite(count, 3);
  const n = y.length;
  const solver = new WhittakerSolver(n, lambda, 2);
  const z = new Float64Array(n);
  for (let k = 0; k < iterations; k++) {
    solver.solve(y, weights, z);
    const { mean, deviation } = belowBaseline(y, z);
    // No residual below, or all the same: the baseline is as far down as it goes.
    if (!(deviation > 0)) break;
    const middle = 2 * deviation - mean;
    let change = 0;
    let size = 0;
    for (let i = 0; i < n; i++) {
      const d = y[i]! - z[i]!;
      if (Number.isNaN(d)) continue;
      const before = weights[i]!;
      const exponent = (2 * (d - middle)) / deviation;
      const w = exponent > NOTHING ? 0 : 1 / (1 + Math.exp(exponent));
      size += before * before;
      change += (before - w) * (before - w);
      weights[i] = w;
    }
    if (Math.sqrt(change) < ratio * Math.sqrt(size)) break;
  }
  return z;
}

/** Mean and standard deviation (n in the divisor, as in the authors' program) of the negative residuals. */
function belowBaseline(y: Float64Array, z: Float64Array): { readonly mean: number; readonly deviation: number } {
  let count = 0;
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const d = y[i]! - z[i]!;
    if (d < 0) {
      count++;
      sum += d;
    }
  }
  if (count === 0) return { mean: 0, deviation: 0 };
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < y.length; i++) {
    const d = y[i]! - z[i]!;
    if (d < 0) squares += (d - mean) * (d - mean);
  }
  return { mean, deviation: Math.sqrt(squares / count) };
}
