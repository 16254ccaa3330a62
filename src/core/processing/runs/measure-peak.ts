import { parabolaVertex } from '../numeric/parabola-vertex';
import type { ChromatographicPeak } from './chromatographic-peaks';
import type { PeakBounds } from './peak-bounds';

/** What one peak measures, on the curve itself over the straight line from start to end. */
export function measurePeak(times: Float64Array, y: Float64Array, { start, apex, end }: PeakBounds, noise: number): ChromatographicPeak {
  const t0 = times[start]!;
  const slope = end > start ? (y[end]! - y[start]!) / (times[end]! - t0) : 0;
  const heights = Float64Array.from({ length: end - start + 1 }, (_, k) => y[start + k]! - y[start]! - slope * (times[start + k]! - t0));
  let top = Math.min(Math.max(1, apex - start), heights.length - 1);
  for (let k = 0; k < heights.length; k++) if (Math.abs(start + k - apex) <= 2 && heights[k]! > heights[top]!) top = k;
  const part = times.subarray(start, end + 1);
  let area = 0;
  for (let k = 1; k < heights.length; k++) area += ((heights[k]! + heights[k - 1]!) * (part[k]! - part[k - 1]!)) / 2;
  const { x: time, y: height } = parabolaVertex(part, heights, top);
  const at = (share: number, step: 1 | -1): number => crossing(part, heights, top, step, share * height);
  const front = time - at(0.05, -1);
  const back = at(0.05, 1) - time;
  return {
    startPoint: start,
    apexPoint: start + top,
    endPoint: end,
    start: t0,
    apex: time,
    end: times[end]!,
    area,
    height,
    width: at(0.5, 1) - at(0.5, -1),
    ...(front > 0 && back > 0 ? { tailing: (front + back) / (2 * front) } : {}),
    signalToNoise: height / noise,
  };
}

/** The time where the curve, going out from the top, first falls to a level, by a straight line between points; NaN where it does not. */
function crossing(t: Float64Array, h: Float64Array, top: number, step: 1 | -1, level: number): number {
  let k = top;
  while (k + step >= 0 && k + step < h.length && h[k]! > level) k += step;
  if (h[k]! > level || k === top) return Number.NaN;
  const share = (level - h[k]!) / (h[k - step]! - h[k]!);
  return t[k]! + share * (t[k - step]! - t[k]!);
}
