import type { Axis, Unit } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import type { Scan } from '../../spectrum/run';
import type { BinaryFile } from '../binary/binary-file';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { type Description, readDescription } from './description';
import { NumberColumn } from './netcdf/column';
import type { AttributeValue, Netcdf } from './netcdf/header';
import { ScanTable } from './scan-table';

/** Source bytes between two looks of the caller, about. */
const STEP = 262_144;
/** Values of a column between two looks of the caller. */
const VALUES = 524_288;

/** Reads a run: its description, its total ion current where the file has it, then scan after scan. */
export function* readRun(file: BinaryFile, netcdf: Netcdf, log: ReadLog): Generator<number> {
  const record = file.name;
  const table = new ScanTable(file, netcdf, log);
  const description = readDescription(file, netcdf, record, log);
  const column = (name: string): NumberColumn | undefined => columnOf(file, netcdf, name, table.count);
  const times = column('scan_acquisition_time');
  const currents = column('total_intensity');
  const numbers = column('actual_scan_number');
  const resolution = column('resolution')?.value(0) ?? Number.NaN;
  const timeAxis = timeAxisOf(description.timeUnit, record, log);
  const intensityAxis = intensityAxisOf(netcdf);
  warnOfUnused(file, netcdf, record, log);
  log.run(
    {
      identity: { name: description.title, synonyms: [] },
      conditions: {
        ...description.conditions,
        ...(resolution > 0 && Number.isFinite(resolution) ? { resolution: String(resolution) } : {}),
      },
      timeAxis,
      intensityAxis,
      scansStated: table.count,
      otherFields: description.otherFields,
    },
    { byte: 0 },
  );
  if (table.count > limits.scansPerRun) file.refuse('too-many-points', 0, { limit: limits.scansPerRun });
  const total =
    currents === undefined || times === undefined ? undefined : yield* totalCurrent(table.count, times, currents, timeAxis, netcdf);
  if (total !== undefined) log.chromatogram(total, { byte: currents?.place(0) ?? 0 });
  yield netcdf.end;
  let pending = 0;
  for (let scan = 0; scan < table.count; scan++) {
    const points = table.points(scan);
    if (points === undefined) {
      pending += 64;
      if (pending >= STEP) {
        pending = 0;
        yield Math.min(file.size, netcdf.end);
      }
      continue;
    }
    const number = numbers?.value(scan) ?? Number.NaN;
    const current = currents?.value(scan) ?? Number.NaN;
    log.scan(
      {
        number: Number.isFinite(number) ? number : scan + 1,
        time: times?.value(scan) ?? Number.NaN,
        ...common(description),
        ...(Number.isFinite(current) ? { statedIonCurrent: current } : {}),
        ...points,
      },
      { byte: table.place(scan) },
    );
    pending += 64 + 8 * points.mz.length;
    if (pending < STEP) continue;
    pending = 0;
    yield Math.min(file.size, table.place(scan));
  }
}

function common({ profile, polarity, scanFunction }: Description): Pick<Scan, 'msLevel' | 'profile' | 'polarity' | 'filter'> {
  return {
    msLevel: 1,
    profile,
    ...(polarity === undefined ? {} : { polarity }),
    ...(scanFunction === undefined ? {} : { filter: scanFunction }),
  };
}

/** A column with a value for every scan; a shorter one is damaged and not used. */
function columnOf(file: BinaryFile, netcdf: Netcdf, name: string, count: number): NumberColumn | undefined {
  const variable = netcdf.variables.get(name);
  return variable === undefined || variable.type === 'char' || variable.width !== 1 || variable.length < count
    ? undefined
    : new NumberColumn(file, variable);
}

/** The total ion current the file holds; undefined where it marks every value as missing. */
function* totalCurrent(
  count: number,
  times: NumberColumn,
  currents: NumberColumn,
  timeAxis: Axis,
  netcdf: Netcdf,
): Generator<number, Trace | undefined> {
  // the last values first: nothing is allocated for what the file has not
  if (count === 0 || Number.isNaN(times.value(count - 1) + currents.value(count - 1))) return undefined;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    x[i] = times.value(i);
    y[i] = currents.value(i);
    if (i % VALUES === VALUES - 1) yield netcdf.end;
  }
  if (x.some((time) => Number.isNaN(time)) || y.every((current) => Number.isNaN(current))) return undefined;
  const written = unitText(netcdf.variables.get('total_intensity')?.attributes.get('units'));
  return {
    label: 'total_intensity',
    role: 'measured',
    form: 'line',
    x: { kind: 'explicit', axis: timeAxis, values: x },
    y: { axis: { quantity: 'ion-current', unit: intensityUnit(written), written }, values: y },
  };
}

/** Times of scans are in seconds by the protocol; the file's own unit, where it has one, goes before it. */
function timeAxisOf(written: string, record: string, log: ReadLog): Axis {
  if (written === '' || /^sec/i.test(written)) return { quantity: 'time', unit: 's', written };
  if (/^min/i.test(written)) return { quantity: 'time', unit: 'min', written };
  log.warn('unit-unknown', {}, { record, text: written });
  return { quantity: 'time', unit: /arbitrary/i.test(written) ? 'arbitrary' : 'unknown', written };
}

function intensityAxisOf(netcdf: Netcdf): Axis {
  const ofValues = unitText(netcdf.variables.get('intensity_values')?.attributes.get('units'));
  const written = ofValues === '' ? unitText(netcdf.attributes.get('intensity_axis_units')) : ofValues;
  return { quantity: 'intensity', unit: intensityUnit(written), written };
}

function intensityUnit(written: string): Unit {
  if (/counts per second/i.test(written)) return 'counts/s';
  if (/counts/i.test(written)) return 'counts';
  if (/arbitrary/i.test(written)) return 'arbitrary';
  return /^volts?$/i.test(written) ? 'V' : 'unknown';
}

function unitText(value: AttributeValue): string {
  return typeof value === 'string' ? value : '';
}

/** A time for every point is used by nothing here; many files announce it and leave it empty. */
function warnOfUnused(file: BinaryFile, netcdf: Netcdf, record: string, log: ReadLog): void {
  const times = columnOf(file, netcdf, 'time_values', 1);
  if (times !== undefined && !Number.isNaN(times.value(0)))
    log.warn('part-unused', { byte: times.place(0) }, { record, part: 'time_values' });
}
