import type { Candidate, CandidateCard } from '../../../../contract/identify';
import type { SearchMethod } from '../../../../contract/search-method';
import { substanceGap } from '../../../../core/search/evidence/substance-gap';
import { substanceBeside } from './substance';

/** From a candidate down to the next other substance of the list; null at its end, and where the numbers are parts of a whole. */
export function gapBelow(candidates: readonly Candidate[], candidate: Candidate, { family }: SearchMethod): CandidateCard['gap'] {
  if (family === 'mixture' || family === 'energies') return null;
  const below = candidates.slice(candidates.findIndex(({ rank }) => rank === candidate.rank));
  const substance = substanceBeside(candidate);
  const gap = substanceGap(below.map((each) => ({ substance: substance(each), score: each.score })));
  const next = gap?.next === undefined ? undefined : below[gap.next.rank - 1];
  if (next === undefined) return null;
  // Of distances the smaller is the better.
  return { name: next.name, rank: next.rank, points: Math.abs(candidate.score - next.score) };
}
