/**
 * The signed distance between neighbouring points when it is even: every step within `tolerance` (share of the mean step) of the mean.
 * Undefined for uneven x and for fewer than two points. @default tolerance 0.001, what single precision does to an even axis
 */
export function xSpacing(x: Float64Array, tolerance = 0.001): number | undefined {
  const n = x.length;
  if (n < 2) return undefined;
  const mean = (x[n - 1]! - x[0]!) / (n - 1);
  const limit = Math.abs(mean) * tolerance;
  for (let i = 1; i < n; i++) if (!(Math.abs(x[i]! - x[i - 1]! - mean) <= limit)) return undefined;
  return mean;
}
