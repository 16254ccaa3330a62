import { openCase } from './gate/assess';
import type { CheckResult, Worked } from './gate/check';
import { checkArtefact } from './gate/checks/artefact';
import { checkDiscrepancy } from './gate/checks/discrepancy';
import { checkIsomer } from './gate/checks/isomer';
import { checkLimits } from './gate/checks/limits';
import { checkFaults, checkPositiveResults } from './gate/checks/results';
import { checkReview } from './gate/checks/review';
import { checkSalt, shownSalt } from './gate/checks/salt';
import { checkSampling } from './gate/checks/sampling';
import { checkSpecificity } from './gate/checks/specificity';
import { checkTechniques } from './gate/checks/techniques';
import { combinations, preferred } from './gate/combination';
import { levelOf, scopeOf } from './gate/level-of';
import { shownPresent } from './gate/presence';
import { specificity } from './gate/specificity';
import type { ComponentHypothesis, GateInput } from './gate-input';
import type { Block, ComponentOutcome, GateOutcome } from './gate-outcome';
import { reason } from './reason';

/**
 * Judges one exhibit: for each hypothesis whether the evidence proves that substance, by the criteria of `input.tables`
 * (SWGDRUG Part III B and the laboratory's own rules; docs/methods/gate.md). Pure: the same input gives the same outcome, the
 * order of results never matters. Throws nothing; unknown techniques are named in the outcome.
 */
export function evaluateGate(input: GateInput): GateOutcome {
  const present = shownPresent(input);
  return {
    criteriaVersionId: input.tables.version.id,
    evaluatedAt: input.evaluatedAt,
    components: input.hypotheses.map((hypothesis) => evaluateComponent(input, hypothesis, present)),
  };
}

function evaluateComponent(input: GateInput, hypothesis: ComponentHypothesis, present: ReadonlySet<string>): ComponentOutcome {
  const others = new Set([...present].filter((key) => key !== hypothesis.substanceKey));
  const opened = openCase(input, hypothesis, others);
  const subject: Worked = { ...opened, combinations: preferred(combinations(opened)), specificity: specificity(opened) };
  const checks = runChecks(subject);
  const scope = scopeOf(subject);
  return {
    componentId: hypothesis.componentId,
    substanceKey: hypothesis.substanceKey,
    level: levelOf(subject, checks, scope),
    scope,
    saltForm: shownSalt(subject),
    checklist: checks.map(({ item }) => item),
    blocks: checks.flatMap(({ blocks }) => blocks),
    warnings: checks.flatMap(({ warnings }) => warnings),
    countedResultIds: subject.counted.map(({ result }) => result.id),
    notCounted: subject.assessments
      .filter(({ result, faults }) => result.outcome === 'positive' && faults.length > 0)
      .map(({ result, faults }) => ({ resultId: result.id, reasons: faults.map(({ code, params }) => reason(code, params)) })),
  };
}

function runChecks(subject: Worked): readonly CheckResult[] {
  return [
    checkPositiveResults(subject),
    checkFaults(subject, 'reviewable-data', ['R5']),
    checkFaults(subject, 'quality', ['R11']),
    checkFaults(subject, 'comparison', ['R9']),
    checkFaults(subject, 'reference', ['R9', 'GATE']),
    checkTechniques(subject),
    checkSampling(subject),
    checkDiscrepancy(subject),
    checkSpecificity(subject),
    checkIsomer(subject),
    checkArtefact(subject),
    checkSalt(subject),
    checkLimits(subject),
    checkReview(subject),
  ];
}

/**
 * What stops a report from being issued (a draft is never stopped): every component it speaks of needs a reviewed conclusion,
 * also a negative one. Empty: it may be issued.
 */
export function blocksOfIssue(outcome: GateOutcome): readonly Block[] {
  return outcome.components.flatMap((component) => {
    const state = component.checklist.find(({ criterion }) => criterion === 'review')?.state;
    if (state === 'met' || state === 'waived') return [];
    const why = reason('report-without-review', { substance: component.substanceKey });
    return [
      { criterion: 'review' as const, ...why, resultIds: [], wayOut: [{ kind: 'action' as const, action: 'complete-review' as const }] },
    ];
  });
}
