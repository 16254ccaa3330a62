import type { EiScoreId } from '../scores/descriptors';
import {
  cosineEstimate,
  type DenseQuery,
  denseQuery,
  type Estimate,
  identityEstimate,
  reverseEstimate,
  simpleEstimate,
} from './composite-kernel';
import type { EiBlock } from './ei-block';
import { writeCosineBounds } from './group-bounds';
import type { QueryPlan } from './query-plan';
import { countRuns, MOST_RUN_PEAKS, type RunCounts, runCounts } from './run-bounds';
import { type ScoredRecord, TopHits } from './top-hits';

/** More than the rounding by which an estimate can differ from the exact value, on the scale to 1000. */
const ESTIMATE_ERROR = 1e-6;
/** More than the rounding of a bound held in single precision, on the scale to 1. */
const BOUND_ERROR = 1e-6;
/** Candidates are taken in the order of their bounds, to this fineness. */
const LEVELS = 256;

const ESTIMATES: Readonly<Record<EiScoreId, Estimate>> = {
  'ei-identity': identityEstimate,
  'ei-reverse': reverseEstimate,
  'ei-simple': simpleEstimate,
  'ei-cosine-mz-sqrt': cosineEstimate,
};

/** Working memory of one index, used again for every block and query. */
export interface Scratch {
  readonly sums: Int32Array;
  readonly bounds: Float32Array;
  readonly candidates: Uint32Array;
  readonly ordered: Uint32Array;
  readonly runs: RunCounts;
}

export function scratchFor(groups: number): Scratch {
  return {
    sums: new Int32Array(groups),
    bounds: new Float32Array(groups),
    candidates: new Uint32Array(groups),
    ordered: new Uint32Array(groups),
    runs: runCounts(groups),
  };
}

/** One query over the blocks of an index, one block after the other. */
export interface QueryRun {
  readonly plan: QueryPlan;
  readonly dense: DenseQuery;
  readonly top: number;
  /** The best by estimate of all blocks so far: they set the threshold. */
  readonly best: TopHits;
  /** Every record that came near the best when it was looked at. */
  readonly near: ScoredRecord[];
  /** How many records were looked at one by one. */
  compared: number;
}

export function queryRun(plan: QueryPlan, top: number): QueryRun {
  return { plan, dense: denseQuery(plan.query, plan), top, best: new TopHits(top), near: [], compared: 0 };
}

/** The records that can be among the best once their exact scores are known. */
export function finalists({ best, near }: QueryRun): readonly ScoredRecord[] {
  return near.filter(({ score }) => score + 2 * ESTIMATE_ERROR >= best.threshold);
}

/** Offers every spectrum of a block that can be among the best. `accepted`, by slot, says which take part. @default all */
export function searchBlock(run: QueryRun, block: EiBlock, offset: number, scratch: Scratch, accepted?: Uint8Array): void {
  const { plan, best } = run;
  const { bounds } = scratch;
  writeCosineBounds(plan, block, scratch.sums, bounds);
  if (accepted !== undefined) leaveOut(block, accepted, bounds);
  const visit = visitor(run, block, offset, accepted);
  // The groups nearest by their bounds first: they set a threshold that most others cannot reach.
  const first = nearest(bounds, block.groups, best.threshold > 0 ? 4 : run.top + 4);
  for (const group of first) {
    visit(group);
    bounds[group] = -1;
  }
  const composite = plan.score === 'ei-identity' || plan.score === 'ei-reverse';
  const found = composite ? compositeCandidates(run, block, scratch) : cosineCandidates(run, block, scratch);
  visitInOrder(run, scratch, found, visit);
}

/** The score on the scale to 1 that a bound must reach. */
function needed({ plan, best }: QueryRun): number {
  const offset = plan.score === 'ei-cosine-mz-sqrt' ? 0 : 0.5;
  return Math.max(0, (best.threshold - 2 * ESTIMATE_ERROR + offset) / 1000 - BOUND_ERROR);
}

function leaveOut({ groups, groupStarts }: EiBlock, accepted: Uint8Array, bounds: Float32Array): void {
  for (let g = 0; g < groups; g++) {
    let slot = groupStarts[g]!;
    while (slot < groupStarts[g + 1]! && accepted[slot] === 0) slot++;
    if (slot === groupStarts[g + 1]!) bounds[g] = -1;
  }
}

function visitor(run: QueryRun, block: EiBlock, offset: number, accepted: Uint8Array | undefined): (group: number) => void {
  const { plan, dense, best, near } = run;
  const estimate = ESTIMATES[plan.score];
  const { groupStarts } = block;
  return (group) => {
    const end = groupStarts[group + 1]!;
    for (let slot = groupStarts[group]!; slot < end; slot++) {
      if (accepted !== undefined && accepted[slot] === 0) continue;
      run.compared++;
      const score = estimate(dense, block, slot, best.threshold - 2 * ESTIMATE_ERROR);
      if (score + 2 * ESTIMATE_ERROR < best.threshold || score < -ESTIMATE_ERROR) continue;
      const record = { key: block.keys[slot]!, position: offset + slot, score };
      near.push(record);
      best.offer(record);
    }
  };
}

/** The groups with the highest bounds above 0, highest first. */
function nearest(bounds: Float32Array, groups: number, count: number): readonly number[] {
  const found = new Int32Array(count);
  const values = new Float32Array(count);
  let held = 0;
  let least = 0;
  for (let g = 0; g < groups; g++) {
    const bound = bounds[g]!;
    if (bound <= least) continue;
    let place = held < count ? held++ : count - 1;
    for (; place > 0 && values[place - 1]! < bound; place--) {
      values[place] = values[place - 1]!;
      found[place] = found[place - 1]!;
    }
    values[place] = bound;
    found[place] = g;
    if (held === count) least = values[count - 1]!;
  }
  return Array.from(found.subarray(0, held));
}

/**
 * A bound is P + ρ, with ρ the norm of the query peaks that were not summed (of 1). The spectrum's own norm over the summed peaks is at least
 * P/√(1 − ρ²), which leaves it less for the others: in angles, P must reach √(1 − ρ²)·cos(acos t + asin ρ) to allow a cosine of t.
 */
function cosineCandidates(run: QueryRun, { groups }: EiBlock, { bounds, candidates }: Scratch): number {
  const rest = run.plan.score === 'ei-cosine-mz-sqrt' ? run.plan.rest / run.plan.norm : 0;
  const t = needed(run);
  const summed = Math.sqrt(1 - rest * rest);
  const least = t >= 1 || rest === 0 ? t : Math.max(t, rest + summed * (t * summed - Math.sqrt(1 - t * t) * rest) - 1e-6);
  let found = 0;
  for (let g = 0; g < groups; g++) if (bounds[g]! >= least) candidates[found++] = g;
  return found;
}

/**
 * (a·T1 + b·T2)/(a + b) = T1 + φ·(T2 − T1) with φ = b/(a + b), at most T1 + φ·(1 − T1). Of a matched peaks at most a − 1 have a ratio, so φ is
 * below ½ whatever the spectrum; where that does not rule a group out, its runs are counted.
 */
function compositeCandidates(run: QueryRun, block: EiBlock, { bounds, candidates, runs }: Scratch): number {
  const { groups } = block;
  const least = needed(run);
  const { length } = run.plan.query.mz;
  const highest = length > 1 ? (length - 1) / (2 * length - 1) : 0;
  // T1 + φ·(1 − T1) ≥ least
  const leastCosine = (least - highest) / (1 - highest);
  const counted = length <= MOST_RUN_PEAKS;
  let found = 0;
  for (let start = 0; start < groups; start += 32) {
    const end = Math.min(groups, start + 32);
    let some = false;
    for (let g = start; g < end; g++) if (bounds[g]! >= leastCosine && bounds[g]! >= 0) some = true;
    if (!some) continue;
    if (counted) countRuns(run.plan, block, start >>> 5, runs);
    for (let g = start; g < end; g++) {
      const t1 = bounds[g]!;
      if (t1 < 0 || t1 < leastCosine) continue;
      const ratios = runs.ratios[g]!;
      const lone = runs.lone[g]!;
      const share = counted ? ratios / (2 * ratios + (lone > 1 ? lone : 1)) : highest;
      const bound = t1 + share * (1 - t1);
      if (bound < least) continue;
      bounds[g] = bound;
      candidates[found++] = g;
    }
  }
  return found;
}

/** Visits candidates by falling bounds until no more can enter. */
function visitInOrder(run: QueryRun, { bounds, candidates, ordered }: Scratch, found: number, visit: (group: number) => void): void {
  const ends = new Uint32Array(LEVELS + 1);
  const levelOf = (bound: number): number => (bound >= 1 ? 0 : bound <= 0 ? LEVELS - 1 : Math.floor((1 - bound) * (LEVELS - 1)));
  for (let i = 0; i < found; i++) ends[levelOf(bounds[candidates[i]!]!) + 1]!++;
  for (let level = 0; level < LEVELS; level++) ends[level + 1]! += ends[level]!;
  for (let i = 0; i < found; i++) {
    const group = candidates[i]!;
    const level = levelOf(bounds[group]!);
    ordered[ends[level]!++] = group;
  }
  for (let i = 0; i < found; i++) {
    const group = ordered[i]!;
    if (bounds[group]! < needed(run)) continue;
    visit(group);
  }
}
