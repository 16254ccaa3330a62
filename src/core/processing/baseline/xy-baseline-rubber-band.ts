import { xyOrder } from '../numeric/x-order';
import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';
import { xyThrough } from './xy-through';

/**
 * Baseline as a rubber band stretched under the curve: the lower convex hull (A. M. Andrew's monotone chain, Inf. Process. Lett. 9 (1979)
 * 216–219), straight between the points it touches. Gaps (NaN) are passed under. Needs two finite values.
 * @throws ProcessingRefused `too-few-points`, `x-not-ordered`, `lengths-differ`.
 */
export function xyBaselineRubberBand(xy: Xy): Float64Array {
  const order = xyOrder(xy, 2);
  const { x, y } = xy;
  const hull: number[] = [];
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(y[i]!)) continue;
    while (hull.length >= 2 && turn(x, y, hull.at(-2)!, hull.at(-1)!, i) * order <= 0) hull.pop();
    hull.push(i);
  }
  if (hull.length < 2) throw new ProcessingRefused('too-few-points', { needed: 2, found: hull.length });
  return xyThrough(
    x,
    hull.map((i) => ({ x: x[i]!, y: y[i]! })),
  );
}

/** Positive for a turn to the left at b on the way from a to c. */
function turn(x: Float64Array, y: Float64Array, a: number, b: number, c: number): number {
  return (x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!);
}
