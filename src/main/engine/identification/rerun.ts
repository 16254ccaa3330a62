import type { Candidate } from '../../../contract/identify';

export interface Difference {
  readonly rank: number;
  readonly before: string;
  readonly now: string;
}

export interface Rerun {
  readonly same: boolean;
  readonly snapshotHeld: boolean;
  readonly libraryChanged: boolean;
  readonly algorithmChanged: boolean;
  readonly programChanged: boolean;
  readonly differences: Difference[];
}

/** Rank by rank, what a search run again gives otherwise than it gave at first: another spectrum, or any other number. */
export function differencesBetween(before: readonly Candidate[], now: readonly Candidate[]): Difference[] {
  const ranks = Array.from({ length: Math.max(before.length, now.length) }, (_, i) => i);
  return ranks.filter((i) => !isSame(before[i], now[i])).map((i) => ({ rank: i + 1, before: shown(before[i]), now: shown(now[i]) }));
}

const shown = (candidate: Candidate | undefined) =>
  candidate === undefined ? '' : `${candidate.name} (${candidate.collectionName}), ${candidate.score.toPrecision(6)}`;

function isSame(a: Candidate | undefined, b: Candidate | undefined): boolean {
  if (a === undefined || b === undefined || a.spectrumKey !== b.spectrumKey || numbersOf(a) !== numbersOf(b)) return false;
  const later = new Map(Object.entries(b.scores));
  return Object.entries(a.scores).every(([id, value]) => !later.has(id) || later.get(id) === value);
}

/** Every number the search itself found, in a fixed order. A score that an earlier version did not compute beside the others is no difference. */
function numbersOf({ score, matchedPeaks, queryPeaks, libraryPeaks, massDifference, coverage, component, terms }: Candidate): string {
  const part = component === null ? null : [component.coefficient, component.low, component.high, component.share, component.pValue];
  const each = terms.map(({ id, value, contribution }) => [id, value, contribution]);
  return JSON.stringify([score, matchedPeaks, queryPeaks, libraryPeaks, massDifference, coverage, part, each]);
}
