import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';

/**
 * 1 for strictly ascending x, −1 for strictly descending (one point counts as ascending). Every neighbour is looked at.
 * @throws ProcessingRefused `x-not-ordered` at the first point that turns back or repeats, or is no finite number.
 */
export function xOrder(x: Float64Array): 1 | -1 {
  const order = x.length > 1 && x[1]! < x[0]! ? -1 : 1;
  for (let i = 0; i < x.length; i++) {
    const ordered = Number.isFinite(x[i]!) && (i === 0 || (x[i]! - x[i - 1]!) * order > 0);
    if (!ordered) throw new ProcessingRefused('x-not-ordered', { point: i + 1, x: Number.isFinite(x[i]!) ? x[i]! : '–' });
  }
  return order;
}

/**
 * The order of a curve with at least `needed` points.
 * @throws ProcessingRefused `lengths-differ`, `too-few-points`, `x-not-ordered`.
 */
export function xyOrder({ x, y }: Xy, needed = 1): 1 | -1 {
  if (x.length !== y.length) throw new ProcessingRefused('lengths-differ', { x: x.length, y: y.length });
  if (x.length < needed) throw new ProcessingRefused('too-few-points', { needed, found: x.length });
  return xOrder(x);
}
