import type { DeviationKind, Review } from '../../gate-input';
import type { Block } from '../../gate-outcome';
import { type Reason, reason } from '../../reason';
import { type CheckResult, checked, type Worked } from '../check';
import { findDeviation } from '../deviations';
import { by, orDeviation } from '../way-out';

/** A technical reviewer who did none of the work has signed after the last result (GATE; ISO/IEC 17025, 7.7 and 7.8.1). */
export function checkReview(subject: Worked): CheckResult {
  const { input, hypothesis } = subject;
  const review = input.review?.componentIds.includes(hypothesis.componentId) ? input.review : undefined;
  if (review === undefined) return checked(input.tables, 'review', ['GATE'], 'not-met', { reasons: [reason('not-reviewed')] });
  const objections = objectionsTo(subject, review);
  const judged = objections.map((objection) => ({ objection, deviationId: lift(subject, review, objection) }));
  const open = judged.filter(({ deviationId }) => deviationId === undefined).map(({ objection }) => objection);
  const deviationIds = judged.flatMap(({ deviationId }) => (deviationId === undefined ? [] : [deviationId]));
  const signed = reason('reviewed', { reviewer: review.reviewerId, on: review.signedAt });
  const state = open.length > 0 ? 'blocked' : deviationIds.length > 0 ? 'waived' : 'met';
  return checked(input.tables, 'review', ['GATE'], state, {
    reasons: [signed, ...objections.map(({ why }) => why)],
    deviationIds,
    blocks: open.map(toBlock),
  });
}

interface Objection {
  readonly why: Reason;
  readonly deviation?: DeviationKind;
}

function objectionsTo({ input, assessments, analysts }: Worked, review: Review): readonly Objection[] {
  const reviewer = review.reviewerId;
  const objections: Objection[] = [];
  if (review.decision === 'disagreed') objections.push({ why: reason('reviewer-disagrees', { reviewer }) });
  if (reviewer === input.people.analystId) objections.push({ why: reason('reviewer-is-analyst', { reviewer }) });
  // In a laboratory of two the reviewer may have run part of the work, never drawn the conclusion.
  else if (analysts.has(reviewer)) objections.push({ why: reason('reviewer-took-part', { reviewer }), deviation: 'two-person-laboratory' });
  if (assessments.some(({ result }) => result.performedAt > review.signedAt)) objections.push({ why: reason('result-after-review') });
  if (review.signedAt > input.evaluatedAt) objections.push({ why: reason('review-in-future') });
  if (input.people.technicalReviewers?.includes(reviewer) === false) {
    objections.push({ why: reason('reviewer-not-listed', { reviewer }), deviation: 'external-reviewer' });
  }
  return objections;
}

function lift({ input, hypothesis }: Worked, review: Review, { deviation }: Objection): string | undefined {
  if (deviation === undefined) return undefined;
  const reviewerAlone = new Set([review.reviewerId]);
  return findDeviation(input, { kind: deviation, componentId: hypothesis.componentId, analysts: reviewerAlone, covers: () => true })?.id;
}

function toBlock({ why, deviation }: Objection): Block {
  const wayOut = deviation === undefined ? by('other-reviewer', 'complete-review') : orDeviation(deviation, 'other-reviewer');
  return { criterion: 'review', ...why, resultIds: [], wayOut };
}
