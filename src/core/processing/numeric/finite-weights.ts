/** Weight 1 for every finite value and 0 for a gap, and how many count. */
export function finiteWeights(y: Float64Array): { readonly weights: Float64Array; readonly count: number } {
  const weights = new Float64Array(y.length);
  let count = 0;
  for (let i = 0; i < y.length; i++) {
    if (!Number.isFinite(y[i]!)) continue;
    weights[i] = 1;
    count++;
  }
  return { weights, count };
}
