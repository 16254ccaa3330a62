import type { Block, Warning } from '../../gate-outcome';
import { type Reason, reason } from '../../reason';
import type { TechniqueResult } from '../../technique-result';
import type { Assessment } from '../assessment';
import { type CheckResult, checked, type Worked } from '../check';
import { findDeviation } from '../deviations';
import { orDeviation } from '../way-out';

/**
 * A negative of category A or B beside a positive must be resolved before anything is concluded (R6). A negative of a colour
 * test or strip is a warning: they miss low shares and many analogues, which the tables of reactions say row by row.
 * A negative against the starter list says nothing, nor one of a batch that somebody else than its analyst rejected. A negative of
 * A or B that was voided, or whose component was withdrawn, stays: nobody makes a contradiction go away alone.
 */
export function checkDiscrepancy(subject: Worked): CheckResult {
  const { input, assessments, setAside } = subject;
  const positives = assessments.filter(({ result }) => result.outcome === 'positive');
  const negatives = [...assessments, ...setAside.filter(({ technique }) => technique?.category !== 'C')].filter(
    ({ result }) => result.outcome === 'negative' && speaks(result),
  );
  if (positives.length === 0 || negatives.length === 0) return checked(input.tables, 'discrepancy', ['R6'], 'not-applicable', {});
  const grave = negatives.filter(({ technique }) => technique?.category !== 'C');
  const warnings = negatives.filter(({ technique }) => technique?.category === 'C').map(warn);
  const judged = grave.map((one) => ({ one, deviationId: resolution(subject, one) }));
  const open = judged.filter(({ deviationId }) => deviationId === undefined).map(({ one }) => one);
  const reasons = grave.map(({ result }) => why(result));
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
  return result.comparison?.basis !== 'orientation' && (result.batch?.accepted !== false || isOwnRejection(result));
}

/** Whether whoever ran or compared it is also who rejected its batch, or nobody is named. */
function isOwnRejection({ batch, analystId, comparedById }: TechniqueResult): boolean {
  if (batch?.accepted !== false) return false;
  return batch.judgedById === undefined || batch.judgedById === analystId || batch.judgedById === comparedById;
}

function why(result: TechniqueResult): Reason {
  const named = { technique: result.techniqueId, result: result.id };
  if (result.setAside !== undefined) return reason('discrepancy-set-aside', { ...named, why: result.setAside.reason });
  if (isOwnRejection(result)) return reason('discrepancy-own-rejection', { ...named, batch: result.batch?.id ?? '' });
  return reason('discrepancy', named);
}

function resolution({ input, hypothesis, analysts }: Worked, { result }: Assessment): string | undefined {
  const covers = ({ appliesTo }: { readonly appliesTo: { readonly resultIds?: readonly string[] } }) =>
    appliesTo.resultIds?.includes(result.id) === true;
  return findDeviation(input, { kind: 'discrepancy-resolved', componentId: hypothesis.componentId, analysts, covers })?.id;
}

function block({ result }: Assessment): Block {
  const wayOut = orDeviation('discrepancy-resolved', 'resolve-discrepancy');
  return { criterion: 'discrepancy', ...why(result), resultIds: [result.id], wayOut };
}

function warn({ result }: Assessment): Warning {
  const missed = reason('presumptive-negative', { technique: result.techniqueId, result: result.id });
  return { criterion: 'discrepancy', ...missed, resultIds: [result.id] };
}
