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
import type { QueryPlan } from './query-plan';
import { boundCovers, COVERS, listAll, type TileBounds, tileBounds } from './tile-bounds';
import { RATIO_SUMS, type TileKernel } from './tile-kernel';
import { COVERED, LANES } from './tile-layout';
import { type ScoredRecord, TopHits } from './top-hits';

/** More than the rounding by which an estimate can differ from the exact value, on the scale to 1000. */
const ESTIMATE_ERROR = 1e-6;
/** More than the rounding of a bound held in single precision, on the scale to 1. */
const BOUND_ERROR = 1e-6;
const SPARE = 1 - BOUND_ERROR;
/** Candidates are taken in the order of their bounds, to this fineness. */
const LEVELS = 256;
/** The tiles of how many covers are looked at to set a threshold. */
const FIRST_COVERS = 8;

const ESTIMATES: Readonly<Record<EiScoreId, Estimate>> = {
  'ei-identity': identityEstimate,
  'ei-reverse': reverseEstimate,
  'ei-simple': simpleEstimate,
  'ei-cosine-mz-sqrt': cosineEstimate,
};

/** Working memory of one index, used again for every block and query. */
export interface Scratch {
  readonly kernel: TileKernel;
  /** What the cosine (or √T1) of the spectra of each cover is at most. */
  readonly coverRoots: Float32Array;
  /** Spectra that are left, and what their scores can be at most; in the order of finding, then by falling bounds. */
  readonly slots: Uint32Array;
  readonly bounds: Float32Array;
  readonly ordered: Uint32Array;
  /** Which spectra were looked at to set the threshold. */
  readonly seen: Uint8Array;
  readonly seenSlots: number[];
}

export function scratchFor(count: number, kernel: TileKernel): Scratch {
  const lanes = LANES * Math.ceil(count / LANES);
  return {
    kernel,
    coverRoots: new Float32Array(lanes / COVERED),
    slots: new Uint32Array(count),
    bounds: new Float32Array(count),
    ordered: new Uint32Array(count),
    seen: new Uint8Array(lanes),
    seenSlots: [],
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

/** One query over one block. */
interface BlockSearch {
  readonly run: QueryRun;
  readonly block: EiBlock;
  /** Position of the block's first spectrum in the index. */
  readonly offset: number;
  readonly scratch: Scratch;
  readonly accepted: Uint8Array | undefined;
  readonly bounds: TileBounds;
}

/** The records that can be among the best once their exact scores are known. */
export function finalists({ best, near }: QueryRun): readonly ScoredRecord[] {
  return near.filter(({ score }) => score + 2 * ESTIMATE_ERROR >= best.threshold);
}

/** Offers every spectrum of a block that can be among the best. `accepted`, by slot, says which take part. @default all */
export function searchBlock(run: QueryRun, block: EiBlock, offset: number, scratch: Scratch, accepted?: Uint8Array): void {
  const search: BlockSearch = { run, block, offset, scratch, accepted, bounds: tileBounds(run.plan, block) };
  const { kernel, coverRoots, seen } = scratch;
  kernel.open(block);
  kernel.setPairs(
    run.plan.pairs,
    run.plan.stages.map(({ pairs }) => pairs),
  );
  if (run.plan.program !== undefined) kernel.setProgram(run.plan.program);
  boundCovers(run.plan, block, kernel, search.bounds, coverRoots);
  // The spectra nearest by their bounds first: they set a threshold that most others cannot reach.
  for (const slot of nearestSpectra(search)) visitFirst(search, slot);
  const found = run.plan.score === 'ei-reverse' ? byRatios(search, everyTile(search), 0) : byProducts(search);
  visitInOrder(search, found);
  for (const slot of scratch.seenSlots) seen[slot] = 0;
  scratch.seenSlots.length = 0;
}

/** The score on the scale to 1 that a bound must reach. */
function needed({ plan, best }: QueryRun): number {
  const offset = plan.score === 'ei-cosine-mz-sqrt' ? 0 : 0.5;
  return Math.max(0, (best.threshold - 2 * ESTIMATE_ERROR + offset) / 1000 - BOUND_ERROR);
}

function visit({ run, block, offset }: BlockSearch, slot: number): void {
  const { plan, dense, best, near } = run;
  run.compared++;
  const score = ESTIMATES[plan.score](dense, block, slot, best.threshold - 2 * ESTIMATE_ERROR);
  if (score + 2 * ESTIMATE_ERROR < best.threshold || score < -ESTIMATE_ERROR) return;
  const record = { key: block.keys[slot]!, position: offset + slot, score };
  near.push(record);
  best.offer(record);
}

/** Looks at a spectrum that is to set the threshold, once. */
function visitFirst(search: BlockSearch, slot: number): void {
  const { seen, seenSlots } = search.scratch;
  visit(search, slot);
  seen[slot] = 1;
  seenSlots.push(slot);
}

/** Spectra with the highest bounds, of the tiles of a few covers with the highest bounds. */
function nearestSpectra({ run, block, scratch, accepted, bounds }: BlockSearch): Uint32Array {
  const { kernel, coverRoots } = scratch;
  const { spectra } = block.tiles;
  const covers = highest(coverRoots, spectra.tiles * COVERS, FIRST_COVERS);
  const tiles = [...new Set(Array.from(covers, (cover) => Math.floor(cover / COVERS)))];
  const { list, needed, passing, sums } = kernel.open(block);
  tiles.forEach((tile, i) => {
    list[2 * i] = tile;
    needed[2 * i + 1] = -1;
  });
  const listed = kernel.sumProducts(block, spectra, bounds.factors, run.plan.unit, tiles.length);
  const roots = new Float32Array(listed * LANES);
  const slots = new Uint32Array(listed * LANES);
  for (let i = 0; i < listed; i++) {
    const tile = passing[i]!;
    for (let lane = 0; lane < LANES; lane++) {
      const slot = tile * LANES + lane;
      if (sums[i * LANES + lane]! <= 0 || accepted?.[slot] === 0) continue;
      slots[i * LANES + lane] = slot;
      roots[i * LANES + lane] = sums[i * LANES + lane]! * bounds.laneFactor(tile, slot);
    }
  }
  return highest(roots, roots.length, run.best.threshold > 0 ? 4 : run.top + 4).map((i) => slots[i]!);
}

/** Places of the highest numbers above 0, highest first. */
function highest(numbers: Float32Array, length: number, count: number): Uint32Array {
  const found = new Uint32Array(count);
  const values = new Float32Array(count);
  let held = 0;
  let least = 0;
  for (let i = 0; i < length; i++) {
    const value = numbers[i]!;
    if (value <= least) continue;
    let place = held < count ? held++ : count - 1;
    for (; place > 0 && values[place - 1]! < value; place--) {
      values[place] = values[place - 1]!;
      found[place] = found[place - 1]!;
    }
    values[place] = value;
    found[place] = i;
    if (held === count) least = values[count - 1]!;
  }
  return found.subarray(0, held);
}

/**
 * (a·T1 + b·T2)/(a + b) = T1 + φ·(T2 − T1) with φ = b/(a + b), at most T1 + φ·(1 − T1). Of a matched peaks at most a − 1 have a ratio, so φ is
 * below ½ whatever the spectrum.
 */
function largestShare({ query }: QueryPlan): number {
  const { length } = query.mz;
  return length > 1 ? (length - 1) / (2 * length - 1) : 0;
}

/** What the cosine, or √T1, of a spectrum must be at least for its score to count. */
function neededRoot(run: QueryRun): number {
  const least = needed(run);
  if (run.plan.score === 'ei-cosine-mz-sqrt') return least;
  if (run.plan.score === 'ei-simple') return Math.sqrt(least);
  const share = largestShare(run.plan);
  return Math.sqrt(Math.max(0, (least - share) / (1 - share)));
}

/** Tiles, then lanes, by sums of products. Returns how many spectra are left. */
function byProducts(search: BlockSearch): number {
  const { run, block, scratch, bounds } = search;
  const { kernel, coverRoots, slots } = scratch;
  const { spectra } = block.tiles;
  const { list, needed: least, passing, sums } = kernel.open(block);
  const { plan } = run;
  const root = neededRoot(run);
  let listed = 0;
  let at = 0;
  for (let tile = 0; tile < spectra.tiles; tile++) {
    if (!reaches(coverRoots, tile, Math.max(root * SPARE, Number.MIN_VALUE))) continue;
    list[at++] = tile;
    for (const stage of plan.stages) least[at++] = bounds.neededIn(stage, tile, root);
    listed++;
  }
  listed = kernel.sumProducts(block, spectra, bounds.factors, plan.unit, listed, plan.stages.length);
  if (plan.score === 'ei-identity') return byRatios(search, listed, root);
  let found = 0;
  for (let i = 0; i < listed; i++) {
    const tile = passing[i]!;
    const atLeast = bounds.needed(tile, root);
    for (let lane = 0; lane < LANES; lane++) {
      const sum = sums[i * LANES + lane]!;
      if (sum < atLeast || sum <= 0) continue;
      const slot = tile * LANES + lane;
      const bound = sum * bounds.laneFactor(tile, slot);
      if (bound < root * SPARE || !takesPart(search, slot)) continue;
      scratch.bounds[found] = plan.score === 'ei-simple' ? bound * bound : bound;
      slots[found++] = slot;
    }
  }
  return found;
}

/** Whether one of the covers of a tile is at least so much. */
function reaches(coverRoots: Float32Array, tile: number, least: number): boolean {
  for (let cover = COVERS * tile; cover < COVERS * (tile + 1); cover++) if (coverRoots[cover]! >= least) return true;
  return false;
}

/** Every tile, with its sums of products. */
function everyTile({ run, block, scratch, bounds }: BlockSearch): number {
  const { spectra } = block.tiles;
  const { list, needed: least } = scratch.kernel.open(block);
  listAll(list, least, spectra.tiles);
  return scratch.kernel.sumProducts(block, spectra, bounds.factors, run.plan.unit, spectra.tiles);
}

/** Of the tiles that passed, the spectra whose composite score can count, T2 being at most what the rounded logarithms allow. */
function byRatios(search: BlockSearch, listed: number, root: number): number {
  const { run, block, scratch, bounds } = search;
  if (run.plan.program === undefined) return withoutRatios(search, listed);
  const { passing, sums, ratios } = scratch.kernel.open(block);
  scratch.kernel.sumRatios(block, listed);
  const least = needed(run);
  let found = 0;
  for (let i = 0; i < listed; i++) {
    const tile = passing[i]!;
    const atLeast = bounds.needed(tile, root);
    for (let lane = 0; lane < LANES; lane++) {
      const slot = tile * LANES + lane;
      const sum = sums[i * LANES + lane]!;
      const at = RATIO_SUMS * i + lane;
      const matched = ratios[at]!;
      if (sum <= 0 || sum < atLeast || matched === 0 || !takesPart(search, slot)) continue;
      const term = bounds.termOf(tile, slot, sum, ratios[at + 4 * LANES]!);
      const paired = ratios[at + LANES]!;
      const bound = (matched * term + paired * likeness(ratios[at + 2 * LANES]!, ratios[at + 3 * LANES]!, paired)) / (matched + paired);
      if (bound < least) continue;
      scratch.bounds[found] = bound;
      scratch.slots[found++] = slot;
    }
  }
  return found;
}

/**
 * What T2 is at most, of Σ weight·likeness and Σ weight over so many ratios: weights are within a half, each product was rounded, and a whole
 * likeness is 255·255 ÷ 2 of 32,768.
 */
function likeness(kept: number, weight: number, ratios: number): number {
  const least = weight - 0.5 * ratios;
  return least <= 0 ? 1 : Math.min(1, ((kept + 2 * ratios) * (32_768 / 32_512)) / least);
}

/** For a query whose ratios the kernel cannot sum: T2 at most 1, and the largest share it can have. */
function withoutRatios(search: BlockSearch, listed: number): number {
  const { run, block, scratch, bounds } = search;
  const { passing, sums } = scratch.kernel.open(block);
  const share = largestShare(run.plan);
  let found = 0;
  for (let i = 0; i < listed; i++) {
    for (let lane = 0; lane < LANES; lane++) {
      const slot = passing[i]! * LANES + lane;
      const sum = sums[i * LANES + lane]!;
      if (sum <= 0 || !takesPart(search, slot)) continue;
      const term = bounds.termOf(passing[i]!, slot, sum, 0);
      scratch.bounds[found] = term + share * (1 - term);
      scratch.slots[found++] = slot;
    }
  }
  return found;
}

function takesPart({ accepted, scratch }: BlockSearch, slot: number): boolean {
  return accepted?.[slot] !== 0 && scratch.seen[slot] === 0;
}

/** Visits what is left by falling bounds until no more can enter. */
function visitInOrder(search: BlockSearch, found: number): void {
  const { slots, bounds, ordered } = search.scratch;
  if (found === 0) return;
  const ends = new Uint32Array(LEVELS + 1);
  const levelOf = (bound: number): number => (bound >= 1 ? 0 : bound <= 0 ? LEVELS - 1 : Math.floor((1 - bound) * (LEVELS - 1)));
  for (let i = 0; i < found; i++) ends[levelOf(bounds[i]!) + 1]!++;
  for (let level = 0; level < LEVELS; level++) ends[level + 1]! += ends[level]!;
  for (let i = 0; i < found; i++) ordered[ends[levelOf(bounds[i]!)]!++] = i;
  for (let i = 0; i < found; i++) {
    const place = ordered[i]!;
    if (bounds[place]! < needed(search.run)) continue;
    visit(search, slots[place]!);
  }
}
