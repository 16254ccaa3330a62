import { NOMINAL_MZ_MAX } from '../../scores/nominal-spectrum';
import type { AnalogueScoreId } from '../descriptors';
import type { SpectrumOnMasses } from '../spectrum-on-masses';
import { type HybridBlock, strongFrom } from './hybrid-block';

/** Added to a bound: covers the rounding of the double-precision sums (at most 65,535 terms: 2e-8 of a score of 1000). */
export const SLACK = 1e-6;
/** After so many peaks it is asked whether the rest can still reach the threshold. */
const STRIDE = 12;

/** √0 … √1998. */
export const ROOTS: Float64Array = Float64Array.from({ length: 1999 }, (_, intensity) => Math.sqrt(intensity));

/** Room for m/z 0 to 65,535 below and above the query's own, so that no place asked for lies outside. */
const OFFSET = NOMINAL_MZ_MAX + 1;

/**
 * What a library peak of intensity 1 can add to the product of a query, at one mass difference.
 *
 * Hybrid: a peak l split into k + s adds at most √(U_m·k) + √(U_{m+ΔM}·s) ≤ √l · √(U_m + U_{m+ΔM}) (Cauchy–Schwarz; shares of one
 * place that come from two peaks add up to no more than their roots taken singly). Neutral loss: √(l · U_{m+ΔM}).
 */
export class Reach {
  /** Query intensities from place OFFSET on, zeros around. */
  readonly padded: Uint16Array;
  readonly #score: AnalogueScoreId;
  deltaMass = 0;
  /** A peak at m reaches √(padded[m + here] + padded[m + there]). */
  here = 0;
  there = 0;

  constructor(score: AnalogueScoreId, query: SpectrumOnMasses) {
    this.#score = score;
    this.padded = new Uint16Array(3 * OFFSET);
    this.padded.set(query.intensity, OFFSET);
  }

  set(deltaMass: number): void {
    this.deltaMass = deltaMass;
    // Places below OFFSET hold zeros: where one of the two ways is not open.
    this.here = this.#score === 'ei-hybrid' ? OFFSET : 0;
    this.there = this.#score === 'ei-hybrid' && deltaMass === 0 ? 0 : OFFSET + deltaMass;
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
  const { padded, here, there } = reach;
  const { mz, intensity } = block;
  const end = block.starts[slot + 1]!;
  let rest = block.total[slot]!;
  let product = 0;
  let at = block.starts[slot]!;
  while (at < end) {
    const stop = at + STRIDE < end ? at + STRIDE : end;
    for (; at < stop; at++) {
      const l = intensity[at]!;
      const m = mz[at]!;
      product += ROOTS[l]! * ROOTS[padded[m + here]! + padded[m + there]!]!;
      rest -= l;
    }
    if (product >= needed) {
      if (at === end) return true;
    } else if (product + Math.sqrt(rest * queryTotal) < needed) return false;
  }
  return product >= needed;
}
