import type { Block, CriterionId } from '../gate-outcome';
import { type Reason, reason } from '../reason';
import type { Worked } from './check';

/** Faults of single results under one criterion: what to say, of which results, and what they stop. */
export interface FaultLines {
  readonly reasons: readonly Reason[];
  readonly resultIds: readonly string[];
  readonly blocks: readonly Block[];
}

/**
 * Results left out are always listed; they stop the conclusion only as long as the others do not carry it: nobody should have to
 * delete a spoilt run.
 */
export function faultLines({ assessments, combinations }: Worked, criterion: CriterionId): FaultLines {
  const faulty = assessments
    .filter(({ result }) => result.outcome === 'positive')
    .flatMap(({ result, faults }) => faults.filter((found) => found.criterion === criterion).map((found) => ({ found, id: result.id })));
  const blocks = faulty.map(({ found, id }) => ({
    criterion,
    code: found.code,
    params: found.params,
    resultIds: [id],
    wayOut: found.wayOut,
  }));
  return {
    reasons: faulty.map(({ found }) => reason(found.code, found.params)),
    resultIds: [...new Set(faulty.map(({ id }) => id))],
    blocks: combinations.length === 0 ? blocks : [],
  };
}
