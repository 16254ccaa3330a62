import type { QueryPlan } from './query-plan';
import { BLOCK_SIZE, type TandemBlock, type TandemPostings } from './tandem-block';

/** Working memory of one search, kept between searches. */
export interface ScanScratch {
  readonly sums: Int32Array;
  readonly slots: Uint16Array;
  readonly found: Int32Array;
}

export function scanScratch(): ScanScratch {
  return { sums: new Int32Array(BLOCK_SIZE), slots: new Uint16Array(BLOCK_SIZE), found: new Int32Array(BLOCK_SIZE) };
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

/**
 * Adds the bounds of the chosen query peaks to every spectrum of the block that has them, and gathers the slots whose sum reaches
 * `least` (at least 1) with their sums. The sums are 0 again afterwards. Returns how many were gathered.
 */
export function scanBlock(
  block: TandemBlock,
  lists: BlockLists,
  chosen: readonly number[],
  rows: Int32Array,
  codeShift: number,
  least: number,
  scratch: ScanScratch,
): number {
  const { sums } = scratch;
  let entries = 0;
  chosen.forEach((i, k) => {
    addList(block.fragments.entries, lists.fragmentFrom[i]!, lists.fragmentTo[i]!, rows, 256 * k, codeShift, sums);
    addList(block.losses.entries, lists.lossFrom[i]!, lists.lossTo[i]!, rows, 256 * k, codeShift, sums);
    entries += lists.fragmentTo[i]! - lists.fragmentFrom[i]! + lists.lossTo[i]! - lists.lossFrom[i]!;
  });
  if (entries > block.count) return gatherAll(block.count, least, scratch);
  let found = 0;
  for (const i of chosen) {
    found = gatherList(block.fragments.entries, lists.fragmentFrom[i]!, lists.fragmentTo[i]!, least, scratch, found);
    found = gatherList(block.losses.entries, lists.lossFrom[i]!, lists.lossTo[i]!, least, scratch, found);
  }
  return found;
}

function addList(entries: Uint32Array, from: number, to: number, rows: Int32Array, row: number, codeShift: number, sums: Int32Array): void {
  for (let at = from; at < to; at++) {
    const entry = entries[at]!;
    sums[entry >>> 16]! += rows[row + ((entry >>> codeShift) & 255)]!;
  }
}

function gatherList(entries: Uint32Array, from: number, to: number, least: number, scratch: ScanScratch, before: number): number {
  const { sums, slots, found } = scratch;
  let count = before;
  for (let at = from; at < to; at++) {
    const slot = entries[at]! >>> 16;
    const sum = sums[slot]!;
    if (sum === 0) continue;
    sums[slot] = 0;
    if (sum < least) continue;
    slots[count] = slot;
    found[count++] = sum;
  }
  return count;
}

function gatherAll(size: number, least: number, scratch: ScanScratch): number {
  const { sums, slots, found } = scratch;
  let count = 0;
  for (let slot = 0; slot < size; slot++) {
    const sum = sums[slot]!;
    if (sum < least) continue;
    slots[count] = slot;
    found[count++] = sum;
  }
  sums.fill(0, 0, size);
  return count;
}
