import type { PeakArrays } from './nominal-spectrum';

export interface CosineWeights {
  /** Power of m/z in the weight. @default 1 */
  readonly mzPower?: number;
  /** Power of intensity in the weight. @default 0.5 */
  readonly intensityPower?: number;
}

/**
 * Cosine of two spectra whose peaks match when their m/z are equal (nominal mass), 0 to 1; weights w = m^p · I^q. Both m/z arrays
 * strictly ascending. 0 when either spectrum is empty or nothing matches. Every peak counts: no range and no threshold.
 * docs/methods/cosine.md.
 */
export function cosine(query: PeakArrays, library: PeakArrays, weights: CosineWeights = {}): number {
  const p = weights.mzPower ?? 1;
  const q = weights.intensityPower ?? 0.5;
  if (p === 1 && q === 0.5) return cosineMzRoot(query, library);
  let product = 0;
  let j = 0;
  for (let i = 0; i < query.mz.length; i++) {
    const m = query.mz[i] ?? 0;
    while (j < library.mz.length && (library.mz[j] ?? 0) < m) j++;
    if (j < library.mz.length && library.mz[j] === m) {
      product += m ** (2 * p) * ((query.intensity[i] ?? 0) * (library.intensity[j] ?? 0)) ** q;
    }
  }
  if (product === 0) return 0;
  return Math.min(1, product / Math.sqrt(squaredNorm(query, p, q) * squaredNorm(library, p, q)));
}

/** The same sums for w = m·√I, where roots stand for powers: the same result, several times faster. */
function cosineMzRoot(query: PeakArrays, library: PeakArrays): number {
  let product = 0;
  let j = 0;
  for (let i = 0; i < query.mz.length; i++) {
    const m = query.mz[i]!;
    while (j < library.mz.length && library.mz[j]! < m) j++;
    if (j < library.mz.length && library.mz[j] === m) product += m * m * Math.sqrt(query.intensity[i]! * library.intensity[j]!);
  }
  if (product === 0) return 0;
  return Math.min(1, product / Math.sqrt(squaredNormMzRoot(query) * squaredNormMzRoot(library)));
}

function squaredNormMzRoot({ mz, intensity }: PeakArrays): number {
  let sum = 0;
  for (let i = 0; i < mz.length; i++) {
    const weight = mz[i]! * Math.sqrt(intensity[i]!);
    sum += weight * weight;
  }
  return sum;
}

function squaredNorm(peaks: PeakArrays, mzPower: number, intensityPower: number): number {
  let sum = 0;
  for (let i = 0; i < peaks.mz.length; i++) {
    sum += ((peaks.mz[i] ?? 0) ** mzPower * (peaks.intensity[i] ?? 0) ** intensityPower) ** 2;
  }
  return sum;
}
