import type { Comparison } from './comparison/comparison';
import type { ReferenceLot } from './reference-lot';

export const OUTCOMES = ['positive', 'negative', 'inconclusive'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What a result speaks of. A positive result means "one of these"; a negative one "none of these". A class reaction lists the
 * substances known to give it; an empty list of a class means that the class alone is known.
 */
export type Support =
  | { readonly kind: 'substances'; readonly substances: readonly string[] }
  | { readonly kind: 'class'; readonly className: string; readonly substances: readonly string[] };

/** The method as it stood when it was used. */
export interface MethodUse {
  readonly versionId: string;
  readonly validated: boolean;
  /** Stationary phase or separation mechanism, for judging whether two separations are uncorrelated. */
  readonly mechanism?: string;
  /** Solvents of the injected or spotted solution as a person wrote them; read by `solventsIn`. */
  readonly solvent?: string;
  /** How the sample reached a spectrometer; absent is read as the worst case. */
  readonly inlet?: 'gc' | 'lc' | 'direct';
}

export interface BatchJudgement {
  readonly id: string;
  readonly accepted: boolean | 'not judged';
  /** Why it was rejected, as written by the person who judged it. */
  readonly reasons: readonly string[];
  /** Absent is read as the worst case: judged by whoever ran it. */
  readonly judgedById?: string;
}

export type ControlResult = 'passed' | 'failed' | 'not run';

/** Controls of a test without a batch: a colour reaction or a strip. */
export interface PresumptiveControls {
  readonly reagentLot: { readonly id: string; readonly expiresOn: string | null };
  readonly positive: ControlResult;
  readonly blank: ControlResult;
}

/** A result taken out of the evidence: its record, or the component it was made for. It never counts for anything. */
export interface SetAside {
  readonly how: 'voided' | 'withdrawn';
  /** In the words of the person who did it. */
  readonly reason: string;
}

/** Share of the component in what the technique saw. */
export type ComponentShare = 'sole' | 'major' | 'minor' | 'unknown';

/** One technique applied once to one aliquot. GC-MS gives two: `gc` (retention) and `ms` (spectrum), with one injection id. */
export interface TechniqueResult {
  readonly id: string;
  readonly techniqueId: string;
  readonly method: MethodUse;
  readonly batch?: BatchJudgement;
  readonly controls?: PresumptiveControls;
  readonly injectionId?: string;
  readonly aliquotId: string;
  readonly analystId: string;
  /** Who compared it with the reference, where that is recorded. */
  readonly comparedById?: string;
  readonly setAside?: SetAside;
  readonly analystAuthorised: boolean | 'not recorded';
  /** UTC, ISO 8601. */
  readonly performedAt: string;
  readonly outcome: Outcome;
  readonly supports: Support;
  readonly comparison?: Comparison;
  /** Attachments a second person can look at: spectrum, chromatogram, photograph, notes made at the time. */
  readonly reviewableData: readonly string[];
  readonly referenceLot?: ReferenceLot;
  readonly componentShare?: ComponentShare;
  /** Salt form the result shows, for techniques that can tell ("hydrochloride", "base"). */
  readonly saltForm?: string;
  /** Other substances that would give the same result; if one is shown present, this result supports nothing else. */
  readonly explainedBy: readonly string[];
}
