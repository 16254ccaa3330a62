import type { ComponentChecklist } from '../../../../../contract/casework';

export type Criterion = ComponentChecklist['criteria'][number];

const URGENCY: Readonly<Record<Criterion['state'], number>> = { blocked: 0, 'not-met': 1, waived: 2, met: 3, 'not-applicable': 4 };

/** Review and the edition of the criteria are the laboratory's, never work of the bench: they come after everything that is. */
const LATER: ReadonlySet<string> = new Set(['review', 'limits']);
const isLater = ({ id }: Criterion): boolean => LATER.has(id);

export function isOpen({ state }: Criterion): boolean {
  return state === 'blocked' || state === 'not-met';
}

/** Open for a reason of its own; “no positive result yet” is said once, by the criterion it belongs to. */
export function needsWords(criterion: Criterion): boolean {
  return isOpen(criterion) && (criterion.id === 'positive-results' || criterion.reasons.some(({ code }) => code !== 'no-positive-result'));
}

/** What is missing first, what stands against it before what is only absent. */
export function ordered(criteria: readonly Criterion[]): readonly Criterion[] {
  const rank = (criterion: Criterion): number => URGENCY[criterion.state] + (isOpen(criterion) && isLater(criterion) ? 0.9 : 0);
  return [...criteria].sort((a, b) => rank(a) - rank(b));
}

/** Criteria still open that the bench can do something about. */
export function stillNeeded(criteria: readonly Criterion[]): number {
  return criteria.filter((criterion) => isOpen(criterion) && !isLater(criterion)).length;
}

/** Warnings that no criterion says already. */
export function warningsBeside({ criteria, warnings }: Pick<ComponentChecklist, 'criteria' | 'warnings'>): ComponentChecklist['warnings'] {
  const said = new Set(criteria.flatMap(({ reasons }) => reasons.map((reason) => JSON.stringify(reason))));
  return warnings.filter((warning) => !said.has(JSON.stringify(warning)));
}
