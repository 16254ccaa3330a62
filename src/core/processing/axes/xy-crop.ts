import type { PointRange } from '../numeric/finite-runs';
import { xyOrder } from '../numeric/x-order';
import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';

/** Two places on x in either order, both included. */
export interface XRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The points of a curve that lie in a range.
 * @throws ProcessingRefused `range-outside` when there is none, `x-not-ordered`.
 */
export function pointsInRange(xy: Xy, { from, to }: XRange): PointRange {
  xyOrder(xy);
  const { x } = xy;
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  let start = 0;
  while (start < x.length && !(x[start]! >= low && x[start]! <= high)) start++;
  let end = start;
  while (end < x.length && x[end]! >= low && x[end]! <= high) end++;
  if (end === start) throw new ProcessingRefused('range-outside', { from: low, to: high, first: x[0]!, last: x[x.length - 1]! });
  return { from: start, to: end };
}

/** The part of a curve inside a range. @throws ProcessingRefused `range-outside`, `x-not-ordered`. */
export function xyCrop(xy: Xy, range: XRange): Xy {
  const { from, to } = pointsInRange(xy, range);
  return { x: xy.x.slice(from, to), y: xy.y.slice(from, to) };
}

/** y with NaN inside a range, so that nothing there is compared, fitted or drawn. @throws ProcessingRefused `range-outside`, `x-not-ordered`. */
export function xyMask(xy: Xy, range: XRange): Float64Array {
  const { from, to } = pointsInRange(xy, range);
  return Float64Array.from(xy.y).fill(Number.NaN, from, to);
}
