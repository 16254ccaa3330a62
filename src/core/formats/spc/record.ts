import { type Abscissa, type Axis, abscissaValues } from '../../spectrum/axis';
import type { Conditions } from '../../spectrum/conditions';
import type { Curves, Technique, Trace } from '../../spectrum/curves';
import type { MassSpectrum, StatedIdentity, VerbatimField } from '../../spectrum/mass-spectrum';
import type { Scan } from '../../spectrum/run';
import { markGaps } from '../binary/points';
import { float32Text } from '../binary/text';
import type { ReadLog } from '../read-log';
import { coordinate, unitByRange } from './axes';
import type { SpcHeader } from './header';
import { sticks } from './sticks';
import type { Subfile } from './subfiles';

/** What all records of a file have in common. */
export interface SpcFile {
  readonly header: SpcHeader;
  readonly identity: StatedIdentity;
  readonly conditions: Conditions;
  readonly otherFields: readonly VerbatimField[];
  readonly technique: Technique;
  readonly y: Axis;
  /** How messages name the file. */
  readonly record: string;
  readonly many: boolean;
}

/** A subfile as a record of curves. */
export function curvesOf(file: SpcFile, subfile: Subfile, log: ReadLog): Curves {
  const { header } = file;
  const at = { byte: subfile.at };
  markGaps(subfile.y, nameOf(file, subfile), at, log);
  if (subfile.x.kind === 'explicit' && subfile.index === 0) markGaps(subfile.x.values, nameOf(file, subfile), at, log);
  const z = coordinate(header.zCode, header.labels[2], 'z');
  const w = coordinate(header.wCode, '', 'w');
  const position = [
    ...(Number.isFinite(subfile.z) ? [{ ...z, value: subfile.z }] : []),
    ...(header.planes > 0 && Number.isFinite(subfile.w) ? [{ ...w, value: subfile.w }] : []),
  ];
  return {
    technique: file.technique,
    identity: file.identity,
    conditions: file.conditions,
    traces: [lineTrace(subfile.x, { axis: withUnit(file, subfile, log), values: subfile.y })],
    ...(file.many ? { position, accession: String(subfile.index + 1) } : {}),
    otherFields: file.otherFields,
  };
}

function lineTrace(x: Abscissa, y: Trace['y']): Trace {
  return { label: '', role: y.axis.quantity === 'interferogram' ? 'interferogram' : 'measured', form: 'line', x, y };
}

/** The file says transmission or reflectance but not in what unit: concluded from the greatest value, and said. */
function withUnit(file: SpcFile, subfile: Subfile, log: ReadLog): Axis {
  if (file.y.unit !== 'unknown' || (file.y.quantity !== 'transmittance' && file.y.quantity !== 'reflectance')) return file.y;
  const unit = unitByRange(subfile.y);
  log.warnOnce('value-assumed', { byte: 29 }, { record: file.record, field: `unit of ${file.y.written}`, value: unit });
  return { ...file.y, unit };
}

/** A subfile of masses as one mass spectrum; undefined when it has no peak. */
export function massSpectrumOf(file: SpcFile, subfile: Subfile, log: ReadLog): MassSpectrum | undefined {
  const peaks = sticks(abscissaValues(subfile.x), subfile.y, nameOf(file, subfile), { byte: subfile.at }, log);
  if (peaks.mz.length === 0) return undefined;
  const { unit } = coordinate(file.header.zCode, file.header.labels[2], 'z');
  return {
    identity: file.identity,
    acquisition: {
      ionisation: 'unknown',
      msLevel: 1,
      ...(file.conditions.instrument === undefined ? {} : { instrument: file.conditions.instrument }),
      ...(file.many ? { retentionTime: `${float32Text(subfile.z)} ${unit}`.trim() } : {}),
    },
    ...peaks,
    ...(subfile.x.kind === 'regular' ? { profile: true } : {}),
    conditions: file.conditions,
    ...(file.many ? { accession: String(subfile.index + 1) } : {}),
    otherFields: file.otherFields,
  };
}

/** A subfile of masses as one scan of a run. */
export function scanOf(file: SpcFile, subfile: Subfile, log: ReadLog): Scan {
  const peaks = sticks(abscissaValues(subfile.x), subfile.y, nameOf(file, subfile), { byte: subfile.at }, log);
  return { number: subfile.index + 1, time: subfile.z, msLevel: 1, profile: false, ...peaks };
}

export function nameOf(file: SpcFile, subfile: Subfile): string {
  return file.many ? `${file.record} ${subfile.index + 1}` : file.record;
}
