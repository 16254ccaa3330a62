import type { Finding } from '../../identification/comparison/comparison';
import { apartIn } from './inseparable';
import type { ReplicateSpread } from './replicate-spread';
import { type EvidenceTechnique, TECHNIQUE_TRAITS } from './technique';

/** What one technique says of one substance. Reason codes are keys of the namespace `evidence`. */
export interface EvidenceLine {
  readonly technique: EvidenceTechnique;
  readonly substance: string;
  readonly scoreId: string;
  /** In the score's own unit; `undefined` where nothing was compared. */
  readonly value: number | undefined;
  /** Among the substances of this technique's list, from 1; `undefined` where it is not on it. */
  readonly rank: number | undefined;
  readonly verdict: 'supports' | 'neutral' | 'speaks-against';
  readonly reason: { readonly code: EvidenceReason; readonly params: Readonly<Record<string, string | number>> };
}

export type EvidenceReason =
  | 'within-spread'
  | 'between'
  | 'far-outside-spread'
  | 'mixture-may-hide'
  | 'other-peaks-unsearched'
  | 'no-reference'
  | 'component-of-fit'
  | 'retention-within'
  | 'retention-outside'
  | 'retention-not-comparable'
  | 'colour-as-expected'
  | 'colour-differs'
  | 'colour-may-be-masked'
  | 'colour-says-nothing';

/** From so many spreads on a spectrum is not that of the substance. */
const FAR = 3;

export interface SpectralEvidence {
  readonly technique: EvidenceTechnique;
  readonly substance: string;
  /** Score of the query against the substance's best entry; `undefined` where the library has none. */
  readonly value: number | undefined;
  readonly rank: number | undefined;
  readonly spread: ReplicateSpread;
  /** The sample may hold several substances: a technique that sees the whole sample then speaks against none. */
  readonly mixturePossible: boolean;
  /** What was searched is one of perhaps many peaks of the sample: in a mixture it speaks against no other substance. @default false */
  readonly othersUnsearched?: boolean;
}

/** A score as a line: within the replicate spread it supports, three spreads away it speaks against, between it is neutral. */
export function spectralLine(evidence: SpectralEvidence): EvidenceLine {
  const { technique, substance, value, rank, spread } = evidence;
  const line = { technique, substance, scoreId: spread.scoreId, value, rank };
  if (value === undefined) return { ...line, verdict: 'neutral', reason: { code: 'no-reference', params: {} } };
  const apart = apartIn(spread, value);
  const params = { value, limit: spread.limit, spread: spread.source, apart: Math.round(apart * 100) / 100 };
  if (apart <= 1) return { ...line, verdict: 'supports', reason: { code: 'within-spread', params } };
  if (apart < FAR) return { ...line, verdict: 'neutral', reason: { code: 'between', params } };
  if (evidence.mixturePossible && TECHNIQUE_TRAITS[technique].wholeSample) {
    return { ...line, verdict: 'neutral', reason: { code: 'mixture-may-hide', params } };
  }
  if (evidence.mixturePossible && evidence.othersUnsearched === true) {
    return { ...line, verdict: 'neutral', reason: { code: 'other-peaks-unsearched', params } };
  }
  return { ...line, verdict: 'speaks-against', reason: { code: 'far-outside-spread', params } };
}

/** The outcome of `compareRetention` as a line. Where nothing was comparable it is neutral; outside the tolerance it speaks against. */
export function retentionLine(substance: string, scoreId: string, findings: readonly Finding[]): EvidenceLine {
  const compared = findings.find(({ kind, code }) => kind === 'retention' && (code === 'retention-within' || code === 'retention-outside'));
  const base = { technique: 'ri', substance, scoreId, rank: undefined } as const;
  if (compared === undefined) {
    return {
      ...base,
      value: undefined,
      verdict: 'neutral',
      reason: { code: 'retention-not-comparable', params: findings[0]?.params ?? {} },
    };
  }
  const sample = compared.params.sample;
  const code = compared.met ? 'retention-within' : 'retention-outside';
  return {
    ...base,
    value: typeof sample === 'number' ? sample : undefined,
    verdict: compared.met ? 'supports' : 'speaks-against',
    reason: { code, params: compared.params },
  };
}

/** The outcome of `compareColour` as a line: a colour supports weakly; another colour speaks against only where nothing can mask it. */
export function colourLine(substance: string, findings: readonly Finding[], mixturePossible: boolean): EvidenceLine {
  const compared = findings.find(({ kind }) => kind === 'colour');
  const base = { technique: 'colour', substance, scoreId: 'colour-test', value: undefined, rank: undefined } as const;
  if (compared === undefined || (!compared.met && compared.code !== 'colour-differs')) {
    return { ...base, verdict: 'neutral', reason: { code: 'colour-says-nothing', params: compared?.params ?? {} } };
  }
  if (compared.met) return { ...base, verdict: 'supports', reason: { code: 'colour-as-expected', params: compared.params } };
  if (mixturePossible) return { ...base, verdict: 'neutral', reason: { code: 'colour-may-be-masked', params: compared.params } };
  return { ...base, verdict: 'speaks-against', reason: { code: 'colour-differs', params: compared.params } };
}
