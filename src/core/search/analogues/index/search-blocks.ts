import { TopHits } from '../../index/top-hits';
import type { NominalSpectrum } from '../../scores/nominal-spectrum';
import { AnalogueComparison, type AnalogueScore } from '../analogue-comparison';
import type { AnalogueScoreId } from '../descriptors';
import type { SpectrumOnMasses } from '../spectrum-on-masses';
import { HYBRID_BLOCK_SIZE, type HybridBlock, type MassRun } from './hybrid-block';
import { canReach, NormBounds, Reach } from './hybrid-bounds';
import type { HybridHit, HybridSearchOptions, HybridSearchResult } from './hybrid-index';

interface SearchedBlocks {
  readonly blocks: readonly HybridBlock[];
  readonly runs: readonly MassRun[];
  /** Per block, the library's strong intensity from the query's first m/z on (hybrid). */
  readonly norms: readonly Float64Array[];
}

interface QueryForms {
  readonly prepared: NominalSpectrum;
  readonly onMasses: SpectrumOnMasses;
}

type Options = HybridSearchOptions & { readonly score: AnalogueScoreId; readonly top: number };

/** Scores what the bound does not rule out; masses next to the query's come first, for they set a high threshold early. */
export function searchBlocks(library: SearchedBlocks, query: QueryForms, options: Options): HybridSearchResult {
  const { score, molecularMass, accepts } = options;
  const { onMasses } = query;
  const deltaOf = (run: MassRun): number => (run.mass === 0 ? 0 : molecularMass - run.mass);
  const runs = library.runs
    .filter(({ mass }) => mass !== 0 || score === 'ei-hybrid')
    .toSorted((a, b) => Math.abs(deltaOf(a)) - Math.abs(deltaOf(b)) || a.mass - b.mass);
  const exact = exactScorer(score, query.prepared);
  const best = new TopHits(options.top);
  const bounds = library.blocks.map((block, i) => new NormBounds(score, onMasses, block, library.norms[i]));
  const highestMz = library.blocks.reduce((highest, block) => Math.max(highest, block.highestMz), 0);
  const reach = new Reach(score, onMasses, highestMz);
  let searched = 0;
  let scored = 0;
  let delta = Number.NaN;
  for (const run of runs) {
    if (deltaOf(run) !== delta) {
      delta = deltaOf(run);
      reach.set(delta);
    }
    const block = library.blocks[run.block]!;
    const norms = bounds[run.block]!;
    for (let slot = run.from; slot < run.to; slot++) {
      if (accepts !== undefined && !accepts(block.keys[slot]!)) continue;
      searched++;
      if (!canReach(block, slot, reach, onMasses.total, norms.least(slot, delta), best.threshold)) continue;
      scored++;
      const { forward } = exact(block, slot, delta);
      if (forward > 0) best.offer({ key: block.keys[slot]!, position: run.block * HYBRID_BLOCK_SIZE + slot, score: forward });
    }
  }
  const hits = best.ranked().map(({ key, position, score: forward }, i): HybridHit => {
    const block = library.blocks[Math.floor(position / HYBRID_BLOCK_SIZE)]!;
    const slot = position % HYBRID_BLOCK_SIZE;
    const mass = block.masses[slot]!;
    const { reverse } = exact(block, slot, mass === 0 ? 0 : molecularMass - mass);
    return { recordKey: key, rank: i + 1, score: forward, reverse, deltaMass: mass === 0 ? undefined : molecularMass - mass };
  });
  return { hits, searched, scored };
}

function exactScorer(score: AnalogueScoreId, query: NominalSpectrum) {
  const comparison = new AnalogueComparison(query);
  return ({ mz, intensity, starts }: HybridBlock, slot: number, delta: number): AnalogueScore =>
    score === 'ei-hybrid'
      ? comparison.hybrid(mz, intensity, starts[slot]!, starts[slot + 1]!, delta)
      : comparison.neutralLoss(mz, intensity, starts[slot]!, starts[slot + 1]!, delta);
}
