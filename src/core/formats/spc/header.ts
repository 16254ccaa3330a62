import type { BinaryFile } from '../binary/binary-file';
import { fixedText } from '../binary/text';

/** Bits of the first byte (SPC.H: TSPREC, TCGRAM, TMULTI, TRANDM, TORDRD, TALABS, TXYXYS, TXVALS). */
export const FLAG = {
  shortInts: 0x01,
  chromatogram: 0x02,
  multifile: 0x04,
  anyZ: 0x08,
  orderedZ: 0x10,
  labels: 0x20,
  ownX: 0x40,
  explicitX: 0x80,
} as const;

/** Exponent that says the values are 32-bit floats, not integers. */
export const FLOATS = -128;

/** What the header of either generation tells. */
export interface SpcHeader {
  readonly old: boolean;
  readonly little: boolean;
  readonly flags: number;
  /** What instrument technique the program was told (SPC.H: SPCGEN …). */
  readonly experiment: number;
  readonly exponent: number;
  /** Points of every subfile; for subfiles with their own x the byte of the directory. */
  readonly points: number;
  readonly first: number;
  readonly last: number;
  /** Undefined in old files, which do not say. */
  readonly subfiles: number | undefined;
  readonly xCode: number;
  readonly yCode: number;
  readonly zCode: number;
  readonly wCode: number;
  readonly date: SpcDate;
  readonly resolution: string;
  readonly source: string;
  readonly comment: string;
  /** Labels of x, y and z, '' where none is given. */
  readonly labels: readonly [string, string, string];
  readonly logAt: number;
  readonly method: string;
  readonly sampleCode: number;
  readonly zStep: number;
  readonly planes: number;
  readonly wStep: number;
}

/** Date of the header. */
export interface SpcDate {
  /** The field as one number, 0 when there is none. */
  readonly field: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

export const NEW_HEADER = 512;
/** The old header; the first subfile's own header is already the end of its 256 bytes. */
export const OLD_HEADER = 224;

/** @throws Refused when the file is shorter than its header */
export function readHeader(file: BinaryFile): SpcHeader {
  const version = file.bytes(0, 2, 'header')[1];
  if (version === 0x4d) return oldHeader(file.view(0, OLD_HEADER, 'header'));
  if (version === 0x4b || version === 0x4c) return newHeader(file.view(0, NEW_HEADER, 'header'), version === 0x4b);
  return file.refuse('structure-damaged', 1, { part: 'version' });
}

function newHeader(view: DataView<ArrayBuffer>, little: boolean): SpcHeader {
  const bytes = new Uint8Array(view.buffer);
  const flags = view.getUint8(0);
  const date = view.getUint32(32, little);
  return {
    old: false,
    little,
    flags,
    experiment: view.getUint8(2),
    exponent: view.getInt8(3),
    points: view.getUint32(4, little),
    first: view.getFloat64(8, little),
    last: view.getFloat64(16, little),
    subfiles: view.getUint32(24, little),
    xCode: view.getUint8(28),
    yCode: view.getUint8(29),
    zCode: view.getUint8(30),
    wCode: view.getUint8(324),
    date: { field: date, year: date >>> 20, month: (date >> 16) & 15, day: (date >> 11) & 31, hour: (date >> 6) & 31, minute: date & 63 },
    resolution: fixedText(bytes, 36, 9),
    source: fixedText(bytes, 45, 9),
    comment: fixedText(bytes, 88, 130),
    labels: labels(bytes, 218, flags),
    logAt: view.getUint32(248, little),
    method: fixedText(bytes, 264, 48),
    sampleCode: view.getUint16(258, little),
    zStep: view.getFloat32(312, little),
    planes: view.getUint32(316, little),
    wStep: view.getFloat32(320, little),
  };
}

function oldHeader(view: DataView<ArrayBuffer>): SpcHeader {
  const bytes = new Uint8Array(view.buffer);
  const flags = view.getUint8(0);
  const year = view.getUint16(18, true);
  return {
    old: true,
    little: true,
    flags,
    experiment: 0,
    exponent: view.getInt16(2, true),
    points: view.getFloat32(4, true),
    first: view.getFloat32(8, true),
    last: view.getFloat32(12, true),
    subfiles: (flags & FLAG.multifile) === 0 ? 1 : undefined,
    xCode: view.getUint8(16),
    yCode: view.getUint8(17),
    zCode: year >> 12,
    wCode: 0,
    date: {
      field: year & 0xfff,
      year: year & 0xfff,
      month: view.getUint8(20),
      day: view.getUint8(21),
      hour: view.getUint8(22),
      minute: view.getUint8(23),
    },
    resolution: fixedText(bytes, 24, 8),
    source: '',
    comment: fixedText(bytes, 64, 130),
    labels: labels(bytes, 194, flags),
    logAt: 0,
    method: '',
    sampleCode: 0,
    zStep: 0,
    planes: 0,
    wStep: 0,
  };
}

/** Three texts one after another, each ended by a NUL, in a field of 30 bytes that counts only when the flag says so. */
function labels(bytes: Uint8Array, start: number, flags: number): readonly [string, string, string] {
  if ((flags & FLAG.labels) === 0) return ['', '', ''];
  const field = bytes.subarray(start, start + 30);
  const found: string[] = [];
  for (let at = 0; found.length < 3; ) {
    const nul = field.indexOf(0, at);
    const end = nul < 0 ? field.length : nul;
    found.push(at < end ? fixedText(field, at, end - at) : '');
    at = end + 1;
  }
  return [found[0] ?? '', found[1] ?? '', found[2] ?? ''];
}
