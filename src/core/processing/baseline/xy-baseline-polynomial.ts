import { finiteWeights } from '../numeric/finite-weights';
import { xyFitPolynomial } from '../numeric/polynomial-fit';
import { xyOrder } from '../numeric/x-order';
import type { Xy } from '../xy';
import { needFinite } from './need-finite';

export interface PolynomialBaselineOptions {
  /** Degree of the polynomial. @default 2 */
  readonly degree?: number;
}

/**
 * The polynomial of least squares through all points: for curves that are baseline nearly everywhere. Gaps (NaN) do not count.
 * @throws ProcessingRefused `too-few-points` unless there are more finite values than the degree, `x-not-ordered`.
 */
export function xyBaselinePolynomial(xy: Xy, options: PolynomialBaselineOptions = {}): Float64Array {
  const { degree = 2 } = options;
  xyOrder(xy);
  needFinite(finiteWeights(xy.y).count, degree + 1);
  return xyFitPolynomial(xy.x, xy.y, degree);
}
