import { reason } from '../../reason';
import { type CheckResult, checked, type Worked } from '../check';
import { by } from '../way-out';

/**
 * Positional isomers need a technique that tells them apart before one is named; otherwise the group is reported (R12).
 * It never blocks: the group is a true conclusion, and the level says that the isomer is open.
 */
export function checkIsomer(subject: Worked): CheckResult {
  const { input, specificity, hypothesis, counted } = subject;
  const { group } = specificity;
  if (group === undefined) return checked(input.tables, 'isomer', ['R12'], 'not-applicable', {});
  if (hypothesis.namedAs === 'group') {
    return checked(input.tables, 'isomer', ['R12'], 'not-applicable', { reasons: [reason('group-reported', { group: group.id })] });
  }
  if (counted.length === 0) return checked(input.tables, 'isomer', ['R12'], 'not-met', { reasons: [reason('no-positive-result')] });
  if (specificity.verdict === 'named') {
    return checked(input.tables, 'isomer', ['R12'], 'met', {
      reasons: [reason('isomer-resolved', { substance: hypothesis.substanceKey, group: group.id })],
    });
  }
  const open = (specificity.remaining ?? group.members).filter((key) => key !== hypothesis.substanceKey).join(', ');
  const why = reason('isomer-open', { group: group.id, others: open });
  return checked(input.tables, 'isomer', ['R12'], 'not-met', {
    reasons: [why],
    warnings: [{ criterion: 'isomer', ...why, resultIds: [], source: group.source, wayOut: by('separate-isomers', 'report-group') }],
  });
}
