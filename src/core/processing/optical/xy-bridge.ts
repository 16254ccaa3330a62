import { pointsInRange, type XRange } from '../axes/xy-crop';
import { finiteValues } from '../numeric/finite-runs';
import { xyFitPolynomial } from '../numeric/polynomial-fit';
import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';

export interface BridgeOptions {
  /** Points on each side whose straight line gives height and slope at the edge. @default 9 */
  readonly edge?: number;
}

/**
 * y with the points in a range replaced by a cubic that leaves each edge with the height and slope of the points outside it (Hermite). For
 * carbon dioxide, 2190–2480 cm⁻¹: what stood there is gone, and the bridge is no measurement. At the end of the axis the range is filled
 * with the height of its one side.
 * @throws ProcessingRefused `range-outside`, `range-empty` when the range leaves nothing outside, `too-few-points`, `x-not-ordered`.
 */
export function xyBridge(xy: Xy, range: XRange, options: BridgeOptions = {}): Float64Array {
  const { edge = 9 } = options;
  const { from, to } = pointsInRange(xy, range);
  const { x, y } = xy;
  const left = from > 0 ? edgeOf(xy, Math.max(0, from - edge), from, x[from]!) : undefined;
  const right = to < x.length ? edgeOf(xy, to, Math.min(x.length, to + edge), x[to - 1]!) : undefined;
  if (left === undefined && right === undefined) throw new ProcessingRefused('range-empty', { from: range.from, to: range.to });
  const bridged = Float64Array.from(y);
  const length = x[to - 1]! - x[from]!;
  for (let i = from; i < to; i++) {
    if (left === undefined || right === undefined) {
      bridged[i] = (left ?? right)!.height;
      continue;
    }
    const t = length === 0 ? 0.5 : (x[i]! - x[from]!) / length;
    const s = 1 - t;
    bridged[i] =
      left.height * (1 + 2 * t) * s * s + right.height * (1 + 2 * s) * t * t + length * (left.slope * t * s * s - right.slope * t * t * s);
  }
  return bridged;
}

/** Height at `place`, and slope, of the straight line through some points. */
function edgeOf(xy: Xy, from: number, to: number, place: number): { readonly height: number; readonly slope: number } {
  const x = xy.x.slice(from, to);
  const y = xy.y.slice(from, to);
  const found = finiteValues(y).length;
  if (found === 0) throw new ProcessingRefused('too-few-points', { needed: 1, found });
  const line = xyFitPolynomial(x, y, 1);
  const n = x.length;
  const slope = n > 1 ? (line[n - 1]! - line[0]!) / (x[n - 1]! - x[0]!) : 0;
  return { height: line[0]! + slope * (place - x[0]!), slope };
}
