import type { ComponentHypothesis } from '../gate-input';
import type { Technique } from '../technique';
import type { TechniqueResult } from '../technique-result';
import { fault } from './admissibility';
import type { Fault } from './assessment';
import { by } from './way-out';

/**
 * Whether a positive result supports this component and not something else that is in the exhibit anyway:
 * a Marquis purple explained by heroin does not support fentanyl (R3). For a test of category C every other substance of its
 * reaction is an explanation; a technique of A or B is explained away only by what it names.
 */
export function explanationFaults(
  result: TechniqueResult,
  technique: Technique,
  own: string,
  others: ReadonlySet<string>,
): readonly Fault[] {
  const named = technique.category === 'C' ? [...result.explainedBy, ...result.supports.substances] : result.explainedBy;
  const explaining = [...new Set(named)].filter((key) => key !== own && others.has(key)).sort();
  return explaining.map((other) =>
    fault('specificity', 'explained-by', by('add-technique', 'separate-mixture'), { technique: technique.id, other, substance: own }),
  );
}

/** A technique that sees the whole sample says nothing certain about its minor component: an FTIR of a mixture is not category A for it. */
export function shareFaults(result: TechniqueResult, technique: Technique, others: ReadonlySet<string>, own: string): readonly Fault[] {
  if (!technique.wholeSample) return [];
  const params = { technique: technique.id };
  if (result.componentShare === 'minor') return [fault('specificity', 'minor-in-mixture', by('separate-mixture', 'add-technique'), params)];
  const mixed = [...others].some((key) => key !== own);
  const unstated = result.componentShare === undefined || result.componentShare === 'unknown' || result.componentShare === 'sole';
  if (mixed && unstated) return [fault('specificity', 'share-not-stated', by('separate-mixture', 'add-technique'), params)];
  return [];
}

/** A technique for plants says nothing of a powder (R8). */
export function scopeFaults(technique: Technique, hypothesis: ComponentHypothesis): readonly Fault[] {
  if (technique.appliesTo === 'any' || hypothesis.botanical) return [];
  return [fault('techniques', 'technique-not-applicable', by('add-technique'), { technique: technique.id })];
}
