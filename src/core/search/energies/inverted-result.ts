import type { EnergyScores } from './published-scores';

export interface InvertedSearchOptions {
  /** How far m/z may differ, Da. @default 0.005 */
  readonly tolerance?: number;
  /** Peaks of the lowest-energy spectrum from this share of its base peak on are targets. @default 0.005 */
  readonly minTargetShare?: number;
  /** Least gain (`EnergyEvidence.gain`) at one energy for a substance to be called present. @default 0.05 */
  readonly minGain?: number;
  /** Least published index (fraction of peak intensity explained) for it. @default 0.6 */
  readonly minIndex?: number;
  /** Peaks from this share of the base peak on are listed when less than half explained. @default 0.01 */
  readonly minUnexplainedShare?: number;
}

/** What one energy says about one substance. */
export interface EnergyEvidence extends EnergyScores {
  readonly energy: number;
  /** Its part of the query's intensity at this energy, all candidates fitted together, 0 to 1. */
  readonly share: number;
  /** How much worse the fit is without it, 0 to 1: what nothing else in the list explains. */
  readonly gain: number;
}

/**
 * `present`: its protonated molecule is there, its peaks are, and at one energy at least nothing else explains them. `possible`: one of these is not so; where others
 * explain its peaks, only if these too could be left out (isomers whose spectra cannot be told apart). `not-supported`: the rest.
 */
export type EnergyVerdict = 'present' | 'possible' | 'not-supported';

export type EnergyReason = 'no-protonated-molecule' | 'peaks-missing' | 'explained-by-others';

export interface EnergyCandidate {
  readonly key: string;
  readonly verdict: EnergyVerdict;
  /** What keeps it from `present`; empty for `present`. */
  readonly reasons: readonly EnergyReason[];
  readonly target: {
    readonly kind: 'protonated-molecule' | 'base-peak';
    readonly mz: number;
    readonly queryMz: number;
    /** Of the query's base peak at the lowest energy, 0 to 1. */
    readonly relativeIntensity: number;
  };
  /** The published indices, 0 to 1. */
  readonly index: { readonly explained: number; readonly reverse: number };
  /** Mean over the energies of `EnergyEvidence.share`. No mass fraction: ions differ in how easily they form. */
  readonly share: number;
  /** In the order of energies. */
  readonly evidence: readonly EnergyEvidence[];
}

export interface UnexplainedPeak {
  readonly energy: number;
  readonly mz: number;
  /** Of the base peak, 0 to 1. */
  readonly relativeIntensity: number;
  /** Part of it that the substances called present or possible explain, below 0.5. */
  readonly explained: number;
  /** A peak at least five times as high within 1.2 Da: this one may be its side lobe or isotope. */
  readonly besideMz?: number;
}

/** Why nothing can be searched (`energies.refusal.<code>`). */
export const invertedSearchRefusals = {
  'query-empty': [],
  'energy-repeated': ['energy'],
  'library-empty': [],
  'no-common-energy': ['query', 'library'],
  'parameter-out-of-range': ['parameter', 'value', 'min', 'max'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type InvertedSearchRefusalCode = keyof typeof invertedSearchRefusals;

export interface InvertedSearchResult {
  readonly kind: 'searched';
  /** Present before possible before the rest, each by falling share, then key. */
  readonly candidates: readonly EnergyCandidate[];
  readonly unexplained: readonly UnexplainedPeak[];
  /** Part of the query's intensity at each energy that present and possible substances explain. */
  readonly explainedShares: readonly { readonly energy: number; readonly share: number }[];
  /** Peaks of the lowest energy that were looked up. */
  readonly targets: number;
}

export type InvertedSearchOutcome =
  | InvertedSearchResult
  | { readonly kind: 'refused'; readonly code: InvertedSearchRefusalCode; readonly params: Readonly<Record<string, string | number>> };

/** Stored with a result; `version` changes when any input could give another number. */
export const invertedSearchDescriptor = {
  id: 'energies-inverted',
  version: '1',
  parameters: { tolerance: 0.005, minTargetShare: 0.005, minGain: 0.05, minIndex: 0.6 },
  method: 'inverted-energies',
} as const;
