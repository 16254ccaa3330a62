import { finiteWeights } from '../numeric/finite-weights';
import { xyFitPolynomial } from '../numeric/polynomial-fit';
import { xyOrder } from '../numeric/x-order';
import type { Xy } from '../xy';
import { needFinite } from './need-finite';
import { xyThrough } from './xy-through';

export interface ModifiedPolynomialOptions {
  /** Degree of the polynomial. @default 8 */
  readonly degree?: number;
  /** Most iterations after the first fit. @default 10 */
  readonly iterations?: number;
  /** Ends when the standard deviation of the residuals changes by no more than this share. @default 0.05 */
  readonly change?: number;
  /** The last polynomial, or the curve cut down to it (which keeps the noise of the baseline in the baseline: Open Specy's default). @default 'polynomial' */
  readonly result?: 'polynomial' | 'cut-curve';
}

/**
 * Baseline by the improved modified polynomial fit (I-ModPoly, "Vancouver Raman algorithm"): points more than one standard deviation of the
 * residuals above a first fit are left out; then, again and again, the curve is cut down to fit + deviation and fitted anew. Gaps (NaN) do not
 * count. J. Zhao, H. Lui, D. I. McLean, H. Zeng, Appl. Spectrosc. 61 (2007) 1225–1232; the end of the iteration as in Open Specy.
 * @throws ProcessingRefused `too-few-points` unless there are more finite values than the degree, `x-not-ordered`.
 */
export function xyBaselineModifiedPolynomial(xy: Xy, options: ModifiedPolynomialOptions = {}): Float64Array {
  const { degree = 8, iterations = 10, change = 0.05, result = 'polynomial' } = options;
  xyOrder(xy);
  const { x } = xy;
  const { weights, count } = finiteWeights(xy.y);
  needFinite(count, degree + 1);
  const y = Float64Array.from(xy.y);
  const first = xyFitPolynomial(x, y, degree);
  const limit = residualDeviation(y, first, weights);
  // What is left over is rounding: the curve is such a polynomial, and there is nothing to cut.
  const rounding = 1e-12 * y.reduce((most, value) => Math.max(most, Number.isNaN(value) ? 0 : Math.abs(value)), 0);
  if (limit <= rounding) return first;
  for (let i = 0; i < y.length; i++) if (y[i]! > first[i]! + limit) weights[i] = 0;
  let before = 0;
  for (let k = 0; k < iterations; k++) {
    const fit = xyFitPolynomial(x, y, degree, weights);
    const deviation = residualDeviation(y, fit, weights);
    for (let i = 0; i < y.length; i++) if (weights[i] !== 0) y[i] = Math.min(y[i]!, fit[i]! + deviation);
    if (deviation <= rounding || Math.abs(deviation - before) <= change * deviation) break;
    before = deviation;
  }
  if (result === 'polynomial') return xyFitPolynomial(x, y, degree, weights);
  const kept = Array.from(x.keys()).filter((i) => weights[i] !== 0);
  return level(
    x,
    xyThrough(
      x,
      kept.map((i) => ({ x: x[i]!, y: y[i]! })),
    ),
    kept,
    y,
  );
}

/** Beyond the outermost kept points the cut curve goes on level. */
function level(x: Float64Array, line: Float64Array, kept: readonly number[], y: Float64Array): Float64Array {
  const first = kept[0] ?? 0;
  const last = kept.at(-1) ?? x.length - 1;
  return line.fill(y[first]!, 0, first).fill(y[last]!, last + 1);
}

function residualDeviation(y: Float64Array, fit: Float64Array, weights: Float64Array): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < y.length; i++) {
    if (weights[i] === 0) continue;
    const d = y[i]! - fit[i]!;
    count++;
    sum += d;
    squares += d * d;
  }
  return count > 1 ? Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1)) : 0;
}
