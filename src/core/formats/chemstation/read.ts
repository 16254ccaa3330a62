import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { type BinaryFile, readBinary } from '../binary/binary-file';
import type { ReadLog } from '../read-log';
import { describeRun } from './description';
import { Directory, type DirectoryEntry } from './directory';
import { type MsHeader, readMsHeader } from './header';
import { ScanReader, type ScanRecord } from './scan-record';

/** Source bytes between two looks of the caller. */
const STEP = 262_144;

/** Reads the mass spectra of a ChemStation run (`DATA.MS`, `MSD1.MS`), GC-MS and LC-MS. See FORMAT.md. */
export function readChemstation(source: ByteSource): Generator<ReadEvent> {
  return readBinary(source, readRun);
}

function* readRun(file: BinaryFile, log: ReadLog): Generator<number> {
  const header = readMsHeader(file);
  const directory = Directory.open(file, header);
  log.run(describeRun(header, file.name, log), { byte: 0 });
  if (directory !== undefined) log.chromatogram(directory.chromatogram(), { byte: directory.place });
  yield header.data;
  if (directory === undefined) yield* readInSequence(file, header, log);
  else yield* readByDirectory(file, directory, log);
}

/** Scan by scan where the directory says; one that cannot be read is left out and named. */
function* readByDirectory(file: BinaryFile, directory: Directory, log: ReadLog): Generator<number> {
  const reader = new ScanReader(file);
  let reported = 0;
  let given = 0;
  for (let i = 0; i < directory.count; i++) {
    const entry = directory.entry(i);
    const record = file.holds(entry.offset, 2) && entry.offset < directory.place ? reader.read(entry.offset) : undefined;
    if (record === undefined) log.warn('part-damaged', { byte: entry.offset }, { record: `#${i + 1}`, part: 'scan' });
    else {
      // a directory that gives scans twice would make a small file endless
      given += record.length;
      if (given > directory.place) file.refuse('structure-damaged', directory.place, { part: 'directory' });
      compare(entry, record, i, log);
      give(record, i, entry.offset, log);
    }
    if (record !== undefined && Math.abs(entry.offset - reported) < STEP && i % 250 !== 249) continue;
    reported = entry.offset;
    yield Math.min(file.size, Math.max(0, reported));
  }
}

/** Without a directory: each scan behind the one before, up to where the directory should be. The file was cut, or says nothing of its end. */
function* readInSequence(file: BinaryFile, header: MsHeader, log: ReadLog): Generator<number> {
  const reader = new ScanReader(file);
  const end = header.directory > header.data ? header.directory : file.size;
  let reported = 0;
  let at = header.data;
  for (let i = 0; at < end && (header.scans === 0 || i < header.scans); i++) {
    const record = reader.read(at);
    if (record === undefined) file.refuse('structure-damaged', at, { part: `scan #${i + 1}` });
    give(record, i, at, log);
    at += record.length;
    if (at - reported < STEP && i % 250 !== 249) continue;
    reported = at;
    yield at;
  }
  if (header.directory > header.data && header.directory + 12 * header.scans > file.size)
    file.refuse('file-truncated', file.size, { part: 'directory' });
  log.warn('part-damaged', { byte: header.directory }, { record: file.name, part: 'directory' });
}

function give(record: ScanRecord, index: number, byte: number, log: ReadLog): void {
  const { time, total, mz, intensity, ordered } = record;
  if (!ordered) log.warn('scan-unsorted', { byte }, { record: `#${index + 1}` });
  log.scan({ number: index + 1, time, msLevel: 1, profile: false, statedIonCurrent: total, mz, intensity }, { byte });
}

function compare(entry: DirectoryEntry, record: ScanRecord, index: number, log: ReadLog): void {
  const at = { byte: entry.offset };
  const name = `#${index + 1}`;
  if (entry.time !== record.time) log.warn('value-differs', at, { record: name, field: 'time', stated: entry.time, found: record.time });
  if (entry.total !== record.total) log.warn('value-differs', at, { record: name, field: 'TIC', stated: entry.total, found: record.total });
}
