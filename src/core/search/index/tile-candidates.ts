import type { QueryPlan } from './query-plan';
import { type BlockSearch, needed, type QueryRun, SPARE, takesPart } from './search-run';
import { COVERS, listAll } from './tile-bounds';
import { RATIO_SUMS } from './tile-kernel';
import { LANES } from './tile-layout';

/** Writes the spectra of a block that can still be among the best, and what their scores are at most, to the working memory; returns how many. */
export function candidates(search: BlockSearch): number {
  return search.run.plan.score === 'ei-reverse' ? byRatios(search, everyTile(search), 0) : byProducts(search);
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

/** Every tile, with its sums of products. */
function everyTile({ run, block, scratch, bounds }: BlockSearch): number {
  const { spectra } = block.tiles;
  const { list, needed: least } = scratch.kernel.open(block);
  listAll(list, least, spectra.tiles);
  return scratch.kernel.sumProducts(block, spectra, bounds.factors, run.plan.unit, spectra.tiles);
}

/** Whether one of the covers of a tile is at least so much. */
function reaches(coverRoots: Float32Array, tile: number, least: number): boolean {
  for (let cover = COVERS * tile; cover < COVERS * (tile + 1); cover++) if (coverRoots[cover]! >= least) return true;
  return false;
}

/** What the cosine, or √T1, of a spectrum must be at least for its score to count. */
function neededRoot(run: QueryRun): number {
  const least = needed(run);
  if (run.plan.score === 'ei-cosine-mz-sqrt') return least;
  if (run.plan.score === 'ei-simple') return Math.sqrt(least);
  const share = largestShare(run.plan);
  return Math.sqrt(Math.max(0, (least - share) / (1 - share)));
}

/**
 * (a·T1 + b·T2)/(a + b) = T1 + φ·(T2 − T1) with φ = b/(a + b), at most T1 + φ·(1 − T1). Of a matched peaks at most a − 1 have a ratio, so φ is
 * below ½ whatever the spectrum.
 */
function largestShare({ query }: QueryPlan): number {
  const { length } = query.mz;
  return length > 1 ? (length - 1) / (2 * length - 1) : 0;
}
