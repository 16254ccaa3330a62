import type { Finding } from './comparison';

export interface MatchComparison {
  /** Catalogue-free name of the score and its version, as stored with the search. */
  readonly score: string;
  readonly value: number;
  /** Least value at which the method accepts a match, on the score's own scale (higher is better). */
  readonly threshold: number;
  readonly sampleBatchId: string;
  readonly referenceBatchId: string;
}

/** A whole spectrum against the reference measured in the same batch: score at or above the method's threshold. */
export function compareMatch(data: MatchComparison): readonly Finding[] {
  const met = Number.isFinite(data.value) && Number.isFinite(data.threshold) && data.value >= data.threshold;
  const value = Number.isFinite(data.value) ? Math.round(data.value * 1e3) / 1e3 : 0;
  const scored: Finding = {
    kind: 'match',
    code: met ? 'match-above' : 'match-below',
    params: { score: data.score, value, threshold: data.threshold },
    met,
  };
  if (data.sampleBatchId === data.referenceBatchId) return [scored];
  return [
    scored,
    { kind: 'match', code: 'match-other-batch', params: { sample: data.sampleBatchId, reference: data.referenceBatchId }, met: false },
  ];
}
