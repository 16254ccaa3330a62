import type { Block, Warning } from '../../gate-outcome';
import { reason } from '../../reason';
import type { TechniqueResult } from '../../technique-result';
import type { Assessment } from '../assessment';
import { type CheckResult, checked, type Worked } from '../check';
import { findDeviation } from '../deviations';
import { orDeviation } from '../way-out';

/**
 * A negative of category A or B beside a positive must be resolved before anything is concluded (R6). A negative of a colour
 * test or strip is a warning: they miss low shares and many analogues, which the tables of reactions say row by row.
 * A negative of a rejected batch, or against the starter list, says nothing.
 */
export function checkDiscrepancy(subject: Worked): CheckResult {
  const { input, assessments } = subject;
  const positives = assessments.filter(({ result }) => result.outcome === 'positive');
  const negatives = assessments.filter(({ result }) => result.outcome === 'negative' && speaks(result));
  if (positives.length === 0 || negatives.length === 0) return checked(input.tables, 'discrepancy', ['R6'], 'not-applicable', {});
  const grave = negatives.filter(({ technique }) => technique?.category !== 'C');
  const warnings = negatives.filter(({ technique }) => technique?.category === 'C').map(warn);
  const judged = grave.map((one) => ({ one, deviationId: resolution(subject, one) }));
  const open = judged.filter(({ deviationId }) => deviationId === undefined).map(({ one }) => one);
  const reasons = grave.map((one) => reason('discrepancy', { technique: one.result.techniqueId, result: one.result.id }));
  const blocks = open.map(block);
  const deviationIds = [...new Set(judged.flatMap(({ deviationId }) => (deviationId === undefined ? [] : [deviationId])))];
  const state = open.length > 0 ? 'blocked' : grave.length > 0 ? 'waived' : 'met';
  return checked(input.tables, 'discrepancy', ['R6'], state, {
    reasons,
    resultIds: grave.map(({ result }) => result.id),
    deviationIds,
    blocks,
    warnings,
  });
}

function speaks(result: TechniqueResult): boolean {
  return result.batch?.accepted !== false && result.comparison?.basis !== 'orientation';
}

function resolution({ input, hypothesis, analysts }: Worked, { result }: Assessment): string | undefined {
  const covers = ({ appliesTo }: { readonly appliesTo: { readonly resultIds?: readonly string[] } }) =>
    appliesTo.resultIds?.includes(result.id) === true;
  return findDeviation(input, { kind: 'discrepancy-resolved', componentId: hypothesis.componentId, analysts, covers })?.id;
}

function block({ result }: Assessment): Block {
  const why = reason('discrepancy', { technique: result.techniqueId, result: result.id });
  return { criterion: 'discrepancy', ...why, resultIds: [result.id], wayOut: orDeviation('discrepancy-resolved', 'resolve-discrepancy') };
}

function warn({ result }: Assessment): Warning {
  const why = reason('presumptive-negative', { technique: result.techniqueId, result: result.id });
  return { criterion: 'discrepancy', ...why, resultIds: [result.id] };
}
