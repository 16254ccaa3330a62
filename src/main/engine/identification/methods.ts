import type { ScoreId, SearchMethod } from '../../../contract/search-method';
import { EI_SCORE_IDS, scoreDescriptor } from '../../../core/search/scores/descriptors';
import { refused } from '../failures';

export interface Algorithm {
  readonly score: ScoreId;
  readonly version: string;
  /** With what the method asks for, so that the stored search says all by itself. */
  readonly parameters: Record<string, string | number | boolean>;
}

/** What names an algorithm so that its result can be understood and made again. @throws Failure REFUSED for a score that this version has not */
export function algorithmOf(method: SearchMethod, top: number): Algorithm {
  const { score } = method;
  const indexed = EI_SCORE_IDS.find((id) => id === score);
  if (indexed === undefined) throw refused('identify.score-not-available', { score });
  const { version, parameters } = scoreDescriptor(indexed);
  return { score, version, parameters: { ...parameters, top } };
}
