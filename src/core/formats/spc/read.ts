import type { Axis } from '../../spectrum/axis';
import type { ByteSource } from '../../spectrum/byte-source';
import type { Curves, Technique } from '../../spectrum/curves';
import type { ReadEvent } from '../../spectrum/reading';
import { type BinaryFile, readBinary } from '../binary/binary-file';
import { ConditionDraft, isoDate } from '../binary/condition-draft';
import { Pace } from '../binary/pace';
import { isLong } from '../binary/points';
import type { ReadLog } from '../read-log';
import { coordinate, xAxis, yAxis } from './axes';
import { FLAG, readHeader, type SpcDate, type SpcHeader } from './header';
import { imaginaryTrace } from './imaginary';
import { logHas, readLog, type SpcLog, sortLog } from './log';
import { curvesOf, massSpectrumOf, nameOf, type SpcFile, scanOf } from './record';
import { areScans } from './sticks';
import { directoryZ, readSubfiles } from './subfiles';
import { techniqueOf } from './technique';

/** Reads a Galactic (GRAMS) SPC file; see FORMAT.md. */
export function readSpc(source: ByteSource): Generator<ReadEvent> {
  return readBinary(source, read);
}

function* read(file: BinaryFile, log: ReadLog): Generator<number> {
  const header = readHeader(file);
  const record = header.comment.slice(0, 80) || file.name;
  const logBlock = readLog(file, header, record, log);
  const spc = common(header, logBlock, record, log);
  const masses = spc.technique === 'mass-spectrometry' && (header.flags & FLAG.explicitX) !== 0;
  const run = masses && areScans(directoryZ(file, header), coordinate(header.zCode, header.labels[2], 'z').unit);
  if (run) log.run(runOf(spc), { byte: 0 });
  const pace = new Pace();
  for (const subfile of readSubfiles(file, header, ofTechnique(xAxis(header.xCode, header.labels[0]), spc.technique))) {
    if (typeof subfile === 'number') {
      yield subfile;
      continue;
    }
    const at = { byte: subfile.at };
    if (run) log.scan(scanOf(spc, subfile, log), at);
    else if (masses) {
      const spectrum = massSpectrumOf(spc, subfile, log);
      if (spectrum === undefined) log.warn('part-unused', at, { record: nameOf(spc, subfile), part: 'spectrum without peaks' });
      else log.spectrum(spectrum, at);
    } else {
      const curves = curvesOf(spc, subfile, log);
      if (isLong(subfile.y.length)) yield subfile.end;
      log.curves(yield* withImaginary(file, logBlock, spc, curves, log), at);
    }
    if (pace.due(subfile.end)) yield subfile.end;
  }
}

function common(header: SpcHeader, logBlock: SpcLog, record: string, log: ReadLog): SpcFile {
  const draft = new ConditionDraft();
  // The field is not initialised by every program.
  const legible = /^[\x20-\x7e]*$/.test(header.resolution);
  draft.put(legible ? 'resolution' : undefined, 'fres', header.resolution);
  if (!legible) log.warn('value-unreadable', { byte: 36 }, { record, field: 'resolution', text: header.resolution });
  draft.put('instrument', 'fsource', header.source);
  draft.put('method', 'fmethod', header.method);
  putDate(header.date, draft, record, log);
  sortLog(logBlock.text, draft);
  const x = xAxis(header.xCode, header.labels[0]);
  const y = yAxis(header.yCode, header.labels[1]);
  if (x.unit === 'unknown') log.warn('unit-unknown', { byte: 28 }, { record, text: x.written });
  if (y.quantity === 'unknown') log.warn('unit-unknown', { byte: 29 }, { record, text: y.written });
  if (draft.dropped > 0) log.warn('part-unused', { byte: header.logAt }, { record, part: `log lines: ${draft.dropped}` });
  const technique = techniqueOf(header, x, y, logBlock.text);
  return {
    header,
    identity: { name: header.comment, synonyms: [] },
    conditions: draft.conditions,
    otherFields: draft.otherFields,
    technique,
    y: ofTechnique(y, technique),
    record,
    many: (header.flags & FLAG.multifile) !== 0,
  };
}

/** The wavenumbers of a Raman spectrum are shifts from its laser, its intensities those of Raman scattering; the file's words stay. */
function ofTechnique(axis: Axis, technique: Technique): Axis {
  if (technique !== 'raman') return axis;
  if (axis.quantity === 'wavenumber') return { ...axis, quantity: 'raman-shift' };
  return axis.quantity === 'intensity' ? { ...axis, quantity: 'raman-intensity' } : axis;
}

function putDate(date: SpcDate, draft: ConditionDraft, record: string, log: ReadLog): void {
  const { year, month, day, hour, minute } = date;
  if (date.field === 0) return;
  const iso = isoDate(year, month, day, hour, minute);
  if (iso !== undefined) draft.put('measuredAt', 'fdate', iso);
  else if (isoDate(year + 1900, month, day, hour, minute) !== undefined) {
    // Some programs count years since 1900, and some wrote two digits; which one is not said.
    const text = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
    draft.put('measuredAt', 'fdate', text);
    log.warn('date-ambiguous', { byte: 32 }, { record, text });
  } else {
    draft.keep('fdate', String(date.field));
    log.warn('value-unreadable', { byte: 32 }, { record, field: 'date', text: String(date.field) });
  }
}

const two = (n: number): string => String(n).padStart(2, '0');

function runOf(spc: SpcFile): Parameters<ReadLog['run']>[0] {
  return {
    identity: spc.identity,
    conditions: spc.conditions,
    timeAxis: xAxis(spc.header.zCode, spc.header.labels[2]),
    intensityAxis: spc.y,
    ...(spc.header.subfiles === undefined ? {} : { scansStated: spc.header.subfiles }),
    otherFields: spc.otherFields,
  };
}

/** Adds the imaginary part that NMR programs keep in the log block; any other binary part is named as unused. */
function* withImaginary(file: BinaryFile, logBlock: SpcLog, spc: SpcFile, curves: Curves, log: ReadLog): Generator<number, Curves> {
  if (logBlock.binaryLength === 0) return curves;
  const real = curves.traces[0];
  const imaginary =
    real === undefined || spc.many || !logHas(logBlock.text, 'SW_HZ') ? undefined : yield* imaginaryTrace(file, logBlock, real, spc.header);
  const at = { byte: logBlock.binaryAt };
  if (real === undefined || imaginary === undefined) {
    log.warnOnce('part-unused', at, { record: spc.record, part: 'binary part of the log' });
    return curves;
  }
  log.warnOnce('value-assumed', at, { record: spc.record, field: 'meaning of the binary part of the log', value: 'imaginary part' });
  return { ...curves, traces: [{ ...real, role: 'real' }, imaginary] };
}
