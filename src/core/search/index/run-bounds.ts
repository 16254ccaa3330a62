import type { EiBlock } from './ei-block';
import { RUN_MZ } from './group-summaries';
import type { QueryPlan } from './query-plan';

/** Counters of eight bits hold no more query peaks than this; a larger query goes without these bounds. */
export const MOST_RUN_PEAKS = 255;

/** Bits 0 to 3 of a number as the lowest bits of four bytes. */
const SPREAD: Uint32Array = Uint32Array.from(
  { length: 16 },
  (_, bits) => (bits & 1) | ((bits & 2) << 7) | ((bits & 4) << 14) | ((bits & 8) << 21),
);

/** Numbers of a group, as bytes by group; four at once are written through the wide views. */
export interface RunCounts {
  /** How many ratios of neighbours a spectrum of the group can have at most. */
  readonly ratios: Uint8Array;
  /** How many matched peaks without a ratio every spectrum of the group has at least. */
  readonly lone: Uint8Array;
  readonly wideRatios: Uint32Array;
  readonly wideLone: Uint32Array;
}

export function runCounts(groups: number): RunCounts {
  const bytes = 32 * ((groups + 31) >>> 5);
  const ratios = new Uint8Array(bytes);
  const lone = new Uint8Array(bytes);
  return { ratios, lone, wideRatios: new Uint32Array(ratios.buffer), wideLone: new Uint32Array(lone.buffer) };
}

/**
 * Counts for the 32 groups of one word at once, a bit for each: one walk over the query in ascending m/z, with counters whose binary digits
 * are words. Which peaks may have a ratio: those that some spectrum of the group has, whose predecessor may be matched, and no peak that all
 * of them have, and no strong one of the query, between. docs/methods/ei-index.md.
 */
export function countRuns({ query }: QueryPlan, { somePeak, allStrong }: EiBlock, word: number, counts: RunCounts): void {
  const { mz, intensity } = query;
  const base = word * RUN_MZ;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  let b4 = 0;
  let b5 = 0;
  let b6 = 0;
  let b7 = 0;
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  let r3 = 0;
  let r4 = 0;
  let previous = 0;
  let next = 0;
  let i = 0;
  for (; i < mz.length; i++) {
    const m = mz[i]!;
    if (m >= RUN_MZ) break;
    if (previous !== 0) {
      let broken = 0;
      for (let at = base + next; at < base + m; at++) broken |= allStrong[at]!;
      previous &= ~broken;
    }
    next = m + 1;
    const some = somePeak[base + m]!;
    let carry = some & previous;
    let sum = b0;
    b0 = sum ^ carry;
    carry &= sum;
    if (carry !== 0) {
      sum = b1;
      b1 = sum ^ carry;
      carry &= sum;
      sum = b2;
      b2 = sum ^ carry;
      carry &= sum;
      if (carry !== 0) {
        sum = b3;
        b3 = sum ^ carry;
        carry &= sum;
        sum = b4;
        b4 = sum ^ carry;
        carry &= sum;
        sum = b5;
        b5 = sum ^ carry;
        carry &= sum;
        sum = b6;
        b6 = sum ^ carry;
        b7 ^= carry & sum;
      }
    }
    if (intensity[i]! < 2) {
      previous |= some;
      continue;
    }
    carry = allStrong[base + m]! & ~previous;
    previous = some;
    sum = r0;
    r0 = sum ^ carry;
    carry &= sum;
    sum = r1;
    r1 = sum ^ carry;
    carry &= sum;
    if (carry !== 0) {
      sum = r2;
      r2 = sum ^ carry;
      carry &= sum;
      sum = r3;
      r3 = sum ^ carry;
      carry &= sum;
      // Past 31 it begins again at 0, which is still no more than the true number.
      r4 ^= carry;
    }
  }
  const beyond = mz.length - i;
  for (let quarter = 0; quarter < 8; quarter++) {
    const shift = 4 * quarter;
    const place = 8 * word + quarter;
    counts.wideRatios[place] =
      SPREAD[(b0 >>> shift) & 15]! +
      (SPREAD[(b1 >>> shift) & 15]! << 1) +
      (SPREAD[(b2 >>> shift) & 15]! << 2) +
      (SPREAD[(b3 >>> shift) & 15]! << 3) +
      (SPREAD[(b4 >>> shift) & 15]! << 4) +
      (SPREAD[(b5 >>> shift) & 15]! << 5) +
      (SPREAD[(b6 >>> shift) & 15]! << 6) +
      (SPREAD[(b7 >>> shift) & 15]! << 7) +
      beyond * 0x01010101;
    counts.wideLone[place] =
      SPREAD[(r0 >>> shift) & 15]! +
      (SPREAD[(r1 >>> shift) & 15]! << 1) +
      (SPREAD[(r2 >>> shift) & 15]! << 2) +
      (SPREAD[(r3 >>> shift) & 15]! << 3) +
      (SPREAD[(r4 >>> shift) & 15]! << 4);
  }
}
