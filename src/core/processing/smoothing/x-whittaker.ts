import { finiteWeights } from '../numeric/finite-weights';
import { WhittakerSolver } from '../numeric/pentadiagonal';

export interface WhittakerOptions {
  /** Stiffness; grows with the fourth power of the points a feature has. @default 1600 */
  readonly lambda?: number;
}

/**
 * Whittaker smoothing with second differences (Eilers 2003): the z with the least Σ(y − z)² + λ·Σ(Δ²z)². Gaps (NaN) stay gaps, and do not
 * count. Needs three points; fewer are given back as they are.
 */
export function xWhittaker(y: Float64Array, options: WhittakerOptions = {}): Float64Array {
  const { weights, count } = finiteWeights(y);
  const smooth = Float64Array.from(y);
  if (count < 3) return smooth;
  new WhittakerSolver(y.length, options.lambda ?? 1600, 2).solve(y, weights, smooth);
  return smooth.map((value, i) => (weights[i] === 0 ? Number.NaN : value));
}
