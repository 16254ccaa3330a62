import type { NominalSpectrum } from '../../scores/nominal-spectrum';
import { ROOTS } from './reach-rows';

/**
 * The product of a query with a library spectrum whose peaks are moved as the hybrid score moves them, in one walk over its peaks and left
 * as soon as it cannot reach what is needed: the bound of the kernel lets two peaks that meet at one m/z each have the query's peak for itself.
 */
export class MovedPeaks {
  readonly #query: NominalSpectrum;
  /** The query's intensities from place `#zero` on, zeros around. */
  #ofQuery = new Uint16Array(0);
  #zero = 0;
  #room = -1;
  /** What is left at each m/z; all 0 between calls. */
  #held = new Float64Array(2048);

  constructor(query: NominalSpectrum) {
    this.#query = query;
  }

  /**
   * Whether Σ√(U·L) can reach `needed`. Peaks 0 … count by ascending m/z; `bound`: more by 1e-7 than their product with √(U(m) + U(m + ΔM)).
   * What is held is computed as the score does it, to the last bit: roots of what is nearly nothing would not be near.
   */
  canReach(peaks: NominalSpectrum, count: number, deltaMass: number, bound: number, needed: number): boolean {
    if (deltaMass === 0 || count === 0 || bound < needed) return bound >= needed;
    this.#makeRoom(peaks.mz[count - 1]! + Math.abs(deltaMass));
    const lost = this.#lost(peaks, count, deltaMass, bound - needed);
    return lost <= bound - needed && this.#unmoved(peaks, count, deltaMass) - lost >= needed;
  }

  /** By how much the product with √(U(m) + U(m + ΔM)) exceeds the one after moving; ends above `most`. */
  #lost({ mz, intensity }: NominalSpectrum, count: number, deltaMass: number, most: number): number {
    const ofQuery = this.#ofQuery;
    const zero = this.#zero;
    const held = this.#held;
    const start = Math.max(this.#query.mz[0]!, mz[0]!);
    let lost = 0;
    // Below the common range nothing is compared.
    let first = 0;
    for (; first < count && mz[first]! < start; first++) {
      const m = zero + mz[first]!;
      lost += ROOTS[intensity[first]!]! * ROOTS[ofQuery[m]! + ofQuery[m + deltaMass]!]!;
    }
    const step = deltaMass > 0 ? -1 : 1;
    const from = deltaMass > 0 ? count - 1 : first;
    const end = deltaMass > 0 ? first - 1 : count;
    let i = from;
    for (; i !== end && lost <= most; i += step) {
      const m = mz[i]!;
      const l = intensity[i]!;
      const to = m + deltaMass;
      const there = ofQuery[zero + to]!;
      if (there === 0) {
        held[m] = l;
        continue;
      }
      const here = ofQuery[zero + m]!;
      if (to < start) {
        held[m] = l;
        lost += ROOTS[l]! * (ROOTS[here + there]! - ROOTS[here]!);
        continue;
      }
      const before = held[to]!;
      if (before === 0) {
        held[m] = l - (l * there) / (here + there);
        continue;
      }
      const wanted = ((l + before) * there) / (here + there) - before;
      const moving = wanted < 0 ? 0 : wanted > l ? l : wanted;
      held[m] = l - moving;
      lost +=
        ROOTS[l]! * ROOTS[here + there]! +
        Math.sqrt(there * before) -
        Math.sqrt(here * (l - moving)) -
        Math.sqrt(there * (before + moving));
    }
    for (let at = from; at !== i; at += step) held[mz[at]!] = 0;
    return lost;
  }

  /** Σ√(L·(U(m) + U(m + ΔM))). */
  #unmoved({ mz, intensity }: NominalSpectrum, count: number, deltaMass: number): number {
    const ofQuery = this.#ofQuery;
    let product = 0;
    for (let i = 0; i < count; i++) {
      const m = this.#zero + mz[i]!;
      product += ROOTS[intensity[i]!]! * ROOTS[ofQuery[m]! + ofQuery[m + deltaMass]!]!;
    }
    return product * (1 + 1e-12);
  }

  /** For places −room … room. */
  #makeRoom(room: number): void {
    if (room <= this.#room) return;
    const { mz, intensity } = this.#query;
    this.#room = Math.max(2 * room, mz.at(-1) ?? 0);
    this.#zero = this.#room;
    this.#ofQuery = new Uint16Array(2 * this.#room + 1);
    for (let i = 0; i < mz.length; i++) this.#ofQuery[this.#zero + mz[i]!] = intensity[i]!;
    this.#held = new Float64Array(this.#room + 1);
  }
}
