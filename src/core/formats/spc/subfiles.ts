import type { Abscissa, Axis } from '../../spectrum/axis';
import type { BinaryFile } from '../binary/binary-file';
import { readPoints } from '../binary/points';
import { FLAG, NEW_HEADER, OLD_HEADER, type SpcHeader } from './header';
import { readValues, valueBytes } from './values';

const SUB_HEADER = 32;
const DIRECTORY_ENTRY = 12;

/** One spectrum of a file. */
export interface Subfile {
  /** From 0, in file order. */
  readonly index: number;
  readonly at: number;
  readonly z: number;
  readonly w: number;
  /** Spectra added to give it; 0 where not said. */
  readonly scans: number;
  readonly x: Abscissa;
  readonly y: Float64Array;
  /** First byte after it. */
  readonly end: number;
}

/**
 * The subfiles in file order; between them, while a long one is read, the byte reached.
 * @throws Refused where one does not fit in the file; those before were given.
 */
export function* readSubfiles(file: BinaryFile, header: SpcHeader, axis: Axis): Generator<Subfile | number> {
  if ((header.flags & FLAG.ownX) !== 0) yield* withOwnX(file, header, axis);
  else yield* withCommonX(file, header, axis);
}

function* withCommonX(file: BinaryFile, header: SpcHeader, axis: Axis): Generator<Subfile | number> {
  let at = header.old ? OLD_HEADER : NEW_HEADER;
  const explicit = (header.flags & FLAG.explicitX) !== 0;
  if (!Number.isInteger(header.points) || header.points < 1) file.refuse('structure-damaged', 4, { part: 'number of points' });
  if (!explicit && !Number.isFinite(header.first + header.last)) file.refuse('structure-damaged', 8, { part: 'x range' });
  if (explicit && header.old) file.refuse('structure-damaged', 0, { part: 'flags' });
  const x: Abscissa = explicit
    ? { kind: 'explicit', axis, values: yield* readPoints(file, at, header.points, 'float32', 'x values', header.little) }
    : { kind: 'regular', axis, first: header.first, last: header.last, count: header.points };
  if (explicit) at += 4 * header.points;
  const count = countOf(header);
  let firstZ = 0;
  for (let index = 0; index < count; index++) {
    if (header.subfiles === undefined && !roomFor(file, header, at)) break;
    const sub = subHeader(file, header, at, index);
    if (index === 0) firstZ = sub.z;
    const exponent = exponentOf(header, sub.exponent);
    const y = yield* readValues(file, header, exponent, at + SUB_HEADER, header.points, partName(header, index));
    const end = at + SUB_HEADER + header.points * valueBytes(header, exponent);
    yield { index, at, z: zOf(header, sub, index, firstZ), w: sub.w, scans: sub.scans, x, y, end };
    at = end;
  }
}

function* withOwnX(file: BinaryFile, header: SpcHeader, axis: Axis): Generator<Subfile | number> {
  let next = NEW_HEADER;
  const count = countOf(header);
  const directory = (header.flags & FLAG.multifile) !== 0 && header.points !== 0;
  if (directory && header.points < NEW_HEADER) file.refuse('structure-damaged', 4, { part: 'directory' });
  let bytes = 0;
  let firstZ = 0;
  for (let index = 0; index < count; index++) {
    const at = directory ? directoryEntry(file, header, index) : next;
    const sub = subHeader(file, header, at, index);
    if (index === 0) firstZ = sub.z;
    const points = sub.points === 0 && count === 1 && !directory ? header.points : sub.points;
    const part = partName(header, index);
    const xValues = yield* readPoints(file, at + SUB_HEADER, points, 'float32', part, header.little);
    const exponent = exponentOf(header, sub.exponent);
    const y = yield* readValues(file, header, exponent, at + SUB_HEADER + 4 * points, points, part);
    const end = at + SUB_HEADER + points * (4 + valueBytes(header, exponent));
    bytes += end - at;
    // A directory that names the same bytes again and again would make endless spectra of a small file.
    if (bytes > file.size) file.refuse('structure-damaged', at, { part: 'directory' });
    yield {
      index,
      at,
      z: zOf(header, sub, index, firstZ),
      w: sub.w,
      scans: sub.scans,
      x: { kind: 'explicit', axis, values: xValues },
      y,
      end,
    };
    next = end;
  }
}

/** The byte where a subfile starts, from the directory of files whose subfiles have their own x. */
function directoryEntry(file: BinaryFile, header: SpcHeader, index: number): number {
  const at = header.points + DIRECTORY_ENTRY * index;
  const start = file.view(at, DIRECTORY_ENTRY, 'directory').getUint32(0, header.little);
  if (start < NEW_HEADER) file.refuse('structure-damaged', at, { part: 'directory' });
  return start;
}

function countOf(header: SpcHeader): number {
  if (header.subfiles === undefined) return Number.POSITIVE_INFINITY;
  return (header.flags & FLAG.multifile) === 0 ? 1 : Math.max(1, header.subfiles);
}

/** Old files go on to their end; a rest too short for a subfile's header is none. */
function roomFor(file: BinaryFile, header: SpcHeader, at: number): boolean {
  return at === OLD_HEADER || file.size - at >= SUB_HEADER + header.points * valueBytes(header, 0);
}

interface SubHeader {
  readonly exponent: number;
  readonly z: number;
  readonly points: number;
  readonly scans: number;
  readonly w: number;
}

function subHeader(file: BinaryFile, header: SpcHeader, at: number, index: number): SubHeader {
  const view = file.view(at, SUB_HEADER, partName(header, index));
  return {
    exponent: view.getInt8(1),
    z: view.getFloat32(4, header.little),
    points: view.getUint32(16, header.little),
    scans: view.getUint32(20, header.little),
    w: view.getFloat32(24, header.little),
  };
}

/** A file of one spectrum uses the header's exponent, one of several each its own (SPC.H). */
function exponentOf(header: SpcHeader, own: number): number {
  return (header.flags & FLAG.multifile) === 0 ? header.exponent : own;
}

/** With evenly spaced z and a step in the header only the first subfile need give its z; the others follow from it. */
function zOf(header: SpcHeader, sub: SubHeader, index: number, firstZ: number): number {
  const even = (header.flags & (FLAG.anyZ | FLAG.orderedZ)) === 0;
  return even && sub.z === 0 && index > 0 && header.zStep !== 0 ? firstZ + index * header.zStep : sub.z;
}

function partName(header: SpcHeader, index: number): string {
  if ((header.flags & FLAG.multifile) === 0) return 'data points';
  return `subfile ${index + 1}${header.subfiles === undefined ? '' : ` / ${header.subfiles}`}`;
}

/** Subfiles whose z tell whether a file is a run. */
const Z_LOOKED_AT = 2000;

/**
 * The z of the first subfiles as their directory tells them, in file order; empty where there is no directory inside the file. Some programs
 * leave the first entry unset.
 */
export function directoryZ(file: BinaryFile, header: SpcHeader): Float64Array {
  const count = Math.min(countOf(header), Z_LOOKED_AT);
  const length = DIRECTORY_ENTRY * count;
  if ((header.flags & FLAG.ownX) === 0 || header.points < NEW_HEADER || !file.holds(header.points, length)) return new Float64Array(0);
  const view = file.view(header.points, length, 'directory');
  return Float64Array.from({ length: count }, (_, i) => view.getFloat32(DIRECTORY_ENTRY * i + 8, header.little));
}
