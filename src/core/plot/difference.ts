import { firstAtLeast } from './plot-trace';

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The first curve minus the second, at the first one's places; the second is interpolated linearly between its points. NaN where the
 * second has no points on both sides, or either has none. Ascending x.
 */
export function differenceOf(first: Points, second: Points): Points {
  const y = first.x.map((at, i) => (first.y[i] ?? Number.NaN) - valueAt(second, at));
  return { x: first.x, y };
}

/** The value of a curve at a place, between its points by linear interpolation; NaN outside. */
export function valueAt({ x, y }: Points, at: number): number {
  const i = firstAtLeast(x, at);
  if (i >= x.length) return Number.NaN;
  if (x[i] === at) return y[i]!;
  if (i === 0) return Number.NaN;
  const share = (at - x[i - 1]!) / (x[i]! - x[i - 1]!);
  return y[i - 1]! + share * (y[i]! - y[i - 1]!);
}
