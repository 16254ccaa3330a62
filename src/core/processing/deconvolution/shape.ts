import type { IonPeak } from './ion-peaks';

/** How one substance rises and falls: values from 0 to 1 in the scans `from`, `from + 1`, …, with one maximum. */
export interface Shape {
  readonly apex: number;
  readonly from: number;
  readonly values: Float64Array;
  /** Full width at half height, scans. */
  readonly width: number;
  /** The ion peaks that made it, sharpest first. */
  readonly peaks: readonly IonPeak[];
}

/** Share of the maximum below which a shape ends. */
const END = 0.005;
/** With fewer points a rise and a fall are not seen. */
const LEAST_POINTS = 4;

/**
 * A shape from a sum of traces in scans from `from` on: negative values become 0, and from the maximum outwards it never rises again.
 * `undefined` where there is no maximum above 0, or fewer than four points.
 */
export function shapeOf(sum: Float64Array, from: number, near: number, peaks: readonly IonPeak[]): Shape | undefined {
  let top = Math.min(Math.max(0, Math.round(near) - from), sum.length - 1);
  // The maximum that belongs to the apex: uphill from there.
  while (top + 1 < sum.length && sum[top + 1]! > sum[top]!) top++;
  while (top > 0 && sum[top - 1]! > sum[top]!) top--;
  const high = sum[top]!;
  if (!(high > 0)) return undefined;
  let first = top;
  let last = top;
  const values = new Float64Array(sum.length);
  values[top] = 1;
  for (let i = top - 1; i >= 0; i--) {
    values[i] = Math.min(values[i + 1]!, Math.max(0, sum[i]! / high));
    if (values[i]! < END) break;
    first = i;
  }
  for (let i = top + 1; i < sum.length; i++) {
    values[i] = Math.min(values[i - 1]!, Math.max(0, sum[i]! / high));
    if (values[i]! < END) break;
    last = i;
  }
  const kept = values.slice(first, last + 1);
  if (kept.length < LEAST_POINTS) return undefined;
  return { apex: near, from: from + first, values: kept, width: halfWidth(kept, top - first), peaks };
}

function halfWidth(values: Float64Array, top: number): number {
  let [a, b] = [top, top];
  while (a > 0 && values[a]! > 0.5) a--;
  while (b < values.length - 1 && values[b]! > 0.5) b++;
  const part = (i: number, next: number): number => {
    const difference = values[next]! - values[i]!;
    return difference > 0 && values[i]! < 0.5 ? (0.5 - values[i]!) / difference : 0;
  };
  return Math.max(1, b - part(b, b - 1) - (a + part(a, a + 1)));
}

/** First scan after the shape. */
export function shapeEnd(shape: Shape): number {
  return shape.from + shape.values.length;
}
