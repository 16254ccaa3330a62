import { unpackPeaks } from '../../index/packed-peaks';
import { TopHits } from '../../index/top-hits';
import type { NominalSpectrum } from '../../scores/nominal-spectrum';
import { AnalogueComparison, type AnalogueScore } from '../analogue-comparison';
import type { AnalogueScoreId } from '../descriptors';
import { SpectrumOnMasses } from '../spectrum-on-masses';
import { HYBRID_BLOCK_SIZE, type HybridBlock } from './hybrid-block';
import type { HybridHit, HybridSearchOptions, HybridSearchResult } from './hybrid-index';
import { LANES } from './hybrid-tiles';
import { MovedPeaks } from './moved-peaks';
import { ReachRows } from './reach-rows';
import { neededSquare, ScoreBounds } from './score-bounds';
import type { TileSums } from './tile-sums';

type Options = HybridSearchOptions & { readonly score: AnalogueScoreId; readonly top: number };

/** So many of the groups with the highest bounds are probed by one spectrum each, and so many of these searched first, to find a high threshold early. */
const PROBES = 48;
const FIRST = 8;

/** Bounds every group, probes the most promising ones, then scores in every group that is left what two bounds of its own do not rule out. */
export function searchBlocks(
  blocks: readonly HybridBlock[],
  prepared: NominalSpectrum,
  options: Options,
  sums: TileSums,
): HybridSearchResult {
  const { molecularMass } = options;
  const search = new BlockSearch(blocks, prepared, options, sums);
  if (prepared.mz.length > 0) search.run();
  const hits = search.best.ranked().map(({ key, position, score: forward }, i): HybridHit => {
    const block = blocks[Math.floor(position / HYBRID_BLOCK_SIZE)]!;
    const slot = position % HYBRID_BLOCK_SIZE;
    const mass = block.masses[slot]!;
    const { reverse } = search.exact(block, slot, mass === 0 ? 0 : molecularMass - mass);
    return { recordKey: key, rank: i + 1, score: forward, reverse, deltaMass: mass === 0 ? undefined : molecularMass - mass };
  });
  return { hits, searched: countSearched(blocks, options), scored: search.scored };
}

/** The spectra of one mass in one block, and what they are compared by. */
interface Run {
  readonly place: number;
  readonly run: number;
  readonly delta: number;
}

class BlockSearch {
  readonly best: TopHits;
  scored = 0;
  readonly #blocks: readonly HybridBlock[];
  readonly #options: Options;
  readonly #sums: TileSums;
  readonly #comparison: AnalogueComparison;
  readonly #rows: ReachRows;
  readonly #bounds: readonly ScoreBounds[];
  readonly #moved: MovedPeaks;
  /** Peaks of the spectrum that is looked at. */
  #peaks: NominalSpectrum = { mz: new Uint16Array(1024), intensity: new Uint16Array(1024) };
  /** Spectra that were scored: those of probed groups come by again. */
  readonly #taken = new Set<number>();

  constructor(blocks: readonly HybridBlock[], prepared: NominalSpectrum, options: Options, sums: TileSums) {
    this.best = new TopHits(options.top);
    this.#blocks = blocks;
    this.#options = options;
    this.#sums = sums;
    this.#comparison = new AnalogueComparison(prepared);
    this.#rows = new ReachRows(options.score, prepared, sums);
    const onMasses = new SpectrumOnMasses(prepared);
    this.#bounds = blocks.map((block) => new ScoreBounds(options.score, onMasses, block));
    this.#moved = new MovedPeaks(prepared);
  }

  run(): void {
    const runs = this.#runs();
    const products = this.#blocks.map(({ groupStarts }) => new Float32Array(groupStarts.length - 1));
    for (const run of runs) this.#boundGroups(run, products[run.place]!);
    for (const run of this.#probed(runs, products)) this.#searchRun(run, products[run.place]!, run.group, run.group + 1);
    for (const run of runs) {
      const { groups } = this.#blocks[run.place]!.runs;
      this.#searchRun(run, products[run.place]!, groups[run.run]!, groups[run.run + 1]!);
    }
  }

  exact(block: HybridBlock, slot: number, delta: number): AnalogueScore {
    const count = this.#unpack(block, slot);
    return this.#compare(count, delta);
  }

  /** The masses that take part, block by block. */
  #runs(): readonly Run[] {
    const runs: Run[] = [];
    this.#blocks.forEach(({ runs: { mass } }, place) => {
      mass.forEach((ofRun, run) => {
        // Without a mass the hybrid score compares unshifted, the other one not at all.
        if (ofRun !== 0) runs.push({ place, run, delta: this.#options.molecularMass - ofRun });
        else if (this.#options.score === 'ei-hybrid') runs.push({ place, run, delta: 0 });
      });
    });
    return runs;
  }

  /** Bounds of the products of the query with every group, by √(Σ I over peaks of at least 2). */
  #boundGroups({ place, run, delta }: Run, products: Float32Array): void {
    const { runs, groupStarts, tiles } = this.#blocks[place]!;
    const rows = this.#rows.of(delta, runs.highestMz[run]!);
    const first = runs.groupTiles[run]!;
    const listed = runs.groupTiles[run + 1]! - first;
    const from = runs.groups[run]!;
    const end = runs.groups[run + 1]!;
    if (listed > 0) {
      for (let i = 0; i < listed; i++) this.#sums.list(i, first + i, 0);
      this.#sums.compute(tiles, tiles.groups, rows, listed, this.#rows.unit);
      products.set(this.#sums.sums.subarray(0, end - from), from);
      return;
    }
    // One tile holds all of its spectra.
    this.#sums.list(0, runs.tiles[run]!, 0);
    this.#sums.compute(tiles, tiles.spectra, rows, 1, this.#rows.unit);
    const { sums } = this.#sums;
    for (let group = from; group < end; group++)
      for (let slot = groupStarts[group]!; slot < groupStarts[group + 1]!; slot++)
        products[group] = Math.max(products[group]!, sums[slot - runs.spectra[run]!]!);
  }

  /** Scores the first spectrum of the most promising groups; the best groups by that score. */
  #probed(runs: readonly Run[], products: readonly Float32Array[]) {
    const chosen = new TopHits(PROBES);
    runs.forEach(({ place, run }, position) => {
      const { groups } = this.#blocks[place]!.runs;
      const ofBlock = products[place]!;
      for (let group = groups[run]!; group < groups[run + 1]!; group++) {
        const score = ofBlock[group]!;
        if (score > 0 && score >= chosen.threshold) chosen.offer({ key: place * HYBRID_BLOCK_SIZE + group, position, score });
      }
    });
    const probed = chosen.ranked().map(({ key, position }) => {
      const run = runs[position]!;
      const block = this.#blocks[run.place]!;
      const group = key - run.place * HYBRID_BLOCK_SIZE;
      const slot = block.groupStarts[group]!;
      if (!this.#accepts(block, slot)) return { ...run, group, score: 0 };
      this.#taken.add(run.place * HYBRID_BLOCK_SIZE + slot);
      return { ...run, group, score: this.#offer(run, slot, this.#unpack(block, slot)) };
    });
    return probed.sort((a, b) => b.score - a.score).slice(0, FIRST);
  }

  /** Scores what can reach the threshold in the tiles of some groups of a run. */
  #searchRun(run: Run, products: Float32Array, fromGroup: number, toGroup: number): void {
    const { runs, groupStarts, tiles, ofGroups, ofTiles } = this.#blocks[run.place]!;
    const scores = this.#bounds[run.place]!;
    const needed = neededSquare(this.best.threshold);
    const firstTile = runs.tiles[run.run]!;
    const firstSlot = runs.spectra[run.run]!;
    let listed = 0;
    let next = firstTile;
    for (let group = fromGroup; group < toGroup; group++) {
      const product = products[group]!;
      if (product === 0 || product * product < needed * scores.ofUnit(ofGroups, group, run.delta)) continue;
      const last = firstTile + Math.floor((groupStarts[group + 1]! - 1 - firstSlot) / LANES);
      let tile = Math.max(next, firstTile + Math.floor((groupStarts[group]! - firstSlot) / LANES));
      for (; tile <= last; tile++) this.#sums.list(listed++, tile, Math.sqrt(needed * scores.ofUnit(ofTiles, tile, run.delta)));
      next = Math.max(next, last + 1);
    }
    if (listed === 0) return;
    const rows = this.#rows.of(run.delta, runs.highestMz[run.run]!);
    const passing = this.#sums.compute(tiles, tiles.spectra, rows, listed, this.#rows.unit);
    const { sums } = this.#sums;
    for (let i = 0; i < passing; i++) {
      const tile = this.#sums.passing(i);
      const slot = firstSlot + LANES * (tile - firstTile);
      const lanes = Math.min(LANES, runs.spectra[run.run + 1]! - slot);
      const least = Math.sqrt(neededSquare(this.best.threshold) * scores.ofUnit(ofTiles, tile, run.delta));
      for (let lane = 0; lane < lanes; lane++) {
        const sum = sums[LANES * i + lane]!;
        if (sum > 0 && sum >= least) this.#consider(run, slot + lane, sum);
      }
    }
  }

  /** Scores a spectrum that its own bounds do not rule out. `sum`: bound of its product, by √(Σ I over its peaks of at least 2). */
  #consider(run: Run, slot: number, sum: number): void {
    const block = this.#blocks[run.place]!;
    const position = run.place * HYBRID_BLOCK_SIZE + slot;
    const squared = neededSquare(this.best.threshold) * this.#bounds[run.place]!.least(slot, run.delta);
    if (sum * sum * block.strong[slot]! < squared || this.#taken.has(position) || !this.#accepts(block, slot)) return;
    const count = this.#unpack(block, slot);
    if (this.#options.score === 'ei-hybrid') {
      const product = sum * Math.sqrt(block.strong[slot]!);
      if (!this.#moved.canReach(this.#peaks, count, run.delta, product, Math.sqrt(squared))) return;
    }
    this.#taken.add(position);
    this.#offer(run, slot, count);
  }

  #offer({ place, delta }: Run, slot: number, count: number): number {
    const { forward } = this.#compare(count, delta);
    this.scored++;
    if (forward > 0) this.best.offer({ key: this.#blocks[place]!.keys[slot]!, position: place * HYBRID_BLOCK_SIZE + slot, score: forward });
    return forward;
  }

  #compare(count: number, delta: number): AnalogueScore {
    const { mz, intensity } = this.#peaks;
    return this.#options.score === 'ei-hybrid'
      ? this.#comparison.hybrid(mz, intensity, 0, count, delta)
      : this.#comparison.neutralLoss(mz, intensity, 0, count, delta);
  }

  #unpack({ tokens, starts }: HybridBlock, slot: number): number {
    const from = starts[slot]!;
    const to = starts[slot + 1]!;
    if (to - from > this.#peaks.mz.length) this.#peaks = { mz: new Uint16Array(to - from), intensity: new Uint16Array(to - from) };
    return unpackPeaks(tokens, from, to, this.#peaks);
  }

  #accepts(block: HybridBlock, slot: number): boolean {
    return this.#options.accepts === undefined || this.#options.accepts(block.keys[slot]!);
  }
}

function countSearched(blocks: readonly HybridBlock[], { score, accepts }: Options): number {
  let searched = 0;
  for (const { count, keys, masses } of blocks) {
    if (accepts === undefined && (score === 'ei-hybrid' || (count > 0 && masses[0] !== 0))) {
      searched += count;
      continue;
    }
    for (let slot = 0; slot < count; slot++) {
      if ((masses[slot] !== 0 || score === 'ei-hybrid') && (accepts?.(keys[slot]!) ?? true)) searched++;
    }
  }
  return searched;
}
