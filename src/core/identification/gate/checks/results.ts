import type { CriterionId } from '../../gate-outcome';
import { reason } from '../../reason';
import type { RuleId } from '../../tables/criteria-tables';
import { type CheckResult, checked, type Worked } from '../check';
import { faultLines } from '../fault-lines';

/** At least one positive result counts; negative and inconclusive ones never do (R6). */
export function checkPositiveResults(subject: Worked): CheckResult {
  const { counted, assessments, input } = subject;
  const ids = counted.map(({ result }) => result.id);
  const idle = assessments.filter(({ result }) => result.outcome !== 'positive');
  const reasons = [
    reason('results-counted', { counted: ids.length, recorded: assessments.length }),
    ...(idle.length === 0
      ? []
      : [reason('never-count', { negative: tally(subject, 'negative'), inconclusive: tally(subject, 'inconclusive') })]),
  ];
  return checked(input.tables, 'positive-results', ['R6'], ids.length > 0 ? 'met' : 'not-met', { reasons, resultIds: ids });
}

function tally({ assessments }: Worked, outcome: string): number {
  return assessments.filter(({ result }) => result.outcome === outcome).length;
}

/** A line for one kind of fault of single results. */
export function checkFaults(subject: Worked, criterion: CriterionId, rules: readonly RuleId[]): CheckResult {
  const { input, assessments } = subject;
  const positive = assessments.filter(({ result }) => result.outcome === 'positive');
  if (positive.length === 0) return checked(input.tables, criterion, rules, 'not-met', { reasons: [reason('no-positive-result')] });
  const lines = faultLines(subject, criterion);
  const deviationIds = criterion === 'reference' ? [...new Set(positive.flatMap(({ liftedBy }) => liftedBy))] : [];
  const sound = positive.length > lines.resultIds.length;
  const state = lines.blocks.length > 0 ? 'blocked' : !sound ? 'not-met' : deviationIds.length > 0 ? 'waived' : 'met';
  return checked(input.tables, criterion, rules, state, { ...lines, deviationIds });
}
