import type { QueryPlan } from './query-plan';
import { BOUND_UNITS } from './share-codes';
import { BUCKETS_PER_DA, LAST_BUCKET, type TandemBlock } from './tandem-block';

/** Added to every bound: more than the rounding by which an exact score can exceed what its terms add up to. */
export const BOUND_MARGIN = 1e-6;

/** For every bucket the strongest query peak whose window takes in part of it, counted from 1; 0: none. By m/z and by loss. */
export interface PeakOfBucket {
  readonly fragmentPeak: Uint16Array;
  readonly lossPeak: Uint16Array;
}

/** Writes the windows of a query; `clearPeaks` with the same plan takes them away. */
export function markPeaks(plan: QueryPlan, { fragmentPeak, lossPeak }: PeakOfBucket): void {
  const { weights } = plan;
  // The strongest is written last.
  const order = Array.from(weights, (_, i) => i).filter((i) => weights[i]! > 0);
  order.sort((a, b) => weights[a]! - weights[b]!);
  for (const i of order) {
    if (plan.fragmentFrom[i]! <= plan.fragmentTo[i]!) fragmentPeak.fill(i + 1, plan.fragmentFrom[i]!, plan.fragmentTo[i]! + 1);
    if (plan.lossFrom[i]! <= plan.lossTo[i]!) lossPeak.fill(i + 1, plan.lossFrom[i]!, plan.lossTo[i]! + 1);
  }
}

export function clearPeaks(plan: QueryPlan, { fragmentPeak, lossPeak }: PeakOfBucket): void {
  for (let i = 0; i < plan.weights.length; i++) {
    if (plan.fragmentFrom[i]! <= plan.fragmentTo[i]!) fragmentPeak.fill(0, plan.fragmentFrom[i]!, plan.fragmentTo[i]! + 1);
    if (plan.lossFrom[i]! <= plan.lossTo[i]!) lossPeak.fill(0, plan.lossFrom[i]!, plan.lossTo[i]! + 1);
  }
}

/**
 * At least the score of one spectrum of a block: each of its peaks is in one pair at most, so it adds at most what it would beside the
 * strongest query peak that it could be paired with. No comparison of m/z decides anything, so it costs about a nanosecond a peak.
 */
export function pairsBound(plan: QueryPlan, peaks: PeakOfBucket, block: TandemBlock, slot: number): number {
  const { match } = plan.kind;
  const start = block.starts[slot]!;
  const end = block.starts[slot + 1]!;
  const precursor = plan.query.precursorMz > 0 ? block.precursors[slot]! : 0;
  let sum = 0;
  if (match === 'fragments' || (match === 'hybrid' && precursor === 0)) sum = byFragment(plan, peaks.fragmentPeak, block, start, end);
  else if (precursor > 0) {
    sum =
      match === 'losses' ? byLoss(plan, peaks.lossPeak, block, start, end, precursor) : byEither(plan, peaks, block, start, end, precursor);
  }
  const factor = normFactors(plan, block);
  return (sum / BOUND_UNITS) * (factor === undefined ? 1 : factor[slot]!) + BOUND_MARGIN;
}

/** What the sums of a block's spectra are multiplied by: the inverse norms of the references, nothing for entropy. */
export function normFactors(plan: QueryPlan, block: TandemBlock): Float32Array | undefined {
  if (plan.kind.family === 'entropy') return undefined;
  return plan.kind.match === 'losses' ? block.inverseLossNorm : block.inverseNorm;
}

// `bucketOf` of a value, written out: these loops run over every peak of many spectra.

function byFragment({ rows, codeShift }: QueryPlan, peaks: Uint16Array, { mz, codes }: TandemBlock, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) {
    const bucket = Math.min(mz[at]! * BUCKETS_PER_DA, LAST_BUCKET) | 0;
    sum += rows[(peaks[bucket]! << 8) + ((codes[at]! >> codeShift) & 255)]!;
  }
  return sum;
}

function byLoss(
  { rows, codeShift }: QueryPlan,
  peaks: Uint16Array,
  { mz, codes }: TandemBlock,
  start: number,
  end: number,
  precursor: number,
): number {
  let sum = 0;
  for (let at = start; at < end; at++) {
    const bucket = Math.max(0, Math.min((precursor - mz[at]!) * BUCKETS_PER_DA, LAST_BUCKET)) | 0;
    sum += rows[(peaks[bucket]! << 8) + ((codes[at]! >> codeShift) & 255)]!;
  }
  return sum;
}

function byEither(
  { rows, codeShift }: QueryPlan,
  { fragmentPeak, lossPeak }: PeakOfBucket,
  { mz, codes }: TandemBlock,
  start: number,
  end: number,
  precursor: number,
): number {
  let sum = 0;
  for (let at = start; at < end; at++) {
    const code = (codes[at]! >> codeShift) & 255;
    const fragment = Math.min(mz[at]! * BUCKETS_PER_DA, LAST_BUCKET) | 0;
    const loss = Math.max(0, Math.min((precursor - mz[at]!) * BUCKETS_PER_DA, LAST_BUCKET)) | 0;
    sum += Math.max(rows[(fragmentPeak[fragment]! << 8) + code]!, rows[(lossPeak[loss]! << 8) + code]!);
  }
  return sum;
}
