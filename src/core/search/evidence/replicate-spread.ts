import type { EvidenceTechnique } from './technique';

/**
 * How alike spectra of one compound are among each other by one score: at or above `limit` two spectra may be of one compound.
 * `perfect` is the score of a spectrum with itself; the spread is perfect − limit.
 */
export interface ReplicateSpread {
  readonly technique: EvidenceTechnique;
  readonly scoreId: string;
  readonly limit: number;
  readonly perfect: number;
  /** `compound`: replicates of this compound; `pooled`: of all compounds that have any; `default`: a stated convention, nothing measured. */
  readonly source: 'compound' | 'pooled' | 'default';
  /** Pairs of replicates behind it; 0 for a default. */
  readonly pairs: number;
  readonly compounds: number;
}

export interface SpreadQuestion {
  readonly technique: EvidenceTechnique;
  readonly scoreId: string;
  readonly perfect: number;
  /** Similarities of all pairs of replicates, per compound. */
  readonly replicates: ReadonlyMap<string, readonly number[]>;
  /** The compound asked for. */
  readonly compound: string;
  /** Used where nothing is measured. */
  readonly defaultLimit: number;
}

/** Three replicates make three pairs. */
const PAIRS_OF_ONE = 3;
const POOLED_COMPOUNDS = 10;
/** One in twenty pairs of replicates is less alike than the limit. */
const SHARE_BELOW = 0.05;

/** Conventions for scores that run to 1000 (EI) or 1, until the laboratory's library holds replicates; docs/methods/cannot-be-told-apart.md. */
export const DEFAULT_LIMITS: Readonly<
  Record<Exclude<EvidenceTechnique, 'colour' | 'ri'>, { readonly perfect: number; readonly limit: number }>
> = {
  ei: { perfect: 999, limit: 900 },
  ms2: { perfect: 1, limit: 0.85 },
  ir: { perfect: 1, limit: 0.95 },
  raman: { perfect: 1, limit: 0.95 },
  uv: { perfect: 1, limit: 0.99 },
};

/**
 * The spread of one compound by its own replicates (at least three pairs: the 5 % quantile, so the lowest of few), else pooled over at
 * least ten compounds (each compound's lower quartile counts once, so that one with many replicates does not decide), else the default.
 */
export function replicateSpread(question: SpreadQuestion): ReplicateSpread {
  const { technique, scoreId, perfect, replicates } = question;
  const own = replicates.get(question.compound) ?? [];
  const base = { technique, scoreId, perfect };
  if (own.length >= PAIRS_OF_ONE)
    return { ...base, limit: quantile(own, SHARE_BELOW), source: 'compound', pairs: own.length, compounds: 1 };
  const pooled = [...replicates.values()].filter((pairs) => pairs.length > 0);
  const pairs = pooled.reduce((sum, of) => sum + of.length, 0);
  if (pooled.length < POOLED_COMPOUNDS) return { ...base, limit: question.defaultLimit, source: 'default', pairs: 0, compounds: 0 };
  const limit = quantile(
    pooled.map((of) => quantile(of, 0.25)),
    SHARE_BELOW,
  );
  return { ...base, limit, source: 'pooled', pairs, compounds: pooled.length };
}

/** The value that a share of the list lies below: the nearest rank, never between two values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
