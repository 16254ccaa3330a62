import type { Block } from '../../gate-outcome';
import { reason } from '../../reason';
import { type CheckResult, checked, type Worked } from '../check';
import { faultLines } from '../fault-lines';
import { by } from '../way-out';

/** The combination points at this substance, or its isomers, and at nothing else (R3). */
export function checkSpecificity(subject: Worked): CheckResult {
  const { input, specificity, combinations, hypothesis } = subject;
  const faults = faultLines(subject, 'specificity');
  if (combinations.length === 0) {
    const state = faults.blocks.length > 0 ? 'blocked' : 'not-met';
    return checked(input.tables, 'specificity', ['R3'], state, { ...faults });
  }
  if (specificity.verdict !== 'ambiguous') {
    const own = reason('points-at-one', { substance: hypothesis.substanceKey });
    return checked(input.tables, 'specificity', ['R3'], 'met', { reasons: [own, ...faults.reasons], resultIds: faults.resultIds });
  }
  const others = (specificity.remaining ?? []).filter((key) => key !== hypothesis.substanceKey).join(', ');
  const why = others === '' ? reason('no-substance-named') : reason('others-not-excluded', { others });
  const block: Block = { criterion: 'specificity', ...why, resultIds: [], wayOut: by('add-technique', 'run-reference') };
  return checked(input.tables, 'specificity', ['R3'], 'not-met', {
    reasons: [why, ...faults.reasons],
    resultIds: faults.resultIds,
    blocks: [block],
  });
}
