import type { NominalSpectrum } from '../scores/nominal-spectrum';

/** Losses above this mass are counted together with it. */
const HIGHEST = 2000;

/** A peak below this intensity (base peak 999) is not counted: what is rare is told by peaks that any instrument shows. */
const COUNTED_FROM = 10;

/** The statistics as plain typed arrays, to be stored or posted to a thread. */
export interface LibraryStatisticsState {
  readonly layout: 'ei-statistics-1';
  readonly spectra: number;
  /** How many spectra have a peak of at least 1 % at molecular mass − m. */
  readonly losses: Uint32Array<ArrayBuffer>;
}

/**
 * How common each loss from the molecule is in a library, counted spectrum by spectrum; the same whatever the order. A loss that few
 * library spectra show says more than one that most show (inverse document frequency, K. Spärck Jones, J. Documentation 28 (1972) 11).
 */
export class LibraryStatistics {
  #spectra = 0;
  readonly #losses: Uint32Array<ArrayBuffer>;

  constructor(state?: LibraryStatisticsState) {
    this.#spectra = state?.spectra ?? 0;
    this.#losses = state?.losses.slice() ?? new Uint32Array(HIGHEST + 1);
  }

  /** Counts one prepared library spectrum; `nominalMass` is its compound's, `null` if not known (then it has no losses). */
  add(spectrum: NominalSpectrum, nominalMass: number | null): void {
    this.#spectra++;
    if (nominalMass === null) return;
    for (let i = 0; i < spectrum.mz.length; i++) {
      if (spectrum.intensity[i]! < COUNTED_FROM) continue;
      const mz = spectrum.mz[i]!;
      if (mz <= nominalMass) this.#losses[Math.min(HIGHEST, nominalMass - mz)]!++;
    }
  }

  get spectra(): number {
    return this.#spectra;
  }

  /** ln of how many times rarer than "in every spectrum" a loss is: 0 for one in all, ln(n + 1) for one in none. */
  lossRarity(mass: number): number {
    return Math.log((this.#spectra + 1) / (this.#losses[Math.min(HIGHEST, mass)]! + 1));
  }

  toState(): LibraryStatisticsState {
    return { layout: 'ei-statistics-1', spectra: this.#spectra, losses: this.#losses.slice() };
  }
}
