import type { Abscissa, Axis } from '../../spectrum/axis';
import type { OrdinateReader } from './ordinates';
import type { Variable } from './variables';

/** Where the points of a table stand, and which of its lines say otherwise. */
export interface PlacedOrdinates {
  readonly x: Abscissa;
  /** Lines whose own abscissa is not where the point stands, and the first of them. */
  readonly failures: number;
  readonly firstFailure: { readonly line: number; readonly stated: number; readonly found: number } | undefined;
  /** The step that was taken because the file gives none. */
  readonly assumedStep: number | undefined;
}

/** How far a line may be off, in units of its last digit and in steps: by more it has lost or gained a point. Some writers cut digits instead of rounding. */
const ALLOWED = { places: 1.01, steps: 0.5 };
/** The same where the number of points is known to be wrong: only rounding is borne with. */
const STRICT = { places: 0.51, steps: 0.1 };

/**
 * Places the ordinates of `(X++(Y..Y))`. FIRSTX and LASTX rule over the abscissae of the lines, which are rounded; each line is
 * checked against them within one unit of its last digit and half a step. Where points are lost, so that no regular axis fits, every line begins anew at its
 * own abscissa.
 * @param stated number of points the header states
 */
export function placeOrdinates(ordinates: OrdinateReader, variable: Variable, axis: Axis, stated: number | undefined): PlacedOrdinates {
  const count = ordinates.length;
  const first = variable.first?.value ?? lineAbscissa(ordinates, variable, 0);
  const found = endOf(ordinates, variable, first, stated);
  const last = variable.last?.value ?? found.last;
  const regular: Abscissa = { kind: 'regular', axis, first, last: count > 1 ? last : first, count };
  const step = count > 1 ? (last - first) / (count - 1) : 0;
  const isWhole = stated === undefined || count === stated;
  const check = checkLines(ordinates, variable, first, step, isWhole ? ALLOWED : STRICT);
  const assumedStep = variable.last === undefined ? found.assumedStep : undefined;
  if (isWhole || check.failures === 0) return { x: regular, ...check, assumedStep };
  const values = fromLines(ordinates, variable, stated > 1 ? (last - first) / (stated - 1) : step);
  const reach = 0.02 * Math.abs(last - first) + Math.abs(step);
  const fits = Math.abs((values[0] as number) - first) <= reach && Math.abs((values[count - 1] as number) - last) <= 10 * reach;
  return { x: fits ? { kind: 'explicit', axis, values } : regular, ...check, assumedStep };
}

/** Where the last point stands when LASTX is not given. */
function endOf(
  ordinates: OrdinateReader,
  variable: Variable,
  first: number,
  stated: number | undefined,
): { readonly last: number; readonly assumedStep: number | undefined } {
  const steps = Math.max(0, (stated ?? ordinates.length) - 1);
  if (variable.delta !== undefined) return { last: first + variable.delta.value * (ordinates.length - 1), assumedStep: undefined };
  const { lines } = ordinates;
  const k = lines.length - 1;
  const points = (lines.point[k] as number) - (lines.point[0] as number);
  if (points > 0) {
    const step = (lineAbscissa(ordinates, variable, k) - lineAbscissa(ordinates, variable, 0)) / points;
    return { last: first + step * (ordinates.length - 1), assumedStep: step };
  }
  return { last: first + variable.factor * steps, assumedStep: steps > 0 && variable.last === undefined ? variable.factor : undefined };
}

function checkLines(
  ordinates: OrdinateReader,
  variable: Variable,
  first: number,
  step: number,
  allowed: typeof ALLOWED,
): Pick<PlacedOrdinates, 'failures' | 'firstFailure'> {
  let failures = 0;
  let firstFailure: PlacedOrdinates['firstFailure'];
  for (let k = 0; k < ordinates.lines.length; k++) {
    const stated = lineAbscissa(ordinates, variable, k);
    const found = first + (ordinates.lines.point[k] as number) * step;
    const place = allowed.places * Math.abs(variable.factor) * 10 ** (ordinates.lines.place[k] as number);
    if (Math.abs(stated - found) <= place + allowed.steps * Math.abs(step) + 1e-9 * Math.abs(found)) continue;
    failures++;
    firstFailure ??= { line: ordinates.lines.number[k] as number, stated, found };
  }
  return { failures, firstFailure };
}

function fromLines(ordinates: OrdinateReader, variable: Variable, step: number): Float64Array {
  const values = new Float64Array(ordinates.length);
  for (let k = 0; k < ordinates.lines.length; k++) {
    const from = ordinates.lines.point[k] as number;
    const end = k + 1 < ordinates.lines.length ? (ordinates.lines.point[k + 1] as number) : ordinates.length;
    const first = lineAbscissa(ordinates, variable, k);
    for (let i = from; i < end; i++) values[i] = first + (i - from) * step;
    if (from === end && end === ordinates.length && end > 0) values[end - 1] = first;
  }
  return values;
}

function lineAbscissa(ordinates: OrdinateReader, variable: Variable, k: number): number {
  return (ordinates.lines.x[k] as number) * variable.factor;
}
