import type { PackedScans } from './packed-scans';

/** Sum of the intensities of each scan. */
export function totalIonChromatogram({ offsets, intensity, times }: PackedScans): Float64Array {
  return times.map((_, scan) => sumOf(intensity, offsets[scan]!, offsets[scan + 1]!));
}

/** Highest intensity of each scan, 0 for a scan without peaks. */
export function basePeakChromatogram({ offsets, intensity, times }: PackedScans): Float64Array {
  return times.map((_, scan) => {
    let highest = 0;
    for (let i = offsets[scan]!; i < offsets[scan + 1]!; i++) if (intensity[i]! > highest) highest = intensity[i]!;
    return highest;
  });
}

/** An ion and how far a peak may be from it. */
export interface IonWindow {
  readonly mz: number;
  /** Half width of the window, both ends included. */
  readonly tolerance: number;
  /** @default 'Da' */
  readonly unit?: 'Da' | 'ppm';
}

/** Sum of the intensities of each scan inside the windows of some ions; where windows overlap a peak counts once. */
export function extractedIonChromatogram(scans: PackedScans, ions: readonly IonWindow[]): Float64Array {
  const { offsets, mz, intensity, times } = scans;
  const windows = mergedWindows(ions);
  return times.map((_, scan) => {
    const end = offsets[scan + 1]!;
    let sum = 0;
    for (const { low, high } of windows) {
      for (let i = firstFrom(mz, low, offsets[scan]!, end); i < end && mz[i]! <= high; i++) sum += intensity[i]!;
    }
    return sum;
  });
}

function mergedWindows(ions: readonly IonWindow[]): { readonly low: number; high: number }[] {
  const windows = ions
    .map(({ mz, tolerance, unit = 'Da' }) => {
      const half = unit === 'ppm' ? (mz * tolerance) / 1e6 : tolerance;
      return { low: mz - half, high: mz + half };
    })
    .sort((a, b) => a.low - b.low);
  const merged: { low: number; high: number }[] = [];
  for (const window of windows) {
    const last = merged.at(-1);
    if (last !== undefined && window.low <= last.high) last.high = Math.max(last.high, window.high);
    else merged.push(window);
  }
  return merged;
}

/** Index of the first m/z at or above `low` in a part of the array. */
function firstFrom(mz: Float64Array, low: number, from: number, to: number): number {
  let a = from;
  let b = to;
  while (a < b) {
    const middle = (a + b) >> 1;
    if (mz[middle]! < low) a = middle + 1;
    else b = middle;
  }
  return a;
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum;
}
