import type { CriteriaTables } from './tables/criteria-tables';
import type { TechniqueResult } from './technique-result';

/** "This component is that substance": what the gate is asked to prove. */
export interface ComponentHypothesis {
  readonly componentId: string;
  readonly substanceKey: string;
  /** Classes the substance belongs to, in the words class reactions use. */
  readonly classes: readonly string[];
  /** `group`: the report names the isomer group only, so no isomer has to be told apart. */
  readonly namedAs: 'substance' | 'group';
  readonly saltForm?: string;
  readonly botanical: boolean;
}

export const DEVIATION_KINDS = [
  'limited-sample',
  'two-person-laboratory',
  'external-reviewer',
  'requalified-standard',
  'techniques-uncorrelated',
  'discrepancy-resolved',
  'artefact-excluded',
] as const;
export type DeviationKind = (typeof DEVIATION_KINDS)[number];

/** A departure from the criteria that the laboratory authorised: named, reasoned, signed, printed. It lifts only what it names. */
export interface Deviation {
  readonly id: string;
  readonly kind: DeviationKind;
  readonly reason: string;
  readonly authorisedBy: string;
  /** UTC, ISO 8601. */
  readonly authorisedAt: string;
  readonly appliesTo: {
    /** Absent: all components of the exhibit. */
    readonly componentId?: string;
    readonly lotId?: string;
    readonly techniques?: readonly string[];
    readonly resultIds?: readonly string[];
    readonly aliquotIds?: readonly string[];
    readonly artefactId?: string;
  };
}

/** The technical review of a conclusion, bound to the components it covers. */
export interface Review {
  readonly reviewerId: string;
  readonly signedAt: string;
  readonly decision: 'agreed' | 'disagreed';
  readonly componentIds: readonly string[];
}

export interface People {
  /** Who draws the conclusion. */
  readonly analystId: string;
  /** The laboratory's technical reviewers; absent: not restricted. */
  readonly technicalReviewers?: readonly string[];
}

/** Everything known about one exhibit, and the tables to judge it by. Order of the arrays never matters. */
export interface GateInput {
  readonly tables: CriteriaTables;
  readonly hypotheses: readonly ComponentHypothesis[];
  readonly results: readonly TechniqueResult[];
  readonly deviations: readonly Deviation[];
  readonly people: People;
  /** UTC, ISO 8601. */
  readonly evaluatedAt: string;
  /** Substances shown present in the exhibit by work that is not among `results`. */
  readonly knownPresent?: readonly string[];
  readonly review?: Review;
  /** Components whose quantity was determined and reviewed. */
  readonly quantifiedComponentIds?: readonly string[];
}
