import { NOMINAL_MZ_MAX, type NominalSpectrum } from '../scores/nominal-spectrum';
import { SpectrumOnMasses } from './spectrum-on-masses';

/** Forward and reverse value of one comparison, −0.5 to 999.5; 0 when nothing matches. */
export interface AnalogueScore {
  readonly forward: number;
  /** Query peaks that the library spectrum lacks add nothing. */
  readonly reverse: number;
}

const NOTHING: AnalogueScore = { forward: 0, reverse: 0 };

/**
 * One prepared query to be compared with many library spectra, whose peaks are given as a part of two arrays, in any order, one peak
 * an m/z. Keeps working memory: not to be shared between threads. Formulas: docs/methods/hybrid-search.md.
 */
export class AnalogueComparison {
  readonly #query: SpectrumOnMasses;
  /** The library's peaks where they were moved to; all 0 between calls. */
  #moved = new Float64Array(1024);
  /** The library's peaks as they are; all 0 between calls. */
  #library = new Uint16Array(1024);

  constructor(query: NominalSpectrum) {
    this.#query = new SpectrumOnMasses(query);
  }

  /** Hybrid similarity. `deltaMass`: query's molecular mass less the library's, Da, whole. */
  hybrid(mz: Uint16Array, intensity: Uint16Array, from: number, to: number, deltaMass: number): AnalogueScore {
    if (from === to || this.#query.last === 0) return NOTHING;
    const { first, last } = this.#lay(mz, intensity, from, to, deltaMass);
    const library = this.#library;
    const moved = this.#moved;
    const start = Math.max(first, this.#query.first);
    for (let m = start; m <= last; m++) moved[m] = library[m]!;
    this.#split(start, last, deltaMass);
    const end = Math.min(NOMINAL_MZ_MAX, Math.max(this.#query.last, last + Math.max(0, deltaMass)));
    const score = this.#sum(start, end, deltaMass);
    moved.fill(0, start, end + 1);
    for (let at = from; at < to; at++) library[mz[at]!] = 0;
    return score;
  }

  /** Neutral-loss similarity: the library spectrum moved by `deltaMass`, compared where both could show the loss. */
  neutralLoss(mz: Uint16Array, intensity: Uint16Array, from: number, to: number, deltaMass: number): AnalogueScore {
    if (from === to || this.#query.last === 0) return NOTHING;
    const { first, last } = this.#lay(mz, intensity, from, to, deltaMass);
    const library = this.#library;
    const moved = this.#moved;
    const start = Math.max(1, first + deltaMass, this.#query.first);
    const end = Math.min(NOMINAL_MZ_MAX, Math.max(this.#query.last, last + deltaMass));
    for (let m = start; m <= Math.min(end, last + deltaMass); m++) moved[m] = library[m - deltaMass]!;
    for (let at = from; at < to; at++) library[mz[at]!] = 0;
    const score = this.#sum(start, end, 0);
    if (start <= end) moved.fill(0, start, end + 1);
    return score;
  }

  #lay(mz: Uint16Array, intensity: Uint16Array, from: number, to: number, deltaMass: number) {
    let first = NOMINAL_MZ_MAX;
    let last = 0;
    for (let at = from; at < to; at++) {
      const m = mz[at]!;
      if (m < first) first = m;
      if (m > last) last = m;
    }
    const size = 1 + Math.min(NOMINAL_MZ_MAX, Math.max(last, this.#query.last, last + deltaMass));
    if (size > this.#moved.length) {
      this.#moved = new Float64Array(size);
      this.#library = new Uint16Array(size);
    }
    const library = this.#library;
    for (let at = from; at < to; at++) library[mz[at]!] = intensity[at]!;
    return { first, last };
  }

  /**
   * Moves of each peak to m + ΔM what makes the two places stand as the query's intensities there; a place never gives back what it
   * holds. Going against ΔM no part is moved twice.
   */
  #split(start: number, last: number, deltaMass: number): void {
    if (deltaMass === 0) return;
    const { intensity, last: queryLast } = this.#query;
    const moved = this.#moved;
    // Only places that land within the query's peaks and the common range move.
    const lowest = Math.max(start, start - deltaMass);
    const highest = Math.min(last, queryLast - deltaMass);
    const step = deltaMass > 0 ? -1 : 1;
    for (let m = step < 0 ? highest : lowest; m >= lowest && m <= highest; m += step) {
      const here = moved[m]!;
      if (here === 0) continue;
      const there = intensity[m + deltaMass]!;
      if (there === 0) continue;
      const held = moved[m + deltaMass]!;
      const wanted = ((here + held) * there) / ((m > queryLast ? 0 : intensity[m]!) + there) - held;
      const moving = wanted < 0 ? 0 : wanted > here ? here : wanted;
      moved[m] = here - moving;
      moved[m + deltaMass] = held + moving;
    }
  }

  /** The sums of the simple similarity, in ascending m/z: a fixed order gives the same number everywhere. */
  #sum(start: number, end: number, deltaMass: number): AnalogueScore {
    const { intensity, last } = this.#query;
    const moved = this.#moved;
    let product = 0;
    let ofQuery = 0;
    let ofQueryMatched = 0;
    let ofLibrary = 0;
    for (let m = start; m <= end; m++) {
      const u = m <= last ? intensity[m]! : 0;
      const l = moved[m]!;
      if (u < 2 && l < 2) continue;
      ofLibrary += l;
      if (u === 0) continue;
      if (l > 0) {
        product += Math.sqrt(u * l);
        ofQueryMatched += u;
        ofQuery += u;
      } else if (!this.#partnerCutOff(m - deltaMass, start, deltaMass)) ofQuery += u;
    }
    if (product === 0) return NOTHING;
    const squared = 1000 * product * product;
    return { forward: squared / (ofQuery * ofLibrary) - 0.5, reverse: squared / (ofQueryMatched * ofLibrary) - 0.5 };
  }

  /** Whether the library has the unmoved partner of a query peak, but below the common range, where it was cut off. */
  #partnerCutOff(m: number, start: number, deltaMass: number): boolean {
    return deltaMass > 0 && m > 0 && m < start && this.#library[m]! > 0;
  }
}

/**
 * Hybrid similarity of two prepared spectra (`prepareNominal`): the simple similarity after every library peak m was split between
 * m and m + ΔM, ΔM = nominal mass of the query's molecule less the library's (Da, whole).
 * Source: Moorthy, Wallace, Kearsley, Tchekhovskoi, Stein, Anal. Chem. 89 (2017) 13261; details derived from stored engine output.
 */
export function hybridScore(query: NominalSpectrum, library: NominalSpectrum, deltaMass: number): AnalogueScore {
  return new AnalogueComparison(query).hybrid(library.mz, library.intensity, 0, library.mz.length, deltaMass);
}

/**
 * Neutral-loss similarity of two prepared spectra: the simple similarity of their losses M − m. Losses larger than either spectrum
 * could show (M less its first m/z) are left out; peaks above M (isotopes) count as negative losses. ΔM as for `hybridScore`.
 */
export function neutralLossScore(query: NominalSpectrum, library: NominalSpectrum, deltaMass: number): AnalogueScore {
  return new AnalogueComparison(query).neutralLoss(library.mz, library.intensity, 0, library.mz.length, deltaMass);
}
