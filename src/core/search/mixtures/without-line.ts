/** A vector without its straight line of least squares: what a free constant and slope cannot take up, over evenly spaced points. */
export function withoutLine(values: Float64Array): Float64Array {
  const { constant, slope } = lineOf(values);
  const middle = (values.length - 1) / 2;
  return values.map((value, i) => value - constant - slope * (i - middle));
}

/** The straight line of least squares: its value at the middle point, its rise from point to point. */
export function lineOf(values: Float64Array): { readonly constant: number; readonly slope: number } {
  const middle = (values.length - 1) / 2;
  let sum = 0;
  let moment = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    moment += (i - middle) * values[i]!;
    squares += (i - middle) ** 2;
  }
  return { constant: sum / values.length, slope: squares > 0 ? moment / squares : 0 };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
