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

interface BoundedGroup {
  readonly block: number;
  readonly group: number;
  readonly deltaMass: number;
  readonly scale: number;
  readonly bound: number;
}

/** Bounds every group, then scores from the highest bound down what a bound of its own does not rule out. */
export function searchBlocks(library: SearchedBlocks, query: QueryForms, options: Options): HybridSearchResult {
  const { score, molecularMass, accepts } = options;
  const { blocks, norms } = library;
  const exact = exactScorer(score, query.prepared);
  const best = new TopHits(options.top);
  const reach = new Reach(score, query.onMasses);
  const bounds = blocks.flatMap((block, i) =>
    norms[i] === undefined ? [] : [new NormBounds(score, query.onMasses, block, norms[i].strongInRange)],
  );
  let scored = 0;
  for (const { block: place, group, deltaMass, scale, bound } of boundedGroups(library, query.onMasses, options, reach)) {
    if (bound < best.threshold) break;
    reach.set(deltaMass);
    const block = blocks[place]!;
    if (groupBound(block, group, reach, scale) < best.threshold) continue;
    const end = block.groupStarts[group + 1]!;
    for (let slot = block.groupStarts[group]!; slot < end; slot++) {
      if (accepts !== undefined && !accepts(block.keys[slot]!)) continue;
      if (!canReach(block, slot, reach, query.onMasses.total, bounds[place]!.least(slot, deltaMass), best.threshold)) continue;
      scored++;
      const { forward } = exact(block, slot, deltaMass);
      if (forward > 0) best.offer({ key: block.keys[slot]!, position: place * HYBRID_BLOCK_SIZE + slot, score: forward });
    }
  }
  const hits = best.ranked().map(({ key, position, score: forward }, i): HybridHit => {
    const block = blocks[Math.floor(position / HYBRID_BLOCK_SIZE)]!;
    const slot = position % HYBRID_BLOCK_SIZE;
    const mass = block.masses[slot]!;
    const { reverse } = exact(block, slot, mass === 0 ? 0 : molecularMass - mass);
    return { recordKey: key, rank: i + 1, score: forward, reverse, deltaMass: mass === 0 ? undefined : molecularMass - mass };
  });
  return { hits, searched: countSearched(blocks, options), scored };
}

/** Every group that takes part and may hold a score above 0, the highest bound first. */
function boundedGroups({ blocks, norms }: SearchedBlocks, query: SpectrumOnMasses, { score, molecularMass }: Options, reach: Reach) {
  const found: BoundedGroup[] = [];
  if (query.last === 0) return found;
  blocks.forEach((block, place) => {
    for (let group = 0; group < block.groups; group++) {
      const mass = block.masses[block.groupStarts[group]!]!;
      if (mass === 0 && score === 'ei-neutral-loss') continue;
      const deltaMass = mass === 0 ? 0 : molecularMass - mass;
      reach.set(deltaMass);
      const scale = groupScale(score, block, norms[place]!, group, query, deltaMass);
      const bound = quickBound(block, group, reach, query.total, scale);
      if (bound > 0) found.push({ block: place, group, deltaMass, scale, bound });
    }
  });
  return found.sort((a, b) => b.bound - a.bound);
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

function exactScorer(score: AnalogueScoreId, query: NominalSpectrum) {
  const comparison = new AnalogueComparison(query);
  return ({ mz, intensity, starts }: HybridBlock, slot: number, delta: number): AnalogueScore =>
    score === 'ei-hybrid'
      ? comparison.hybrid(mz, intensity, starts[slot]!, starts[slot + 1]!, delta)
      : comparison.neutralLoss(mz, intensity, starts[slot]!, starts[slot + 1]!, delta);
}
