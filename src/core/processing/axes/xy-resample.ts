import { xyOrder } from '../numeric/x-order';
import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';

/**
 * Values at the places `to` by straight lines between neighbours. A place outside the curve, or beside a gap (NaN), gets NaN: nothing is made
 * up. `to` may be in any order.
 * @throws ProcessingRefused `x-not-ordered`, `lengths-differ`, `too-few-points`.
 */
export function xyInterpolate(xy: Xy, to: Float64Array): Float64Array {
  const order = xyOrder(xy);
  const { x, y } = xy;
  const n = x.length;
  return to.map((place) => {
    // The first point at or beyond the place, in the direction of x.
    let low = 0;
    let high = n;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((x[middle]! - place) * order < 0) low = middle + 1;
      else high = middle;
    }
    if (low === n) return Number.NaN;
    if (x[low] === place) return y[low]!;
    if (low === 0) return Number.NaN;
    const share = (place - x[low - 1]!) / (x[low]! - x[low - 1]!);
    return y[low - 1]! + share * (y[low]! - y[low - 1]!);
  });
}

export interface GridOptions {
  /** Distance between points, in the unit of x. @default 5 */
  readonly spacing?: number;
  /** Most points that may come out. @default 1000000 */
  readonly maxPoints?: number;
}

/**
 * A curve on the multiples of `spacing` inside its range, by straight lines, in the direction it had: Open Specy's way of making spectra of
 * different instruments comparable (Cowger et al., Anal. Chem. 97 (2025); 5 cm⁻¹ there).
 * @throws ProcessingRefused `range-empty` when no multiple lies inside, `grid-too-fine`, `x-not-ordered`.
 */
export function xyResample(xy: Xy, options: GridOptions = {}): Xy {
  const { spacing = 5, maxPoints = 1_000_000 } = options;
  const order = xyOrder(xy);
  const low = Math.min(xy.x[0]!, xy.x[xy.x.length - 1]!);
  const high = Math.max(xy.x[0]!, xy.x[xy.x.length - 1]!);
  const x = gridBetween(low, high, spacing, maxPoints);
  if (order < 0) x.reverse();
  return { x, y: xyInterpolate(xy, x) };
}

/** Multiples of `spacing` from `low` to `high`, ascending. */
export function gridBetween(low: number, high: number, spacing: number, maxPoints: number): Float64Array {
  // A thousandth of a billionth of a step: 0.3 / 0.1 is 2.9999999999999996.
  const first = Math.ceil(low / spacing - 1e-12);
  const last = Math.floor(high / spacing + 1e-12);
  const count = last - first + 1;
  if (!(count >= 1)) throw new ProcessingRefused('range-empty', { from: low, to: high });
  if (count > maxPoints) throw new ProcessingRefused('grid-too-fine', { points: count, max: maxPoints });
  return Float64Array.from({ length: count }, (_, i) => Math.min(high, Math.max(low, (first + i) * spacing)));
}
