import type { Abscissa, Axis, Unit } from '../../spectrum/axis';
import type { Conditions } from '../../spectrum/conditions';
import type { Trace } from '../../spectrum/curves';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { BinaryFile } from '../binary/binary-file';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { DescribingFields, numberText, present } from './fields';
import { NumberColumn, textAt } from './netcdf/column';
import type { Netcdf, NetcdfVariable } from './netcdf/header';

/** Most peaks of a report: a chromatogram resolves some hundreds. */
const PEAKS = 10_000;
/** Most cells of a report: 50 columns of the most peaks. */
const CELLS = 500_000;
/** Values between two looks of the caller. */
const VALUES = 524_288;

/** Reads a chromatogram (ASTM E1947): one signal and, where there is one, the table of its peaks. */
export function* readChromatogram(file: BinaryFile, netcdf: Netcdf, log: ReadLog): Generator<number> {
  const ordinate = netcdf.variables.get('ordinate_values') as NetcdfVariable;
  const fields = new DescribingFields(netcdf.attributes);
  for (const [name, value] of ordinate.attributes) if (typeof value === 'string') fields.add(name, value);
  for (const variable of netcdf.variables.values()) {
    if (variable.dimensions.length === 0 && variable.type !== 'char')
      fields.add(variable.name, numberText(new NumberColumn(file, variable).value(0), variable.type));
  }
  const record = fields.peek('sample_name') ?? file.name;
  const signal = yield* signalOf(file, netcdf, ordinate, fields, record, log);
  const peaks = yield* peaksOf(file, netcdf, signal, record, log);
  warnOfZone(fields, record, log);
  log.curves(
    {
      technique: 'chromatography',
      identity: { name: fields.peek('sample_name') ?? fields.peek('experiment_title') ?? '', synonyms: [] },
      conditions: conditionsOf(fields, record, log),
      traces: peaks.trace === undefined ? [signal] : [signal, peaks.trace],
      otherFields: [...fields.rest(), ...peaks.table],
    },
    { byte: ordinate.begin },
  );
}

function conditionsOf(fields: DescribingFields, record: string, log: ReadLog): Conditions {
  const place = /^SequenceLine:/i.test(fields.peek('experiment_title') ?? '') ? fields.take('experiment_title') : undefined;
  return present({
    sample: fields.take('sample_name', 'sample_id'),
    measuredAt: fields.takeDate('injection_date_time_stamp', record, log),
    operator: fields.take('operator_name'),
    method: fields.take('detection_method_name', 'sample_method_name'),
    vial: fields.take('autosampler_position'),
    injection: place,
    injectionVolume: fields.take('sample_injection_volume'),
    detector: fields.take('detector_name'),
    comment: fields.take('sample_comments', 'administrative_comments'),
  });
}

function* signalOf(
  file: BinaryFile,
  netcdf: Netcdf,
  ordinate: NetcdfVariable,
  fields: DescribingFields,
  record: string,
  log: ReadLog,
): Generator<number, Trace> {
  const column = new NumberColumn(file, ordinate);
  if (column.length > limits.scansPerRun) file.refuse('too-many-points', ordinate.begin, { limit: limits.scansPerRun });
  const y = yield* valuesOf(column);
  const missing = y.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  if (missing > 0) log.warn('points-missing', { byte: ordinate.begin }, { record, count: missing });
  const unit = fields.take('detector_unit') ?? '';
  return {
    label: fields.peek('detector_name') ?? '',
    role: 'measured',
    form: 'line',
    x: yield* timesOf(file, netcdf, y.length, fields, record, log),
    y: { axis: { quantity: 'intensity', unit: detectorUnit(unit, record, log), written: unit }, values: y },
  };
}

function* timesOf(
  file: BinaryFile,
  netcdf: Netcdf,
  count: number,
  fields: DescribingFields,
  record: string,
  log: ReadLog,
): Generator<number, Abscissa> {
  const axis = timeAxis(fields.take('retention_unit') ?? '', record, log);
  const variable = netcdf.variables.get('raw_data_retention');
  if (
    variable !== undefined &&
    variable.length >= count &&
    variable.length <= limits.scansPerRun &&
    variable.type !== 'char' &&
    variable.width === 1
  ) {
    const values = (yield* valuesOf(new NumberColumn(file, variable))).subarray(0, count);
    if (values.every((value) => !Number.isNaN(value))) return { kind: 'explicit', axis, values };
  }
  const interval = Number(fields.take('actual_sampling_interval') ?? Number.NaN);
  const delay = Number(fields.take('actual_delay_time') ?? Number.NaN);
  if (Number.isNaN(delay)) log.warn('value-assumed', {}, { record, field: 'actual_delay_time', value: 0 });
  if (!(interval > 0)) file.refuse('structure-damaged', netcdf.end, { part: 'actual_sampling_interval' });
  const first = Number.isNaN(delay) ? 0 : delay;
  return { kind: 'regular', axis, first, last: first + (count - 1) * interval, count };
}

/** All values of a column, with its factors; missing ones NaN. The last is read first: a length is believed only where the file has the bytes. */
function* valuesOf(column: NumberColumn): Generator<number, Float64Array> {
  if (column.length > 0) column.value(column.length - 1);
  const values = new Float64Array(column.length);
  for (let start = 0; start < values.length; start += VALUES) {
    column.read(start, values.subarray(start, start + VALUES));
    if (values.length > VALUES) yield column.place(start);
  }
  for (let i = 0; i < values.length; i++) {
    const raw = values[i] as number;
    values[i] = column.isMissing(raw) || !Number.isFinite(raw) ? Number.NaN : raw * column.scale + column.offset;
    if (i % VALUES === VALUES - 1) yield column.place(i);
  }
  return values;
}

/** The table of peaks: heights at retention times as sticks, and every column of it word for word. */
function* peaksOf(
  file: BinaryFile,
  netcdf: Netcdf,
  signal: Trace,
  record: string,
  log: ReadLog,
): Generator<number, { readonly trace?: Trace; readonly table: readonly VerbatimField[] }> {
  const columns = [...netcdf.variables.values()].filter(({ dimensions }) => dimensions[0] === 'peak_number');
  const count = columns[0]?.length ?? 0;
  if (count === 0) return { table: [] };
  if (count > PEAKS || count * columns.length > CELLS) {
    log.warn('part-unused', {}, { record, part: 'peak_number' });
    return { table: [] };
  }
  const numbers = new Map<string, Float64Array>();
  const table: VerbatimField[] = [];
  for (const column of columns) {
    if (column.type !== 'char' && column.width === 1) numbers.set(column.name, yield* valuesOf(new NumberColumn(file, column)));
    const values = numbers.get(column.name);
    const cell = (i: number): string => (values === undefined ? textAt(file, column, i) : numberText(values[i] ?? Number.NaN, column.type));
    table.push({ field: column.name, value: Array.from({ length: count }, (_, i) => cell(i)).join('; ') });
    yield column.begin;
  }
  const times = numbers.get('peak_retention_time');
  const heights = numbers.get('peak_height');
  if (times === undefined || heights === undefined || times.some(Number.isNaN)) return { table };
  const names = netcdf.variables.get('peak_name');
  const notes = Array.from(times, (_, point) => ({ point, text: textAt(file, names, point) })).filter(({ text }) => text !== '');
  const trace: Trace = {
    label: 'peak_height',
    role: 'peaks',
    form: 'sticks',
    x: { kind: 'explicit', axis: signal.x.axis, values: times },
    y: { axis: signal.y.axis, values: heights },
    ...(notes.length === 0 ? {} : { notes }),
  };
  return { trace, table: table.filter(({ value }) => /[^; ]/.test(value)) };
}

/** Agilent's own time of injection tells the zone; its date of the protocol says UTC with the clock's time of the place. */
function warnOfZone(fields: DescribingFields, record: string, log: ReadLog): void {
  const stated = fields.peek('injection_date_time_stamp');
  const own = fields.peek('HP_injection_time');
  const zone = /[+-]\d{4}$/.exec(own ?? '')?.[0];
  if (stated === undefined || own === undefined || zone === undefined || stated.endsWith(zone)) return;
  log.warn('value-differs', {}, { record, field: 'injection_date_time_stamp', stated, found: own });
}

function timeAxis(written: string, record: string, log: ReadLog): Axis {
  if (/^sec/i.test(written) || written === '') return { quantity: 'time', unit: 's', written };
  if (/^min/i.test(written)) return { quantity: 'time', unit: 'min', written };
  log.warn('unit-unknown', {}, { record, text: written });
  return { quantity: 'time', unit: 'unknown', written };
}

const DETECTOR_UNITS: Readonly<Record<string, Unit>> = {
  mau: 'mAU',
  au: 'AU',
  counts: 'counts',
  pa: 'pA',
  na: 'nA',
  v: 'V',
  volts: 'V',
  mv: 'mV',
  millivolts: 'mV',
  uv: 'uV',
  µv: 'uV',
  microvolts: 'uV',
};

function detectorUnit(written: string, record: string, log: ReadLog): Unit {
  const unit = DETECTOR_UNITS[written.toLowerCase()];
  if (unit === undefined && written !== '') log.warn('unit-unknown', {}, { record, text: written });
  return unit ?? 'unknown';
}
