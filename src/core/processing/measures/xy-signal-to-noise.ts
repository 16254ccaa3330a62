import { type XRange, xyCrop } from '../axes/xy-crop';
import { finiteWeights } from '../numeric/finite-weights';
import { xMedian } from '../numeric/median';
import { xyFitPolynomial } from '../numeric/polynomial-fit';
import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';

export interface SignalToNoiseOptions {
  /** Where there is noise and no band. */
  readonly noise: XRange;
  /** Where the band is. @default the whole curve */
  readonly signal?: XRange;
  /** `up`: the highest point is the signal; `down`: the lowest (transmittance). @default 'up' */
  readonly direction?: 'up' | 'down';
}

/** All in the unit of y, but for the ratios. */
export interface SignalToNoise {
  /** H: distance of the extreme point in the signal range from the median of the noise range. */
  readonly signal: number;
  /** Standard deviation, n − 2, about the straight line of least squares through the noise range. */
  readonly noiseRms: number;
  /** h: highest minus lowest distance from that line. */
  readonly noisePeakToPeak: number;
  /** H / noiseRms. */
  readonly ratio: number;
  /** 2·H / h, as the pharmacopoeias define it (Ph. Eur. 2.2.46, USP 〈621〉). */
  readonly pharmacopoeial: number;
}

/**
 * Signal to noise with both usual definitions, which differ by a factor of about 2.5 for 100 points: a ratio without its definition says little.
 * Noise of exactly 0 gives Infinity.
 * @throws ProcessingRefused `range-outside`, `too-few-points` below 5 values in the noise range, `x-not-ordered`.
 */
export function xySignalToNoise(xy: Xy, options: SignalToNoiseOptions): SignalToNoise {
  const { direction = 'up' } = options;
  const noise = xyCrop(xy, options.noise);
  const { count } = finiteWeights(noise.y);
  if (count < 5) throw new ProcessingRefused('too-few-points', { needed: 5, found: count });
  const line = xyFitPolynomial(noise.x, noise.y, 1);
  let squares = 0;
  let high = Number.NEGATIVE_INFINITY;
  let low = Number.POSITIVE_INFINITY;
  for (let i = 0; i < line.length; i++) {
    const d = noise.y[i]! - line[i]!;
    if (Number.isNaN(d)) continue;
    squares += d * d;
    high = Math.max(high, d);
    low = Math.min(low, d);
  }
  const level = xMedian(noise.y);
  const region = options.signal === undefined ? xy : xyCrop(xy, options.signal);
  const sign = direction === 'up' ? 1 : -1;
  let signal = Number.NEGATIVE_INFINITY;
  for (const value of region.y) if ((value - level) * sign > signal) signal = (value - level) * sign;
  if (signal === Number.NEGATIVE_INFINITY) throw new ProcessingRefused('too-few-points', { needed: 1, found: 0 });
  const noiseRms = Math.sqrt(squares / (count - 2));
  const noisePeakToPeak = high - low;
  return { signal, noiseRms, noisePeakToPeak, ratio: signal / noiseRms, pharmacopoeial: (2 * signal) / noisePeakToPeak };
}
