import type { Scope } from '../gate-outcome';
import type { Level } from '../level';
import type { CheckResult, Worked } from './check';
import { sharesBasis } from './combination';
import { isTentativeEvidence } from './tentative';

/** What the evidence is about: the substance, or its isomer group when they are not told apart or the group was asked for. */
export function scopeOf({ hypothesis, specificity, counted }: Worked): Scope {
  const { group, verdict, remaining } = specificity;
  const substance: Scope = { kind: 'substance', substanceKey: hypothesis.substanceKey };
  if (group === undefined || counted.length === 0) return substance;
  const open = verdict === 'group' || (remaining ?? []).some((key) => key !== hypothesis.substanceKey && group.members.includes(key));
  return open || hypothesis.namedAs === 'group' ? { kind: 'group', groupId: group.id } : substance;
}

/** The level of a component from its checks; blocks of the review alone leave "criteria met, not yet reviewed". */
export function levelOf(subject: Worked, checks: readonly CheckResult[], scope: Scope): Level {
  const blocks = checks.flatMap((check) => check.blocks);
  if (blocks.some(({ criterion, code }) => criterion === 'discrepancy' || code === 'reviewer-disagrees')) return 'inconclusive';
  const proven = subject.combinations.length > 0 && blocks.every(({ criterion }) => criterion === 'review');
  if (!proven) return levelWithoutProof(subject);
  const review = checks.find(({ item }) => item.criterion === 'review')?.item.state;
  if (review !== 'met' && review !== 'waived') return 'criteria-met';
  if (scope.kind === 'group') return 'identified-isomer-open';
  const quantified = subject.input.quantifiedComponentIds?.includes(subject.hypothesis.componentId) === true;
  return quantified ? 'identified-quantified' : 'identified';
}

function levelWithoutProof(subject: Worked): Level {
  const { counted, assessments } = subject;
  if (assessments.some(isTentativeEvidence) || hasTwoSeparations(subject)) return 'tentative';
  if (counted.length > 0) return 'presumptive';
  const tested = assessments.filter(({ result }) => result.comparison?.basis !== 'orientation');
  if (tested.length === 0) return 'not-tested';
  const soundNegative = tested.some(
    ({ result, faults }) =>
      result.outcome === 'negative' && faults.every(({ criterion }) => criterion !== 'quality' && criterion !== 'reviewable-data'),
  );
  return soundNegative && tested.every(({ result }) => result.outcome === 'negative') ? 'negative' : 'inconclusive';
}

/** Two uncorrelated techniques of category B, each compared with reference material, say more than an indication. */
function hasTwoSeparations({ counted }: Worked): boolean {
  const separations = counted.filter(({ technique }) => technique.category === 'B');
  return separations.some((a, i) => separations.slice(i + 1).some((b) => a.technique.id !== b.technique.id && !sharesBasis(a, b)));
}
