import type { ReplicateSpread } from './replicate-spread';

/** A library entry found with the candidate's own spectrum as the query. */
export interface NeighbourHit {
  readonly recordKey: number;
  /** One key for all entries of a substance. */
  readonly substance: string;
  /** The score named by the spread, against the candidate's spectrum. */
  readonly similarity: number;
}

export interface InseparableSubstance {
  readonly substance: string;
  /** Its most similar entry. */
  readonly recordKey: number;
  readonly similarity: number;
  /** How far apart in spreads: 0 equal, 1 at the limit. */
  readonly apart: number;
  /** How many of its entries are within the spread. */
  readonly entries: number;
}

export interface Inseparability {
  readonly spread: ReplicateSpread;
  /** Other substances within the spread of the candidate, most similar first. Empty does not show that the candidate is unique. */
  readonly substances: readonly InseparableSubstance[];
  /** Other entries of the candidate's own substance within the spread, and outside it: the latter question the entry or the limit. */
  readonly ownWithin: number;
  readonly ownOutside: number;
  /** The most similar substance outside the spread; `undefined` when the hit list ends before. */
  readonly nearestOutside: { readonly substance: string; readonly similarity: number; readonly apart: number } | undefined;
  /** Every hit given is within the spread: the list was cut too early and may miss some. */
  readonly cut: boolean;
}

/**
 * Which substances a technique cannot tell from the candidate: those with an entry within the replicate spread of the candidate's
 * spectrum. For any technique whose score is larger for more alike. Entries of the record itself are left out.
 */
export function inseparable(
  candidate: { readonly recordKey: number; readonly substance: string },
  hits: readonly NeighbourHit[],
  spread: ReplicateSpread,
): Inseparability {
  const others = hits.filter(({ recordKey }) => recordKey !== candidate.recordKey);
  const own = others.filter(({ substance }) => substance === candidate.substance);
  const best = new Map<string, NeighbourHit>();
  const within = new Map<string, number>();
  for (const hit of others) {
    if (hit.substance === candidate.substance) continue;
    const known = best.get(hit.substance);
    if (known === undefined || moreAlike(hit, known) < 0) best.set(hit.substance, hit);
    if (hit.similarity >= spread.limit) within.set(hit.substance, (within.get(hit.substance) ?? 0) + 1);
  }
  const ranked = [...best.values()].sort(moreAlike);
  const outside = ranked.find(({ similarity }) => similarity < spread.limit);
  return {
    spread,
    substances: ranked
      .filter(({ similarity }) => similarity >= spread.limit)
      .map((hit) => ({ ...hit, apart: apartIn(spread, hit.similarity), entries: within.get(hit.substance) ?? 0 })),
    ownWithin: own.filter(({ similarity }) => similarity >= spread.limit).length,
    ownOutside: own.filter(({ similarity }) => similarity < spread.limit).length,
    nearestOutside:
      outside === undefined
        ? undefined
        : { substance: outside.substance, similarity: outside.similarity, apart: apartIn(spread, outside.similarity) },
    cut: hits.length > 0 && hits.every(({ similarity }) => similarity >= spread.limit),
  };
}

/** Distance from a perfect score in units of the spread. A spread of nothing makes any difference infinite. */
export function apartIn({ perfect, limit }: Pick<ReplicateSpread, 'perfect' | 'limit'>, similarity: number): number {
  const difference = Math.max(0, perfect - similarity);
  if (difference === 0) return 0;
  return perfect > limit ? difference / (perfect - limit) : Number.POSITIVE_INFINITY;
}

function moreAlike(a: NeighbourHit, b: NeighbourHit): number {
  return b.similarity - a.similarity || a.recordKey - b.recordKey;
}
