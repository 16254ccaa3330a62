import type { PeakArrays } from '../scores/nominal-spectrum';

/** A spectrum at one in-source energy. Peaks in any order, intensity in any scale. */
export interface EnergySpectrum {
  /** Volts of the orifice, or whatever the instrument names: only equality counts. */
  readonly energy: number;
  readonly peaks: PeakArrays;
}

/** A pure substance measured at several energies. */
export interface EnergyLibraryEntry {
  readonly key: string;
  /** m/z of the protonated molecule. @default the base peak at the lowest energy */
  readonly precursorMz?: number;
  readonly spectra: readonly EnergySpectrum[];
}

/** Peaks in ascending m/z, the highest 1. */
export interface SortedPeaks {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

/** Usable peaks (finite, above 0) in ascending m/z, scaled to the highest; empty arrays without one. */
export function sortedPeaks({ mz, intensity }: PeakArrays): SortedPeaks {
  const order = Array.from({ length: Math.min(mz.length, intensity.length) }, (_, i) => i)
    .filter((i) => mz[i]! > 0 && mz[i]! < Number.POSITIVE_INFINITY && intensity[i]! > 0 && intensity[i]! < Number.POSITIVE_INFINITY)
    .sort((a, b) => mz[a]! - mz[b]! || a - b);
  const highest = order.reduce((top, i) => Math.max(top, intensity[i]!), 0);
  return { mz: Float64Array.from(order, (i) => mz[i]!), intensity: Float64Array.from(order, (i) => intensity[i]! / highest) };
}

/** Index of the peak nearest to an m/z, −1 when none is within the tolerance. */
export function nearestPeak(mz: Float64Array, target: number, tolerance: number): number {
  let low = 0;
  let high = mz.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mz[middle]! < target) low = middle + 1;
    else high = middle;
  }
  const before = low > 0 ? target - mz[low - 1]! : Number.POSITIVE_INFINITY;
  const after = low < mz.length ? mz[low]! - target : Number.POSITIVE_INFINITY;
  if (Math.min(before, after) > tolerance) return -1;
  return before <= after ? low - 1 : low;
}

/** m/z of the highest peak; the lower one of equals; NaN without peaks. */
export function basePeakMz({ mz, intensity }: SortedPeaks): number {
  const at = intensity.indexOf(1);
  return at < 0 ? Number.NaN : mz[at]!;
}

/** The sorted peaks of one energy. */
export interface EnergyPeaks {
  readonly energy: number;
  readonly peaks: SortedPeaks;
}

/** Spectra with peaks, by rising energy. */
export function usableSpectra(spectra: readonly EnergySpectrum[]): EnergyPeaks[] {
  return spectra
    .map(({ energy, peaks }) => ({ energy, peaks: sortedPeaks(peaks) }))
    .filter(({ peaks }) => peaks.mz.length > 0)
    .sort((a, b) => a.energy - b.energy);
}
