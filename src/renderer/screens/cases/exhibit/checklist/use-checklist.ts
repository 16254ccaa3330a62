import { useQuery } from '@tanstack/react-query';
import type { ComponentChecklist, Exhibit } from '../../../../../contract/casework';
import { api } from '../../../../app/wire/client';

export type Criterion = ComponentChecklist['criteria'][number];

/** The gate's word on every component, worked out anew with every change of the record. */
export function useChecklist(exhibit: Exhibit) {
  return useQuery(api.casework.checklist.queryOptions({ input: { exhibitId: exhibit.id } }));
}

const URGENCY: Readonly<Record<Criterion['state'], number>> = { blocked: 0, 'not-met': 1, waived: 2, met: 3, 'not-applicable': 4 };

/** Review comes with a signature that a draft cannot have: it is named apart, never as work of the bench. */
const isReview = ({ id }: Criterion): boolean => id === 'review';

export function isOpen({ state }: Criterion): boolean {
  return state === 'blocked' || state === 'not-met';
}

/** What is missing first, what stands against it before what is only absent; the review last among them. */
export function ordered(criteria: readonly Criterion[]): readonly Criterion[] {
  const rank = (criterion: Criterion): number => URGENCY[criterion.state] + (isOpen(criterion) && isReview(criterion) ? 0.9 : 0);
  return [...criteria].sort((a, b) => rank(a) - rank(b));
}

/** Criteria still open that the bench can do something about. */
export function stillNeeded(criteria: readonly Criterion[]): number {
  return criteria.filter((criterion) => isOpen(criterion) && !isReview(criterion)).length;
}
