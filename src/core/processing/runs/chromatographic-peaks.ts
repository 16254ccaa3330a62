import { xyPeaks } from '../measures/xy-peaks';
import { xNoise } from '../numeric/median';
import { xSavitzkyGolay } from '../smoothing/x-savitzky-golay';
import { measurePeak } from './measure-peak';
import { peakBounds } from './peak-bounds';

export interface ChromatographicPeakOptions {
  /** Least height over the noise. @default 5 */
  readonly minSignalToNoise?: number;
  /** Least height as a share of the highest peak. @default 0.001 */
  readonly minRelativeHeight?: number;
  /** Window of the smoothing that finds peaks, points, odd; areas and heights are of the curve itself. 1: none. @default 5 */
  readonly smoothing?: number;
  /** Standard deviation of the noise in the unit of y. @default estimated, `xNoise` */
  readonly noise?: number;
}

/** A chromatographic peak; times in the unit of the run, heights and area over the straight line from start to end. */
export interface ChromatographicPeak {
  readonly startPoint: number;
  readonly apexPoint: number;
  readonly endPoint: number;
  readonly start: number;
  /** Vertex of the parabola through the highest point and its neighbours. */
  readonly apex: number;
  readonly end: number;
  /** ∫ (y − line) dt by trapezia: unit of y times unit of time. */
  readonly area: number;
  readonly height: number;
  /** Width at half height. */
  readonly width: number;
  /** Tailing factor W₀.₀₅ / 2f at 5 % of the height (USP 〈621〉); undefined where a side does not fall that low. */
  readonly tailing?: number;
  /** Height over the standard deviation of the noise; Infinity without noise. */
  readonly signalToNoise: number;
}

/**
 * Peaks of a chromatogram in the order of time. Apexes are maxima of the smoothed curve that stand out by `minSignalToNoise` times the noise; each peak
 * ends where the smoothed curve reaches the valley to its neighbour or comes down to its foot; its baseline is straight from start to end.
 * A shoulder that the line from its start to its end runs above has no area and is left out.
 * Overlapping peaks are cut at the valley, with a baseline through it: their areas are too small, and equally so in every run.
 * @throws ProcessingRefused `x-not-ordered` (times must rise), `lengths-differ`, `too-few-points`.
 */
export function chromatographicPeaks(
  times: Float64Array,
  y: Float64Array,
  options: ChromatographicPeakOptions = {},
): ChromatographicPeak[] {
  const { minSignalToNoise = 5, minRelativeHeight = 0.001, smoothing = 5, noise = xNoise(y) } = options;
  const smooth = smoothing > 1 ? xSavitzkyGolay(y, { window: smoothing, order: Math.min(2, smoothing - 1) }) : y;
  const found = xyPeaks({ x: times, y: smooth }, { limit: Number.POSITIVE_INFINITY });
  const highest = found.reduce((top, peak) => Math.max(top, peak.prominence), 0);
  const least = Math.max(minSignalToNoise * noise, minRelativeHeight * highest);
  const standing = found.filter((peak) => peak.prominence >= least);
  return peakBounds(smooth, standing, noise)
    .map((bounds) => measurePeak(times, y, bounds, noise))
    .filter((peak) => peak.area > 0 && peak.height > 0 && peak.height >= least);
}
