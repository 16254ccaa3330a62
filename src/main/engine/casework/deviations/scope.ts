import { DEVIATION_KINDS, type DeviationKind } from '../../../../core/identification/gate-input';
import { type Block, type ComponentOutcome, CRITERIA, type CriterionId } from '../../../../core/identification/gate-outcome';
import type { TechniqueResult } from '../../../../core/identification/technique-result';
import { refused } from '../../failures';
import type { DeviationScope } from '../evidence/deviations';

export function knownKind(kind: string): DeviationKind {
  const known = DEVIATION_KINDS.find((one) => one === kind);
  if (known === undefined) throw refused('deviation.unknown-kind', { kind });
  return known;
}

export function knownCriterion(criterion: string): CriterionId {
  const known = CRITERIA.find((one) => one === criterion);
  if (known === undefined) throw refused('deviation.unknown-criterion', { criterion });
  return known;
}

/** The blocks of a criterion that a kind of deviation may lift. */
export function liftable(outcomes: readonly ComponentOutcome[], kind: DeviationKind, criterion: CriterionId): readonly Block[] {
  return outcomes
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.criterion === criterion && block.wayOut.some((way) => way.kind === 'deviation' && way.deviation === kind));
}

/** What the gate asks a deviation of this kind to name, taken from the blocks it is to lift (docs/methods/gate.md, "Ways out"). */
export function scopeOf(
  kind: DeviationKind,
  blocks: readonly Block[],
  outcomes: readonly ComponentOutcome[],
  results: readonly TechniqueResult[],
): DeviationScope {
  const texts = (name: string) => blocks.flatMap(({ params }) => (typeof params[name] === 'string' ? [params[name]] : []));
  switch (kind) {
    case 'requalified-standard': {
      const [lotId] = texts('lot');
      return lotId === undefined ? {} : { lotId };
    }
    case 'techniques-uncorrelated':
      return { techniques: [...new Set([...texts('first'), ...texts('second')])] };
    case 'discrepancy-resolved':
      return { resultIds: [...new Set(blocks.flatMap(({ resultIds }) => resultIds))] };
    case 'artefact-excluded': {
      const [from, to] = [texts('from')[0], texts('to')[0]];
      const warnings = outcomes.flatMap((outcome) => outcome.warnings);
      const artefactId = warnings.find(
        ({ params, artefactId: id }) => id !== undefined && params.from === from && params.to === to,
      )?.artefactId;
      return artefactId === undefined ? {} : { artefactId };
    }
    case 'limited-sample': {
      const carrying = new Set(blocks.flatMap(({ resultIds }) => resultIds));
      return { aliquotIds: [...new Set(results.filter(({ id }) => carrying.has(id)).map(({ aliquotId }) => aliquotId))] };
    }
    case 'two-person-laboratory':
    case 'external-reviewer':
      return {};
  }
}
