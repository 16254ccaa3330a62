import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';

export interface Sticks {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

/** Peaks in ascending m/z, as the model has them. Points that are no peak (not finite, negative, m/z not positive) are left out and counted. */
export function sticks(x: Float64Array, y: Float64Array, record: string, at: Place, log: ReadLog): Sticks {
  const good: number[] = [];
  let ascending = true;
  for (let i = 0; i < y.length && good.length < limits.peaksPerSpectrum; i++) {
    const mz = x[i] as number;
    const intensity = y[i] as number;
    if (!(mz > 0 && mz <= limits.mz && intensity >= 0 && intensity < Number.POSITIVE_INFINITY)) continue;
    if (good.length > 0 && mz < (x[good.at(-1) as number] as number)) ascending = false;
    good.push(i);
  }
  if (good.length < y.length) log.warn('points-not-finite', at, { record, count: y.length - good.length });
  if (!ascending) good.sort((a, b) => (x[a] as number) - (x[b] as number));
  return { mz: Float64Array.from(good, (i) => x[i] as number), intensity: Float64Array.from(good, (i) => y[i] as number) };
}

/** Longest time between two scans of one chromatographic run, minutes. The slowest spectrometers scan within seconds. */
const LONGEST_CYCLE = 0.1;
const MINUTES: Readonly<Record<string, number>> = { min: 1, s: 1 / 60, ms: 1 / 60_000, h: 60 };

/**
 * Whether subfiles at these times follow one another as the scans of a run do; else they are spectra chosen from one. The first time is not
 * looked at, for some programs leave it unset.
 */
export function areScans(times: Float64Array, unit: string): boolean {
  const minutes = MINUTES[unit];
  if (minutes === undefined || times.length < 4) return false;
  const gaps: number[] = [];
  for (let i = 2; i < times.length; i++) gaps.push((times[i] as number) - (times[i - 1] as number));
  gaps.sort((a, b) => a - b);
  const median = (gaps[gaps.length >> 1] as number) * minutes;
  return median > 0 && median <= LONGEST_CYCLE;
}
