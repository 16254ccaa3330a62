import { finiteWeights } from '../numeric/finite-weights';
import { WhittakerSolver } from '../numeric/pentadiagonal';
import { needFinite } from './need-finite';

export interface AlsOptions {
  /** Stiffness λ, per point. @default 1e6 */
  readonly lambda?: number;
  /** Asymmetry p: the weight of points above the baseline; 1 − p below. @default 0.01 */
  readonly asymmetry?: number;
  /** Most iterations. @default 20 */
  readonly iterations?: number;
}

/**
 * Baseline by asymmetric least squares with second differences: w = p above, 1 − p below, 0 on it; stops early when no weight changes. Across
 * gaps (NaN) it is bridged. P. H. C. Eilers, H. F. M. Boelens, *Baseline correction with asymmetric least squares smoothing* (Leiden, 2005).
 * @throws ProcessingRefused `too-few-points` below 3 finite values.
 */
export function xBaselineAls(y: Float64Array, options: AlsOptions = {}): Float64Array {
  const { lambda = 1e6, asymmetry = 0.01, iterations = 20 } = options;
  const { weights, count } = finiteWeights(y);
  needFinite(count, 3);
  const solver = new WhittakerSolver(y.length, lambda, 2);
  const z = new Float64Array(y.length);
  for (let k = 0; k < iterations; k++) {
    solver.solve(y, weights, z);
    let changed = false;
    for (let i = 0; i < y.length; i++) {
      const d = y[i]! - z[i]!;
      if (Number.isNaN(d)) continue;
      const w = d > 0 ? asymmetry : d < 0 ? 1 - asymmetry : 0;
      if (w !== weights[i]) changed = true;
      weights[i] = w;
    }
    if (!changed) break;
    // Every point on the baseline: it cannot get better, and without weights there is nothing to solve.
    if (weights.every((w) => w === 0)) break;
  }
  return z;
}
