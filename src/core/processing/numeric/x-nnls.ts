/** Factors of the columns, and what they leave over. */
export interface NnlsResult {
  /** One factor for each column, none negative. */
  readonly factors: Float64Array;
  /** √Σ(b − A·x)². */
  readonly residual: number;
}

/**
 * Non-negative least squares: the x ≥ 0 with the least |A·x − b|. Active set method of C. L. Lawson and R. J. Hanson, *Solving Least Squares
 * Problems* (1974), chapter 23, on the normal equations (few columns, well apart). No value may be missing.
 */
export function xNnls(columns: readonly Float64Array[], b: Float64Array): NnlsResult {
  const n = columns.length;
  const gram = columns.map((a) => Float64Array.from(columns, (c) => dot(a, c)));
  const right = Float64Array.from(columns, (a) => dot(a, b));
  const factors = new Float64Array(n);
  const passive: number[] = [];
  const tolerance = 1e-12 * Math.max(...right.map(Math.abs), 0);
  for (let step = 0; step < 3 * n + 10; step++) {
    let entering = -1;
    let steepest = tolerance;
    for (let j = 0; j < n; j++) {
      if (passive.includes(j)) continue;
      const slope = right[j]! - dot(gram[j]!, factors);
      if (slope > steepest) {
        steepest = slope;
        entering = j;
      }
    }
    if (entering < 0) break;
    passive.push(entering);
    let solution = solveFor(passive, gram, right);
    while (solution.some((value) => value <= 0)) {
      let share = 1;
      passive.forEach((j, k) => {
        if (solution[k]! <= 0) share = Math.min(share, factors[j]! / (factors[j]! - solution[k]!));
      });
      passive.forEach((j, k) => {
        factors[j]! += share * (solution[k]! - factors[j]!);
      });
      for (let k = passive.length - 1; k >= 0; k--) {
        if (factors[passive[k]!]! > 1e-14) continue;
        factors[passive[k]!] = 0;
        passive.splice(k, 1);
      }
      solution = solveFor(passive, gram, right);
    }
    passive.forEach((j, k) => {
      factors[j] = solution[k]!;
    });
  }
  const rest = b.map((value, i) => value - columns.reduce((sum, a, j) => sum + a[i]! * factors[j]!, 0));
  return { factors, residual: Math.sqrt(dot(rest, rest)) };
}

/** Solution of the normal equations of the chosen columns, by Cholesky's factorisation. */
function solveFor(chosen: readonly number[], gram: readonly Float64Array[], right: Float64Array): Float64Array {
  const m = chosen.length;
  const l = chosen.map(() => new Float64Array(m));
  const z = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = gram[chosen[i]!]![chosen[j]!]!;
      for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
      l[i]![j] = i === j ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / l[j]![j]!;
    }
    let sum = right[chosen[i]!]!;
    for (let k = 0; k < i; k++) sum -= l[i]![k]! * z[k]!;
    z[i] = sum / l[i]![i]!;
  }
  for (let i = m - 1; i >= 0; i--) {
    for (let k = i + 1; k < m; k++) z[i]! -= l[k]![i]! * z[k]!;
    z[i]! /= l[i]![i]!;
  }
  return z;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
