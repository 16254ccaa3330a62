/** A straight line over a grid: `constant` at the place `middle`, `slope` from one place of the grid to the next. */
export interface StraightLine {
  readonly constant: number;
  readonly slope: number;
  /** Mean of the used places. */
  readonly middle: number;
}

/**
 * The straight line of least squares through values at places of an evenly spaced grid. The places may have gaps: a baseline runs on
 * under what was left out.
 */
export function lineOf(values: Float64Array, places: Int32Array): StraightLine {
  const count = values.length;
  let middle = 0;
  for (let i = 0; i < count; i++) middle += places[i]! / count;
  let sum = 0;
  let moment = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const from = places[i]! - middle;
    sum += values[i]!;
    moment += from * values[i]!;
    squares += from ** 2;
  }
  return { constant: sum / count, slope: squares > 0 ? moment / squares : 0, middle };
}

/** A vector without its straight line of least squares: what a free constant and slope cannot take up. */
export function withoutLine(values: Float64Array, places: Int32Array): Float64Array {
  const line = lineOf(values, places);
  return values.map((value, i) => value - lineAt(line, places[i]!));
}

export function lineAt({ constant, slope, middle }: StraightLine, place: number): number {
  return constant + slope * (place - middle);
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
