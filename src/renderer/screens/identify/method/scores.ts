import type { Candidate, StoredSearch } from '../../../../contract/identify';
import {
  eiScoreId,
  type ScoreId,
  type SearchFamily,
  type SearchMethod,
  tandemScoreId,
  traceScoreId,
} from '../../../../contract/search-method';
import { formatFactor, formatNumber } from '../../../../i18n/formats/numbers';

/** The scores a family can rank by, in the order in which they are offered. */
export const SCORES_OF: Readonly<Record<SearchFamily, readonly ScoreId[]>> = {
  ei: eiScoreId.options,
  tandem: tandemScoreId.options,
  trace: traceScoreId.options,
  mixture: ['mixture-least-squares'],
  energies: ['energies-inverted'],
};

/** Decimals that a score is shown with: match factors run to 999, similarities and correlations to 1. */
function decimals(id: ScoreId): number {
  return id.startsWith('ei-') ? 0 : 3;
}

export function scoreText(id: ScoreId, value: number | undefined, language: string): string {
  if (value === undefined) return '–';
  const places = decimals(id);
  // What rounds to nothing has no sign.
  const shown = Number(value.toFixed(places)) + 0;
  return places === 0 ? formatFactor(shown, language) : formatNumber(shown, language, places);
}

const MOST_SHOWN = 4;
const BESIDE: readonly ScoreId[] = [
  'ei-identity',
  'ei-reverse',
  'ei-simple',
  'ei-cosine-mz-sqrt',
  ...tandemScoreId.options,
  ...traceScoreId.options,
];

/** The score that ranked, and up to three beside it that every candidate of the list has. */
export function shownScores({ score, candidates }: Pick<StoredSearch, 'score' | 'candidates'>): readonly ScoreId[] {
  const has = (id: ScoreId): boolean => candidates.every((candidate) => candidate.scores[id] !== undefined);
  const beside = BESIDE.filter((id) => id !== score && candidates.length > 0 && has(id));
  return [score, ...beside.slice(0, MOST_SHOWN - 1)].sort((a, b) => order(a) - order(b));
}

const order = (id: ScoreId): number => BESIDE.indexOf(id);

export function scoreOf(candidate: Candidate, id: ScoreId, ranked: ScoreId): number | undefined {
  return id === ranked ? candidate.score : candidate.scores[id];
}

/** The same method with another score of its family. */
export function withScore(method: SearchMethod, score: ScoreId): SearchMethod {
  return { ...method, score } as SearchMethod;
}
