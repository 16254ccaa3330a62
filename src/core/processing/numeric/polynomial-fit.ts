/**
 * Values at every x of the polynomial of `degree` fitted by weighted least squares; points with weight 0 or a y that is not finite do not
 * count. Orthogonal polynomials on x scaled to −1…1 (Forsythe 1957), so that high degrees stay exact to rounding. The degree is lowered
 * when fewer points count.
 */
export function xyFitPolynomial(x: Float64Array, y: Float64Array, degree: number, weights?: Float64Array): Float64Array {
  const n = x.length;
  const low = Math.min(x[0]!, x[n - 1]!);
  const high = Math.max(x[0]!, x[n - 1]!);
  const scale = high > low ? 2 / (high - low) : 1;
  const u = x.map((value) => (value - low) * scale - 1);
  const w = new Float64Array(n);
  let counted = 0;
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(y[i]!)) continue;
    w[i] = weights === undefined ? 1 : weights[i]!;
    if (w[i]! > 0) counted++;
  }
  const fitted = new Float64Array(n);
  let previous = new Float64Array(n);
  let current = new Float64Array(n).fill(1);
  let previousNorm = 1;
  const last = Math.min(degree, counted - 1);
  for (let k = 0; k <= last; k++) {
    let norm = 0;
    let moment = 0;
    let product = 0;
    for (let i = 0; i < n; i++) {
      if (w[i] === 0) continue;
      const p = w[i]! * current[i]!;
      norm += p * current[i]!;
      moment += u[i]! * p * current[i]!;
      // The residual, not y: one step of refinement for free.
      product += p * (y[i]! - fitted[i]!);
    }
    const coefficient = product / norm;
    for (let i = 0; i < n; i++) fitted[i]! += coefficient * current[i]!;
    const a = moment / norm;
    const b = k === 0 ? 0 : norm / previousNorm;
    const next = new Float64Array(n);
    for (let i = 0; i < n; i++) next[i] = (u[i]! - a) * current[i]! - b * previous[i]!;
    previous = current;
    current = next;
    previousNorm = norm;
  }
  return fitted;
}
