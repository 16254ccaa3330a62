import type { EiScoreId } from '../scores/descriptors';
import { cosineEstimate, type Estimate, identityEstimate, reverseEstimate, simpleEstimate } from './composite-kernel';
import { type EiBlock, isTiled } from './ei-block';
import { type BlockSearch, ESTIMATE_ERROR, needed, type QueryRun, type Scratch } from './search-run';
import { boundCovers, COVERS, tileBounds } from './tile-bounds';
import { candidates } from './tile-candidates';
import { LANES } from './tile-layout';

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

/** Offers every spectrum of a block that can be among the best. `accepted`, by slot, says which take part. @default all */
export function searchBlock(run: QueryRun, block: EiBlock, offset: number, scratch: Scratch, accepted?: Uint8Array): void {
  const bounds = tileBounds(run.plan, block);
  if (isTiled(block)) searchTiles({ run, block, offset, scratch, accepted, bounds });
  else for (let slot = 0; slot < block.count; slot++) if (accepted?.[slot] !== 0) visit({ run, block, offset }, slot);
}

function searchTiles(search: BlockSearch): void {
  const { run, block, scratch } = search;
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
  visitInOrder(search, candidates(search));
  for (const slot of scratch.seenSlots) seen[slot] = 0;
  scratch.seenSlots.length = 0;
}

function visit({ run, block, offset }: Pick<BlockSearch<EiBlock>, 'run' | 'block' | 'offset'>, slot: number): void {
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
