import { apartIn } from './inseparable';
import type { ReplicateSpread } from './replicate-spread';
import { EVIDENCE_TECHNIQUES, type EvidenceTechnique } from './technique';

/** What the library knows of two substances by one technique. */
export type PairKnowledge =
  /** Both have spectra; `similarity` is the best of all pairs of their entries. */
  | { readonly kind: 'similarity'; readonly technique: EvidenceTechnique; readonly similarity: number; readonly spread: ReplicateSpread }
  /** Both have a position (retention index, time); `tolerance` is the replicate spread, in the same unit. */
  | { readonly kind: 'position'; readonly technique: EvidenceTechnique; readonly a: number; readonly b: number; readonly tolerance: number }
  /** One or both have nothing in the library. */
  | { readonly kind: 'not-held'; readonly technique: EvidenceTechnique; readonly missing: 'a' | 'b' | 'both' };

export interface Separation {
  readonly technique: EvidenceTechnique;
  /** `separates`: at least two spreads apart; `may-separate`: between one and two; `does-not`: within one; `unknown`: not held. */
  readonly verdict: 'separates' | 'may-separate' | 'does-not' | 'unknown';
  /** Distance in units of the spread; `undefined` when unknown. */
  readonly apart: number | undefined;
  readonly code: 'far-apart' | 'near-limit' | 'within-spread' | 'not-held';
  readonly params: Readonly<Record<string, string | number>>;
}

/** Two spreads apart, two distributions of replicates hardly overlap. */
const CLEARLY = 2;

/**
 * Which techniques tell two substances apart, best first, by what the library holds: a technique never measured stays unknown and says
 * which of the two is missing. Differences are given in units of each technique's own replicate spread, so that they compare.
 */
export function separatingTechniques(knowledge: readonly PairKnowledge[]): readonly Separation[] {
  const order = (technique: EvidenceTechnique) => EVIDENCE_TECHNIQUES.indexOf(technique);
  return knowledge.map(separationOf).sort((a, b) => (b.apart ?? -1) - (a.apart ?? -1) || order(a.technique) - order(b.technique));
}

function separationOf(known: PairKnowledge): Separation {
  switch (known.kind) {
    case 'not-held':
      return { technique: known.technique, verdict: 'unknown', apart: undefined, code: 'not-held', params: { missing: known.missing } };
    case 'position': {
      const { technique, a, b, tolerance } = known;
      const difference = Math.abs(a - b);
      const apart = tolerance > 0 ? difference / tolerance : difference > 0 ? Number.POSITIVE_INFINITY : 0;
      return { technique, apart, ...judged(apart), params: { a, b, tolerance, difference } };
    }
    case 'similarity': {
      const { technique, similarity, spread } = known;
      const apart = apartIn(spread, similarity);
      return {
        technique,
        apart,
        ...judged(apart),
        params: { score: spread.scoreId, similarity, limit: spread.limit, spread: spread.source },
      };
    }
  }
}

function judged(apart: number): Pick<Separation, 'verdict' | 'code'> {
  if (apart >= CLEARLY) return { verdict: 'separates', code: 'far-apart' };
  return apart > 1 ? { verdict: 'may-separate', code: 'near-limit' } : { verdict: 'does-not', code: 'within-spread' };
}
