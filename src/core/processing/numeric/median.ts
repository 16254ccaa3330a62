/** Median of finite values (mean of the middle two for an even count); NaN when there is none. */
export function xMedian(values: Float64Array): number {
  const sorted = values.filter(Number.isFinite).sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** 1.4826 estimates the standard deviation of a normal distribution from its median absolute deviation (1 / Φ⁻¹(3/4)). */
const NORMAL = 1.4826;

/** Robust standard deviation: 1.4826 · median |v − median|. */
export function xRobustDeviation(values: Float64Array): number {
  const median = xMedian(values);
  return NORMAL * xMedian(values.map((value) => Math.abs(value - median)));
}

/**
 * Standard deviation of the noise of a curve, from its first differences: 1.4826 · MAD(y_i − y_{i−1}) / √2. Slow changes and the few points of
 * peaks do not count. Gaps are passed over.
 */
export function xNoise(y: Float64Array): number {
  const differences = new Float64Array(Math.max(0, y.length - 1));
  for (let i = 1; i < y.length; i++) differences[i - 1] = y[i]! - y[i - 1]!;
  return xRobustDeviation(differences) / Math.SQRT2;
}
