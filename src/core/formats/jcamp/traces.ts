import type { Axis } from '../../spectrum/axis';
import type { Technique, Trace, TraceRole } from '../../spectrum/curves';
import type { ReadLog } from '../read-log';
import { placeOrdinates } from './abscissa';
import { abscissaAxis, ordinateAxis } from './axes';
import type { OrdinateReader } from './ordinates';
import { isPlaced, type JcampPage, recordName, statedPoints } from './page';
import { scaled } from './scaled';
import type { TupleReader } from './tuples';
import { lastRecord, type Variable, variableOf } from './variables';
import { rangeOf, verifyCount, verifyOrdinates, verifyStated } from './verify';

const SNIPPET = 60;
/** Transmittance and reflectance are fractions; what exceeds this by far is a percentage that does not say so. */
const LARGEST_FRACTION = 2;
/** From here on the values are given away, not copied out of the reader's own array. */
const LARGE_TABLE = 1_048_576;

/** The trace of a table of ordinates, with all its checks said. */
export function ordinateTraces(page: JcampPage, technique: Technique, ordinates: OrdinateReader, log: ReadLog): readonly Trace[] {
  const { form } = page;
  if (form.kind !== 'ordinates') return [];
  const record = recordName(page);
  const x = variableOf(page.records, form.x, log, page.block.label);
  const y = variableOf(page.records, form.y, log, page.block.label);
  const stated = statedPoints(page) ?? x.count;
  verifyCount(log, record, page.at, stated, ordinates.length);
  const placed = placeOrdinates(ordinates, x, abscissaAxis(x.units, technique), stated);
  if (placed.assumedStep !== undefined) {
    log.warn('value-assumed', page.at, { record, field: `DELTA${form.x}`, value: placed.assumedStep });
  }
  const { firstFailure: xFailure, failures } = placed;
  if (xFailure !== undefined) {
    log.warn('x-check-failed', { line: xFailure.line }, { record, count: failures, stated: xFailure.stated, found: xFailure.found });
  }
  const yFailure = ordinates.firstFailure;
  if (yFailure !== undefined) {
    const { line, stated: repeated, found } = yFailure;
    log.warn('y-check-failed', { line }, { record, count: ordinates.checkFailures, stated: repeated, found });
  }
  if (ordinates.endsUnchecked) log.warn('y-check-missing', page.at, { record });
  if (ordinates.missing > 0) log.warn('points-missing', page.at, { record, count: ordinates.missing });
  verifyStep(record, x, ordinates.length, log);
  const read = ordinates.length > LARGE_TABLE ? ordinates.y.subarray(0, ordinates.length) : ordinates.y.slice(0, ordinates.length);
  const values = scaled(read, y.factor);
  if (!isPlaced(page)) verifyOrdinates(log, record, y, values);
  return [{ label: y.name, role: roleOf(y), form: 'line', x: placed.x, y: { axis: axisOf(page, y, technique, values, log), values } }];
}

function verifyStep(record: string, x: Variable, count: number, log: ReadLog): void {
  if (x.delta === undefined || x.first === undefined || x.last === undefined || count < 2) return;
  const step = (x.last.value - x.first.value) / (count - 1);
  verifyStated(log, record, x.delta, step, 1e-4 * Math.abs(step) + (x.first.place + x.last.place) / (count - 1));
}

/** The traces of a table of tuples: one for each column of numbers beside the abscissa; words become notes of the first. */
export function tupleTraces(
  page: JcampPage,
  technique: Technique,
  tuples: TupleReader,
  symbols: readonly string[],
  log: ReadLog,
): readonly Trace[] {
  const record = recordName(page);
  const [xSymbol = 'X', ...others] = symbols;
  const x = variableOf(page.records, xSymbol, log, page.block.label);
  const places = scaled(tuples.column(0), x.factor);
  verifyCount(log, record, page.at, statedPoints(page) ?? x.count, tuples.length);
  verifyStated(log, record, x.first, places[0] ?? Number.NaN, 0);
  verifyStated(log, record, x.last, places.at(-1) ?? Number.NaN, 0);
  if (tuples.missing > 0) log.warn('points-missing', page.at, { record, count: tuples.missing });
  const abscissa = { kind: 'explicit', axis: abscissaAxis(x.units, technique), values: places } as const;
  const sticks = page.form.kind === 'assignments' || (page.label === 'PEAKTABLE' && !isCurve(technique, page));
  const numeric = others
    .map((symbol, i) => ({ symbol, column: i + 1 }))
    .filter(({ symbol }) => page.form.kind === 'tuples' || /^[YZW]$/.test(symbol));
  const traces = numeric.map(({ symbol, column }, i): Trace => {
    const variable = variableOf(page.records, symbol, log, page.block.label);
    const values = scaled(tuples.column(column), variable.factor);
    if (i === 0 && !isPlaced(page)) verifyOrdinates(log, record, variable, values);
    const axis: Axis =
      i === 0 || variable.units !== ''
        ? axisOf(page, variable, technique, values, log)
        : { quantity: 'unknown', unit: 'unknown', written: '' };
    const role = i > 0 ? 'other' : sticks ? 'peaks' : roleOf(variable);
    const label = variable.name !== '' ? variable.name : i > 0 ? symbol : '';
    return { label, role, form: sticks ? 'sticks' : 'line', x: abscissa, y: { axis, values } };
  });
  const axis: Axis = { quantity: 'unknown', unit: 'unknown', written: '' };
  const unvalued: Trace = {
    label: '',
    role: 'peaks',
    form: 'sticks',
    x: abscissa,
    y: { axis, values: new Float64Array(tuples.length).fill(Number.NaN) },
  };
  const [first = unvalued, ...rest] = traces;
  return [tuples.notes.length > 0 ? { ...first, notes: [...tuples.notes] } : first, ...rest];
}

/** TRANSMITTANCE is a fraction in the standard and a percentage in many files: the values tell, and it is said. */
function axisOf(page: JcampPage, variable: Variable, technique: Technique, values: Float64Array, log: ReadLog): Axis {
  const axis = ordinateAxis(variable.units, technique);
  if (axis.unit === 'other') log.warn('unit-unknown', page.at, { record: recordName(page), text: variable.units.slice(0, SNIPPET) });
  const fraction = axis.unit === '1' && (axis.quantity === 'transmittance' || axis.quantity === 'reflectance');
  if (!fraction || !(rangeOf(values)[1] > LARGEST_FRACTION)) return axis;
  log.warn('value-assumed', page.at, { record: recordName(page), field: 'YUNITS', value: '%' });
  return { ...axis, unit: '%' };
}

function roleOf(variable: Variable): TraceRole {
  if (variable.symbol === 'R') return 'real';
  return variable.symbol === 'I' ? 'imaginary' : 'measured';
}

/** Some instruments write whole curves as PEAK TABLE: those without a technique whose peaks would be looked up, such as current against voltage. */
function isCurve(technique: Technique, page: JcampPage): boolean {
  return technique === 'other' && !/PEAK/i.test(lastRecord(page.records, 'DATACLASS')?.value ?? '');
}
