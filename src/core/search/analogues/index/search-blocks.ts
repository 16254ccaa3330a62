import { TopHits } from '../../index/top-hits';
import type { NominalSpectrum } from '../../scores/nominal-spectrum';
import { AnalogueComparison, type AnalogueScore } from '../analogue-comparison';
import type { AnalogueScoreId } from '../descriptors';
import type { SpectrumOnMasses } from '../spectrum-on-masses';
import { type GroupNorms, groupBound, groupScale, quickBound } from './group-bounds';
import { HYBRID_BLOCK_SIZE, type HybridBlock } from './hybrid-block';
import { canReach, NormBounds, Reach } from './hybrid-bounds';
import type { HybridHit, HybridSearchOptions, HybridSearchResult } from './hybrid-index';

interface SearchedBlocks {
  readonly blocks: readonly HybridBlock[];
  /** One for each block, or none where the query is empty. */
  readonly norms: readonly GroupNorms[];
}

interface QueryForms {
  readonly prepared: NominalSpectrum;
  readonly onMasses: SpectrumOnMasses;
}

type Options = HybridSearchOptions & { readonly score: AnalogueScoreId; readonly top: number };

/** So many of the groups with the highest bounds are probed by one spectrum each, to find a high threshold early. */
const PROBES = 48;

/** Bounds every group, probes the most promising ones, then scores in every group what two bounds do not rule out. */
export function searchBlocks(library: SearchedBlocks, query: QueryForms, options: Options): HybridSearchResult {
  const { molecularMass } = options;
  const { blocks } = library;
  const search = new GroupSearch(library, query, options);
  if (query.onMasses.last > 0) search.run();
  const hits = search.best.ranked().map(({ key, position, score: forward }, i): HybridHit => {
    const block = blocks[Math.floor(position / HYBRID_BLOCK_SIZE)]!;
    const slot = position % HYBRID_BLOCK_SIZE;
    const mass = block.masses[slot]!;
    const { reverse } = search.exact(block, slot, mass === 0 ? 0 : molecularMass - mass);
    return { recordKey: key, rank: i + 1, score: forward, reverse, deltaMass: mass === 0 ? undefined : molecularMass - mass };
  });
  return { hits, searched: countSearched(blocks, options), scored: search.scored };
}

class GroupSearch {
  readonly best: TopHits;
  scored = 0;
  readonly #library: SearchedBlocks;
  readonly #query: SpectrumOnMasses;
  readonly #options: Options;
  readonly #comparison: AnalogueComparison;
  readonly #reach: Reach;
  readonly #norms: readonly NormBounds[];

  constructor(library: SearchedBlocks, { prepared, onMasses }: QueryForms, options: Options) {
    this.best = new TopHits(options.top);
    this.#library = library;
    this.#query = onMasses;
    this.#options = options;
    this.#comparison = new AnalogueComparison(prepared);
    this.#reach = new Reach(options.score, onMasses);
    this.#norms = library.norms.map((norms, i) => new NormBounds(options.score, onMasses, library.blocks[i]!, norms.strongInRange));
  }

  run(): void {
    const bounds = this.#library.blocks.map((_, place) => this.#quickBounds(place));
    const probed = this.#probe(bounds);
    for (const { place, group, slot } of probed) this.#scoreGroup(place, group, slot);
    bounds.forEach((ofBlock, place) => {
      for (let group = 0; group < ofBlock.length; group++) {
        const bound = ofBlock[group]!;
        if (bound > 0 && bound >= this.best.threshold) this.#scoreGroup(place, group, -1);
      }
    });
  }

  exact({ mz, intensity, starts }: HybridBlock, slot: number, delta: number): AnalogueScore {
    return this.#options.score === 'ei-hybrid'
      ? this.#comparison.hybrid(mz, intensity, starts[slot]!, starts[slot + 1]!, delta)
      : this.#comparison.neutralLoss(mz, intensity, starts[slot]!, starts[slot + 1]!, delta);
  }

  /** The first bound of every group of a block; 0 for those that take no part. */
  #quickBounds(place: number): Float64Array {
    const block = this.#library.blocks[place]!;
    const norms = this.#library.norms[place]!;
    const bounds = new Float64Array(block.groups);
    for (let group = 0; group < block.groups; group++) {
      const delta = this.#deltaOf(block, group);
      if (delta === undefined) continue;
      this.#reach.set(delta);
      const scale = groupScale(this.#options.score, block, norms, group, this.#query, delta);
      bounds[group] = quickBound(block, group, this.#reach, this.#query.total, scale);
    }
    return bounds;
  }

  /** Scores the first spectrum of the most promising groups; the groups by that score, their bounds set to 0. */
  #probe(bounds: readonly Float64Array[]) {
    const chosen = new TopHits(PROBES);
    let before = 0;
    bounds.forEach((ofBlock, place) => {
      for (let group = 0; group < ofBlock.length; group++) {
        const score = ofBlock[group]!;
        if (score > 0 && score >= chosen.threshold) chosen.offer({ key: before + group, position: place, score });
      }
      before += HYBRID_BLOCK_SIZE;
    });
    const probed = chosen.ranked().map(({ key, position: place }) => {
      const group = key - place * HYBRID_BLOCK_SIZE;
      const block = this.#library.blocks[place]!;
      const slot = block.groupStarts[group]!;
      const delta = this.#deltaOf(block, group) ?? 0;
      bounds[place]![group] = 0;
      return { place, group, slot, score: this.#accepts(block, slot) ? this.#offer(place, slot, delta) : 0 };
    });
    return probed.sort((a, b) => b.score - a.score);
  }

  /** Scores what can reach the threshold, except the spectrum that was the probe. */
  #scoreGroup(place: number, group: number, probe: number): void {
    const block = this.#library.blocks[place]!;
    const delta = this.#deltaOf(block, group) ?? 0;
    this.#reach.set(delta);
    const scale = groupScale(this.#options.score, block, this.#library.norms[place]!, group, this.#query, delta);
    if (groupBound(block, group, this.#reach, scale) < this.best.threshold) return;
    const norms = this.#norms[place]!;
    for (let slot = block.groupStarts[group]!; slot < block.groupStarts[group + 1]!; slot++) {
      if (slot === probe || !this.#accepts(block, slot)) continue;
      if (canReach(block, slot, this.#reach, this.#query.total, norms.least(slot, delta), this.best.threshold))
        this.#offer(place, slot, delta);
    }
  }

  #offer(place: number, slot: number, delta: number): number {
    const block = this.#library.blocks[place]!;
    const { forward } = this.exact(block, slot, delta);
    this.scored++;
    if (forward > 0) this.best.offer({ key: block.keys[slot]!, position: place * HYBRID_BLOCK_SIZE + slot, score: forward });
    return forward;
  }

  #accepts(block: HybridBlock, slot: number): boolean {
    return this.#options.accepts === undefined || this.#options.accepts(block.keys[slot]!);
  }

  /** Query's mass less the group's; 0 where that is unknown and the score compares unshifted, `undefined` where it leaves it out. */
  #deltaOf(block: HybridBlock, group: number): number | undefined {
    const mass = block.masses[block.groupStarts[group]!]!;
    if (mass !== 0) return this.#options.molecularMass - mass;
    return this.#options.score === 'ei-hybrid' ? 0 : undefined;
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
