import type { BinaryFile } from '../binary/binary-file';

/** Bytes of the header in which everything that is read stands. */
const HEADER = 0x180;
const KIND = 0x04;
const windows1252 = new TextDecoder('windows-1252');

/** The header of a file of mass spectra. Texts are '' where there is none, numbers 0. */
export interface MsHeader {
  /** `GC / MS DATA FILE` or `MSD Spectral File` (LC). */
  readonly kind: string;
  readonly sample: string;
  readonly description: string;
  readonly operator: string;
  readonly date: string;
  readonly instrument: string;
  /** `GC` or `LC`. */
  readonly inlet: string;
  readonly method: string;
  /** `MSD1, Initial Scan Range=100.0-1000.0` in files of LC. */
  readonly signal: string;
  readonly sequence: number;
  readonly vial: number;
  readonly replicate: number;
  /** Seconds since 1970 in files of LC, 0 in others. */
  readonly epoch: number;
  /** Places in bytes. */
  readonly directory: number;
  readonly data: number;
  readonly scans: number;
}

/**
 * Reads the header of a ChemStation file of mass spectra, big-endian.
 * @throws Refused `file-truncated`, `structure-damaged`, `variant-unsupported` for kinds that are not mass spectra
 */
export function readMsHeader(file: BinaryFile): MsHeader {
  const number = pascal(file.view(0, 8, 'header'), 0, 3);
  if (number !== '2') file.refuse('variant-unsupported', 0, { variant: `ChemStation signals (${number})` });
  const view = file.view(0, HEADER, 'header');
  const kind = pascal(view, KIND, 19);
  const ofLc = /^MSD/i.test(kind);
  const data = 2 * view.getUint32(0x108) - 2;
  const scans = view.getUint32(0x116);
  // newer files of GC-MS repeat the number in the other byte order, and some have it there alone
  const repeated = ofLc ? 0 : view.getUint16(0x142, true);
  if (data < HEADER - 0x40 || data > file.size) file.refuse('structure-damaged', 0x108, { part: 'header' });
  return {
    kind,
    sample: pascal(view, 0x18, 61),
    description: pascal(view, 0x56, 61),
    operator: pascal(view, 0x94, 29),
    date: pascal(view, 0xb2, 29),
    instrument: pascal(view, 0xd0, 9),
    inlet: pascal(view, 0xda, 9),
    method: pascal(view, 0xe4, 19),
    signal: ofLc ? pascal(view, 0x140, 63) : '',
    sequence: view.getUint16(0xfc),
    vial: view.getUint16(0xfe),
    replicate: view.getUint16(0x100),
    epoch: ofLc ? view.getUint32(0x13c) : 0,
    directory: 2 * view.getUint32(0x104) - 2,
    data,
    scans: scans === 0 ? repeated : scans,
  };
}

/** A text with its length in front, in a field of `most` characters; '' where the length does not fit. */
function pascal(view: DataView<ArrayBuffer>, at: number, most: number): string {
  const length = view.getUint8(at);
  if (length > most || at + 1 + length > view.byteLength) return '';
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 1, length);
  const end = bytes.indexOf(0);
  return windows1252.decode(end < 0 ? bytes : bytes.subarray(0, end)).trim();
}
