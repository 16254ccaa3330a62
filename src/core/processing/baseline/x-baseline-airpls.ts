import { finiteWeights } from '../numeric/finite-weights';
import { WhittakerSolver } from '../numeric/pentadiagonal';
import { needFinite } from './need-finite';

export interface AirPlsOptions {
  /** Stiffness λ, per point. @default 1000 */
  readonly lambda?: number;
  /** Order of the differences that are kept small. @default 1 */
  readonly order?: 1 | 2;
  /** Most iterations. @default 15 */
  readonly iterations?: number;
}

/**
 * Baseline by adaptive iteratively reweighted penalised least squares: 0 above, exp(t·|d|/Σ|d⁻|) below in iteration t; ends when Σ|d⁻| is
 * under 0.001·Σ|y|. The weight of the two end points is that of the residual closest to 0 below the baseline, as in the authors' Python
 * program. Across gaps (NaN) it is bridged. Z.-M. Zhang, S. Chen, Y.-Z. Liang, Analyst 135 (2010) 1138–1146.
 * @throws ProcessingRefused `too-few-points` below 3 finite values.
 */
export function xBaselineAirPls(y: Float64Array, options: AirPlsOptions = {}): Float64Array {
  const { lambda = 1000, order = 1, iterations = 15 } = options;
  const { weights, count } = finiteWeights(y);
  needFinite(count, 3);
  const n = y.length;
  const present = weights.map((w) => w);
  const firstPoint = present.indexOf(1);
  const lastPoint = present.lastIndexOf(1);
  let total = 0;
  for (let i = 0; i < n; i++) if (present[i] === 1) total += Math.abs(y[i]!);
  const solver = new WhittakerSolver(n, lambda, order);
  const z = new Float64Array(n);
  for (let t = 1; t <= iterations; t++) {
    solver.solve(y, weights, z);
    let below = 0;
    let closest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      const d = y[i]! - z[i]!;
      if (d < 0) {
        below -= d;
        closest = Math.max(closest, d);
      }
    }
    if (below <= 0.001 * total || t === iterations) break;
    for (let i = 0; i < n; i++) {
      if (present[i] === 0) continue;
      const d = y[i]! - z[i]!;
      weights[i] = d < 0 ? Math.exp((-t * d) / below) : 0;
    }
    weights[firstPoint] = Math.exp((t * closest) / below);
    weights[lastPoint] = weights[firstPoint]!;
  }
  return z;
}
