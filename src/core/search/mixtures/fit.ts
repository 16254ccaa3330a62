import { xNnls } from '../../processing/numeric/x-nnls';
import { dot } from './without-line';

/** A mixture to be taken apart: the query and all candidates without their straight lines, the candidates of length 1, in order of their keys. */
export interface Problem {
  readonly query: Float64Array;
  readonly columns: readonly Float64Array[];
}

/** A non-negative fit by some of the columns. */
export interface Fit {
  /** Ascending numbers of columns whose factor is above 0. */
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly residual: Float64Array;
  readonly squares: number;
  /** Number of points that count, for neighbours of a residual are not independent: n·(1 − ρ)/(1 + ρ), ρ the correlation of neighbours. */
  readonly effectivePoints: number;
}

/** Columns of the straight line: constant and slope. */
export const LINE_COLUMNS = 2;

export function fitOf({ query, columns }: Problem, chosen: readonly number[]): Fit {
  const { factors } = xNnls(
    chosen.map((c) => columns[c]!),
    query,
  );
  const kept = chosen.map((column, k) => ({ column, factor: factors[k]! })).filter(({ factor }) => factor > 0);
  kept.sort((a, b) => a.column - b.column);
  const residual = Float64Array.from(query);
  for (const { column, factor } of kept) {
    const values = columns[column]!;
    for (let i = 0; i < residual.length; i++) residual[i]! -= factor * values[i]!;
  }
  return {
    columns: kept.map(({ column }) => column),
    factors: kept.map(({ factor }) => factor),
    residual,
    squares: dot(residual, residual),
    effectivePoints: effectivePointsOf(residual),
  };
}

/** Degrees of freedom that a fit with so many columns leaves. */
export function degreesOf(fit: Fit): number {
  return Math.max(1, fit.effectivePoints - fit.columns.length - LINE_COLUMNS);
}

/** Schwarz's criterion (G. Schwarz, Ann. Stat. 6 (1978) 461–464) with the number of points that count. */
export function criterionOf(fit: Fit, points: number): number {
  const squares = Math.max(fit.squares, Number.MIN_VALUE);
  return points * Math.log(squares / fit.residual.length) + (fit.columns.length + LINE_COLUMNS) * Math.log(points);
}

/** F of the columns that `larger` has beyond `smaller`, one as a rule; the larger fit's residual says what noise is. */
export function gainOf(smaller: Fit, larger: Fit): number {
  return ((smaller.squares - larger.squares) * degreesOf(larger)) / Math.max(larger.squares, Number.MIN_VALUE);
}

function effectivePointsOf(residual: Float64Array): number {
  let products = 0;
  let squares = 0;
  for (let i = 0; i < residual.length; i++) {
    squares += residual[i]! ** 2;
    if (i > 0) products += residual[i]! * residual[i - 1]!;
  }
  const n = residual.length;
  const correlation = squares > 0 ? Math.min(0.999, Math.max(0, products / squares)) : 0;
  return Math.max(8, (n * (1 - correlation)) / (1 + correlation));
}
