import type { Abscissa, Axis } from '../../spectrum/axis';
import type { Curves, Trace, TraceRole } from '../../spectrum/curves';
import type { MassSpectrum, StatedIdentity, VerbatimField } from '../../spectrum/mass-spectrum';
import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import { readIonStatement } from '../peaks/ionisation';
import { PeakList } from '../peaks/peak-list';
import type { ReadLog } from '../read-log';
import { type StatedConditions, stateConditions } from './conditions';
import type { DelimitedLayout } from './layout';
import type { ColumnWords, Role } from './words';

/** Values read for one trace, with the words over them. */
export interface Values {
  readonly words: ColumnWords;
  readonly x: Abscissa;
  readonly y: Float64Array;
}

/** One measurement as a table gives it. */
export interface TableRecord {
  /** Name of its own (over its column, before its row), '' where it has none. */
  readonly name: string;
  readonly traces: readonly Values[];
  readonly fields: readonly VerbatimField[];
  readonly position: readonly { readonly name: string; readonly value: number; readonly unit: string }[];
  readonly at: Place;
}

/** What of a layout records need. */
export type Meaning = Pick<DelimitedLayout, 'technique' | 'x' | 'y'>;

/** Gives a record out as curves, or as a spectrum where the layout says that it is one of masses. */
export function logRecord(record: TableRecord, meaning: Meaning, log: ReadLog): void {
  const stated = stateConditions(record.fields);
  const identity = record.name === '' ? stated.identity : { ...stated.identity, name: record.name };
  const label = recordLabel(identity.name, log);
  for (const { value, line } of stated.ambiguousDates)
    log.warn('date-ambiguous', line === undefined ? {} : { line }, { record: label, text: value });
  for (const { y } of record.traces) {
    let missing = 0;
    for (let i = 0; i < y.length; i++) if (Number.isNaN(y[i])) missing++;
    if (missing > 0) log.warn('points-missing', record.at, { record: label, count: missing });
  }
  // A voltammogram goes back and forth by its nature, and peaks of masses are sorted.
  if (meaning.technique !== 'mass-spectrometry' && meaning.technique !== 'other') warnTurns(record, label, log);
  if (meaning.technique === 'mass-spectrometry') logSpectrum(record, stated, identity, label, log);
  else log.curves(curvesOf(record, stated, identity, meaning), record.at);
}

/** A column whose places go one way and then begin again may hold two measurements, one behind the other. */
function warnTurns({ traces, at }: TableRecord, label: string, log: ReadLog): void {
  const x = traces[0]?.x;
  if (x?.kind !== 'explicit') return;
  const { values } = x;
  const way = Math.sign((values[values.length - 1] as number) - (values[0] as number)) || Math.sign((values[1] ?? 0) - (values[0] ?? 0));
  let count = 0;
  let first = 0;
  for (let i = 1; i < values.length; i++) {
    if (Math.sign((values[i] as number) - (values[i - 1] as number)) !== -way) continue;
    if (count++ === 0) first = values[i] as number;
  }
  if (count > 0) log.warn('places-turn-back', at, { record: label, count, x: first });
}

/** How messages name a record. */
export function recordLabel(name: string, log: ReadLog): string {
  return name === '' ? `#${log.records + 1}` : name;
}

function curvesOf(record: TableRecord, stated: StatedConditions, identity: StatedIdentity, meaning: Meaning): Curves {
  const roles = record.traces.map(({ words }) => words.role);
  const traces = record.traces.map(
    ({ words, x, y }, i): Trace => ({
      label: record.traces.length === 1 && words.written === record.name ? '' : words.written,
      role: i === 0 ? 'measured' : roleOf(words.role, roles[0]),
      form: 'line',
      x,
      y: { axis: axisOf(words, i, meaning), values: y },
    }),
  );
  const position = record.position.length === 0 ? {} : { position: record.position };
  return { technique: meaning.technique, identity, conditions: stated.conditions, traces, ...position, otherFields: stated.otherFields };
}

function axisOf(words: ColumnWords, at: number, { y, technique }: Meaning): Axis {
  if (at === 0 || words.y === undefined || words.y === 'unknown') return { ...y, written: words.written };
  const quantity = words.y === 'intensity' && technique === 'raman' ? 'raman-intensity' : words.y;
  return {
    quantity,
    unit: words.unit ?? (words.y === 'absorbance' ? '1' : words.y === 'intensity' ? 'arbitrary' : 'unknown'),
    written: words.written,
  };
}

function roleOf(role: Role | undefined, shown: Role | undefined): TraceRole {
  switch (role) {
    case 'reference':
      return 'background-single-beam';
    case 'sample':
      return shown === 'result' ? 'sample-single-beam' : 'measured';
    case 'dark':
    case 'raw':
      return 'other';
    default:
      return 'measured';
  }
}

function logSpectrum(record: TableRecord, stated: StatedConditions, identity: StatedIdentity, label: string, log: ReadLog): void {
  const [first] = record.traces;
  if (first === undefined || first.x.kind !== 'explicit') return;
  const peaks = new PeakList();
  const { values } = first.x;
  for (let i = 0; i < values.length; i++) {
    const [mz, intensity] = [values[i] as number, first.y[i] as number];
    if (Number.isNaN(mz) || Number.isNaN(intensity)) continue;
    const code = mz <= 0 || mz > limits.mz ? 'peak-out-of-range' : intensity < 0 ? 'peak-negative' : undefined;
    if (code === undefined) peaks.push(mz, intensity);
    else log.warn(code, record.at, { text: `${mz} ${intensity}` });
  }
  if (peaks.overflowed) log.warn('record-too-many-peaks', record.at, { record: label, limit: limits.peaksPerSpectrum });
  else if (peaks.length === 0) log.warn('record-without-peaks', record.at, { record: label });
  if (peaks.overflowed || peaks.length === 0) return;
  const { mz, intensity, sorted, repeated, repeatedMz } = peaks.finish();
  if (!sorted) log.warn('peaks-unsorted', record.at, { record: label });
  if (repeated > 0) log.warn('peaks-same-mz', record.at, { record: label, count: repeated, mz: repeatedMz });
  const statements = record.fields.map(({ field, value }) => readIonStatement(`${field} ${value}`));
  const { ionisation } = statements.find((statement) => statement.ionisation !== undefined) ?? {};
  const { polarity } = statements.find((statement) => statement.polarity !== undefined) ?? {};
  const { instrument, ...conditions } = stated.conditions;
  const acquisition: MassSpectrum['acquisition'] = {
    ionisation: ionisation ?? 'unknown',
    msLevel: 1,
    ...(polarity === undefined ? {} : { polarity }),
    ...(instrument === undefined ? {} : { instrument }),
  };
  log.warn('value-assumed', record.at, { record: label, field: 'MS level', value: 1 });
  for (const { words } of record.traces.slice(1)) log.warn('part-unused', record.at, { record: label, part: words.written });
  log.spectrum({ identity, acquisition, mz, intensity, conditions, otherFields: stated.otherFields }, record.at);
}
