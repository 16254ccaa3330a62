import type { Place } from '../../spectrum/reading';
import type { ReadLog } from '../read-log';
import type { Stated } from './stated';
import type { Variable } from './variables';

/** Headers are often written from single precision. */
const HEADER_PRECISION = 1e-6;

/** Says when a number of the header is not what the data give, within its last written digit and `tolerance`. */
export function verifyStated(log: ReadLog, record: string, stated: Stated | undefined, found: number, tolerance: number): void {
  if (stated === undefined || Number.isNaN(found)) return;
  const allowed = 1.01 * stated.place + tolerance + HEADER_PRECISION * Math.abs(found);
  if (Math.abs(stated.value - found) <= allowed) return;
  log.warn('value-differs', { line: stated.line }, { record, field: stated.field, stated: stated.text, found });
}

/** Compares the first, smallest and largest ordinate with the header; a value may be off by one step of its own factor. */
export function verifyOrdinates(log: ReadLog, record: string, variable: Variable, values: Float64Array): void {
  const [min, max] = variable.min === undefined && variable.max === undefined ? [Number.NaN, Number.NaN] : rangeOf(values);
  const step = variable.factor === 1 ? 0 : Math.abs(variable.factor);
  verifyStated(log, record, variable.first, values[0] ?? Number.NaN, step);
  verifyStated(log, record, variable.min, min, step);
  verifyStated(log, record, variable.max, max, step);
}

/** Compares the number of points with what the file states; without a statement a lost end cannot be noticed, and that is said. */
export function verifyCount(log: ReadLog, record: string, at: Place, stated: number | undefined, found: number): void {
  if (stated === undefined) log.warn('value-assumed', at, { record, field: 'NPOINTS', value: found });
  else if (stated !== found) log.warn('value-differs', at, { record, field: 'NPOINTS', stated, found });
}

/** Smallest and largest value that is not missing; NaN when there is none. */
export function rangeOf(values: Float64Array): readonly [min: number, max: number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min > max ? [Number.NaN, Number.NaN] : [min, max];
}
