import type { PeakArrays } from '../scores/nominal-spectrum';
import type { MzTolerance } from './tolerance';

/** What is done to an accurate-mass spectrum before it is compared; stored with every search. */
export interface TandemCleaning {
  /** Peaks nearer than this are merged: intensities added, m/z their weighted mean; `null` merges nothing. */
  readonly mergeWithin: MzTolerance | null;
  /** Peaks below this share of the base peak (after merging) are dropped, 0 to 1. */
  readonly noise: number;
  /** Peaks above precursor m/z minus this are dropped, Da; `null` keeps them. */
  readonly belowPrecursor: number | null;
  /** Only so many of the strongest peaks are kept. At most `MOST_PEAKS`. */
  readonly mostPeaks: number;
}

/** No spectrum is compared with more peaks than this; the strongest stay. */
export const MOST_PEAKS = 4096;

/** Li et al. 2021 for a tolerance of 0.02 Da: merged within twice the tolerance, 1 % of the base peak, precursor − 1.6 Da. */
export const DEFAULT_CLEANING: TandemCleaning = {
  mergeWithin: { value: 0.04, unit: 'Da' },
  noise: 0.01,
  belowPrecursor: 1.6,
  mostPeaks: MOST_PEAKS,
};

/**
 * A spectrum made ready for the accurate-mass scores: m/z strictly ascending, intensities of sum 1 (each rounded to single
 * precision, so that what is stored is what is scored). Empty arrays for a spectrum without usable peaks.
 */
export interface TandemSpectrum {
  readonly mz: Float64Array;
  readonly intensity: Float32Array;
  /** 0: not known. */
  readonly precursorMz: number;
}

export interface CleanRange {
  /** Peaks below are dropped. @default 0 */
  readonly minMz?: number;
  /** Peaks above are dropped. @default none */
  readonly maxMz?: number;
}

/**
 * Peaks of a raw spectrum, cleaned but in the intensities of the file. Values that are not finite or not positive are left out; peaks may
 * come in any order. Order of steps: range, merging, noise, strongest. Nothing is thrown.
 *
 * Source: Li et al., Nat. Methods 18 (2021) 1524, as `clean_spectrum` of the authors' MSEntropy does it.
 */
export function cleanPeaks(
  peaks: PeakArrays,
  cleaning: TandemCleaning,
  range: CleanRange = {},
): { mz: Float64Array; intensity: Float64Array } {
  let { mz, intensity } = usablePeaks(peaks, range.minMz ?? 0, range.maxMz ?? Number.POSITIVE_INFINITY);
  if (cleaning.mergeWithin !== null) ({ mz, intensity } = merged(mz, intensity, cleaning.mergeWithin));
  let base = 0;
  for (let i = 0; i < intensity.length; i++) if (intensity[i]! > base) base = intensity[i]!;
  let floor = cleaning.noise * base;
  const most = Math.min(cleaning.mostPeaks, MOST_PEAKS);
  if (mz.length > most) floor = Math.max(floor, intensity.toSorted()[intensity.length - most]!);
  let count = 0;
  for (let i = 0; i < mz.length && count < most; i++) {
    if (intensity[i]! < floor) continue;
    mz[count] = mz[i]!;
    intensity[count++] = intensity[i]!;
  }
  return { mz: mz.subarray(0, count), intensity: intensity.subarray(0, count) };
}

/** Cleans a spectrum and brings it to sum 1. `precursorMz` in m/z; not a positive number: not known. */
export function prepareTandem(peaks: PeakArrays, precursorMz: number | undefined, cleaning: TandemCleaning): TandemSpectrum {
  const known = precursorMz !== undefined && precursorMz > 0 && precursorMz < Number.POSITIVE_INFINITY ? precursorMz : 0;
  const range = known > 0 && cleaning.belowPrecursor !== null ? { maxMz: known - cleaning.belowPrecursor } : {};
  const clean = cleanPeaks(peaks, cleaning, range);
  let sum = 0;
  for (let i = 0; i < clean.intensity.length; i++) sum += clean.intensity[i]!;
  const mz = new Float64Array(clean.mz.length);
  const intensity = new Float32Array(clean.mz.length);
  let count = 0;
  for (let i = 0; i < clean.mz.length; i++) {
    const share = Math.fround(clean.intensity[i]! / sum);
    // A share too small for single precision is no peak.
    if (!(share > 0)) continue;
    mz[count] = clean.mz[i]!;
    intensity[count++] = share;
  }
  return count === mz.length
    ? { mz, intensity, precursorMz: known }
    : { mz: mz.slice(0, count), intensity: intensity.slice(0, count), precursorMz: known };
}

/** Finite, positive, in range, ascending by m/z; intensities on one m/z added. */
function usablePeaks(peaks: PeakArrays, minMz: number, maxMz: number): { mz: Float64Array; intensity: Float64Array } {
  const length = Math.min(peaks.mz.length, peaks.intensity.length);
  const mz = new Float64Array(length);
  const intensity = new Float64Array(length);
  let count = 0;
  let ascending = true;
  for (let i = 0; i < length; i++) {
    const m = peaks.mz[i]!;
    const value = peaks.intensity[i]!;
    if (!(value > 0 && value < Number.POSITIVE_INFINITY && m > 0 && m < Number.POSITIVE_INFINITY && m >= minMz && m <= maxMz)) continue;
    if (count > 0 && m <= mz[count - 1]!) ascending = false;
    mz[count] = m;
    intensity[count++] = value;
  }
  if (ascending) return { mz: mz.subarray(0, count), intensity: intensity.subarray(0, count) };
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => mz[a]! - mz[b]! || intensity[b]! - intensity[a]!);
  const sortedMz = new Float64Array(count);
  const sorted = new Float64Array(count);
  let last = -1;
  for (const i of order) {
    if (last >= 0 && sortedMz[last] === mz[i]) sorted[last]! += intensity[i]!;
    else {
      sortedMz[++last] = mz[i]!;
      sorted[last] = intensity[i]!;
    }
  }
  return { mz: sortedMz.subarray(0, last + 1), intensity: sorted.subarray(0, last + 1) };
}

/** Strongest peak first, each takes in what lies within the distance; repeated until no two peaks are that near. */
function merged(mz: Float64Array, intensity: Float64Array, within: MzTolerance): { mz: Float64Array; intensity: Float64Array } {
  let current = { mz, intensity };
  while (hasNear(current.mz, within)) {
    const next = mergedOnce(current.mz, current.intensity, within);
    if (next.mz.length === current.mz.length) return next;
    current = next;
  }
  return current;
}

function hasNear(mz: Float64Array, within: MzTolerance): boolean {
  for (let i = 1; i < mz.length; i++) if (mz[i]! - mz[i - 1]! < distance(within, mz[i]!)) return true;
  return false;
}

function mergedOnce(mz: Float64Array, intensity: Float64Array, within: MzTolerance): { mz: Float64Array; intensity: Float64Array } {
  const order = Array.from({ length: mz.length }, (_, i) => i).sort((a, b) => intensity[b]! - intensity[a]! || a - b);
  const owner = new Int32Array(mz.length).fill(-1);
  const outMz = new Float64Array(mz.length);
  const out = new Float64Array(mz.length);
  for (const i of order) {
    if (owner[i] !== -1) continue;
    let from = i;
    let to = i;
    while (from > 0 && owner[from - 1] === -1 && mz[i]! - mz[from - 1]! < distance(within, mz[i]!)) from--;
    while (to + 1 < mz.length && owner[to + 1] === -1 && mz[to + 1]! - mz[i]! < distance(within, mz[to + 1]!)) to++;
    let sum = 0;
    let weighted = 0;
    for (let j = from; j <= to; j++) {
      owner[j] = i;
      sum += intensity[j]!;
      weighted += mz[j]! * intensity[j]!;
    }
    outMz[i] = from === to ? mz[i]! : weighted / sum;
    out[i] = sum;
  }
  let count = 0;
  for (let i = 0; i < mz.length; i++) {
    if (owner[i] !== i) continue;
    outMz[count] = outMz[i]!;
    out[count++] = out[i]!;
  }
  return { mz: outMz.subarray(0, count), intensity: out.subarray(0, count) };
}

function distance(within: MzTolerance, mz: number): number {
  return within.unit === 'ppm' ? within.value * 1e-6 * mz : within.value;
}
