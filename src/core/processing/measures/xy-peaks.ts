import { finiteRuns } from '../numeric/finite-runs';
import { parabolaVertex } from '../numeric/parabola-vertex';
import { xyOrder } from '../numeric/x-order';
import type { Xy } from '../xy';
import { prominences } from './prominences';

export interface PeakOptions {
  /** `up` for absorbance and Raman, `down` for transmittance, where bands are minima. @default 'up' */
  readonly direction?: 'up' | 'down';
  /** Least prominence, in the unit of y. @default 0 */
  readonly minProminence?: number;
  /** Least width at half prominence, in the unit of x. @default 0 */
  readonly minWidth?: number;
  /** Most peaks, the most prominent first kept. @default 1000 */
  readonly limit?: number;
}

/** A peak of a curve, x and widths in the unit of x, y and prominence in that of y. */
export interface Peak {
  /** The highest point. */
  readonly point: number;
  /** Vertex of the parabola through the highest point and its neighbours. */
  readonly x: number;
  /** y of the highest point. */
  readonly y: number;
  /** Height over the higher of the two valleys that must be crossed to reach higher ground; to the end of the curve where there is none. */
  readonly prominence: number;
  /** Full width at half of the prominence, by straight lines between points. */
  readonly width: number;
  readonly widthFrom: number;
  readonly widthTo: number;
}

/**
 * Peaks of a curve in the order of its points. A plateau counts as one peak at its middle. A gap (NaN) ends the curve on either side. Prominence and
 * width as topography (and SciPy) define them.
 * @throws ProcessingRefused `x-not-ordered`, `lengths-differ`, `too-few-points`.
 */
export function xyPeaks(xy: Xy, options: PeakOptions = {}): Peak[] {
  const { direction = 'up', minProminence = 0, minWidth = 0, limit = 1000 } = options;
  xyOrder(xy);
  const sign = direction === 'up' ? 1 : -1;
  const y = direction === 'up' ? xy.y : xy.y.map((value) => -value);
  const peaks: Peak[] = [];
  for (const { from, to } of finiteRuns(y)) {
    const run = { x: xy.x.subarray(from, to), y: y.subarray(from, to) };
    for (const { point, prominence } of prominences(run.y)) {
      if (!(prominence > 0 && prominence >= minProminence)) continue;
      const level = run.y[point]! - prominence / 2;
      const a = crossing(run, point, -1, level);
      const b = crossing(run, point, 1, level);
      const width = Math.abs(b - a);
      if (width < minWidth) continue;
      peaks.push({
        point: from + point,
        x: parabolaVertex(run.x, run.y, point).x,
        y: sign * run.y[point]!,
        prominence,
        width,
        widthFrom: Math.min(a, b),
        widthTo: Math.max(a, b),
      });
    }
  }
  if (peaks.length <= limit) return peaks;
  const kept = new Set(peaks.toSorted((p, q) => q.prominence - p.prominence).slice(0, limit));
  return peaks.filter((peak) => kept.has(peak));
}

/** Where the curve, going from the peak in a direction, first falls to the level. */
function crossing({ x, y }: Xy, point: number, step: 1 | -1, level: number): number {
  let i = point;
  while (i + step >= 0 && i + step < y.length && y[i]! > level) i += step;
  if (y[i]! >= level) return x[i]!;
  const share = (level - y[i]!) / (y[i - step]! - y[i]!);
  return x[i]! + share * (x[i - step]! - x[i]!);
}
