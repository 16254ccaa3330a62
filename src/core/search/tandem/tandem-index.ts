import type { PeakArrays } from '../scores/nominal-spectrum';
import { type ScanScratch, scanScratch } from './block-scan';
import { DEFAULT_CLEANING, prepareTandem, type TandemCleaning } from './clean-spectrum';
import type { PrecursorCondition, TandemScoreId } from './descriptors';
import { planQuery } from './query-plan';
import { tandemScorer } from './score-tandem';
import { SpectrumStore } from './spectrum-store';
import { BLOCK_SIZE, type StoredPlace, sealBlock, type TandemBlock } from './tandem-block';
import { firstAtLeast, type SlotRange, type TandemHit, TandemSearch } from './tandem-search';
import { checkTolerance, halfWidth, type MzTolerance } from './tolerance';

/** So many added spectra wait in the open tail, a small block of its own made when a search comes, before they join the last block. */
const TAIL_SIZE = 1024;

/** An accurate-mass spectrum: peaks as in the file, any order and scale; precursor in m/z where known. */
export interface TandemInput extends PeakArrays {
  readonly precursorMz?: number | undefined;
}

export interface TandemSearchOptions {
  /** The score that ranks. @default 'tandem-entropy' */
  readonly score?: TandemScoreId;
  /** How many hits at most. @default 20 */
  readonly top?: number;
  /** Of two peaks that match. @default 0.02 Da */
  readonly tolerance?: MzTolerance;
  /** @default 'open' */
  readonly precursor?: PrecursorCondition;
  /** Which records take part. @default all */
  readonly accepts?: (key: number) => boolean;
}

export interface TandemSearchResult {
  /** Best first; of equal scores the lower key first. Records without a score above 0 are no hits. */
  readonly hits: readonly TandemHit[];
  /** Records in the precursor window (all for an open search), before the filter. */
  readonly searched: number;
  /** Records whose exact score was computed; bounds ruled out the others. */
  readonly scored: number;
}

/** The whole index as plain typed arrays over shared memory, to be posted to threads or written to a file. */
export interface TandemIndexState {
  readonly layout: 'tandem-index-1';
  readonly cleaning: TandemCleaning;
  readonly blocks: readonly TandemBlock[];
}

/** The tolerance of a search that states none. */
export const DEFAULT_TOLERANCE: MzTolerance = { value: 0.02, unit: 'Da' };

/**
 * An exact in-memory index over accurate-mass spectra (MS2, DART and other soft ionisation). It answers, for any of the seven scores and any
 * tolerance, the same records with the same scores in the same order as comparing the query with every record.
 * Method, proof and measurements: docs/methods/tandem-index.md.
 */
export class TandemIndex {
  readonly cleaning: TandemCleaning;
  readonly #blocks: TandemBlock[];
  #tail = new SpectrumStore();
  #tailBlock: TandemBlock | undefined;
  #scratch: ScanScratch | undefined;

  constructor(cleaning: TandemCleaning = DEFAULT_CLEANING, blocks: readonly TandemBlock[] = []) {
    this.cleaning = cleaning;
    this.#blocks = [...blocks];
  }

  /** An index over the blocks of another one; both may search them. Throws `RangeError` for another layout. */
  static from(state: TandemIndexState): TandemIndex {
    if (state.layout !== 'tandem-index-1') throw new RangeError(`layout ${String(state.layout)} is not known`);
    return new TandemIndex(state.cleaning, state.blocks);
  }

  /** How many spectra it holds. */
  get size(): number {
    return this.#blocks.reduce((sum, block) => sum + block.count, this.#tail.count);
  }

  /** Bytes held in typed arrays. */
  get bytes(): number {
    return this.#blocks.reduce(
      (sum, block) => sum + blockBytes(block),
      this.#tail.bytes + (this.#tailBlock === undefined ? 0 : blockBytes(this.#tailBlock)),
    );
  }

  /**
   * Adds one spectrum; nothing is rebuilt but the last block from time to time. `key` is a whole number that no other record has. A
   * spectrum without usable peaks is counted and never found.
   */
  add(key: number, spectrum: TandemInput): void {
    checkKey(key);
    this.#tail.append(key, prepareTandem(spectrum, spectrum.precursorMz, this.cleaning));
    this.#tailBlock = undefined;
    if (this.#tail.count >= TAIL_SIZE) this.#sealTail();
  }

  /** The best records for a query (cleaned as the records were). Throws `RangeError` for a tolerance that is no width. */
  search(query: TandemInput, options: TandemSearchOptions = {}): TandemSearchResult {
    const { score = 'tandem-entropy', top = 20, tolerance = DEFAULT_TOLERANCE, precursor = 'open', accepts } = options;
    checkTolerance(tolerance);
    const prepared = prepareTandem(query, query.precursorMz, this.cleaning);
    this.#scratch ??= scanScratch();
    const search = new TandemSearch(
      planQuery(score, prepared, tolerance),
      tandemScorer(score, prepared, tolerance),
      top,
      accepts,
      this.#scratch,
    );
    const blocks = this.#withTail();
    let searched = 0;
    if (precursor === 'open') {
      searched = this.size;
      search.searchAll(blocks);
    } else {
      checkTolerance(precursor.tolerance);
      const ranges = [...precursorRanges(blocks, prepared.precursorMz, precursor.tolerance)];
      searched = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
      search.searchRanges(ranges);
    }
    return { hits: search.ranked(), searched, scored: search.scored };
  }

  /** The blocks themselves, not copies; the tail is sealed first. */
  toState(): TandemIndexState {
    this.#sealTail();
    return { layout: 'tandem-index-1', cleaning: this.cleaning, blocks: [...this.#blocks] };
  }

  /** The tail as a block of its own, made anew when it has grown. */
  #withTail(): readonly TandemBlock[] {
    if (this.#tail.count === 0) return this.#blocks;
    this.#tailBlock ??= sealBlock(sortedPlaces([this.#tail]));
    return [...this.#blocks, this.#tailBlock];
  }

  /** Joins the tail with the last block where both fit into one. */
  #sealTail(): void {
    if (this.#tail.count === 0) return;
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.count + this.#tail.count <= BLOCK_SIZE) {
      this.#blocks.pop();
      this.#blocks.push(sealBlock(sortedPlaces([last, this.#tail])));
    } else this.#blocks.push(sealBlock(sortedPlaces([this.#tail])));
    this.#tail = new SpectrumStore();
    this.#tailBlock = undefined;
  }
}

/**
 * Builds an index of many spectra at once, sorted by precursor over all blocks. Several builders may work in parallel on parts of a
 * library; `joinTandem` makes one index of their states.
 */
export class TandemIndexBuilder {
  readonly #cleaning: TandemCleaning;
  readonly #stores: SpectrumStore[] = [];

  constructor(cleaning: TandemCleaning = DEFAULT_CLEANING) {
    this.#cleaning = cleaning;
  }

  add(key: number, spectrum: TandemInput): void {
    checkKey(key);
    let store = this.#stores.at(-1);
    if (store === undefined || store.count === BLOCK_SIZE) {
      store = new SpectrumStore();
      this.#stores.push(store);
    }
    store.append(key, prepareTandem(spectrum, spectrum.precursorMz, this.#cleaning));
  }

  /** The finished state; the builder is empty afterwards. */
  finish(): TandemIndexState {
    const places = sortedPlaces(this.#stores);
    const blocks: TandemBlock[] = [];
    for (let from = 0; from < places.length; from += BLOCK_SIZE) blocks.push(sealBlock(places.slice(from, from + BLOCK_SIZE)));
    this.#stores.length = 0;
    return { layout: 'tandem-index-1', cleaning: this.#cleaning, blocks };
  }
}

/** One state of several made with the same cleaning and without common keys. Throws `RangeError` where the cleaning differs. */
export function joinTandem(states: readonly TandemIndexState[]): TandemIndexState {
  const cleaning = states[0]?.cleaning ?? DEFAULT_CLEANING;
  for (const state of states) {
    if (JSON.stringify(state.cleaning) !== JSON.stringify(cleaning)) throw new RangeError('indexes of different cleaning cannot be joined');
  }
  return { layout: 'tandem-index-1', cleaning, blocks: states.flatMap(({ blocks }) => blocks) };
}

function checkKey(key: number): void {
  if (!Number.isSafeInteger(key)) throw new RangeError(`record key ${key} is not a whole number`);
}

/** Ascending by precursor, then key. */
function sortedPlaces(stores: readonly (StoredPlace['store'] & { readonly count: number })[]): readonly StoredPlace[] {
  return stores
    .flatMap((store) => Array.from({ length: store.count }, (_, slot) => ({ store, slot })))
    .sort((a, b) => a.store.precursors[a.slot]! - b.store.precursors[b.slot]! || a.store.keys[a.slot]! - b.store.keys[b.slot]!);
}

/** The slots of each block whose precursor is known and within the tolerance; none where the query's is not known. */
function* precursorRanges(blocks: readonly TandemBlock[], precursorMz: number, tolerance: MzTolerance): Generator<SlotRange> {
  if (precursorMz === 0) return;
  const width = halfWidth(tolerance, precursorMz);
  for (const block of blocks) {
    const near = (slot: number) => Math.abs(block.precursors[slot]! - precursorMz) <= width;
    // Rounding of the ends must not decide: the difference does.
    let from = firstAtLeast(block.precursors, Math.max(precursorMz - width - 1e-6, Number.MIN_VALUE));
    while (from < block.count && block.precursors[from]! < precursorMz && !near(from)) from++;
    let to = firstAtLeast(block.precursors, precursorMz + width + 1e-6);
    while (to > from && !near(to - 1)) to--;
    if (to > from) yield { block, from, to };
  }
}

function blockBytes(block: TandemBlock): number {
  const { fragments, losses } = block;
  const arrays = [block.keys, block.precursors, block.entropies, block.starts, block.mz, block.intensity, block.codes];
  const others = [block.inverseNorm, block.inverseLossNorm, fragments.starts, fragments.entries, losses.starts, losses.entries];
  return [...arrays, ...others].reduce((sum, array) => sum + array.byteLength, 0);
}
