import type { GateInput, Review } from '../../../src/core/identification/gate-input';
import type { CriterionId, CriterionState } from '../../../src/core/identification/gate-outcome';
import type { Level } from '../../../src/core/identification/level';
import type { ReasonCode } from '../../../src/core/identification/reason-codes';
import { reviewOf } from './evidence';

/** One typed input with its typed outcome; `component` is the index of the hypothesis the outcome is about. */
export interface GateVector {
  readonly name: string;
  readonly input: GateInput;
  readonly component?: number;
  readonly level: Level;
  /** Level once a reviewer who took no part has signed. */
  readonly reviewedLevel: Level;
  /** Codes of all blocks, sorted, without review. */
  readonly blocks: readonly ReasonCode[];
  readonly warnings?: readonly ReasonCode[];
  readonly states?: Readonly<Partial<Record<CriterionId, CriterionState>>>;
  readonly group?: string;
  readonly salt?: string | null;
}

/** The input of a vector with a signed review of every component. */
export function reviewed(input: GateInput, changes: Partial<Review> = {}): GateInput {
  return { ...input, review: reviewOf(input.hypotheses, changes) };
}
