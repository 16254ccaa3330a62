import { finiteRuns } from '../numeric/finite-runs';
import { localPolynomialWeights } from '../numeric/local-polynomial';
import { xyOrder } from '../numeric/x-order';
import { xSpacing } from '../numeric/x-spacing';
import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';
import { type SavitzkyGolayOptions, xSavitzkyGolay } from './x-savitzky-golay';

/**
 * Savitzky–Golay with respect to x itself: derivatives are per unit of x, with the right sign on a falling axis. On evenly spaced points it is
 * `xSavitzkyGolay`; on uneven ones the polynomial is fitted to the true places of the points in each window. Gaps as there. Gives new y.
 * @throws ProcessingRefused `order-not-below-window`, `x-not-ordered`, `lengths-differ`, `too-few-points`.
 */
export function xySavitzkyGolay(xy: Xy, options: Omit<SavitzkyGolayOptions, 'spacing'> = {}): Float64Array {
  xyOrder(xy, 2);
  const { x, y } = xy;
  const spacing = xSpacing(x);
  if (spacing !== undefined) return xSavitzkyGolay(y, { ...options, spacing });
  const { window = 11, order = 3, derivative = 0 } = options;
  if (order >= window) throw new ProcessingRefused('order-not-below-window', { order, window });
  const result = new Float64Array(y.length).fill(Number.NaN);
  for (const { from, to } of finiteRuns(y)) {
    const width = Math.min(window, to - from);
    const degree = Math.min(order, width - 1);
    if (degree < derivative) continue;
    const nodes = new Float64Array(width);
    for (let i = from; i < to; i++) {
      const first = Math.min(Math.max(from, i - (width >> 1)), to - width);
      const unit = Math.max(Math.abs(x[first + width - 1]! - x[first]!) / 2, Number.MIN_VALUE);
      for (let k = 0; k < width; k++) nodes[k] = (x[first + k]! - x[i]!) / unit;
      const weights = localPolynomialWeights(nodes, 0, degree, derivative);
      let sum = 0;
      for (let k = 0; k < width; k++) sum += weights[k]! * y[first + k]!;
      result[i] = sum / unit ** derivative;
    }
  }
  return result;
}
