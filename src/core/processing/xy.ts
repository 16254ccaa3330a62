/**
 * Points of a curve: `x` strictly ascending or strictly descending (infrared falls), `y` of the same length. NaN in `y` is a missing value;
 * x is always finite. Functions named `xy…` take it, functions named `x…` take the values alone.
 */
export interface Xy {
  readonly x: Float64Array;
  readonly y: Float64Array;
}
