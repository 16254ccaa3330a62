import { xNnls } from '../../processing/numeric/x-nnls';
import { nearestPeak, type SortedPeaks } from './energy-spectra';

/** A peak weighs by 1/√(its height), as counted ions do; below this share of the base peak all weigh alike. */
const LEAST_HEIGHT = 0.01;

/** How some pure spectra add up to one measured spectrum. */
export interface MixtureFit {
  /** For each pure spectrum: its part of the measured intensity, 0 to 1, what it has in excess of a peak not counted. */
  readonly shares: Float64Array;
  /**
   * For each: by what part the (weighted) sum of squared residuals is smaller with it than without it, all others fitted anew, 0 to 1. Near 0: the others
   * explain the spectrum as well.
   */
  readonly gains: Float64Array;
  /** Of every measured peak the intensity that the fit explains, at most its own. */
  readonly explained: Float64Array;
  /** … of all of them, 0 to 1. */
  readonly explainedShare: number;
}

/** Non-negative least squares of a spectrum by pure ones, over the peaks of all of them; peaks of pure spectra belong to the nearest measured one within the tolerance. */
export function fitMixture(measured: SortedPeaks, pure: readonly SortedPeaks[], tolerance: number): MixtureFit {
  const rows = measured.mz.length;
  const extra: number[] = [];
  const placed = pure.map((spectrum) => Array.from(spectrum.mz, (m) => placeOf(measured.mz, extra, m, tolerance)));
  const size = rows + extra.length;
  const heights = new Float64Array(size);
  heights.set(measured.intensity);
  const columns = pure.map((spectrum, k) => {
    const column = new Float64Array(size);
    spectrum.intensity.forEach((value, i) => {
      column[placed[k]![i]!]! += value;
    });
    return column;
  });
  const weights = heights.map((value) => 1 / Math.sqrt(Math.max(value, LEAST_HEIGHT)));
  const weighted = columns.map((column) => column.map((value, i) => value * weights[i]!));
  const target = heights.map((value, i) => value * weights[i]!);
  const { factors, residual } = xNnls(weighted, target);
  const gains = factors.map((factor, k) => (factor > 0 ? gainOf(weighted, target, k, residual) : 0));

  const explained = new Float64Array(rows);
  const shares = new Float64Array(pure.length);
  let all = 0;
  for (let i = 0; i < rows; i++) {
    all += heights[i]!;
    const sum = columns.reduce((total, column, k) => total + factors[k]! * column[i]!, 0);
    if (!(sum > 0)) continue;
    explained[i] = Math.min(sum, heights[i]!);
    columns.forEach((column, k) => {
      shares[k]! += (factors[k]! * column[i]! * explained[i]!) / sum;
    });
  }
  return { shares: shares.map((share) => share / all), gains, explained, explainedShare: explained.reduce((a, b) => a + b, 0) / all };
}

/** Row of a pure peak: that of a measured peak, else of an earlier pure one within the tolerance, else a new one after them. */
function placeOf(measured: Float64Array, extra: number[], m: number, tolerance: number): number {
  const match = nearestPeak(measured, m, tolerance);
  if (match >= 0) return match;
  const same = extra.findIndex((other) => Math.abs(other - m) <= tolerance);
  return measured.length + (same >= 0 ? same : extra.push(m) - 1);
}

function gainOf(columns: readonly Float64Array[], target: Float64Array, left: number, residual: number): number {
  const without =
    columns.length > 1
      ? xNnls(
          columns.filter((_, k) => k !== left),
          target,
        ).residual
      : Math.sqrt(target.reduce((sum, value) => sum + value * value, 0));
  return without > 0 ? Math.max(0, 1 - (residual / without) ** 2) : 0;
}
