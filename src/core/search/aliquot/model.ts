import type { AliquotTermId } from './terms';

/** One term's part of the model. */
export interface TermWeight {
  readonly id: AliquotTermId;
  /** What the value is multiplied by; never negative: no term can speak for a candidate by being worse. */
  readonly weight: number;
  /** The value taken where the term cannot be told: the mean over right answers. */
  readonly neutral: number;
}

/** A logistic model over `CERTAINTY_FEATURES` or `ABSENCE_FEATURES`. */
export interface LogisticModel {
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

/** Everything that was learned. */
export interface AliquotModel {
  readonly terms: readonly TermWeight[];
  /** A compound within this of the first one is not told apart from it. */
  readonly groupWithin: number;
  readonly probability: LogisticModel;
  readonly groupProbability: LogisticModel;
  readonly noneOfThese: LogisticModel;
}

/** What the certainty of a list is told from. */
export const CERTAINTY_FEATURES = [
  'sum-of-first',
  'share-of-first',
  'share-among-unlike',
  'gap-to-other-mass',
  'between-two',
  'query-peaks',
] as const;

/** What "none of these" is told from: the same, and what else speaks for the first candidate, or tells what fit such a query can have. */
export const ABSENCE_FEATURES = [
  ...CERTAINTY_FEATURES,
  'lead-in-molecular-mass',
  'lead-in-reverse',
  'lead-in-order',
  'query-base-peak',
  'query-highest-ion',
] as const;
