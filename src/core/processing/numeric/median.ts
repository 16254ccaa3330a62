/** Median of finite values (mean of the middle two for an even count); NaN when there is none. */
export function xMedian(values: Float64Array): number {
  const finite = new Float64Array(values.length);
  let length = 0;
  // A loop, since a filter with a function costs more than the selection.
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i]!)) finite[length++] = values[i]!;
  if (length === 0) return Number.NaN;
  const middle = length >> 1;
  const upper = selected(finite.subarray(0, length), middle);
  if (length % 2 === 1) return upper;
  let lower = finite[0]!;
  for (let i = 1; i < middle; i++) if (finite[i]! > lower) lower = finite[i]!;
  return (lower + upper) / 2;
}

/** The value that would stand at a place of the sorted array; what stands before it afterwards is not above it (C. A. R. Hoare, Comm. ACM 4 (1961) 321). */
function selected(values: Float64Array, place: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  return values[place]!;
}

/** 1.4826 estimates the standard deviation of a normal distribution from its median absolute deviation (1 / Φ⁻¹(3/4)). */
const NORMAL = 1.4826;

/** Robust standard deviation: 1.4826 · median |v − median|. */
export function xRobustDeviation(values: Float64Array): number {
  const median = xMedian(values);
  const deviations = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) deviations[i] = Math.abs(values[i]! - median);
  return NORMAL * xMedian(deviations);
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
