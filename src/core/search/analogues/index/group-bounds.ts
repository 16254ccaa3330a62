import { NOMINAL_MZ_MAX } from '../../scores/nominal-spectrum';
import type { AnalogueScoreId } from '../descriptors';
import type { SpectrumOnMasses } from '../spectrum-on-masses';
import { type HybridBlock, strongFrom } from './hybrid-block';
import { type Reach, SLACK } from './hybrid-bounds';

/** What of a block does not depend on the query, or on its first m/z alone; made once and kept. */
export interface GroupNorms {
  /** Per group: the lowest and the highest first m/z of its spectra, and the smallest Σ I over peaks of at least 2. */
  readonly lowestFirst: Uint16Array;
  readonly highestFirst: Uint16Array;
  readonly leastStrong: Uint32Array;
  /** Per group: the smallest share of that sum that lies at or above the query's first m/z. */
  readonly leastShare: Float64Array;
  /** Per spectrum: that sum at or above the query's first m/z. */
  readonly strongInRange: Float64Array;
}

export function groupNorms(block: HybridBlock, first: number): GroupNorms {
  const { groups, groupStarts, firstMz, strong } = block;
  const strongInRange = Float64Array.from({ length: block.count }, (_, slot) => strongFrom(block, slot, first));
  const norms: GroupNorms = {
    lowestFirst: new Uint16Array(groups).fill(NOMINAL_MZ_MAX),
    highestFirst: new Uint16Array(groups),
    leastStrong: new Uint32Array(groups).fill(0xffff_ffff),
    leastShare: new Float64Array(groups).fill(1),
    strongInRange,
  };
  for (let group = 0; group < groups; group++) {
    for (let slot = groupStarts[group]!; slot < groupStarts[group + 1]!; slot++) {
      norms.lowestFirst[group] = Math.min(norms.lowestFirst[group]!, firstMz[slot]!);
      norms.highestFirst[group] = Math.max(norms.highestFirst[group]!, firstMz[slot]!);
      norms.leastStrong[group] = Math.min(norms.leastStrong[group]!, strong[slot]!);
      norms.leastShare[group] = Math.min(norms.leastShare[group]!, strong[slot] === 0 ? 0 : strongInRange[slot]! / strong[slot]!);
    }
  }
  return norms;
}

/**
 * A number that no spectrum of the group can exceed by the score, Infinity where nothing can be said: the envelope takes the place of
 * the spectrum, the least of every norm of its spectra that of the norms. The proof is in docs/methods/hybrid-search.md.
 */
export function groupBound(
  score: AnalogueScoreId,
  block: HybridBlock,
  norms: GroupNorms,
  group: number,
  query: SpectrumOnMasses,
  reach: Reach,
): number {
  const { deltaMass, values } = reach;
  const lowest = norms.lowestFirst[group]!;
  const highest = norms.highestFirst[group]!;
  let ofQuery: number;
  let share = 1;
  if (score === 'ei-neutral-loss') {
    if (query.first - deltaMass > lowest || block.highestMz + deltaMass > NOMINAL_MZ_MAX) return Number.POSITIVE_INFINITY;
    ofQuery = query.strongFrom(Math.max(query.first, highest + deltaMass));
  } else {
    const start = Math.max(query.first, highest);
    const leftOut =
      deltaMass > 0 && lowest < query.first
        ? query.strongFrom(Math.max(query.first, lowest + deltaMass)) - query.strongFrom(query.first + deltaMass)
        : 0;
    ofQuery = query.strongFrom(start) - leftOut;
    share = norms.leastShare[group]! * (1 - 1e-12) - (2 * query.weakPeaks) / norms.leastStrong[group]!;
  }
  if (!(ofQuery > 0 && share > 0)) return Number.POSITIVE_INFINITY;
  let product = 0;
  const end = block.envelopeStarts[group + 1]!;
  for (let at = block.envelopeStarts[group]!; at < end; at++) product += block.envelopeRoot[at]! * values[block.envelopeMz[at]!]!;
  return (1000 * product * product) / (ofQuery * share) - 0.5 + SLACK;
}

/** The norms of every block for the last few first m/z asked for. */
export class KeptNorms {
  readonly #kept = new Map<number, readonly GroupNorms[]>();

  of(blocks: readonly HybridBlock[], first: number): readonly GroupNorms[] {
    const known = this.#kept.get(first);
    if (known !== undefined) return known;
    const made = blocks.map((block) => groupNorms(block, first));
    if (this.#kept.size >= 4) this.#kept.clear();
    this.#kept.set(first, made);
    return made;
  }

  clear(): void {
    this.#kept.clear();
  }
}
