import type { QueryPlan } from './query-plan';
import { BOUND_UNITS } from './share-codes';
import type { TandemBlock } from './tandem-block';

/** Added to every bound: more than the rounding by which an exact score can exceed what its terms add up to. */
export const BOUND_MARGIN = 1e-6;

/**
 * At least the score of one spectrum of a block: every pair of peaks within a window is counted, at its code. Much faster than the score,
 * and near it, since few peaks have two partners.
 */
export function pairsBound(plan: QueryPlan, block: TandemBlock, slot: number): number {
  const { kind, query } = plan;
  const precursor = block.precursors[slot]!;
  let sum = 0;
  if (kind.match !== 'losses') sum += windowSum(plan, block, slot, 0);
  if (kind.match !== 'fragments' && precursor > 0 && query.precursorMz > 0) {
    sum += windowSum(plan, block, slot, query.precursorMz - precursor);
  }
  const factor = normFactors(plan, block);
  return (sum / BOUND_UNITS) * (factor === undefined ? 1 : factor[slot]!) + BOUND_MARGIN;
}

/** What the sums of a block's spectra are multiplied by: the inverse norms of the references, nothing for entropy. */
export function normFactors(plan: QueryPlan, block: TandemBlock): Float32Array | undefined {
  if (plan.kind.family === 'entropy') return undefined;
  return plan.kind.match === 'losses' ? block.inverseLossNorm : block.inverseNorm;
}

function windowSum(plan: QueryPlan, block: TandemBlock, slot: number, shift: number): number {
  const { mz, codes } = block;
  const { widths, rows, codeShift } = plan;
  const queryMz = plan.query.mz;
  const end = block.starts[slot + 1]!;
  let first = block.starts[slot]!;
  let sum = 0;
  for (let i = 0; i < queryMz.length; i++) {
    const width = widths[i]! + 1e-9;
    const low = queryMz[i]! - shift - width;
    const high = low + 2 * width;
    while (first < end && mz[first]! < low) first++;
    for (let at = first; at < end && mz[at]! <= high; at++) sum += rows[256 * i + ((codes[at]! >> codeShift) & 255)]!;
  }
  return sum;
}
