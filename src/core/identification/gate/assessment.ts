import type { ComponentHypothesis, GateInput } from '../gate-input';
import type { CriterionId, WayOut } from '../gate-outcome';
import type { Reason } from '../reason';
import type { Technique } from '../technique';
import type { TechniqueResult } from '../technique-result';

/** Why one positive result does not count for one component. */
export interface Fault extends Reason {
  readonly criterion: CriterionId;
  readonly wayOut: readonly WayOut[];
}

/** One result seen from one component. */
export interface Assessment {
  readonly result: TechniqueResult;
  readonly technique: Technique | undefined;
  /** Empty: a positive result counts. */
  readonly faults: readonly Fault[];
  /** Deviations that lifted a fault of this result. */
  readonly liftedBy: readonly string[];
}

/** A positive result without fault, its technique known. */
export interface CountedResult {
  readonly result: TechniqueResult;
  readonly technique: Technique;
}

/** One component, its results in the order of their ids, and what else is in the exhibit. */
export interface ComponentCase {
  readonly input: GateInput;
  readonly hypothesis: ComponentHypothesis;
  /** Every result that speaks of the component, less those set aside. */
  readonly assessments: readonly Assessment[];
  /** Results that were voided or withdrawn. They count for nothing; what they contradict stays contradicted. */
  readonly setAside: readonly Assessment[];
  readonly counted: readonly CountedResult[];
  /** Whose own work a deviation would excuse: who measured or compared what speaks of the component, and who draws the conclusion. */
  readonly analysts: ReadonlySet<string>;
  readonly othersPresent: ReadonlySet<string>;
}

/** Whether a result speaks of the component at all, for or against. */
export function addresses(result: TechniqueResult, hypothesis: ComponentHypothesis): boolean {
  const { supports } = result;
  if (supports.substances.includes(hypothesis.substanceKey)) return true;
  return supports.kind === 'class' && hypothesis.classes.includes(supports.className);
}
