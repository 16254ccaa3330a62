import type { DeviationKind } from './gate-input';
import type { Level } from './level';
import type { Reason } from './reason';
import type { RuleId } from './tables/criteria-tables';

/** The checklist, in the order a person reads it. */
export const CRITERIA = [
  'positive-results',
  'reviewable-data',
  'quality',
  'comparison',
  'reference',
  'techniques',
  'sampling',
  'discrepancy',
  'specificity',
  'isomer',
  'artefact',
  'salt',
  'limits',
  'review',
] as const;
export type CriterionId = (typeof CRITERIA)[number];

export const STATES = ['met', 'not-met', 'not-applicable', 'blocked', 'waived'] as const;
/** `waived`: met only because of a deviation. `blocked`: something on record stands against it. `not-met`: something is missing. */
export type CriterionState = (typeof STATES)[number];

export interface RuleSource {
  readonly rule: RuleId;
  readonly source: string;
}

export interface ChecklistItem {
  readonly criterion: CriterionId;
  readonly state: CriterionState;
  readonly reasons: readonly Reason[];
  readonly resultIds: readonly string[];
  readonly deviationIds: readonly string[];
  readonly rules: readonly RuleSource[];
}

export const ACTIONS = [
  'add-technique',
  'add-category-b',
  'second-aliquot',
  'repeat-with-valid-lot',
  'repeat-in-accepted-batch',
  'attach-data',
  'run-reference',
  'separate-isomers',
  'report-group',
  'other-solvent-or-technique',
  'salt-technique',
  'drop-salt',
  'other-reviewer',
  'complete-review',
  'resolve-discrepancy',
  'separate-mixture',
  'repeat-with-controls',
  'use-validated-method',
] as const;
export type Action = (typeof ACTIONS)[number];

/** How a block may honestly be lifted: by work, or by a deviation. */
export type WayOut =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'deviation'; readonly deviation: DeviationKind };

/** Why no conclusion may be drawn, and what would lift it. `wayOut` is never empty. */
export interface Block extends Reason {
  readonly criterion: CriterionId;
  readonly resultIds: readonly string[];
  readonly wayOut: readonly WayOut[];
}

/** Something a person must know that does not stop the conclusion. `artefactId` leads to `criteria:artefact.<id>`. */
export interface Warning extends Reason {
  readonly criterion: CriterionId;
  readonly resultIds: readonly string[];
  readonly artefactId?: string;
  readonly source?: string;
  /** What would settle it, where something can. */
  readonly wayOut?: readonly WayOut[];
}

/** What the evidence is about: one substance, or the group its isomers form. */
export type Scope = { readonly kind: 'substance'; readonly substanceKey: string } | { readonly kind: 'group'; readonly groupId: string };

export interface ComponentOutcome {
  readonly componentId: string;
  readonly substanceKey: string;
  readonly level: Level;
  readonly scope: Scope;
  /** The salt form the evidence shows; null: not shown, to be reported as not determined. */
  readonly saltForm: string | null;
  readonly checklist: readonly ChecklistItem[];
  readonly blocks: readonly Block[];
  readonly warnings: readonly Warning[];
  readonly countedResultIds: readonly string[];
  /** Positive results that do not count, each with its reasons. */
  readonly notCounted: readonly { readonly resultId: string; readonly reasons: readonly Reason[] }[];
}

export interface GateOutcome {
  readonly criteriaVersionId: string;
  readonly evaluatedAt: string;
  readonly components: readonly ComponentOutcome[];
}
