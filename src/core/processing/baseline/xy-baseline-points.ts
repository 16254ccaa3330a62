import { xyOrder } from '../numeric/x-order';
import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';
import { xyThrough } from './xy-through';

export interface BaselinePointsOptions {
  /** Places on x that the baseline goes through, in any order, in the unit of x. */
  readonly places: readonly number[];
  /** Points on either side that are averaged at each place, so that one noisy point does not tilt the line. @default 0 */
  readonly around?: number;
}

/**
 * Baseline of straight lines through the curve at places a person chose: each takes the nearest point that is no gap (averaged over its
 * neighbours); the outer lines go on to the ends.
 * @throws ProcessingRefused `places-too-few` (fewer than two different points), `range-outside` (a place off the axis), `x-not-ordered`.
 */
export function xyBaselinePoints(xy: Xy, options: BaselinePointsOptions): Float64Array {
  const order = xyOrder(xy, 2);
  const { x, y } = xy;
  const first = x[0]!;
  const last = x[x.length - 1]!;
  const indices = new Set<number>();
  for (const place of options.places) {
    if (!(place >= Math.min(first, last) && place <= Math.max(first, last))) {
      throw new ProcessingRefused('range-outside', { from: place, to: place, first, last });
    }
    const nearest = nearestFinite(xy, place);
    if (nearest >= 0) indices.add(nearest);
  }
  if (indices.size < 2) throw new ProcessingRefused('places-too-few', { needed: 2, found: indices.size });
  const sorted = [...indices].sort((a, b) => (x[a]! - x[b]!) * order);
  return xyThrough(
    x,
    sorted.map((i) => ({ x: x[i]!, y: meanAround(y, i, options.around ?? 0) })),
  );
}

function nearestFinite({ x, y }: Xy, place: number): number {
  let best = -1;
  for (let i = 0; i < x.length; i++) {
    if (Number.isFinite(y[i]!) && (best < 0 || Math.abs(x[i]! - place) < Math.abs(x[best]! - place))) best = i;
  }
  return best;
}

/** Mean of the finite values up to `around` points away, as many on one side as on the other. */
function meanAround(y: Float64Array, i: number, around: number): number {
  let sum = y[i]!;
  let count = 1;
  for (let k = 1; k <= Math.min(around, i, y.length - 1 - i); k++) {
    const pair = y[i - k]! + y[i + k]!;
    if (!Number.isFinite(pair)) break;
    sum += pair;
    count += 2;
  }
  return sum / count;
}
