import { NOMINAL_MZ_MAX, type NominalSpectrum } from '../scores/nominal-spectrum';
import { SpectrumOnMasses } from './spectrum-on-masses';

/** Forward and reverse value of one comparison, −0.5 to 999.5; 0 when nothing matches. */
export interface AnalogueScore {
  readonly forward: number;
  /** Query peaks that the library spectrum lacks add nothing. */
  readonly reverse: number;
}

/**
 * Hybrid similarity of two prepared spectra (`prepareNominal`): the simple similarity after every library peak m was split between
 * m and m + ΔM, ΔM = nominal mass of the query's molecule less the library's (Da, whole). docs/methods/hybrid-search.md.
 * Source: Moorthy, Wallace, Kearsley, Tchekhovskoi, Stein, Anal. Chem. 89 (2017) 13261; details derived from stored engine output.
 */
export function hybridScore(query: NominalSpectrum, library: NominalSpectrum, deltaMass: number): AnalogueScore {
  return new HybridComparison(query).score(library.mz, library.intensity, 0, library.mz.length, deltaMass);
}

/** One query prepared for comparison with many library spectra. Not to be shared between threads. */
export class HybridComparison {
  readonly #query: SpectrumOnMasses;
  /** The library's peaks after the split; all 0 between calls. */
  #split = new Float64Array(1024);
  /** The library's peaks as they are; all 0 between calls. */
  #library = new Uint16Array(1024);

  constructor(query: NominalSpectrum) {
    this.#query = new SpectrumOnMasses(query);
  }

  /** Compares with the peaks `from` … `to` of two arrays, in any order, one peak an m/z. */
  score(mz: Uint16Array, intensity: Uint16Array, from: number, to: number, deltaMass: number): AnalogueScore {
    let last = 0;
    for (let i = from; i < to; i++) if (mz[i]! > last) last = mz[i]!;
    this.#makeRoom(Math.max(this.#query.last, last + Math.max(0, deltaMass)));
    const library = this.#library;
    let first = Number.POSITIVE_INFINITY;
    for (let i = from; i < to; i++) {
      const m = mz[i]!;
      library[m] = intensity[i]!;
      if (m < first) first = m;
    }
    const result =
      first > last || this.#query.last === 0
        ? { forward: 0, reverse: 0 }
        : this.#compare(Math.max(first, this.#query.first), last, deltaMass);
    for (let i = from; i < to; i++) library[mz[i]!] = 0;
    return result;
  }

  #makeRoom(highest: number): void {
    const size = Math.min(NOMINAL_MZ_MAX, highest) + 1;
    if (size <= this.#split.length) return;
    this.#split = new Float64Array(size);
    this.#library = new Uint16Array(size);
  }

  #compare(start: number, last: number, deltaMass: number): AnalogueScore {
    const split = this.#split;
    for (let m = start; m <= last; m++) split[m] = this.#library[m]!;
    if (deltaMass > 0) for (let m = last; m >= start; m--) this.#divide(m, deltaMass, start);
    if (deltaMass < 0) for (let m = start; m <= last; m++) this.#divide(m, deltaMass, start);
    const end = Math.min(NOMINAL_MZ_MAX, Math.max(this.#query.last, last + Math.max(0, deltaMass)));
    const score = this.#sum(start, end, deltaMass);
    split.fill(0, start, end + 1);
    return score;
  }

  /**
   * Moves of the peak at m to m + ΔM what makes the two places stand as the query's intensities there; a place never gives back what
   * it holds. Going against ΔM no part is moved twice.
   */
  #divide(m: number, deltaMass: number, start: number): void {
    const here = this.#split[m]!;
    const to = m + deltaMass;
    if (here === 0 || to < start || to > NOMINAL_MZ_MAX) return;
    const there = this.#query.intensity[to] ?? 0;
    if (there === 0) return;
    const held = this.#split[to]!;
    const wanted = ((here + held) * there) / ((this.#query.intensity[m] ?? 0) + there) - held;
    const moved = wanted < 0 ? 0 : wanted > here ? here : wanted;
    this.#split[m] = here - moved;
    this.#split[to] = held + moved;
  }

  /** The sums of the simple similarity, in ascending m/z: a fixed order gives the same number everywhere. */
  #sum(start: number, end: number, deltaMass: number): AnalogueScore {
    const { intensity } = this.#query;
    let product = 0;
    let ofQuery = 0;
    let ofQueryMatched = 0;
    let ofLibrary = 0;
    for (let m = start; m <= end; m++) {
      const u = intensity[m] ?? 0;
      const l = this.#split[m]!;
      if (u < 2 && l < 2) continue;
      ofLibrary += l;
      if (l > 0 && u > 0) {
        product += Math.sqrt(u * l);
        ofQueryMatched += u;
        ofQuery += u;
      } else if (!this.#unrecordedPartner(m - deltaMass, start, deltaMass)) ofQuery += u;
    }
    if (product === 0) return { forward: 0, reverse: 0 };
    const squared = 1000 * product * product;
    return { forward: squared / (ofQuery * ofLibrary) - 0.5, reverse: squared / (ofQueryMatched * ofLibrary) - 0.5 };
  }

  /** Whether the library has the unshifted partner of a query peak, but below the common range, where it was cut off. */
  #unrecordedPartner(m: number, start: number, deltaMass: number): boolean {
    return deltaMass > 0 && m > 0 && m < start && this.#library[m]! > 0;
  }
}
