import type { Block } from '../../gate-outcome';
import { reason } from '../../reason';
import { type CheckResult, checked, type Worked } from '../check';
import { aliquotsOf } from '../combination';
import { findDeviation } from '../deviations';
import { orDeviation } from '../way-out';

/** The techniques that carry the conclusion stand on at least two separate samplings, or a signed reason says why not (R4). */
export function checkSampling(subject: Worked): CheckResult {
  const { input, hypothesis, combinations, counted, analysts } = subject;
  const { tables } = input;
  const best = combinations[0];
  const all = new Set(counted.map(({ result }) => result.aliquotId));
  if (best === undefined) {
    return checked(tables, 'sampling', ['R4'], 'not-met', { reasons: [reason('aliquots-so-far', { aliquots: all.size })] });
  }
  const resultIds = best.results.map(({ result }) => result.id);
  const taken = aliquotsOf(best);
  const aliquots = taken.size;
  if (aliquots >= 2) return checked(tables, 'sampling', ['R4'], 'met', { reasons: [reason('aliquots-enough', { aliquots })], resultIds });
  const why = reason('second-sampling-missing', { aliquots });
  const deviation = findDeviation(input, {
    kind: 'limited-sample',
    componentId: hypothesis.componentId,
    analysts,
    // It says of these aliquots that no other could be taken, not of whatever is sampled later.
    covers: ({ appliesTo }) => [...taken].every((aliquot) => appliesTo.aliquotIds?.includes(aliquot) === true),
  });
  if (deviation !== undefined) {
    return checked(tables, 'sampling', ['R4'], 'waived', { reasons: [why], resultIds, deviationIds: [deviation.id] });
  }
  const block: Block = { criterion: 'sampling', ...why, resultIds, wayOut: orDeviation('limited-sample', 'second-aliquot') };
  return checked(tables, 'sampling', ['R4'], 'not-met', { reasons: [why], resultIds, blocks: [block] });
}
