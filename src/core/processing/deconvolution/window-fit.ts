import { NonNegativeSolver } from './non-negative';
import type { Shape } from './shape';

/** Most shapes of a fit, without background. */
export const MOST_SHAPES = 7;
const solver = new NonNegativeSolver(MOST_SHAPES + 2);

/**
 * Fits traces of one window of scans by non-negative sums of some shapes and a straight background (a line falling from 1 to 0 and one rising from 0 to 1, so that
 * it is nowhere negative). One object serves all ions of a window.
 */
export class WindowFit {
  readonly from: number;
  readonly length: number;
  /** Columns over the window: shapes in the order given, then the two lines. */
  readonly columns: readonly Float64Array[];
  /** Factors of the columns after `fit`. */
  readonly factors: Float64Array;
  readonly #gram: Float64Array;
  readonly #right: Float64Array;

  constructor(shapes: readonly Shape[], from: number, to: number) {
    this.from = from;
    this.length = to - from;
    const last = Math.max(1, this.length - 1);
    const rising = Float64Array.from({ length: this.length }, (_, i) => i / last);
    this.columns = [...shapes.map((shape) => spread(shape, from, this.length)), rising.map((value) => 1 - value), rising];
    const n = this.columns.length;
    this.factors = new Float64Array(n);
    this.#right = new Float64Array(n);
    this.#gram = new Float64Array(n * n);
    this.columns.forEach((a, i) => {
      this.columns.forEach((b, j) => {
        this.#gram[i * n + j] = dot(a, b);
      });
    });
  }

  /** Finds the factors of a trace over the window; returns the sum of squares of what is left. */
  fit(y: Float64Array): number {
    const n = this.columns.length;
    for (let j = 0; j < n; j++) this.#right[j] = dot(this.columns[j]!, y);
    solver.solve(this.#gram, this.#right, n, this.factors);
    let left = 0;
    for (let i = 0; i < y.length; i++) {
      let value = y[i]!;
      for (let j = 0; j < n; j++) value -= this.factors[j]! * this.columns[j]![i]!;
      left += value * value;
    }
    return left;
  }

  /** Variance of the factor of a column for points of unit variance: the element of the inverse of A′A. Infinite where the others can make the column. */
  variance(column: number): number {
    const n = this.columns.length;
    const others = this.columns.filter((_, j) => j !== column);
    // The part of the column that is square to the others, by Gram and Schmidt (twice is enough).
    const rest = this.columns[column]!.slice();
    const basis: Float64Array[] = [];
    for (const other of others) {
      const vector = other.slice();
      for (let pass = 0; pass < 2; pass++) for (const base of basis) subtract(vector, base, dot(vector, base));
      const norm = Math.sqrt(dot(vector, vector));
      if (norm > 1e-6 * Math.sqrt(dot(other, other))) basis.push(vector.map((value) => value / norm));
    }
    for (let pass = 0; pass < 2; pass++) for (const base of basis) subtract(rest, base, dot(rest, base));
    const left = dot(rest, rest);
    return left > 1e-9 * this.#gram[column * n + column]! ? 1 / left : Number.POSITIVE_INFINITY;
  }
}

function spread(shape: Shape, from: number, length: number): Float64Array {
  const column = new Float64Array(length);
  const start = Math.max(from, shape.from);
  const end = Math.min(from + length, shape.from + shape.values.length);
  for (let s = start; s < end; s++) column[s - from] = shape.values[s - shape.from]!;
  return column;
}

function subtract(vector: Float64Array, base: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! -= factor * base[i]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
