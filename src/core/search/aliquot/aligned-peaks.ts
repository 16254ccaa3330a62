import type { NominalSpectrum } from '../scores/nominal-spectrum';

/** A threshold above this (base peak 999) is not believed: the spectrum has few peaks, not a high threshold. */
const THRESHOLD_CAP_QUERY = 40;
const THRESHOLD_CAP_LIBRARY = 20;

/** The weakest peak that a spectrum shows, as the threshold below which its instrument or its author left peaks out. */
export function thresholdOf(spectrum: NominalSpectrum, cap: number): number {
  let lowest = cap;
  for (let i = 0; i < spectrum.intensity.length; i++) if (spectrum.intensity[i]! < lowest) lowest = spectrum.intensity[i]!;
  return lowest;
}

export const queryThreshold = (query: NominalSpectrum): number => thresholdOf(query, THRESHOLD_CAP_QUERY);

/**
 * Query and library intensities side by side at every m/z that either has, from the larger of the two first m/z on. Peaks that the
 * other one could not show, because they are under twice its threshold, are left out of all terms. Reused from pair to pair.
 */
export class AlignedPeaks {
  length = 0;
  mz: Float64Array = new Float64Array(512);
  query: Float64Array = new Float64Array(512);
  library: Float64Array = new Float64Array(512);
  /** √ of the two above. */
  queryRoot: Float64Array = new Float64Array(512);
  libraryRoot: Float64Array = new Float64Array(512);
  /** Room for three numbers per peak while one term is computed. */
  scratch: Float64Array = new Float64Array(3 * 512);

  align(query: NominalSpectrum, thresholdQuery: number, library: NominalSpectrum): void {
    const room = query.mz.length + library.mz.length;
    if (room > this.mz.length) this.#grow(2 * room);
    const thresholdLibrary = thresholdOf(library, THRESHOLD_CAP_LIBRARY);
    const from = Math.max(query.mz[0] ?? 0, library.mz[0] ?? 0);
    let count = 0;
    let i = 0;
    let j = 0;
    while (i < query.mz.length || j < library.mz.length) {
      const a = i < query.mz.length ? query.mz[i]! : Number.POSITIVE_INFINITY;
      const b = j < library.mz.length ? library.mz[j]! : Number.POSITIVE_INFINITY;
      const m = a < b ? a : b;
      const u = a === m ? query.intensity[i++]! : 0;
      const v = b === m ? library.intensity[j++]! : 0;
      if (m < from || (u === 0 && v < 2 * thresholdQuery) || (v === 0 && u < 2 * thresholdLibrary)) continue;
      this.mz[count] = m;
      this.query[count] = u;
      this.library[count] = v;
      this.queryRoot[count] = Math.sqrt(u);
      this.libraryRoot[count] = Math.sqrt(v);
      count++;
    }
    this.length = count;
  }

  #grow(size: number): void {
    this.mz = new Float64Array(size);
    this.query = new Float64Array(size);
    this.library = new Float64Array(size);
    this.queryRoot = new Float64Array(size);
    this.libraryRoot = new Float64Array(size);
    this.scratch = new Float64Array(3 * size);
  }
}
