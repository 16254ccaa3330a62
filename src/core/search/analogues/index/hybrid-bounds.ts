import { NOMINAL_MZ_MAX } from '../../scores/nominal-spectrum';
import type { AnalogueScoreId } from '../descriptors';
import type { SpectrumOnMasses } from '../spectrum-on-masses';
import { type HybridBlock, strongFrom } from './hybrid-block';

/** Added to a bound: covers the rounding of the double-precision sums (at most 65,535 terms: 2e-8 of a score of 1000). */
export const SLACK = 1e-6;
/** After so many peaks it is asked whether the rest can still reach the threshold. */
const STRIDE = 12;

/** √0 … √1998. */
const ROOTS: Float64Array = Float64Array.from({ length: 1999 }, (_, intensity) => Math.sqrt(intensity));

/** What a library peak at m/z m and intensity 1 can add to the product of a query, at one mass difference: reach[m]. */
export class Reach {
  readonly values: Float64Array;
  deltaMass = 0;
  readonly #score: AnalogueScoreId;
  readonly #query: SpectrumOnMasses;

  constructor(score: AnalogueScoreId, query: SpectrumOnMasses, highestMz: number) {
    this.#score = score;
    this.#query = query;
    this.values = new Float64Array(highestMz + 1);
  }

  /**
   * Hybrid: a peak l split into k + s adds at most √(U_m·k) + √(U_{m+ΔM}·s) ≤ √l · √(U_m + U_{m+ΔM}) (Cauchy–Schwarz; shares of one
   * place that come from two peaks add up to no more than their roots taken singly). Neutral loss: √(l · U_{m+ΔM}).
   */
  set(deltaMass: number): void {
    const { values } = this;
    const { intensity, first, last } = this.#query;
    this.deltaMass = deltaMass;
    const direct = this.#score === 'ei-hybrid' ? 1 : 0;
    const shifted = this.#score === 'ei-neutral-loss' || deltaMass !== 0 ? 1 : 0;
    const lowest = direct === 1 ? first : Math.max(0, first - deltaMass);
    values.fill(0, 0, Math.min(values.length, lowest));
    for (let m = lowest; m < values.length; m++) {
      const to = m + deltaMass;
      const here = direct === 1 && m <= last ? intensity[m]! : 0;
      const there = shifted === 1 && to >= first && to <= last ? intensity[to]! : 0;
      values[m] = ROOTS[here + there]!;
    }
  }
}

/** The norms of one query against one block that no score can fall below. */
export class NormBounds {
  readonly #score: AnalogueScoreId;
  readonly #query: SpectrumOnMasses;
  readonly #block: HybridBlock;
  readonly #strongInRange: Float64Array;

  constructor(score: AnalogueScoreId, query: SpectrumOnMasses, block: HybridBlock, strongInRange: Float64Array) {
    this.#score = score;
    this.#query = query;
    this.#block = block;
    this.#strongInRange = strongInRange;
  }

  /** A lower bound of (sum of the query) · (sum of the library spectrum), 0 when there is none. */
  least(slot: number, deltaMass: number): number {
    const { first, weakPeaks } = this.#query;
    const libraryFirst = this.#block.firstMz[slot]!;
    if (this.#score === 'ei-neutral-loss') {
      // Peaks moved beyond the highest m/z that is compared leave the library's sum.
      if (this.#block.highestMz + deltaMass > NOMINAL_MZ_MAX) return 0;
      const ofQuery = this.#query.strongFrom(Math.max(first, libraryFirst + deltaMass));
      const ofLibrary = strongFrom(this.#block, slot, first - deltaMass);
      return ofQuery * ofLibrary;
    }
    const start = Math.max(first, libraryFirst);
    // Query peaks whose unshifted partner lies below the common range may be left out of the query's sum.
    const leftOut =
      deltaMass > 0 && libraryFirst < first
        ? this.#query.strongFrom(Math.max(start, libraryFirst + deltaMass)) - this.#query.strongFrom(start + deltaMass)
        : 0;
    const ofLibrary = this.#strongInRange[slot]! - 2 * weakPeaks;
    return ofLibrary <= 0 ? 0 : (this.#query.strongFrom(start) - leftOut) * ofLibrary;
  }
}

/** Whether the spectrum can reach the threshold: the strongest peaks first, and left as soon as the rest cannot make up for it. */
export function canReach(block: HybridBlock, slot: number, reach: Reach, queryTotal: number, least: number, threshold: number): boolean {
  if (least <= 0) return true;
  const squared = ((Math.max(0, threshold) + 0.5 - SLACK) * least) / 1000;
  const needed = Math.sqrt(squared) * (1 - 1e-12);
  const { values } = reach;
  const { mz, intensity } = block;
  const end = block.starts[slot + 1]!;
  let rest = block.total[slot]!;
  let product = 0;
  let at = block.starts[slot]!;
  while (at < end) {
    const stop = at + STRIDE < end ? at + STRIDE : end;
    for (; at < stop; at++) {
      const l = intensity[at]!;
      product += ROOTS[l]! * values[mz[at]!]!;
      rest -= l;
    }
    if (product >= needed) {
      if (at === end) return true;
    } else if (product + Math.sqrt(rest * queryTotal) < needed) return false;
  }
  return product >= needed;
}
