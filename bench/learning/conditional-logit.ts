import { minimise } from './bounded-fit';

/** One query: the term values of its candidates row by row, and which of them are right. */
export interface Choice {
  readonly rows: Float64Array;
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** Penalty on the squared standardised weights. */
const RIDGE = 1;

/**
 * Conditional logit (McFadden 1974): P(candidate) = exp(w·x) / Σ exp(w·x) over the candidates of one query; the likelihood of a
 * query is the sum over its right candidates. Weights at or above 0. Returned for the values as they are, not standardised.
 */
export function fitConditionalLogit(choices: readonly Choice[], terms: number): readonly number[] {
  const scale = deviations(choices, terms);
  const gradientOf = new Float64Array(terms);
  const fitted = minimise(
    (at, gradient) => {
      const weights = Float64Array.from(at, (x, i) => x / scale[i]!);
      gradientOf.fill(0);
      let value = 0;
      for (const choice of choices) value += addChoice(choice, weights, terms, gradientOf);
      for (let i = 0; i < terms; i++) {
        gradient[i] = gradientOf[i]! / scale[i]! + RIDGE * at[i]!;
        value += (RIDGE * at[i]! ** 2) / 2;
      }
      return value;
    },
    new Float64Array(terms).fill(0.3),
    () => true,
    250,
  );
  return Array.from(fitted, (x, i) => x / scale[i]!);
}

/** Adds one query's gradient and returns its −ln likelihood. */
function addChoice({ rows, right, weight }: Choice, weights: Float64Array, terms: number, gradient: Float64Array): number {
  const count = right.length;
  const sums = new Float64Array(count);
  let highest = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < count; r++) {
    let sum = 0;
    for (let i = 0, at = r * terms; i < terms; i++, at++) sum += weights[i]! * rows[at]!;
    sums[r] = sum;
    if (sum > highest) highest = sum;
  }
  let all = 0;
  let ofRight = 0;
  for (let r = 0; r < count; r++) {
    sums[r] = Math.exp(sums[r]! - highest);
    all += sums[r]!;
    if (right[r]) ofRight += sums[r]!;
  }
  ofRight = Math.max(ofRight, 1e-300);
  for (let r = 0; r < count; r++) {
    const part = weight * (sums[r]! / all - (right[r] ? sums[r]! / ofRight : 0));
    if (Math.abs(part) < 1e-9) continue;
    for (let i = 0, at = r * terms; i < terms; i++, at++) gradient[i]! += part * rows[at]!;
  }
  return -weight * Math.log(ofRight / all);
}

function deviations(choices: readonly Choice[], terms: number): Float64Array {
  const sum = new Float64Array(terms);
  const squares = new Float64Array(terms);
  let count = 0;
  for (const { rows } of choices) {
    for (let at = 0; at < rows.length; at++) {
      sum[at % terms]! += rows[at]!;
      squares[at % terms]! += rows[at]! ** 2;
    }
    count += rows.length / terms;
  }
  return Float64Array.from(sum, (s, i) => Math.sqrt(Math.max(1e-12, squares[i]! / count - (s / count) ** 2)));
}
