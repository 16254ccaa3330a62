/**
 * Weights w with Σ w_i·y_i = the `derivative`-th derivative, at `at`, of the polynomial of `degree` fitted by least squares to y at `nodes`.
 * By Forsythe's orthogonal polynomials, which stay exact to rounding for wide windows and uneven nodes (G. E. Forsythe, J. SIAM 5 (1957) 74–88).
 * `nodes` are distinct, at least degree + 1 of them, best scaled to about −1…1.
 */
export function localPolynomialWeights(nodes: Float64Array, at: number, degree: number, derivative: number): Float64Array {
  const n = nodes.length;
  const weights = new Float64Array(n);
  let previous = new Float64Array(n);
  let current = new Float64Array(n).fill(1);
  // Values at `at` of the polynomial and its derivatives, index = order of derivative.
  let previousAt = new Float64Array(derivative + 1);
  let currentAt = new Float64Array(derivative + 1);
  currentAt[0] = 1;
  let previousNorm = 1;
  for (let k = 0; k <= degree; k++) {
    let norm = 0;
    let moment = 0;
    for (let i = 0; i < n; i++) {
      const square = current[i]! * current[i]!;
      norm += square;
      moment += nodes[i]! * square;
    }
    const share = currentAt[derivative]! / norm;
    for (let i = 0; i < n; i++) weights[i]! += share * current[i]!;
    if (k === degree) break;
    const a = moment / norm;
    const b = k === 0 ? 0 : norm / previousNorm;
    const next = new Float64Array(n);
    for (let i = 0; i < n; i++) next[i] = (nodes[i]! - a) * current[i]! - b * previous[i]!;
    const nextAt = new Float64Array(derivative + 1);
    for (let d = 0; d <= derivative; d++) {
      nextAt[d] = (at - a) * currentAt[d]! - b * previousAt[d]! + (d === 0 ? 0 : d * currentAt[d - 1]!);
    }
    previous = current;
    current = next;
    previousAt = currentAt;
    currentAt = nextAt;
    previousNorm = norm;
  }
  return weights;
}
