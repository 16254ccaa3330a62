import { NOMINAL_MZ_MAX } from '../../scores/nominal-spectrum';
import type { AnalogueScoreId } from '../descriptors';
import type { SpectrumOnMasses } from '../spectrum-on-masses';
import { ENVELOPE_HEAD, type HybridBlock, strongFrom } from './hybrid-block';
import { type Reach, ROOTS, SLACK } from './hybrid-bounds';

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
 * 1000 / (least norms of the query and of the group's spectra), by which the square of a product becomes a bound of the score;
 * Infinity where nothing can be said.
 */
export function groupScale(
  score: AnalogueScoreId,
  block: HybridBlock,
  norms: GroupNorms,
  group: number,
  query: SpectrumOnMasses,
  deltaMass: number,
): number {
  const lowest = norms.lowestFirst[group]!;
  const highest = norms.highestFirst[group]!;
  let ofQuery: number;
  let share = 1;
  if (score === 'ei-neutral-loss') {
    if (query.first - deltaMass > lowest || block.highestMz + deltaMass > NOMINAL_MZ_MAX) return Number.POSITIVE_INFINITY;
    ofQuery = query.strongFrom(Math.max(query.first, highest + deltaMass));
  } else {
    const leftOut =
      deltaMass > 0 && lowest < query.first
        ? query.strongFrom(Math.max(query.first, lowest + deltaMass)) - query.strongFrom(query.first + deltaMass)
        : 0;
    ofQuery = query.strongFrom(Math.max(query.first, highest)) - leftOut;
    share = norms.leastShare[group]! * (1 - 1e-12) - (2 * query.weakPeaks) / norms.leastStrong[group]!;
  }
  return ofQuery > 0 && share > 0 ? 1000 / (ofQuery * share) : Number.POSITIVE_INFINITY;
}

/**
 * A number that no spectrum of the group can exceed by the score, from the strongest places of its envelope; what lies beyond adds at
 * most √(its square sum · sum of the query). The proof is in docs/methods/hybrid-search.md.
 */
export function quickBound(block: HybridBlock, group: number, reach: Reach, queryTotal: number, scale: number): number {
  const from = block.envelopeStarts[group]!;
  const to = Math.min(from + ENVELOPE_HEAD, block.envelopeStarts[group + 1]!);
  const product = envelopeProduct(block, from, to, reach) + block.envelopeRest[group]! * Math.sqrt(queryTotal);
  return product === 0 ? 0 : product * product * scale - 0.5 + SLACK;
}

/** The same from the whole envelope. */
export function groupBound(block: HybridBlock, group: number, reach: Reach, scale: number): number {
  const product = envelopeProduct(block, block.envelopeStarts[group]!, block.envelopeStarts[group + 1]!, reach);
  return product === 0 ? 0 : product * product * scale - 0.5 + SLACK;
}

function envelopeProduct({ envelopeMz, envelopeRoot }: HybridBlock, from: number, to: number, { padded, here, there }: Reach): number {
  let product = 0;
  for (let at = from; at < to; at++) {
    const m = envelopeMz[at]!;
    product += envelopeRoot[at]! * ROOTS[padded[m + here]! + padded[m + there]!]!;
  }
  return product;
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
