import { type Abscissa, abscissaLength, abscissaValues } from '../../spectrum/axis';
import type { Curves, Trace } from '../../spectrum/curves';
import type { MassSpectrum } from '../../spectrum/mass-spectrum';
import type { Run, Scan } from '../../spectrum/run';
import { axisCell, csvLines, numberCell } from './cells';

/**
 * Writes the traces of a record as CSV (RFC 4180), one column of places and one for each trace where all stand at the same places, else two for each trace.
 * @returns the text in parts: a line of heads with quantity and unit, then one line for each point; a missing value is an empty field
 */
export function writeCurvesCsv({ traces }: Curves): Generator<string> {
  return writeTracesCsv(traces);
}

/** As `writeCurvesCsv`, for traces from anywhere, such as the chromatograms of a run. */
export function* writeTracesCsv(traces: readonly Trace[]): Generator<string> {
  const [first, ...rest] = traces;
  if (first === undefined) return;
  const together = rest.every(({ x }) => haveSamePlaces(first.x, x));
  yield* csvLines(together ? sharedRows(first, traces) : pairedRows(traces));
}

/** Writes a mass spectrum as CSV: `m/z,intensity`, then a line for each peak. */
export function* writeSpectrumCsv({ mz, intensity }: MassSpectrum): Generator<string> {
  yield* csvLines(peakRows(mz, intensity));
}

/**
 * Writes scans of a run as CSV, a line for each point: number of the scan, time, MS level, m/z, intensity. `scans` may be a generator: one is held at a time. A scan without points
 * has one line without m/z and intensity.
 */
export function* writeScansCsv(run: Pick<Run, 'timeAxis' | 'intensityAxis'>, scans: Iterable<Scan>): Generator<string> {
  yield* csvLines(scanRows(run, scans));
}

function* sharedRows(first: Trace, traces: readonly Trace[]): Generator<readonly string[]> {
  const label = (trace: Trace) => (traces.length === 1 ? '' : trace.label);
  yield [axisCell(first.x.axis), ...traces.map((trace) => axisCell(trace.y.axis, label(trace)))];
  const places = abscissaValues(first.x);
  for (let i = 0; i < places.length; i++) yield [numberCell(places[i]), ...traces.map(({ y }) => numberCell(y.values[i]))];
}

function* pairedRows(traces: readonly Trace[]): Generator<readonly string[]> {
  yield traces.flatMap(({ label, x, y }) => [axisCell(x.axis, label), axisCell(y.axis, label)]);
  const places = traces.map(({ x }) => abscissaValues(x));
  const longest = Math.max(...places.map(({ length }) => length));
  for (let i = 0; i < longest; i++) yield traces.flatMap(({ y }, column) => [numberCell(places[column]?.[i]), numberCell(y.values[i])]);
}

function* peakRows(mz: Float64Array, intensity: Float64Array): Generator<readonly string[]> {
  yield ['m/z', 'intensity'];
  for (let i = 0; i < mz.length; i++) yield [numberCell(mz[i]), numberCell(intensity[i])];
}

function* scanRows(
  { timeAxis, intensityAxis }: Pick<Run, 'timeAxis' | 'intensityAxis'>,
  scans: Iterable<Scan>,
): Generator<readonly string[]> {
  yield ['scan', axisCell(timeAxis), 'ms level', 'm/z', axisCell(intensityAxis)];
  for (const { number, time, msLevel, mz, intensity } of scans) {
    const head = [numberCell(number), numberCell(time), numberCell(msLevel)];
    if (mz.length === 0) yield [...head, '', ''];
    for (let i = 0; i < mz.length; i++) yield [...head, numberCell(mz[i]), numberCell(intensity[i])];
  }
}

function haveSamePlaces(one: Abscissa, other: Abscissa): boolean {
  if (one.axis.quantity !== other.axis.quantity || one.axis.unit !== other.axis.unit || abscissaLength(one) !== abscissaLength(other))
    return false;
  if (one.kind === 'regular' && other.kind === 'regular') return one.first === other.first && one.last === other.last;
  const places = abscissaValues(other);
  return abscissaValues(one).every((place, i) => place === places[i]);
}
