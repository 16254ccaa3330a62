import type { Abscissa } from '../../spectrum/axis';
import { abscissaValues } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import { gridBetween, xyInterpolate } from '../axes/xy-resample';
import { xOrder } from '../numeric/x-order';
import { ProcessingRefused } from '../refused';

export interface CommonGridOptions {
  /** Distance of points in the unit of x, at its multiples. @default the places of the first trace inside the range all have */
  readonly spacing?: number;
}

/** Values of several traces at the same places. */
export interface OnCommonGrid {
  readonly x: Abscissa;
  readonly ys: readonly Float64Array[];
}

/**
 * Traces of one kind on one x. With equal places nothing is interpolated. Otherwise the range that all cover is used, in the direction of the first.
 * @throws ProcessingRefused `mixed-quantities` and `mixed-units` (convert first: absorbance and transmittance cannot be averaged), `sticks-unsuitable`,
 * `no-overlap`, `x-not-ordered`.
 */
export function onCommonGrid(traces: readonly [Trace, ...Trace[]], options: CommonGridOptions = {}): OnCommonGrid {
  const [first, ...others] = traces;
  for (const other of others) refuseMixed(first, other);
  if (traces.some((trace) => trace.form === 'sticks')) throw new ProcessingRefused('sticks-unsuitable');
  const places = traces.map((trace) => abscissaValues(trace.x));
  const firstPlaces = places[0]!;
  if (options.spacing === undefined && places.every((x) => equal(x, firstPlaces))) {
    return { x: first.x, ys: traces.map((trace) => trace.y.values) };
  }
  const order = xOrder(firstPlaces);
  const low = Math.max(...places.map((x) => Math.min(x[0]!, x.at(-1)!)));
  const high = Math.min(...places.map((x) => Math.max(x[0]!, x.at(-1)!)));
  if (!(high >= low)) throw new ProcessingRefused('no-overlap');
  const x =
    options.spacing === undefined
      ? firstPlaces.filter((place) => place >= low && place <= high)
      : gridBetween(low, high, options.spacing, 1_000_000);
  if (x.length === 0) throw new ProcessingRefused('no-overlap');
  if (options.spacing !== undefined && order < 0) x.reverse();
  return {
    x: { kind: 'explicit', axis: first.x.axis, values: x },
    ys: traces.map((trace, i) => xyInterpolate({ x: places[i]!, y: trace.y.values }, x)),
  };
}

function refuseMixed(first: Trace, other: Trace): void {
  for (const [a, b] of [
    [first.x.axis, other.x.axis],
    [first.y.axis, other.y.axis],
  ] as const) {
    if (a.quantity !== b.quantity) throw new ProcessingRefused('mixed-quantities', { first: a.quantity, second: b.quantity });
    if (a.unit !== b.unit) throw new ProcessingRefused('mixed-units', { first: a.unit, second: b.unit });
  }
}

function equal(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
