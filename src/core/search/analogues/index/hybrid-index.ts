import { NOMINAL_MZ_MAX, type PeakArrays, prepareNominal } from '../../scores/nominal-spectrum';
import type { AnalogueScoreId } from '../descriptors';
import {
  bytesOfBlock,
  HYBRID_BLOCK_SIZE,
  type HybridBlock,
  sealHybridBlock,
  unsealHybridBlock,
  type WaitingSpectrum,
} from './hybrid-block';
import { searchBlocks } from './search-blocks';
import { tileSums } from './tile-sums';

export interface HybridSearchOptions {
  /** Nominal mass of the query's molecule, Da: as the analyst states it, or a candidate of `molecularIonCandidates`. */
  readonly molecularMass: number;
  /** @default 'ei-hybrid' */
  readonly score?: AnalogueScoreId;
  /** How many hits at most. @default 20 */
  readonly top?: number;
  /** Which records take part. @default all */
  readonly accepts?: (recordKey: number) => boolean;
}

export interface HybridHit {
  readonly recordKey: number;
  /** 1 for the best. */
  readonly rank: number;
  readonly score: number;
  readonly reverse: number;
  /** Query's molecular mass less the entry's, Da; `undefined` where the entry's is unknown (compared unshifted). */
  readonly deltaMass: number | undefined;
}

export interface HybridSearchResult {
  readonly hits: readonly HybridHit[];
  /** Records that took part. */
  readonly searched: number;
  /** Records whose exact score was computed; the bound ruled out the others. */
  readonly scored: number;
}

/** The whole index in arrays over shared memory, to be posted to threads. */
export interface HybridIndexState {
  readonly layout: 'hybrid-index-2';
  readonly blocks: readonly HybridBlock[];
}

/**
 * An exact index for hybrid and neutral-loss search over nominal-mass EI spectra: the same records, scores and order (ties by lower
 * key) as comparing the query with every record; records without a score above 0 are no hits. An entry of unknown molecular mass is
 * compared unshifted by the hybrid score and left out by the neutral-loss score. docs/methods/hybrid-search.md.
 */
export class HybridIndex {
  readonly #blockSize: number;
  readonly #sealed: HybridBlock[] = [];
  #waiting: WaitingSpectrum[] = [];

  /** @param blockSize spectra in a block, up to the default; the answers do not depend on it */
  constructor(blockSize: number = HYBRID_BLOCK_SIZE) {
    this.#blockSize = blockSize;
  }

  /** An index over the blocks of another one (`toState`); both read the same memory. */
  static from(state: HybridIndexState): HybridIndex {
    const index = new HybridIndex();
    index.#sealed.push(...state.blocks);
    return index;
  }

  get size(): number {
    return this.#sealed.reduce((sum, block) => sum + block.count, 0) + this.#waiting.length;
  }

  /** Bytes held in sealed arrays. */
  get bytes(): number {
    return this.#sealed.reduce((sum, block) => sum + bytesOfBlock(block), 0);
  }

  /**
   * Adds one spectrum (m/z and intensity as in the file; prepared here). `recordKey` is a whole number that no other record has;
   * `molecularMass` the nominal mass of its molecule, Da (not of a salt), `undefined` where unknown. Throws RangeError for others.
   */
  add(recordKey: number, spectrum: PeakArrays, molecularMass: number | undefined): void {
    if (!Number.isSafeInteger(recordKey)) throw new RangeError(`record key ${recordKey} is not a whole number`);
    if (molecularMass !== undefined) requireMass(molecularMass);
    const last = this.#sealed.at(-1);
    if (this.#waiting.length === 0 && last !== undefined && last.count < this.#blockSize) {
      this.#sealed.pop();
      this.#waiting = unsealHybridBlock(last);
    }
    this.#waiting.push({ key: recordKey, mass: molecularMass ?? 0, spectrum: prepareNominal(spectrum) });
    if (this.#waiting.length === this.#blockSize) this.#seal();
  }

  search(query: PeakArrays, options: HybridSearchOptions): HybridSearchResult {
    requireMass(options.molecularMass);
    this.#seal();
    const prepared = prepareNominal(query);
    const score = options.score ?? 'ei-hybrid';
    return searchBlocks(this.#sealed, prepared, { ...options, score, top: options.top ?? 20 }, tileSums());
  }

  /** The blocks themselves, not copies; a search does not change them. */
  toState(): HybridIndexState {
    this.#seal();
    return { layout: 'hybrid-index-2', blocks: [...this.#sealed] };
  }

  #seal(): void {
    if (this.#waiting.length === 0) return;
    this.#sealed.push(sealHybridBlock(this.#waiting));
    this.#waiting = [];
  }
}

function requireMass(mass: number): void {
  if (!(Number.isInteger(mass) && mass >= 1 && mass <= NOMINAL_MZ_MAX)) throw new RangeError(`${mass} is no nominal molecular mass`);
}
