import { TopHits } from '../index/top-hits';
import { type BlockLists, type ListChoice, listsIn, type ScanScratch, scanBlock } from './block-scan';
import { Candidates } from './candidates';
import { BOUND_MARGIN, clearPeaks, markPeaks, normFactors, pairsBound } from './pairs-bound';
import { massOf, type QueryPlan, restBound } from './query-plan';
import type { TandemScorer } from './score-tandem';
import { BOUND_UNITS, SHARE_OF_CODE } from './share-codes';
import { blockSpectrum, type TandemBlock } from './tandem-block';

/** So many entries with the nearest precursors are looked at first, for a threshold. */
const SEEDS = 2048;
/** How far from the query's precursor they may be, m/z. */
const SEED_DISTANCE = 0.05;
/** A window of fewer spectra is walked through one by one. */
const WALKED = 4096;
/** Lists are not added up while what their peaks could add stays below this share of the threshold. */
const LEFT_OUT = 0.6;
/** Records are not gathered from lists while what these could add stays below this share of the threshold. */
const NOT_GATHERED = 0.97;
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
  readonly #hits: TopHits;
  readonly #candidates = new Candidates();
  /** Of every key that was scored: how many peaks matched. */
  readonly #matched = new Map<number, number>();
  scored = 0;
  /** What a record must reach, 0 while there is room. */
  threshold = 0;

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

  /** Scores what was collected, the most promising first: so the threshold rises early. */
  #considerAll(): void {
    const candidates = this.#candidates;
    const { count } = candidates;
    candidates.count = 0;
    if (count === 0) return;
    const cut = candidates.boundOf(2 * this.#top, count);
    let order = candidates.between(cut, Number.POSITIVE_INFINITY, count);
    this.#considerInOrder(order);
    // Which of the others can still enter is known now.
    order = candidates.between(this.threshold, cut, count);
    this.#considerInOrder(order);
  }

  #considerInOrder(order: readonly number[]): void {
    const { bounds, blocks, slots } = this.#candidates;
    for (const k of order) {
      if (bounds[k]! < this.threshold) return;
      this.#consider(blocks[k]!, slots[k]!);
    }
  }

  /** Collects every spectrum of the slots that its bound does not rule out. */
  #walk(block: TandemBlock, from: number, to: number): void {
    const { threshold } = this;
    const candidates = this.#candidates;
    for (let slot = from; slot < to; slot++) {
      const bound = pairsBound(this.#plan, this.#scratch, block, slot);
      if (bound >= threshold && bound > BOUND_MARGIN) candidates.add(block, slot, bound);
    }
  }

  /** Scores a record exactly unless it was already, or the filter rules it out. */
  #consider(block: TandemBlock, slot: number): void {
    const key = block.keys[slot]!;
    if (this.#matched.has(key)) return;
    if (this.#accepts !== undefined && !this.#accepts(key)) return;
    const { score, matchedPeaks } = this.#scorer.score(blockSpectrum(block, slot), block.entropies[slot]!);
    this.scored++;
    this.#matched.set(key, matchedPeaks);
    if (score <= 0) return;
    this.#hits.offer({ key, position: slot, score });
    this.threshold = Math.max(0, this.#hits.threshold);
  }

  /** Every spectrum of every block; blocks that promise most come first. */
  searchAll(blocks: readonly TandemBlock[]): void {
    if (this.#top <= 0) return;
    markPeaks(this.#plan, this.#scratch);
    try {
      this.#searchOpen(blocks);
    } finally {
      clearPeaks(this.#plan, this.#scratch);
    }
  }

  #searchOpen(blocks: readonly TandemBlock[]): void {
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

  /** Only the spectra of these slots. */
  searchRanges(ranges: readonly SlotRange[]): void {
    if (this.#top <= 0) return;
    markPeaks(this.#plan, this.#scratch);
    try {
      this.#searchWindow(ranges);
    } finally {
      clearPeaks(this.#plan, this.#scratch);
    }
  }

  #searchWindow(ranges: readonly SlotRange[]): void {
    const size = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
    if (size <= WALKED) for (const { block, from, to } of ranges) this.#walk(block, from, to);
    this.#considerAll();
    if (size <= WALKED) return;
    for (const { block, from, to } of ranges) {
      const lists = listsIn(this.#plan, block);
      this.#searchBlock(block, lists, this.#choose(this.#listLengths([lists])), from, to);
    }
  }

  #searchBlock(block: TandemBlock, lists: BlockLists, choice: RankedChoice, from = 0, to = block.count): void {
    const { slots, found } = this.#scratch;
    const factor = normFactors(this.#plan, block);
    // The margin is far above the rounding of these products.
    const leastAfter = (k: number) => (this.threshold - choice.rest[k]! - BOUND_MARGIN) * BOUND_UNITS * (1 - 1e-9);
    const { count, lists: used } = scanBlock(block, lists, choice, this.#plan.codeShift, factor, leastAfter, this.#scratch);
    const rest = choice.rest[used]!;
    const first = this.#strongest(count);
    for (const lowest of first > 0 ? [first, 0] : [0]) {
      for (let k = 0; k < count; k++) {
        const slot = slots[k]!;
        const sum = found[k]!;
        if (sum < lowest || sum < 0 || slot < from || slot >= to) continue;
        if ((sum / BOUND_UNITS) * (factor === undefined ? 1 : factor[slot]!) + rest + BOUND_MARGIN < this.threshold) continue;
        this.#walk(block, slot, slot + 1);
        // Not a second time.
        found[k] = -1;
      }
      this.#considerAll();
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

  /** The spectra with the nearest precursors first: they give a threshold that most others cannot reach. */
  #seed(blocks: readonly TandemBlock[]): void {
    const { precursorMz } = this.#plan.query;
    if (precursorMz === 0) return;
    let room = SEEDS;
    for (const block of blocks) {
      const from = firstAtLeast(block.precursors, precursorMz - SEED_DISTANCE);
      const to = Math.min(firstAtLeast(block.precursors, precursorMz + SEED_DISTANCE), from + room);
      room -= to - from;
      this.#walk(block, from, to);
    }
    this.#considerAll();
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
  #choose(lengths: Float64Array): RankedChoice {
    const { weights, kind } = this.#plan;
    const { threshold } = this;
    const peaks = Array.from(weights, (_, i) => i).filter((i) => weights[i]! > 0 && lengths[i]! > 0);
    const byCost = peaks.toSorted((a, b) => massOf(this.#plan, a) / lengths[a]! - massOf(this.#plan, b) / lengths[b]! || a - b);
    // What is left out first costs most; so it is added last.
    const keptFrom = (limit: number): number => {
      let left = 0;
      return byCost.findIndex((i) => {
        left += massOf(this.#plan, i);
        return restBound(kind, left) + BOUND_MARGIN >= limit;
      });
    };
    const never = Math.max(0, keptFrom(LEFT_OUT * threshold));
    const added = byCost.slice(never).reverse();
    const notGathered = Math.max(never, keptFrom(NOT_GATHERED * threshold));
    const rest = new Float64Array(added.length + 1);
    let left = byCost.slice(0, never).reduce((sum, i) => sum + massOf(this.#plan, i), 0);
    const rows = this.#rowsOf(added, left);
    for (let k = added.length; k >= 0; k--) {
      rest[k] = restBound(kind, left);
      if (k > 0) left += massOf(this.#plan, added[k - 1]!);
    }
    return { threshold, added, rows, gathered: byCost.length - notGathered, rest };
  }

  /**
   * The rows of the chosen peaks. Entropy: what the others can add, f(left, 1 − Σb)/2, is at most its tangent at Σb = 0, so every pair
   * is charged its part of the fall, log₂(1 + left)/2 · b with b rounded down, but never below 0. While fewer lists are added, more is left
   * and the fall steeper: the charge is still not too high.
   */
  #rowsOf(peaks: readonly number[], left: number): Int32Array {
    const { rows, kind } = this.#plan;
    const fall = kind.family === 'entropy' && left > 0 ? 0.5 * Math.log2(1 + Math.min(1, left)) * BOUND_UNITS * (1 - 1e-6) : 0;
    const chosen = new Int32Array(256 * peaks.length);
    peaks.forEach((i, k) => {
      for (let code = 1; code < 256; code++) {
        chosen[256 * k + code] = Math.max(0, rows[256 * (i + 1) + code]! - Math.floor(fall * SHARE_OF_CODE[code - 1]!));
      }
    });
    return chosen;
  }
}

/** Lists chosen for a threshold. */
interface RankedChoice extends ListChoice {
  readonly threshold: number;
}

/** Neighbouring slots of a block. */
export interface SlotRange {
  readonly block: TandemBlock;
  readonly from: number;
  readonly to: number;
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
