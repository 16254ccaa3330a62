import { restsOnTypedRetention } from '../../comparison/retention';
import type { Warning } from '../../gate-outcome';
import { type Reason, reason } from '../../reason';
import type { TechniqueResult } from '../../technique-result';
import { type CheckResult, checked, type Worked } from '../check';

function comparedWithTyped({ comparison }: TechniqueResult): boolean {
  if (comparison === undefined) return false;
  const { findings, exclusions } = comparison;
  // Retention itself, or a retention that tells the substance from its isomers.
  return [...findings, ...exclusions.map(({ finding }) => finding)].some(restsOnTypedRetention);
}

/** Whether the laboratory has taken this edition as its own, and what the scheme cannot say (R10). Warnings only. */
export function checkLimits({ input, hypothesis, counted, assessments }: Worked): CheckResult {
  const { adopted, edition } = input.tables.version;
  const warnings: Warning[] = [];
  const add = (why: Reason, resultIds: readonly string[] = []) => warnings.push({ criterion: 'limits', ...why, resultIds });
  if (adopted === undefined) add(reason('criteria-not-adopted', { edition }));
  if (hypothesis.botanical && counted.length > 0) add(reason('cannabis-total-thc'));
  const unrecorded = counted.filter(({ result }) => result.analystAuthorised === 'not recorded').map(({ result }) => result.id);
  if (unrecorded.length > 0) add(reason('authorisation-not-recorded'), unrecorded);
  const typed = counted.filter(({ result }) => comparedWithTyped(result));
  for (const { result, technique } of typed)
    warnings.push({
      criterion: 'comparison',
      ...reason('retention-typed', { technique: technique.id, result: result.id }),
      resultIds: [result.id],
    });
  const orientation = assessments.filter(({ result }) => result.comparison?.basis === 'orientation').map(({ result }) => result.id);
  if (orientation.length > 0) add(reason('orientation-only', { technique: 'ms' }), orientation);
  const reasons =
    adopted === undefined ? [reason('criteria-not-adopted', { edition })] : [reason('criteria-adopted', { edition, on: adopted.on })];
  return checked(input.tables, 'limits', ['R10'], adopted === undefined ? 'not-met' : 'met', { reasons, warnings });
}
