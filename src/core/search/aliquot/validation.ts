/** One query of known identity: the probability that was shown for its first candidate, and whether that candidate was right. */
export interface ValidationOutcome {
  readonly probability: number;
  readonly correct: boolean;
}

/** One row of the reliability table: outcomes whose probability lies from `from` (included) to `to` (only the last one includes it). */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean of the probabilities shown, and share that was right; 0 where n is 0. */
  readonly predicted: number;
  readonly observed: number;
}

/** Why a validation does not allow the probability to be shown. */
export type ValidationObjection =
  /** Fewer than `MIN_OUTCOMES` queries. */
  | 'too-few-outcomes'
  /** Fewer than `MIN_CONFIDENT` of them above `CONFIDENT`. */
  | 'too-few-confident'
  /** The 95 % upper bound of the wrong ones among the confident is above 1 − `CONFIDENT`. */
  | 'confident-and-wrong'
  /** In some bin fewer were right than the probability allows for (one-sided binomial test, 1 %). */
  | 'overconfident';

export interface ValidationReport {
  readonly n: number;
  readonly bins: readonly ReliabilityBin[];
  /** Mean squared difference of probability and outcome (Brier 1950): 0 perfect, 0.25 for always saying one half. */
  readonly brier: number;
  readonly confident: number;
  readonly wrongButConfident: number;
  /** Upper end of the one-sided 95 % interval (Clopper & Pearson 1934) of the share wrong among the confident; 1 when there are none. */
  readonly upper95: number;
  readonly acceptable: boolean;
  readonly objections: readonly ValidationObjection[];
}

/** Above this a probability counts as confident. */
export const CONFIDENT = 0.95;
export const MIN_OUTCOMES = 100;
/** With none wrong among 59 the 95 % upper bound is below 5 % (0.05^(1/59) = 0.9505). */
export const MIN_CONFIDENT = 59;

const EDGES: readonly number[] = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1];

/**
 * Reliability of the probabilities on a laboratory's own queries of known identity, and whether it may use them. Acceptable without any
 * objection; the rule is explained in docs/methods/probability.md. Throws RangeError for a probability outside 0 to 1.
 */
export function validate(outcomes: readonly ValidationOutcome[]): ValidationReport {
  for (const { probability } of outcomes) {
    if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability ${probability} is not from 0 to 1`);
  }
  const bins = EDGES.slice(1).map((to, i) => binOf(outcomes, EDGES[i]!, to));
  const sure = outcomes.filter(({ probability }) => probability > CONFIDENT);
  const wrongButConfident = sure.filter(({ correct }) => !correct).length;
  const upper95 = upperBound(wrongButConfident, sure.length, 0.05);
  const squares = outcomes.reduce((sum, { probability, correct }) => sum + (probability - (correct ? 1 : 0)) ** 2, 0);
  const objections: ValidationObjection[] = [];
  if (outcomes.length < MIN_OUTCOMES) objections.push('too-few-outcomes');
  if (sure.length < MIN_CONFIDENT) objections.push('too-few-confident');
  else if (upper95 > 1 - CONFIDENT) objections.push('confident-and-wrong');
  if (bins.some(({ n, predicted, observed }) => n > 0 && atMost(Math.round(observed * n), n, predicted) < 0.01))
    objections.push('overconfident');
  return {
    n: outcomes.length,
    bins,
    brier: outcomes.length === 0 ? 0 : squares / outcomes.length,
    confident: sure.length,
    wrongButConfident,
    upper95,
    acceptable: objections.length === 0,
    objections,
  };
}

/** The share p at which `k` or fewer of `n` has probability `alpha`; 1 for n = 0 or k = n. For k = 0 it is 1 − alpha^(1/n). */
export function upperBound(k: number, n: number, alpha: number): number {
  if (k >= n) return 1;
  let low = k / n;
  let high = 1;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (atMost(k, n, middle) > alpha) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability of at most k of n at probability p each, summed in logarithms. */
function atMost(k: number, n: number, p: number): number {
  if (k >= n || p <= 0) return 1;
  if (p >= 1) return 0;
  let logarithm = n * Math.log1p(-p);
  let sum = Math.exp(logarithm);
  for (let i = 0; i < k; i++) {
    logarithm += Math.log((n - i) / (i + 1)) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(logarithm);
  }
  return Math.min(1, sum);
}

function binOf(outcomes: readonly ValidationOutcome[], from: number, to: number): ReliabilityBin {
  const inside = outcomes.filter(({ probability }) => probability >= from && (probability < to || (to === 1 && probability === 1)));
  const n = inside.length;
  const mean = (value: (outcome: ValidationOutcome) => number) => (n === 0 ? 0 : inside.reduce((sum, one) => sum + value(one), 0) / n);
  return { from, to, n, predicted: mean(({ probability }) => probability), observed: mean(({ correct }) => (correct ? 1 : 0)) };
}
