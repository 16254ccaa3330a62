import type { PeakOfBucket } from './pairs-bound';
import type { QueryPlan } from './query-plan';
import { BLOCK_SIZE, LAST_BUCKET, type TandemBlock, type TandemPostings } from './tandem-block';

/** Working memory of one search, kept between searches. */
export interface ScanScratch extends PeakOfBucket {
  readonly sums: Int32Array;
  readonly slots: Uint16Array;
  readonly found: Int32Array;
}

export function scanScratch(): ScanScratch {
  return {
    sums: new Int32Array(BLOCK_SIZE),
    slots: new Uint16Array(BLOCK_SIZE),
    found: new Int32Array(BLOCK_SIZE),
    fragmentPeak: new Uint16Array(LAST_BUCKET + 1),
    lossPeak: new Uint16Array(LAST_BUCKET + 1),
  };
}

/** The lists of a query in one block: per query peak from and to in the entries of fragments and of losses. */
export interface BlockLists {
  readonly fragmentFrom: Uint32Array;
  readonly fragmentTo: Uint32Array;
  readonly lossFrom: Uint32Array;
  readonly lossTo: Uint32Array;
}

/** Looks up where the windows of a query stand in a block's lists. */
export function listsIn(plan: QueryPlan, block: TandemBlock): BlockLists {
  const n = plan.query.mz.length;
  const lists = {
    fragmentFrom: new Uint32Array(n),
    fragmentTo: new Uint32Array(n),
    lossFrom: new Uint32Array(n),
    lossTo: new Uint32Array(n),
  };
  if (plan.kind.match !== 'losses') lookUp(block.fragments, plan.fragmentFrom, plan.fragmentTo, lists.fragmentFrom, lists.fragmentTo);
  if (plan.kind.match !== 'fragments') lookUp(block.losses, plan.lossFrom, plan.lossTo, lists.lossFrom, lists.lossTo);
  return lists;
}

function lookUp(postings: TandemPostings, from: Int32Array, to: Int32Array, first: Uint32Array, last: Uint32Array): void {
  const highest = postings.starts.length - 2;
  for (let i = 0; i < from.length; i++) {
    if (from[i]! > to[i]! || from[i]! > highest) continue;
    first[i] = postings.starts[from[i]!]!;
    last[i] = postings.starts[Math.min(to[i]!, highest) + 1]!;
  }
}

/** Which lists are scanned, in this order, and what a record must have gathered to be looked at. */
export interface ListChoice {
  /** Query peaks whose lists are added up. */
  readonly added: readonly number[];
  /** Rows of 256 of `added`, in its order. */
  readonly rows: Int32Array;
  /** A record in none of the first so many lists cannot reach the threshold. */
  readonly gathered: number;
  /** After the first k lists: what all others can add at most, as a score. */
  readonly rest: Float64Array;
}

/** Looking at one record costs as much as adding up so many entries of a list. */
const LOOK_COST = 200;

/**
 * Adds the bounds of the chosen query peaks to every spectrum of the block that has them, and gathers in `scratch.slots` the spectra that may
 * reach the threshold, with their sums; stops adding when it is cheaper to look at these one by one. `factor` turns a sum into units of
 * the score (`undefined`: it is one). The sums are 0 again afterwards. Returns how many were gathered and after how many lists.
 */
export function scanBlock(
  block: TandemBlock,
  lists: BlockLists,
  choice: ListChoice,
  codeShift: number,
  factor: Float32Array | undefined,
  leastAfter: (lists: number) => number,
  scratch: ScanScratch,
): { readonly count: number; readonly lists: number } {
  const { sums } = scratch;
  const { added, rows, gathered } = choice;
  const least = leastAfter(gathered);
  let count = 0;
  const gather = (entries: Uint32Array, from: number, to: number, k: number): void => {
    if (from === to) return;
    count =
      factor === undefined
        ? gatherList(entries, from, to, rows, 256 * k, codeShift, least, scratch, count)
        : gatherScaled(entries, from, to, rows, 256 * k, codeShift, least, factor, scratch, count);
  };
  for (let k = 0; k < gathered; k++) {
    const i = added[k]!;
    gather(block.fragments.entries, lists.fragmentFrom[i]!, lists.fragmentTo[i]!, k);
    gather(block.losses.entries, lists.lossFrom[i]!, lists.lossTo[i]!, k);
  }
  let k = gathered;
  for (; k < added.length && count > 0; k++) {
    const i = added[k]!;
    const entries = lists.fragmentTo[i]! - lists.fragmentFrom[i]! + lists.lossTo[i]! - lists.lossFrom[i]!;
    if (entries > LOOK_COST * count) break;
    if (entries > 0) {
      addList(block.fragments.entries, lists.fragmentFrom[i]!, lists.fragmentTo[i]!, rows, 256 * k, codeShift, sums);
      addList(block.losses.entries, lists.lossFrom[i]!, lists.lossTo[i]!, rows, 256 * k, codeShift, sums);
    }
    count = keepReaching(leastAfter(k + 1), factor, scratch, count);
  }
  for (let c = 0; c < count; c++) scratch.found[c] = sums[scratch.slots[c]!]!;
  sums.fill(0, 0, block.count);
  return { count, lists: k };
}

function addList(entries: Uint32Array, from: number, to: number, rows: Int32Array, row: number, codeShift: number, sums: Int32Array): void {
  for (let at = from; at < to; at++) {
    const entry = entries[at]!;
    sums[entry >>> 16]! += rows[row + ((entry >>> codeShift) & 255)]!;
  }
}

/** Adds a list, and gathers every slot when its sum, which only grows, comes to what it must have. */
function gatherList(
  entries: Uint32Array,
  from: number,
  to: number,
  rows: Int32Array,
  row: number,
  codeShift: number,
  least: number,
  { sums, slots }: ScanScratch,
  before: number,
): number {
  // Whole numbers; a sum of 0 is not gathered.
  const needed = Math.max(1, Math.ceil(least));
  let count = before;
  for (let at = from; at < to; at++) {
    const entry = entries[at]!;
    const slot = entry >>> 16;
    const sum = sums[slot]!;
    const next = sum + rows[row + ((entry >>> codeShift) & 255)]!;
    sums[slot] = next;
    if (next >= needed && sum < needed) slots[count++] = slot;
  }
  return count;
}

/** The same where sums are multiplied by a factor of the slot. */
function gatherScaled(
  entries: Uint32Array,
  from: number,
  to: number,
  rows: Int32Array,
  row: number,
  codeShift: number,
  least: number,
  factor: Float32Array,
  { sums, slots }: ScanScratch,
  before: number,
): number {
  const needed = Math.max(1e-30, least);
  let count = before;
  for (let at = from; at < to; at++) {
    const entry = entries[at]!;
    const slot = entry >>> 16;
    const sum = sums[slot]!;
    const next = sum + rows[row + ((entry >>> codeShift) & 255)]!;
    sums[slot] = next;
    const scale = factor[slot]!;
    if (next * scale >= needed && sum * scale < needed) slots[count++] = slot;
  }
  return count;
}

function keepReaching(least: number, factor: Float32Array | undefined, { sums, slots }: ScanScratch, count: number): number {
  let kept = 0;
  for (let c = 0; c < count; c++) {
    const slot = slots[c]!;
    const sum = factor === undefined ? sums[slot]! : sums[slot]! * factor[slot]!;
    if (sum >= least) slots[kept++] = slot;
  }
  return kept;
}
