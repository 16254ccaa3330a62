import { compareEi, type EiComparison } from '../scores/compare-ei';
import { cosine } from '../scores/cosine';
import type { EiScoreId } from '../scores/descriptors';
import { identityMatchFactor, reverseMatchFactor, simpleMatchFactor } from '../scores/match-factors';
import { type NominalSpectrum, type PeakArrays, prepareNominal } from '../scores/nominal-spectrum';
import { compositeEstimate, denseQuery } from './composite-kernel';
import { appendSpectrum, BLOCK_SIZE, type EiBlock, type OpenBlock, openBlock, reopenBlock, sealBlock } from './ei-block';
import { unpackPeaks } from './packed-peaks';
import { TopHits } from './top-hits';
import { type BoundScratch, boundScratch, planQuery, type QueryPlan, writeUpperBounds } from './upper-bounds';

/** More than the rounding by which the estimate can differ from the exact value. */
const ESTIMATE_ERROR = 1e-6;

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
  /** Records whose exact score was computed; the bound ruled out the others. */
  readonly scored: number;
}

/** The whole index as plain typed arrays, to be posted to a thread. */
export interface EiIndexState {
  readonly layout: 'ei-index-1';
  readonly blocks: readonly EiBlock[];
}

/**
 * An exact in-memory index over nominal-mass EI spectra. It answers, for any of the four scores, the best records of the whole
 * library: the same records, scores and order as comparing the query with every record. Records without a score above 0 are
 * no hits. Method, proof and measurements: docs/methods/ei-index.md.
 */
export class EiIndex {
  readonly #sealed: EiBlock[] = [];
  #open: OpenBlock | undefined;
  #boundScratch: BoundScratch | undefined;
  #peaks: NominalSpectrum = { mz: new Uint16Array(1024), intensity: new Uint16Array(1024) };

  /** An index over the blocks of another one (`toTransferables`), which then belong to this one. */
  static from(state: EiIndexState): EiIndex {
    const index = new EiIndex();
    index.#sealed.push(...state.blocks);
    return index;
  }

  /** How many spectra it holds. */
  get size(): number {
    return this.#sealed.reduce((sum, block) => sum + block.count, 0) + (this.#open?.count ?? 0);
  }

  /** Bytes held in typed arrays. */
  get bytes(): number {
    const open = this.#open === undefined ? [] : [this.#open.keys, this.#open.starts, this.#open.tokens];
    return [...this.#sealed.flatMap(arraysOf), ...open].reduce((sum, array) => sum + array.byteLength, 0);
  }

  /**
   * Adds one spectrum (m/z and intensity as in the file, any order; prepared here). `recordKey` is a whole number that no other
   * record has. A spectrum without usable peaks is counted and never found.
   */
  add(recordKey: number, spectrum: PeakArrays): void {
    if (!Number.isSafeInteger(recordKey)) throw new RangeError(`record key ${recordKey} is not a whole number`);
    const open = this.#blockWithRoom();
    appendSpectrum(open, recordKey, prepareNominal(spectrum));
    if (open.count === BLOCK_SIZE) this.#seal();
  }

  /** The best records for a query (m/z and intensity in any scale; prepared here). */
  search(query: PeakArrays, options: EiSearchOptions = {}): EiSearchResult {
    this.#seal();
    const prepared = prepareNominal(query);
    const score = options.score ?? 'ei-identity';
    const top = options.top ?? 20;
    const bounds = new Float64Array(this.size);
    const plan = planQuery(prepared, score);
    const searched = this.#writeBounds(plan, options.accepts, bounds);
    const best = new TopHits(top);
    const estimate = this.#estimator(plan);
    let scored = 0;
    const consider = (position: number): void => {
      const bound = bounds[position]!;
      if (bound <= 0 || bound < best.threshold) return;
      if (estimate !== undefined && estimate(position) + ESTIMATE_ERROR < best.threshold) return;
      const exact = exactScore(score, prepared, this.#spectrumAt(position));
      scored++;
      bounds[position] = 0;
      if (exact > 0) best.offer({ key: this.#keyAt(position), position, score: exact });
    };
    // The records with the highest bounds first: they set a threshold that most others cannot reach.
    for (const { position } of highest(bounds, 2 * top + 16)) consider(position);
    for (let position = 0; position < bounds.length; position++) consider(position);
    const hits = best.ranked().map((found, i) => ({
      recordKey: found.key,
      rank: i + 1,
      score: found.score,
      comparison: compareEi(prepared, this.#spectrumAt(found.position)),
    }));
    return { hits, searched, scored };
  }

  /** The blocks themselves, not copies: post them with `eiIndexBuffers` as the transfer list only when this index is done with. */
  toTransferables(): EiIndexState {
    this.#seal();
    return { layout: 'ei-index-1', blocks: [...this.#sealed] };
  }

  /** Writes the bound of every record that takes part, 0 for the others; returns how many take part. */
  #writeBounds(plan: QueryPlan, accepts: EiSearchOptions['accepts'], bounds: Float64Array): number {
    this.#boundScratch ??= boundScratch();
    let offset = 0;
    let searched = 0;
    for (const block of this.#sealed) {
      writeUpperBounds(plan, block, this.#boundScratch, bounds, offset);
      if (accepts === undefined) searched += block.count;
      else {
        for (let slot = 0; slot < block.count; slot++) {
          if (accepts(block.keys[slot]!)) searched++;
          else bounds[offset + slot] = 0;
        }
      }
      offset += block.count;
    }
    return searched;
  }

  /** The bound of a composite score is loose, its exact value slow: a fast estimate stands between them. */
  #estimator(plan: QueryPlan): ((position: number) => number) | undefined {
    if (plan.score !== 'ei-identity' && plan.score !== 'ei-reverse') return undefined;
    const dense = denseQuery(plan.query, plan.normFrom);
    const reverse = plan.score === 'ei-reverse';
    return (position) => compositeEstimate(dense, this.#sealed[Math.floor(position / BLOCK_SIZE)]!, position % BLOCK_SIZE, reverse);
  }

  /** Every sealed block but the last is full, so a position tells its block. */
  #keyAt(position: number): number {
    return this.#sealed[Math.floor(position / BLOCK_SIZE)]!.keys[position % BLOCK_SIZE]!;
  }

  /** Valid until the next call. */
  #spectrumAt(position: number): NominalSpectrum {
    const block = this.#sealed[Math.floor(position / BLOCK_SIZE)]!;
    const slot = position % BLOCK_SIZE;
    const peaks = block.peakCount[slot]!;
    if (this.#peaks.mz.length < peaks) this.#peaks = { mz: new Uint16Array(2 * peaks), intensity: new Uint16Array(2 * peaks) };
    unpackPeaks(block.tokens, block.starts[slot]!, block.starts[slot + 1]!, this.#peaks);
    return { mz: this.#peaks.mz.subarray(0, peaks), intensity: this.#peaks.intensity.subarray(0, peaks) };
  }

  #blockWithRoom(): OpenBlock {
    if (this.#open === undefined) {
      const last = this.#sealed.at(-1);
      const unfinished = last !== undefined && last.count < BLOCK_SIZE;
      if (unfinished) this.#sealed.pop();
      this.#open = unfinished ? reopenBlock(last) : openBlock();
    }
    return this.#open;
  }

  #seal(): void {
    if (this.#open !== undefined && this.#open.count > 0) this.#sealed.push(sealBlock(this.#open));
    this.#open = undefined;
  }
}

/** The buffers of a state, as the transfer list of `postMessage`. */
export function eiIndexBuffers(state: EiIndexState): ArrayBuffer[] {
  return state.blocks.flatMap((block) => arraysOf(block).map((array) => array.buffer));
}

function arraysOf(block: EiBlock) {
  const { keys, starts, tokens, firstMz, peakCount, massNorm, plainNorm, squareNorm, postings, slots, roots } = block;
  return [keys, starts, tokens, firstMz, peakCount, massNorm, plainNorm, squareNorm, postings, slots, roots];
}

function exactScore(score: EiScoreId, query: NominalSpectrum, library: NominalSpectrum): number {
  switch (score) {
    case 'ei-identity':
      return identityMatchFactor(query, library);
    case 'ei-reverse':
      return reverseMatchFactor(query, library);
    case 'ei-simple':
      return simpleMatchFactor(query, library);
    case 'ei-cosine-mz-sqrt':
      return 1000 * cosine(query, library);
  }
}

/** The positions of the highest bounds. */
function highest(bounds: Float64Array, count: number) {
  const found = new TopHits(count);
  let threshold = 0;
  for (let position = 0; position < bounds.length; position++) {
    const score = bounds[position]!;
    if (score <= threshold) continue;
    found.offer({ key: position, position, score });
    threshold = Math.max(0, found.threshold);
  }
  return found.ranked();
}
