/** A hit of a ranked list, best first; `substance` is one key for all spectra of a substance. */
export interface SubstanceHit {
  readonly substance: string;
  readonly score: number;
}

export interface SubstanceGap {
  readonly substance: string;
  readonly score: number;
  /** The best hit of another substance; `undefined` when the list has none (it may have been cut). */
  readonly next: { readonly substance: string; readonly score: number; readonly rank: number } | undefined;
  /** Score − next score, in the score's unit. Negative for a substance that is not first. */
  readonly gap: number | undefined;
  /** Entries of the same substance in the list. */
  readonly entries: number;
}

/**
 * The gap from a substance to the best of the others: several spectra of one substance are one. `substance` defaults to that of
 * the first hit. `undefined` for an empty list or a substance that is not in it.
 */
export function substanceGap(hits: readonly SubstanceHit[], substance = hits[0]?.substance): SubstanceGap | undefined {
  const own = hits.filter((hit) => hit.substance === substance);
  const [best] = own;
  if (best === undefined) return undefined;
  const at = hits.findIndex((hit) => hit.substance !== substance);
  const other = hits[at];
  const next = other === undefined ? undefined : { substance: other.substance, score: other.score, rank: at + 1 };
  return {
    substance: best.substance,
    score: best.score,
    next,
    gap: next === undefined ? undefined : best.score - next.score,
    entries: own.length,
  };
}
