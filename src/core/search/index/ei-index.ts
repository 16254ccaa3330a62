import { compareEi, type EiComparison, scoreEi } from '../scores/compare-ei';
import type { EiScoreId } from '../scores/descriptors';
import { type EiMeasure, measured } from '../scores/measures';
import { type NominalSpectrum, type PeakArrays, prepareNominal } from '../scores/nominal-spectrum';
import { searchBlock } from './block-search';
import { appendBlock, appendSpectrum, BLOCK_SIZE, type EiBlock, type OpenBlock, openBlock, sealBlock } from './ei-block';
import { unpackPeaks } from './packed-peaks';
import { planQuery } from './query-plan';
import { finalists, queryRun, type Scratch, scratchFor } from './search-run';
import { tileKernel } from './tile-kernel';
import { type ScoredRecord, TopHits } from './top-hits';

export interface EiSearchOptions {
  /** The score that ranks. @default 'ei-identity' */
  readonly score?: EiScoreId;
  /** How many hits at most. @default 20 */
  readonly top?: number;
  /** Which records take part. @default all */
  readonly accepts?: (recordKey: number) => boolean;
}

export interface EiHit {
  readonly recordKey: number;
  /** 1 for the best. */
  readonly rank: number;
  /** The exact value of the score that ranked. */
  readonly score: number;
  readonly comparison: EiComparison;
}

export interface EiSearchResult {
  readonly hits: readonly EiHit[];
  /** Records that took part (accepted by the filter). */
  readonly searched: number;
  /** Records that were compared with the query one by one; bounds ruled out the others. */
  readonly scored: number;
}

/** The whole index as plain typed arrays over shared memory: posted to a thread it is not copied. */
export interface EiIndexState {
  readonly layout: 'ei-index-3';
  readonly blocks: readonly EiBlock[];
}

/**
 * An exact in-memory index over nominal-mass EI spectra. It answers, for any of the four scores, the best records of the whole
 * library: the same records, scores and order as comparing the query with every record. Records without a score above 0 are
 * no hits. Method, proof and measurements: docs/methods/ei-index.md.
 */
export class EiIndex {
  readonly #sealed: EiBlock[] = [];
  readonly #tiledFrom: number;
  #open: OpenBlock | undefined;
  #scratch: Scratch | undefined;
  #peaks: NominalSpectrum = { mz: new Uint16Array(1024), intensity: new Uint16Array(1024) };

  /** @param tiledFrom from how many spectra on a block is laid out for the kernel; fewer are as quickly looked at one by one */
  constructor(tiledFrom = 512) {
    this.#tiledFrom = tiledFrom;
  }

  /** An index over the blocks of another one (`toTransferables`); blocks are never changed, so that any number of indexes may share them. */
  static from(state: EiIndexState): EiIndex {
    return EiIndex.join([state]);
  }

  /** One index over the blocks of several, as threads built them. A record key must be in one of them only. */
  static join(states: readonly EiIndexState[]): EiIndex {
    const index = new EiIndex();
    for (const { blocks } of states) index.#sealed.push(...blocks);
    return index;
  }

  /** How many spectra it holds. */
  get size(): number {
    return this.#sealed.reduce((sum, block) => sum + block.count, 0) + (this.#open?.count ?? 0);
  }

  /** Bytes held. */
  get bytes(): number {
    const open = this.#open === undefined ? [] : [this.#open.keys, this.#open.starts, this.#open.tokens];
    return [...this.#sealed.map(bytesOf), ...open.map(({ byteLength }) => byteLength)].reduce((sum, bytes) => sum + bytes, 0);
  }

  /**
   * Adds one spectrum (m/z and intensity as in the file, any order; prepared here). `recordKey` is a whole number that no other
   * record has. A spectrum without usable peaks is counted and never found. Blocks that are sealed stay as they are.
   */
  add(recordKey: number, spectrum: PeakArrays): void {
    if (!Number.isSafeInteger(recordKey)) throw new RangeError(`record key ${recordKey} is not a whole number`);
    this.#open ??= openBlock();
    appendSpectrum(this.#open, recordKey, prepareNominal(spectrum));
    if (this.#open.count === BLOCK_SIZE) this.#seal();
  }

  /** The best records for a query (m/z and intensity in any scale; prepared here). */
  search(query: PeakArrays, options: EiSearchOptions = {}): EiSearchResult {
    this.#seal();
    const prepared = prepareNominal(query);
    const score = options.score ?? 'ei-identity';
    const top = options.top ?? 20;
    const run = queryRun(planQuery(prepared, score), top);
    let searched = 0;
    this.#sealed.forEach((block, i) => {
      const accepted = options.accepts === undefined ? undefined : acceptedIn(block, options.accepts);
      searched += accepted === undefined ? block.count : accepted.reduce((sum, one) => sum + one, 0);
      if (prepared.mz.length > 0 && top > 0) searchBlock(run, block, i * BLOCK_SIZE, this.#scratchFor(block), accepted);
    });
    const best = new TopHits(top);
    for (const { key, position } of finalists(run)) {
      const exact = scoreEi(prepared, this.#at(position), score);
      if (exact > 0) best.offer({ key, position, score: exact });
    }
    return { hits: best.ranked().map((found, i) => this.#hit(prepared, found, i + 1)), searched, scored: run.compared };
  }

  /**
   * The best records by a score with parameters of one's own: every record is compared, so the time grows with the library
   * (docs/methods/ei-index.md). Equal scores by lower record key; records without a score above 0 are no hits.
   */
  scan(query: PeakArrays, measure: EiMeasure, options: Omit<EiSearchOptions, 'score'> = {}): EiSearchResult {
    this.#seal();
    const prepared = prepareNominal(query);
    const best = new TopHits(options.top ?? 20);
    let searched = 0;
    this.#sealed.forEach((block, i) => {
      for (let slot = 0; slot < block.count; slot++) {
        const key = block.keys[slot]!;
        if (options.accepts?.(key) === false) continue;
        searched++;
        const score = measured(prepared, this.#spectrum(block, slot), measure);
        if (score > 0) best.offer({ key, position: i * BLOCK_SIZE + slot, score });
      }
    });
    return { hits: best.ranked().map((found, i) => this.#hit(prepared, found, i + 1)), searched, scored: searched };
  }

  /** The blocks themselves, not copies: over shared memory they may be posted to any number of threads. */
  toTransferables(): EiIndexState {
    this.#seal();
    return { layout: 'ei-index-3', blocks: [...this.#sealed] };
  }

  #scratchFor({ count }: EiBlock): Scratch {
    if (this.#scratch === undefined || this.#scratch.slots.length < count) this.#scratch = scratchFor(count, tileKernel());
    return this.#scratch;
  }

  #hit(query: NominalSpectrum, { key, score, position }: ScoredRecord, rank: number): EiHit {
    // The block itself: what is added later may put others in its place.
    const block = this.#sealed[Math.floor(position / BLOCK_SIZE)]!;
    return new Hit(key, rank, score, () => compareEi(query, this.#spectrum(block, position % BLOCK_SIZE)));
  }

  #at(position: number): NominalSpectrum {
    return this.#spectrum(this.#sealed[Math.floor(position / BLOCK_SIZE)]!, position % BLOCK_SIZE);
  }

  /** Valid until the next call. */
  #spectrum(block: EiBlock, slot: number): NominalSpectrum {
    const peaks = block.peakCount[slot]!;
    if (this.#peaks.mz.length < peaks) this.#peaks = { mz: new Uint16Array(2 * peaks), intensity: new Uint16Array(2 * peaks) };
    unpackPeaks(block.tokens, block.starts[slot]!, block.starts[slot + 1]!, this.#peaks);
    return { mz: this.#peaks.mz.subarray(0, peaks), intensity: this.#peaks.intensity.subarray(0, peaks) };
  }

  /**
   * Seals what was added. Small blocks at the end are taken together with it when they are no more than twice its size: entries added one by
   * one cost a little each, and never the sealing of a large block again.
   */
  #seal(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined || open.count === 0) return;
    for (let last = this.#sealed.at(-1); last !== undefined; last = this.#sealed.at(-1)) {
      if (last.count > 2 * open.count || last.count + open.count > BLOCK_SIZE) break;
      this.#sealed.pop();
      appendBlock(open, last);
    }
    this.#sealed.push(sealBlock(open, this.#tiledFrom));
  }
}

/** Not every hit of every search is looked at: how it compares by all scores is found out when it is asked for. */
class Hit implements EiHit {
  #comparison: EiComparison | undefined;
  readonly #compare: () => EiComparison;

  constructor(
    readonly recordKey: number,
    readonly rank: number,
    readonly score: number,
    compare: () => EiComparison,
  ) {
    this.#compare = compare;
  }

  get comparison(): EiComparison {
    this.#comparison ??= this.#compare();
    return this.#comparison;
  }
}

function acceptedIn(block: EiBlock, accepts: (recordKey: number) => boolean): Uint8Array {
  return Uint8Array.from(block.keys, (key) => (accepts(key) ? 1 : 0));
}

function bytesOf(block: EiBlock): number {
  const { keys, starts, tokens, firstMz, peakCount, massNorm, plainNorm, squareNorm, lastFirstMz, massFrom, plainFrom, tiles } = block;
  const arrays = [keys, starts, tokens, firstMz, peakCount, massNorm, plainNorm, squareNorm, lastFirstMz, massFrom, plainFrom];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, tiles?.memory.buffer.byteLength ?? 0);
}
