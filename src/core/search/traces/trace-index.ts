import type { Coded } from '../../processing/refused';
import type { Technique } from '../../spectrum/curves';
import { Coverages } from './coverages';
import type { TraceScoreId } from './descriptors';
import { gridPlaces, type TraceMethod } from './method';
import { type PeakTable, peakTable } from './peak-table';
import type { PreparedTrace } from './prepare-trace';
import { RowSumsCache } from './row-sums-cache';
import { searchPeaks } from './search-peaks';
import { searchRows } from './search-rows';
import type { Segments } from './segments';
import { appendRow, BLOCK_ROWS, type OpenTraceBlock, openTraceBlock, rowValues, type TraceBlock } from './trace-block';
import type { NotComparableCode } from './trace-codes';

export interface TraceSearchOptions {
  /** The score that ranks. @default 'trace-correlation' */
  readonly score?: TraceScoreId;
  /** How many hits at most. @default 20 */
  readonly top?: number;
  /** Which records take part. @default all */
  readonly accepts?: (recordKey: number) => boolean;
  /** The part of the library this call searches, `index` from 0: join the parts with `mergeTraceResults`. @default all */
  readonly part?: { readonly index: number; readonly of: number };
  /** How many of the entries that cannot be compared are named. @default 100 */
  readonly named?: number;
}

export interface TraceHit {
  readonly recordKey: number;
  /** 1 for the best. */
  readonly rank: number;
  /** In the unit of the score; `better` of its descriptor says which way. */
  readonly score: number;
  /** What ranks: r, the cosine or the share of peaks; higher is better for every score. */
  readonly likeness: number;
  readonly technique: Technique;
  /** Points compared, and their percent of the query's. */
  readonly points: number;
  readonly percent: number;
}

export interface NotComparable extends Coded<NotComparableCode> {
  readonly recordKey: number;
}

export interface TraceSearchResult {
  readonly hits: readonly TraceHit[];
  /** Records that took part (accepted by the filter). */
  readonly searched: number;
  /** Records whose exact score was computed; the bound ruled out the others. */
  readonly scored: number;
  /** Records that took part and have no score, how many and the first of them. */
  readonly notComparable: { readonly count: number; readonly named: readonly NotComparable[] };
}

/** The whole index; its arrays are shared memory, so that posting it copies nothing. */
export interface TraceIndexState {
  readonly layout: 'trace-index-1';
  readonly method: TraceMethod;
  readonly coverages: readonly Segments[];
  readonly blocks: readonly TraceBlock[];
}

/**
 * An exact in-memory index over prepared traces of one method. For each score the same records, scores and order as comparing the query with every
 * record; each row's sum runs in order of places, whatever the number of threads. Method, proof and measurements: docs/methods/trace-search.md.
 */
export class TraceIndex {
  readonly method: TraceMethod;
  readonly points: number;
  readonly #blocks: OpenTraceBlock[] = [];
  readonly #coverages = new Coverages();
  readonly #sums = new RowSumsCache();
  readonly #peaks: PeakTable[] = [];
  readonly #positions = new Map<number, number>();
  #size = 0;

  constructor(method: TraceMethod) {
    this.method = method;
    this.points = gridPlaces(method.grid).length;
  }

  /** The same index in another thread, over the same memory. Only one of them may add. */
  static from(state: TraceIndexState): TraceIndex {
    const index = new TraceIndex(state.method);
    for (const segments of state.coverages) index.#coverages.numberOf(segments);
    for (const block of state.blocks) {
      index.#blocks.push({ ...block });
      for (let slot = 0; slot < block.count; slot++) index.#enter(block, slot);
    }
    return index;
  }

  /** How many records it holds, removed ones not counted. */
  get size(): number {
    return this.#size;
  }

  /** Bytes of shared memory. */
  get bytes(): number {
    return this.#blocks.reduce((sum, block) => sum + arraysOf(block).reduce((bytes, array) => bytes + array.byteLength, 0), 0);
  }

  /**
   * Adds a prepared trace. `recordKey` is a whole number that no other record has.
   * @throws RangeError for a trace of another grid, or of another technique unless the method mixes them.
   */
  add(recordKey: number, trace: PreparedTrace): void {
    if (!Number.isSafeInteger(recordKey)) throw new RangeError(`record key ${recordKey} is not a whole number`);
    if (trace.values.length !== this.points) throw new RangeError(`${trace.values.length} points do not fit a grid of ${this.points}`);
    this.#refuseOtherTechnique(trace);
    const last = this.#blocks.at(-1);
    const block = last !== undefined && last.count < BLOCK_ROWS ? last : openTraceBlock(this.points);
    if (block !== last) this.#blocks.push(block);
    appendRow(block, recordKey, trace, this.#coverages.numberOf(trace.segments));
    this.#enter(block, block.count - 1);
  }

  /** Removes the records whose key fits, in every thread that shares the memory; returns how many. */
  remove(fits: (recordKey: number) => boolean): number {
    let removed = 0;
    for (const block of this.#blocks) {
      for (let slot = 0; slot < block.count; slot++) {
        if (block.removed[slot] === 1 || !fits(block.keys[slot]!)) continue;
        block.removed[slot] = 1;
        this.#positions.delete(block.keys[slot]!);
        removed++;
      }
    }
    this.#size -= removed;
    return removed;
  }

  has(recordKey: number): boolean {
    return this.#positions.has(recordKey);
  }

  /** The prepared values of a record, to the precision of the stored row (6e-8 of its spread); `undefined` when it holds none. */
  values(recordKey: number): Float64Array | undefined {
    const position = this.#positions.get(recordKey);
    if (position === undefined) return undefined;
    return this.#valuesAt(position);
  }

  /**
   * The best records for a query prepared by the same method.
   * @throws RangeError for a query of another grid or, unless the method mixes them, of another technique.
   */
  search(query: PreparedTrace, options: TraceSearchOptions = {}): TraceSearchResult {
    if (query.values.length !== this.points) throw new RangeError(`${query.values.length} points do not fit a grid of ${this.points}`);
    this.#refuseOtherTechnique(query);
    const { score = 'trace-correlation', top = 20, accepts, part = { index: 0, of: 1 }, named = 100 } = options;
    const rows = this.#positionsInUse();
    const scope = {
      blocks: this.#blocks,
      coverages: this.#coverages.all,
      method: this.method,
      points: this.points,
      accepts,
      from: Math.floor((rows * part.index) / part.of),
      to: Math.floor((rows * (part.index + 1)) / part.of),
      top,
      named,
    };
    if (score === 'trace-peaks' || score === 'trace-peaks-reverse')
      return searchPeaks(query, score, scope, (position) => this.#peaksAt(position));
    return searchRows(query, score, scope, this.#sums);
  }

  /** A state to post to other threads; after adding, post it again. */
  toShared(): TraceIndexState {
    return {
      layout: 'trace-index-1',
      method: this.method,
      coverages: this.#coverages.all.map(({ segments }) => segments),
      blocks: this.#blocks.map((block) => ({ ...block })),
    };
  }

  #enter(block: TraceBlock, slot: number): void {
    const position = (this.#blocks.length - 1) * BLOCK_ROWS + slot;
    this.#coverages.all[block.coverage[slot]!]!.positions.push(position);
    if (block.removed[slot] === 1) return;
    this.#positions.set(block.keys[slot]!, position);
    this.#size++;
  }

  #positionsInUse(): number {
    return (this.#blocks.length - 1) * BLOCK_ROWS + (this.#blocks.at(-1)?.count ?? BLOCK_ROWS);
  }

  #valuesAt(position: number): Float64Array {
    const block = this.#blocks[Math.floor(position / BLOCK_ROWS)]!;
    const slot = position % BLOCK_ROWS;
    return rowValues(block, slot, this.points, this.#coverages.all[block.coverage[slot]!]!.segments);
  }

  #peaksAt(position: number): PeakTable {
    this.#peaks[position] ??= peakTable(this.#valuesAt(position));
    return this.#peaks[position];
  }

  #refuseOtherTechnique({ technique }: PreparedTrace): void {
    const open = this.method.mixTechniques || technique === 'unknown' || technique === 'other';
    if (!open && technique !== this.method.technique)
      throw new RangeError(`a trace of ${technique} among those of ${this.method.technique}`);
  }
}

function arraysOf({ rows, coarse, rest, keys, mean, scale, coverage, technique, removed }: TraceBlock) {
  return [rows, coarse, rest, keys, mean, scale, coverage, technique, removed];
}
