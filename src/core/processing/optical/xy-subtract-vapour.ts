import { pointsInRange, type XRange } from '../axes/xy-crop';
import { xyInterpolate } from '../axes/xy-resample';
import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';

/** Where water vapour absorbs in the middle infrared, cm⁻¹ (bending and stretching modes). */
export const WATER_VAPOUR_RANGES: readonly XRange[] = [
  { from: 1300, to: 2100 },
  { from: 3410, to: 3850 },
];

export interface VapourOptions {
  /** Ranges that are corrected, each with its own amount, in the unit of x. @default WATER_VAPOUR_RANGES */
  readonly ranges?: readonly XRange[];
}

/** The corrected values and how much of the reference was taken off in each range (undefined where the range has no data). */
export interface VapourCorrection {
  readonly y: Float64Array;
  readonly amounts: readonly (number | undefined)[];
}

/**
 * Absorbance less as much of a spectrum of water vapour as makes it smoothest: in each range the amount a = Σ ΔyΔh / Σ Δh² of first differences,
 * h the reference minus the straight line between its values at the ends of the range, and y − a·h. The reference is read by straight lines
 * at the places of the curve. Gaps (NaN) of either do not count and stay as they are. Least squares on differences as in Quasar's
 * atmospheric correction with one reference.
 * @throws ProcessingRefused `no-overlap` when no range has three points of both, `x-not-ordered`.
 */
export function xySubtractVapour(xy: Xy, reference: Xy, options: VapourOptions = {}): VapourCorrection {
  const { ranges = WATER_VAPOUR_RANGES } = options;
  const vapour = xyInterpolate(reference, xy.x);
  const y = Float64Array.from(xy.y);
  const amounts = ranges.map((range) => subtractIn(xy, y, vapour, range));
  if (amounts.every((amount) => amount === undefined)) throw new ProcessingRefused('no-overlap');
  return { y, amounts };
}

function subtractIn(xy: Xy, y: Float64Array, vapour: Float64Array, range: XRange): number | undefined {
  const { x } = xy;
  const low = Math.min(range.from, range.to);
  const high = Math.max(range.from, range.to);
  if (!x.some((place) => place >= low && place <= high)) return undefined;
  let { from, to } = pointsInRange(xy, range);
  while (from < to && Number.isNaN(vapour[from]!)) from++;
  while (to > from && Number.isNaN(vapour[to - 1]!)) to--;
  if (to - from < 3) return undefined;
  const slope = (vapour[to - 1]! - vapour[from]!) / (x[to - 1]! - x[from]!);
  const h = (i: number): number => vapour[i]! - vapour[from]! - slope * (x[i]! - x[from]!);
  let products = 0;
  let squares = 0;
  for (let i = from + 1; i < to; i++) {
    const dh = h(i) - h(i - 1);
    const product = dh * (y[i]! - y[i - 1]!);
    if (Number.isNaN(product)) continue;
    products += product;
    squares += dh * dh;
  }
  if (!(squares > 0)) return undefined;
  const amount = products / squares;
  for (let i = from; i < to; i++) if (!Number.isNaN(vapour[i]!)) y[i]! -= amount * h(i);
  return amount;
}
