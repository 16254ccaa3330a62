import type { Candidate, ScoreId } from '../../../contract/identify';

export interface Difference {
  readonly rank: number;
  readonly before: string;
  readonly now: string;
}

const FIELDS = { 'ei-identity': 'identity', 'ei-reverse': 'reverse', 'ei-simple': 'simple', 'ei-cosine-mz-sqrt': 'cosine' } as const;

/** Rank by rank, what a search run again gives otherwise than it gave at first: another spectrum, or any other number. */
export function differencesBetween(score: ScoreId, before: readonly Candidate[], now: readonly Candidate[]): Difference[] {
  const shown = (candidate: Candidate | undefined) =>
    candidate === undefined ? '' : `${candidate.name} (${candidate.collectionName}), ${candidate.scores[FIELDS[score]].toFixed(3)}`;
  const ranks = Array.from({ length: Math.max(before.length, now.length) }, (_, i) => i);
  return ranks.filter((i) => !isSame(before[i], now[i])).map((i) => ({ rank: i + 1, before: shown(before[i]), now: shown(now[i]) }));
}

function isSame(a: Candidate | undefined, b: Candidate | undefined): boolean {
  return a !== undefined && b !== undefined && a.spectrumKey === b.spectrumKey && JSON.stringify(a.scores) === JSON.stringify(b.scores);
}
