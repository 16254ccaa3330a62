/** Points of a peak, start < apex < end. */
export interface PeakBounds {
  readonly start: number;
  readonly apex: number;
  readonly end: number;
}

/** Share of its height over the foot to which a peak must come down. */
const FOOT = 0.001;
/** How far the foot is looked for, in half widths at half height of that side. */
const REACH = 8;

/**
 * Start and end of each peak: going out from the apex, at most to the lowest point before the neighbouring peak, the first point within 0.1 % of the height
 * (or the noise) of the lowest point within eight half widths, which for a Gaussian is beyond 3.7 standard deviations.
 */
export function peakBounds(smooth: Float64Array, peaks: readonly { readonly point: number }[], noise: number): PeakBounds[] {
  const valleys = peaks.slice(1).map((peak, i) => lowest(smooth, peaks[i]!.point, peak.point));
  return peaks.map(({ point }, i) => {
    const first = valleys[i - 1] ?? 0;
    const last = valleys[i] ?? smooth.length - 1;
    return { start: foot(smooth, point, first, noise), apex: point, end: foot(smooth, point, last, noise) };
  });
}

function lowest(y: Float64Array, from: number, to: number): number {
  let best = from;
  for (let i = from; i <= to; i++) if (!(y[i]! >= y[best]!)) best = i;
  return best;
}

function foot(y: Float64Array, apex: number, limit: number, noise: number): number {
  const step = limit < apex ? -1 : 1;
  const floor = y[lowest(y, Math.min(apex, limit), Math.max(apex, limit))]!;
  const half = y[apex]! - (y[apex]! - floor) / 2;
  let reach = 0;
  while (apex + reach * step !== limit && y[apex + reach * step]! > half) reach++;
  const farthest = step < 0 ? Math.max(limit, apex - REACH * reach) : Math.min(limit, apex + REACH * reach);
  const low = y[lowest(y, Math.min(apex, farthest), Math.max(apex, farthest))]!;
  const level = low + Math.max(FOOT * (y[apex]! - low), noise);
  let i = apex;
  while (i !== farthest && !Number.isNaN(y[i + step]!) && y[i]! > level) i += step;
  return i;
}
