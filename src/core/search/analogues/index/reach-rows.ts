import type { NominalSpectrum } from '../../scores/nominal-spectrum';
import type { AnalogueScoreId } from '../descriptors';
import type { QueryRows, TileSums } from './tile-sums';

/** √0 … √1998. */
export const ROOTS: Float64Array = Float64Array.from({ length: 1999 }, (_, intensity) => Math.sqrt(intensity));

/** Sums of products must stay below 2³¹: factors of at most this much, fewer steps where many places are multiplied. */
const FINEST = 32_767;
const MOST = (2 ** 31 - 1) / 255;

/**
 * What a library peak of intensity 1 can add to the product of a query, at each mass difference, as rows for the kernel.
 *
 * Hybrid: a peak l split into k + s adds at most √(U_m·k) + √(U_{m+ΔM}·s) ≤ √l · √(U_m + U_{m+ΔM}) (Cauchy–Schwarz; shares of one
 * place that come from two peaks add up to no more than their roots taken singly). Neutral loss: √(l · U_{m+ΔM}).
 */
export class ReachRows {
  /** A sum of the kernel times this is the product. */
  readonly unit: number;
  readonly #score: AnalogueScoreId;
  readonly #query: NominalSpectrum;
  readonly #sums: TileSums;
  readonly #factorOf: Uint16Array;
  readonly #made = new Map<number, QueryRows & { readonly highestMz: number }>();
  #reach = new Uint16Array(2048);
  #rows = new Int32Array(2048);

  constructor(score: AnalogueScoreId, query: NominalSpectrum, sums: TileSums) {
    this.#score = score;
    this.#query = query;
    this.#sums = sums;
    sums.forgetRows();
    // Both places of a peak; a row rounds both of its factors up.
    const steps = Math.min(FINEST - 1, Math.floor(MOST / (4 * Math.max(1, query.mz.length))) - 1);
    const perRoot = steps / ROOTS[1998]!;
    this.#factorOf = Uint16Array.from(ROOTS, (root) => Math.ceil(root * perRoot));
    // More than the rounding of the products and of the kernel's single precision.
    this.unit = (1 + 2 ** -20) / perRoot;
  }

  /** The rows of one difference (query's mass less the library's, Da) for spectra up to an m/z, made once. */
  of(deltaMass: number, highestMz: number): QueryRows {
    const known = this.#made.get(deltaMass);
    if (known !== undefined && known.highestMz >= highestMz) return known;
    const made = { ...this.#sums.takeUp(this.#write(deltaMass, highestMz)), highestMz };
    this.#made.set(deltaMass, made);
    return made;
  }

  #write(deltaMass: number, highestMz: number): Int32Array {
    const { mz, intensity } = this.#query;
    const hybrid = this.#score === 'ei-hybrid';
    const shifted = !(hybrid && deltaMass === 0);
    const first = Math.max(0, (mz[0] ?? 0) - (hybrid ? Math.max(0, deltaMass) : deltaMass));
    const last = Math.min(highestMz, (mz.at(-1) ?? 0) - (hybrid ? Math.min(0, deltaMass) : deltaMass));
    if (last + 2 > this.#reach.length) this.#reach = new Uint16Array(2 * (last + 2));
    const reach = this.#reach;
    for (let i = 0; i < mz.length; i++) {
      const m = mz[i]!;
      if (hybrid && m <= last) reach[m]! += intensity[i]!;
      const from = m - deltaMass;
      if (shifted && from > 0 && from <= last) reach[from]! += intensity[i]!;
    }
    if (last + 2 > this.#rows.length) this.#rows = new Int32Array(2 * (last + 2));
    const rows = this.#rows;
    const factorOf = this.#factorOf;
    let at = 0;
    for (let m = first & ~1; m <= last; m += 2) {
      const even = reach[m]!;
      const odd = reach[m + 1]!;
      if ((even | odd) === 0) continue;
      rows[at++] = m;
      rows[at++] = factorOf[even]! | (factorOf[odd]! << 16);
      reach[m] = 0;
      reach[m + 1] = 0;
    }
    return rows.subarray(0, at);
  }
}
