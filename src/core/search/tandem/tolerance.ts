/** How far two m/z may differ and still match: absolute (Da) or relative (ppm of the query's m/z). */
export interface MzTolerance {
  readonly value: number;
  readonly unit: 'ppm' | 'Da';
}

/** The half-width of the window around one m/z, Da. */
export function halfWidth(tolerance: MzTolerance, mz: number): number {
  return tolerance.unit === 'ppm' ? tolerance.value * 1e-6 * mz : tolerance.value;
}

/** Throws `RangeError` unless the tolerance is a finite number, not negative. */
export function checkTolerance(tolerance: MzTolerance): void {
  if (!(tolerance.value >= 0 && tolerance.value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`tolerance ${tolerance.value} ${tolerance.unit} is not a width`);
  }
}

/** The m/z windows of all peaks of a query, Da. */
export function halfWidths(tolerance: MzTolerance, mz: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: mz.length }, (_, i) => halfWidth(tolerance, mz[i]!));
}
