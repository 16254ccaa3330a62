import type { NominalSpectrum } from '../scores/nominal-spectrum';

/** A prepared spectrum laid out by m/z, with running sums, so that other spectra are compared in one walk over their own peaks. */
export class SpectrumOnMasses {
  /** First and last m/z; 0 for an empty spectrum. */
  readonly first: number;
  readonly last: number;
  /** Intensity at every m/z up to the last. */
  readonly intensity: Uint16Array;
  /** Σ I over all peaks. */
  readonly total: number;
  /** How many peaks have intensity 1. */
  readonly weakPeaks: number;
  readonly #strongFrom: Uint32Array;

  constructor(spectrum: NominalSpectrum) {
    const { mz, intensity } = spectrum;
    this.first = mz[0] ?? 0;
    this.last = mz.at(-1) ?? 0;
    this.intensity = new Uint16Array(this.last + 1);
    this.#strongFrom = new Uint32Array(this.last + 2);
    let total = 0;
    let weak = 0;
    for (let i = 0; i < mz.length; i++) {
      this.intensity[mz[i]!] = intensity[i]!;
      total += intensity[i]!;
      if (intensity[i] === 1) weak++;
    }
    this.total = total;
    this.weakPeaks = weak;
    for (let m = this.last; m >= 0; m--) this.#strongFrom[m] = this.#strongFrom[m + 1]! + (this.intensity[m]! < 2 ? 0 : this.intensity[m]!);
  }

  /** Σ I over the peaks of at least 2 from m/z m on (m may lie outside the spectrum). */
  strongFrom(m: number): number {
    return m > this.last ? 0 : this.#strongFrom[m < 0 ? 0 : m]!;
  }
}
