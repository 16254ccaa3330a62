import { finiteRuns } from '../numeric/finite-runs';
import { localPolynomialWeights } from '../numeric/local-polynomial';
import { ProcessingRefused } from '../refused';

export interface SavitzkyGolayOptions {
  /** Points in the window, odd. @default 11 */
  readonly window?: number;
  /** Degree of the polynomial, below the window. @default 3 */
  readonly order?: number;
  /** Order of the derivative, 0 for smoothing. @default 0 */
  readonly derivative?: number;
  /** Distance between points in the unit of x, negative for falling x. @default 1 */
  readonly spacing?: number;
}

/**
 * Savitzky–Golay smoothing or differentiation of evenly spaced points (A. Savitzky, M. J. E. Golay, Anal. Chem. 36 (1964) 1627–1639). The half
 * window at each end is evaluated off centre on the polynomial of the outermost full window. Each stretch between gaps (NaN) is treated alone; a
 * stretch shorter than the window is fitted by one polynomial. Unit of the result: y per x to the power of `derivative`.
 * @throws ProcessingRefused `order-not-below-window`.
 */
export function xSavitzkyGolay(y: Float64Array, options: SavitzkyGolayOptions = {}): Float64Array {
  const { window = 11, order = 3, derivative = 0, spacing = 1 } = options;
  if (order >= window) throw new ProcessingRefused('order-not-below-window', { order, window });
  const result = new Float64Array(y.length).fill(Number.NaN);
  for (const { from, to } of finiteRuns(y)) {
    const width = Math.min(window, to - from);
    const degree = Math.min(order, width - 1);
    if (degree < derivative) continue;
    const half = (width - 1) / 2;
    const unit = Math.max(half, 1);
    const nodes = Float64Array.from({ length: width }, (_, i) => (i - half) / unit);
    const scale = (1 / (unit * spacing)) ** derivative;
    const weightsAt = (i: number): Float64Array => localPolynomialWeights(nodes, nodes[i]!, degree, derivative).map((w) => w * scale);
    const before = width === window ? half : width;
    for (let i = 0; i < before; i++) result[from + i] = weighted(y, from, weightsAt(i));
    if (width < window) continue;
    for (let i = 0; i < half; i++) result[to - half + i] = weighted(y, to - width, weightsAt(half + 1 + i));
    const centre = weightsAt(half);
    for (let i = from + half; i < to - half; i++) result[i] = weighted(y, i - half, centre);
  }
  return result;
}

function weighted(y: Float64Array, from: number, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * y[from + i]!;
  return sum;
}
