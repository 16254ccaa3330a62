import type { EiBlock } from './ei-block';
import { ROOT_STEPS } from './group-summaries';
import { BOUNDLESS, type QueryPlan } from './query-plan';

/** 1/√ of the share of a norm that a byte stands for. */
const INVERSE_SHARE: Float64Array = Float64Array.from({ length: 256 }, (_, byte) => (byte === 0 ? BOUNDLESS : Math.sqrt(255 / byte)));

/**
 * For every group of a block a number from 0 to 1 that is at least the cosine (or, for the match factors, the term T1) of the query with any
 * spectrum of the group, less rounding (1e-6). `sums` and `bounds` are at least as long as there are groups.
 */
export function writeCosineBounds(plan: QueryPlan, block: EiBlock, sums: Int32Array, bounds: Float32Array): void {
  sums.fill(0, 0, block.groups);
  switch (plan.score) {
    case 'ei-cosine-mz-sqrt':
      sumProducts(plan, block, sums);
      fromSquareNorms(plan, block, sums, bounds);
      return;
    case 'ei-reverse':
      sumMatchedLibrary(plan, block, sums);
      fromMatchedShare(plan, block, sums, bounds);
      return;
    case 'ei-identity':
      sumProducts(plan, block, sums);
      fromRangeNorms(plan, block, block.inverseMass, block.massFrom, sums, bounds);
      return;
    case 'ei-simple':
      sumProducts(plan, block, sums);
      fromRangeNorms(plan, block, block.inversePlain, block.plainFrom, sums, bounds);
      return;
  }
}

function sumProducts(plan: QueryPlan, block: EiBlock, sums: Int32Array): void {
  const { postings, posted } = block;
  for (const i of plan.summed) {
    const m = plan.query.mz[i]!;
    if (m + 1 >= postings.length) continue;
    const step = plan.steps[i]!;
    const end = postings[m + 1]!;
    for (let at = postings[m]!; at < end; at++) {
      const entry = posted[at]!;
      sums[entry >>> 8]! += Math.imul(step, entry & 255);
    }
  }
}

/** Σ m·L over matched peaks: the reverse T1 is at most its share of the whole (Cauchy–Schwarz). */
function sumMatchedLibrary(plan: QueryPlan, block: EiBlock, sums: Int32Array): void {
  const { postings, posted } = block;
  for (const i of plan.summed) {
    const m = plan.query.mz[i]!;
    if (m + 1 >= postings.length) continue;
    const step = plan.steps[i]!;
    const end = postings[m + 1]!;
    for (let at = postings[m]!; at < end; at++) {
      const entry = posted[at]!;
      const byte = entry & 255;
      sums[entry >>> 8]! += Math.imul(step, (byte * byte + 255) >> 8);
    }
  }
}

function fromSquareNorms(plan: QueryPlan, block: EiBlock, sums: Int32Array, bounds: Float32Array): void {
  const { inverseSquare, groups } = block;
  const unit = plan.unit / plan.norm;
  const rest = plan.rest / plan.norm;
  for (let g = 0; g < groups; g++) bounds[g] = sums[g]! * unit * inverseSquare[g]! + rest;
}

/** T1 ≤ (P / √(N_U·N_L) + √(rest / N_U))²: the norms are those of the compared range, from below. */
function fromRangeNorms(
  { unit, rest, inverseNormFrom, checkpoint }: QueryPlan,
  { groups, lastFirstMz }: EiBlock,
  inverse: Float32Array,
  from: Uint8Array,
  sums: Int32Array,
  bounds: Float32Array,
): void {
  if (checkpoint < 0) {
    bounds.fill(1, 0, groups);
    return;
  }
  const beyond = inverseNormFrom.length - 1;
  const column = checkpoint * groups;
  for (let g = 0; g < groups; g++) {
    const first = lastFirstMz[g]!;
    const ofQuery = inverseNormFrom[first < beyond ? first : beyond]!;
    const root = (sums[g]! * unit * inverse[g]! * INVERSE_SHARE[from[column + g]!]! + rest) * ofQuery;
    bounds[g] = root < 1 ? root * root : 1;
  }
}

function fromMatchedShare(plan: QueryPlan, block: EiBlock, sums: Int32Array, bounds: Float32Array): void {
  const { groups, inverseMass, massFrom } = block;
  if (plan.checkpoint < 0) {
    bounds.fill(1, 0, groups);
    return;
  }
  // A byte stands for (byte / ROOT_STEPS)², and 256 of them were made one.
  const unit = (plan.unit * 256) / ROOT_STEPS;
  const column = plan.checkpoint * groups;
  for (let g = 0; g < groups; g++) {
    const inverse = inverseMass[g]! * INVERSE_SHARE[massFrom[column + g]!]!;
    const share = sums[g]! * unit * inverse * inverse;
    bounds[g] = share < 1 ? share : 1;
  }
}
