import { assignMost } from './assignment';
import type { CosineWeights } from './cosine';
import type { PeakArrays } from './nominal-spectrum';

export interface ToleranceOptions extends CosineWeights {
  /** Two peaks may match when |m/z difference| ≤ this, Da. */
  readonly tolerance: number;
  /**
   * m/z added to the library's peaks for a second chance to match (precursor difference of the modified cosine), Da.
   * @default none
   */
  readonly shift?: number;
  /** How peaks that compete are paired: largest product first, or the assignment with the largest sum. @default 'greedy' */
  readonly pairing?: 'greedy' | 'optimal';
}

export interface ToleranceScore {
  /** 0 to 1. */
  readonly score: number;
  readonly matches: number;
}

/**
 * Cosine of accurate-mass spectra: peaks within the tolerance match, each peak once. Weights w = m^p · I^q with the defaults
 * p = 0, q = 1 (as matchms). With `shift` it is the modified cosine (Watrous et al., PNAS 109 (2012) E1743).
 */
export function cosineWithTolerance(query: PeakArrays, library: PeakArrays, options: ToleranceOptions): ToleranceScore {
  const weighted = (peaks: PeakArrays): Float64Array =>
    Float64Array.from(
      { length: peaks.mz.length },
      (_, i) => (peaks.mz[i] ?? 0) ** (options.mzPower ?? 0) * (peaks.intensity[i] ?? 0) ** (options.intensityPower ?? 1),
    );
  const queryWeights = weighted(query);
  const libraryWeights = weighted(library);
  const pairs: Pair[] = [];
  for (let i = 0; i < query.mz.length; i++) {
    for (let j = 0; j < library.mz.length; j++) {
      const difference = (query.mz[i] ?? 0) - (library.mz[j] ?? 0);
      const direct = Math.abs(difference) <= options.tolerance;
      const shifted = options.shift !== undefined && Math.abs(difference - options.shift) <= options.tolerance;
      if (direct || shifted) pairs.push({ i, j, product: (queryWeights[i] ?? 0) * (libraryWeights[j] ?? 0) });
    }
  }
  const chosen = options.pairing === 'optimal' ? pairOptimally(pairs, query.mz.length, library.mz.length) : pairGreedily(pairs);
  const sum = chosen.reduce((total, pair) => total + pair.product, 0);
  const norm = Math.sqrt(sumOfSquares(queryWeights) * sumOfSquares(libraryWeights));
  return { score: norm > 0 ? sum / norm : 0, matches: chosen.length };
}

/**
 * Cosine of neutral losses (precursor − m/z): peaks at or above the precursor are left out, then losses are matched within the
 * tolerance. Precursors in m/z.
 */
export function neutralLossCosine(
  query: PeakArrays & { readonly precursorMz: number },
  library: PeakArrays & { readonly precursorMz: number },
  options: Omit<ToleranceOptions, 'shift'>,
): ToleranceScore {
  return cosineWithTolerance(losses(query), losses(library), options);
}

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly product: number;
}

function pairGreedily(pairs: readonly Pair[]): readonly Pair[] {
  const usedQuery = new Set<number>();
  const usedLibrary = new Set<number>();
  return [...pairs]
    .sort((a, b) => b.product - a.product || a.i - b.i || a.j - b.j)
    .filter((pair) => {
      if (usedQuery.has(pair.i) || usedLibrary.has(pair.j)) return false;
      usedQuery.add(pair.i);
      usedLibrary.add(pair.j);
      return true;
    });
}

function pairOptimally(pairs: readonly Pair[], rows: number, columns: number): readonly Pair[] {
  const gain = new Float64Array(rows * columns);
  const byCell = new Map<number, Pair>();
  for (const pair of pairs) {
    gain[pair.i * columns + pair.j] = pair.product;
    byCell.set(pair.i * columns + pair.j, pair);
  }
  return assignMost(gain, rows, columns).flatMap((column, row) => {
    const pair = column < 0 ? undefined : byCell.get(row * columns + column);
    return pair === undefined ? [] : [pair];
  });
}

function losses(spectrum: PeakArrays & { readonly precursorMz: number }): PeakArrays {
  const mz: number[] = [];
  const intensity: number[] = [];
  for (let i = spectrum.mz.length - 1; i >= 0; i--) {
    const loss = spectrum.precursorMz - (spectrum.mz[i] ?? 0);
    if (loss <= 0) continue;
    mz.push(loss);
    intensity.push(spectrum.intensity[i] ?? 0);
  }
  return { mz, intensity };
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
