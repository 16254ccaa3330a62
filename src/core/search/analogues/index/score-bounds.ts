import { NOMINAL_MZ_MAX } from '../../scores/nominal-spectrum';
import type { AnalogueScoreId } from '../descriptors';
import type { SpectrumOnMasses } from '../spectrum-on-masses';
import type { HybridBlock } from './hybrid-block';
import { type LeastNorms, leastShare, strongFrom } from './least-norms';

/** Added to a bound: covers the rounding of the double-precision sums (at most 65,535 terms: 2e-8 of a score of 1000). */
const SLACK = 1e-6;

/** One query against one block: norms that no score can fall below. */
export class ScoreBounds {
  readonly #score: AnalogueScoreId;
  readonly #query: SpectrumOnMasses;
  readonly #block: HybridBlock;

  constructor(score: AnalogueScoreId, query: SpectrumOnMasses, block: HybridBlock) {
    this.#score = score;
    this.#query = query;
    this.#block = block;
  }

  /**
   * For a group or a tile: least Σ of the query · least share of Σ of the library spectrum, by which the square of a product with √(I / Σ I) is
   * divided to bound a score; 0 where nothing can be said.
   */
  ofUnit(least: LeastNorms, unit: number, deltaMass: number): number {
    const { first, weakPeaks } = this.#query;
    let share: number;
    if (this.#score === 'ei-neutral-loss') {
      // Peaks moved beyond the highest m/z that is compared leave the library's sum.
      if (this.#block.highestMz + deltaMass > NOMINAL_MZ_MAX) return 0;
      share = leastShare(least, unit, first - deltaMass);
    } else {
      share = leastShare(least, unit, first) - (2 * weakPeaks) / least.strong[unit]!;
    }
    const ofQuery = this.#ofQuery(least.lowestFirst[unit]!, least.highestFirst[unit]!, deltaMass);
    return ofQuery > 0 && share > 0 ? ofQuery * share * (1 - 1e-12) : 0;
  }

  /** A lower bound of (Σ of the query) · (Σ of one library spectrum), 0 when there is none. */
  least(slot: number, deltaMass: number): number {
    const block = this.#block;
    const first = block.firstMz[slot]!;
    let ofLibrary: number;
    if (this.#score === 'ei-neutral-loss') {
      if (block.highestMz + deltaMass > NOMINAL_MZ_MAX) return 0;
      ofLibrary = strongFrom(block, slot, this.#query.first - deltaMass);
    } else {
      ofLibrary = strongFrom(block, slot, this.#query.first) - 2 * this.#query.weakPeaks;
    }
    return ofLibrary <= 0 ? 0 : Math.max(0, this.#ofQuery(first, first, deltaMass)) * ofLibrary;
  }

  /** Least Σ of the query where the library's spectra begin between two m/z. */
  #ofQuery(lowest: number, highest: number, deltaMass: number): number {
    const query = this.#query;
    if (this.#score === 'ei-neutral-loss') return query.strongFrom(Math.max(query.first, highest + deltaMass));
    // Query peaks whose unshifted partner lies below the common range may be left out of the query's sum.
    const leftOut =
      deltaMass > 0 && lowest < query.first
        ? query.strongFrom(Math.max(query.first, lowest + deltaMass)) - query.strongFrom(query.first + deltaMass)
        : 0;
    return query.strongFrom(Math.max(query.first, highest)) - leftOut;
  }
}

/** What the square of a product, divided by its norms, must reach for the score to reach the threshold; scores up to 0 are no hits. */
export function neededSquare(threshold: number): number {
  return ((Math.max(0, threshold) + 0.5 - SLACK) / 1000) * (1 - 1e-12);
}
