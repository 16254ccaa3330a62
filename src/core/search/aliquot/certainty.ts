import type { LogisticModel } from './model';

/** The best entry of one compound, as the certainty sees it. */
export interface CompoundEvidence {
  /** Sum of contributions, 0 for equal spectra, negative otherwise. */
  readonly sum: number;
  /** Value of the term `tilted-cosine`. */
  readonly tiltedCosine: number;
  /** Identity match factor, −0.5 to 999.5. */
  readonly identity: number;
}

/** Beyond this a gap adds no certainty. */
const GAP_CAP = 6;
const SIXTH_CAP = 8;

/**
 * The values of `CERTAINTY_FEATURES` for the compounds of a list, best first (at least one), and the number of peaks of the query.
 * The share of the first is the log odds of its softmax over all compounds, from −6 to 6; the gap is that to the sixth compound (the last
 * one of a shorter list): a compound that stands alone with its isomers differs in it from one that is like many.
 */
export function certaintyFeatures(compounds: readonly CompoundEvidence[], queryPeaks: number): readonly number[] {
  const first = compounds[0]!;
  const sixth = compounds[Math.min(5, compounds.length - 1)]!;
  let others = 0;
  for (let i = 1; i < compounds.length; i++) others += Math.exp(compounds[i]!.sum - first.sum);
  const share = others > 0 ? -Math.log(others) : GAP_CAP;
  return [
    Math.max(-25, first.sum) / 10,
    compounds.length === 1 ? SIXTH_CAP : Math.min(SIXTH_CAP, first.sum - sixth.sum),
    Math.max(-GAP_CAP, Math.min(GAP_CAP, share)),
    first.tiltedCosine,
    first.identity / 1000,
    Math.log(Math.min(100, Math.max(1, queryPeaks))),
  ];
}

/** Probability of a logistic model, 0 to 1. */
export function logistic(model: LogisticModel, features: readonly number[]): number {
  let sum = model.intercept;
  for (let i = 0; i < features.length; i++) sum += (model.coefficients[i] ?? 0) * features[i]!;
  return 1 / (1 + Math.exp(-sum));
}
