import { TopHits } from '../index/top-hits';
import { type BlockLists, listsIn, type ScanScratch, scanBlock } from './block-scan';
import { BOUND_MARGIN, pairsBound, toScore } from './pairs-bound';
import { massOf, type QueryPlan, restBound } from './query-plan';
import type { TandemScorer } from './score-tandem';
import { BOUND_UNITS, SHARE_OF_CODE } from './share-codes';
import { blockSpectrum, type TandemBlock } from './tandem-block';

/** So many entries with the nearest precursors are scored first, for a threshold. */
const SEEDS = 256;
/** How far from the query's precursor they may be, m/z. */
const SEED_DISTANCE = 0.05;
/** A window of fewer spectra is walked through one by one. */
const WALKED = 4096;
/** Lists are left out while what their peaks could add stays below this share of the threshold. */
const LEFT_OUT = 0.6;
/** The lists to scan are chosen anew when the threshold has risen by this. */
const RISE = 0.02;

/** A reference that was found. */
export interface TandemHit {
  readonly key: number;
  /** 0 to 1, exact. */
  readonly score: number;
  readonly matchedPeaks: number;
}

/** One query going through blocks: keeps the best hits and the threshold that bounds are measured against. */
export class TandemSearch {
  readonly #plan: QueryPlan;
  readonly #scorer: TandemScorer;
  readonly #accepts: ((key: number) => boolean) | undefined;
  readonly #top: number;
  readonly #scratch: ScanScratch;
  #hits: TopHits;
  /** Of every key that was scored: how many peaks matched. */
  readonly #matched = new Map<number, number>();
  /** A score that enough records are known to reach. */
  #floor = 0;
  scored = 0;

  constructor(plan: QueryPlan, scorer: TandemScorer, top: number, accepts: ((key: number) => boolean) | undefined, scratch: ScanScratch) {
    this.#plan = plan;
    this.#scorer = scorer;
    this.#top = top;
    this.#accepts = accepts;
    this.#scratch = scratch;
    this.#hits = new TopHits(top);
  }

  /** Best first. */
  ranked(): readonly TandemHit[] {
    return this.#hits.ranked().map(({ key, score }) => ({ key, score, matchedPeaks: this.#matched.get(key) ?? 0 }));
  }

  /** What a record must reach, 0 while there is room. */
  get threshold(): number {
    return Math.max(this.#floor, this.#hits.threshold);
  }

  /** Looks at every spectrum of the slots. */
  walk(block: TandemBlock, from: number, to: number): void {
    for (let slot = from; slot < to; slot++) this.consider(block, slot, pairsBound(this.#plan, block, slot));
  }

  /** Scores a record exactly unless its bound or the filter rules it out. */
  consider(block: TandemBlock, slot: number, bound: number): void {
    if (bound < this.threshold || bound <= BOUND_MARGIN) return;
    const key = block.keys[slot]!;
    if (this.#accepts !== undefined && !this.#accepts(key)) return;
    const { score, matchedPeaks } = this.#scorer.score(blockSpectrum(block, slot), block.entropies[slot]!);
    this.scored++;
    if (!(score > 0)) return;
    this.#matched.set(key, matchedPeaks);
    this.#hits.offer({ key, position: slot, score });
  }

  /** Every spectrum of every block; blocks that promise most come first. */
  searchAll(blocks: readonly TandemBlock[]): void {
    if (this.#top <= 0) return;
    this.#seed(blocks);
    const parts = blocks.map((block) => {
      const lists = listsIn(this.#plan, block);
      return { block, lists, bound: restBound(this.#plan.kind, this.#presentMass(lists)) + BOUND_MARGIN };
    });
    const costs = this.#listLengths(parts.map(({ lists }) => lists));
    parts.sort((a, b) => b.bound - a.bound);
    let choice = this.#choose(costs);
    for (const { block, lists, bound } of parts) {
      if (bound < this.threshold || bound <= BOUND_MARGIN) continue;
      if (this.threshold > choice.threshold + RISE) choice = this.#choose(costs);
      this.#searchBlock(block, lists, choice);
    }
  }

  /** Only the spectra of these slots of a block. */
  searchRange(block: TandemBlock, from: number, to: number): void {
    if (to - from <= WALKED) this.walk(block, from, to);
    else {
      const lists = listsIn(this.#plan, block);
      const lengths = this.#listLengths([lists]);
      this.#searchBlock(block, lists, this.#choose(lengths), from, to);
    }
  }

  #searchBlock(block: TandemBlock, lists: BlockLists, choice: ListChoice, from = 0, to = block.count): void {
    const { slots, found } = this.#scratch;
    const rest = choice.rest;
    const least = this.#plan.kind.family === 'entropy' ? Math.max(1, Math.floor((this.threshold - rest - BOUND_MARGIN) * BOUND_UNITS)) : 1;
    const count = scanBlock(block, lists, choice.peaks, choice.rows, this.#plan.codeShift, least, this.#scratch);
    const first = this.#strongest(count);
    for (const least of first > 0 ? [first, 0] : [0]) {
      for (let k = 0; k < count; k++) {
        const slot = slots[k]!;
        const sum = found[k]!;
        if (sum < least || sum < 0 || slot < from || slot >= to) continue;
        if (toScore(this.#plan, block, slot, sum) + rest < this.threshold) continue;
        this.consider(block, slot, pairsBound(this.#plan, block, slot));
        // Not a second time.
        found[k] = -1;
      }
    }
  }

  /** The sum that only a few times `top` of the gathered reach; 0 if so few were gathered anyway. */
  #strongest(count: number): number {
    const wanted = 4 * this.#top;
    if (count <= 2 * wanted) return 0;
    const { found } = this.#scratch;
    const bins = new Uint32Array(1025);
    const binOf = (sum: number) => Math.min(1024, sum >> 7);
    for (let k = 0; k < count; k++) bins[binOf(found[k]!)]!++;
    let bin = 1024;
    for (let seen = bins[bin]!; seen < wanted && bin > 0; ) seen += bins[--bin]!;
    return bin << 7;
  }

  /** A threshold from the spectra with the nearest precursors; they are met again in their blocks. */
  #seed(blocks: readonly TandemBlock[]): void {
    const { precursorMz } = this.#plan.query;
    if (precursorMz === 0) return;
    const share = Math.ceil(SEEDS / Math.max(1, blocks.length));
    for (const block of blocks) {
      const from = firstAtLeast(block.precursors, precursorMz - SEED_DISTANCE);
      const to = firstAtLeast(block.precursors, precursorMz + SEED_DISTANCE);
      const middle = firstAtLeast(block.precursors, precursorMz);
      this.walk(block, Math.max(from, middle - 4 * share), Math.min(to, middle + 4 * share));
    }
    this.#floor = Math.max(0, this.#hits.threshold);
    this.#hits = new TopHits(this.#top);
  }

  #presentMass(lists: BlockLists): number {
    let mass = 0;
    for (let i = 0; i < this.#plan.weights.length; i++) {
      if (lists.fragmentTo[i]! > lists.fragmentFrom[i]! || lists.lossTo[i]! > lists.lossFrom[i]!) mass += massOf(this.#plan, i);
    }
    return mass;
  }

  #listLengths(parts: readonly BlockLists[]): Float64Array {
    const lengths = new Float64Array(this.#plan.weights.length);
    for (const lists of parts) {
      for (let i = 0; i < lengths.length; i++) {
        lengths[i]! += lists.fragmentTo[i]! - lists.fragmentFrom[i]! + lists.lossTo[i]! - lists.lossFrom[i]!;
      }
    }
    return lengths;
  }

  /** Leaves out the lists that cost most for what they tell, as long as a record found in no other list cannot reach the threshold. */
  #choose(lengths: Float64Array): ListChoice {
    const { weights, kind } = this.#plan;
    const { threshold } = this;
    const peaks = Array.from(weights, (_, i) => i).filter((i) => weights[i]! > 0 && lengths[i]! > 0);
    const byCost = peaks.toSorted((a, b) => massOf(this.#plan, a) / lengths[a]! - massOf(this.#plan, b) / lengths[b]! || a - b);
    const dropped = new Set<number>();
    let left = 0;
    for (const i of byCost) {
      const next = left + massOf(this.#plan, i);
      if (restBound(kind, next) + BOUND_MARGIN >= LEFT_OUT * threshold) continue;
      left = next;
      dropped.add(i);
    }
    const kept = peaks.filter((i) => !dropped.has(i));
    return { threshold, peaks: kept, rows: this.#rowsOf(kept, left), rest: restBound(kind, left) };
  }

  /**
   * The rows of the chosen peaks. Entropy: what the others can add, f(left, 1 − Σb)/2, is at most its tangent at Σb = 0, so every pair
   * is charged its part of the fall, log₂(1 + left)/2 · b with b rounded down, but never below 0.
   */
  #rowsOf(peaks: readonly number[], left: number): Int32Array {
    const { rows, kind } = this.#plan;
    const fall = kind.family === 'entropy' && left > 0 ? 0.5 * Math.log2(1 + Math.min(1, left)) * BOUND_UNITS * (1 - 1e-6) : 0;
    const chosen = new Int32Array(256 * peaks.length);
    peaks.forEach((i, k) => {
      for (let code = 1; code < 256; code++) {
        chosen[256 * k + code] = Math.max(0, rows[256 * i + code]! - Math.floor(fall * SHARE_OF_CODE[code - 1]!));
      }
    });
    return chosen;
  }
}

/** Which query peaks' lists are scanned, and what the others can add at most. */
interface ListChoice {
  /** The threshold it was made for. */
  readonly threshold: number;
  readonly peaks: readonly number[];
  readonly rows: Int32Array;
  readonly rest: number;
}

/** The first place whose value is not below; the array is ascending. */
export function firstAtLeast(values: Float64Array, value: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
