import type { BinaryFile } from '../binary/binary-file';
import type { PointKind } from '../binary/points';
import { fixedText } from '../binary/text';

export const HEADER_LENGTH = 4100;

/** Types of points by their codes. */
export const POINT_KINDS: Readonly<Record<number, PointKind>> = {
  0: 'float32',
  1: 'int32',
  2: 'int16',
  3: 'uint16',
  5: 'float64',
  6: 'uint8',
  8: 'uint32',
};

/** The part of the header of versions 1 to 3 that is read. */
export interface SpeHeader {
  readonly version: number;
  readonly points: PointKind;
  readonly columns: number;
  readonly rows: number;
  readonly frames: number;
  /** Byte of the XML at the end of version 3 files. */
  readonly xmlAt: number;
  /** `DDMmmYYYY` and `HHMMSS`, '' where not written (version 3 has them in its XML). */
  readonly date: string;
  readonly time: string;
  /** Seconds. */
  readonly exposure: number;
  readonly comments: readonly string[];
  /** Polynomial of the place over the number of the column, from 1; undefined when not calibrated. */
  readonly polynomial: readonly number[] | undefined;
  /** Code of the polynomial's unit: 3 nm, 5 Raman shift in cm-1, others are not known. */
  readonly unit: number;
}

/** @throws Refused when the file is shorter than its header, or its points are of no known type */
export function readHeader(file: BinaryFile): SpeHeader {
  const view = file.view(0, HEADER_LENGTH, 'header');
  const bytes = new Uint8Array(view.buffer);
  const order = view.getUint8(3101);
  const calibrated = view.getUint8(3098) === 1 && order >= 1 && order <= 5;
  return {
    version: view.getFloat32(1992, true),
    points: POINT_KINDS[view.getInt16(108, true)] ?? file.refuse('structure-damaged', 108, { part: 'type of points' }),
    columns: view.getUint16(42, true),
    rows: view.getUint16(656, true),
    frames: Math.max(1, view.getInt32(1446, true)),
    xmlAt: Number(view.getBigUint64(678, true)),
    date: fixedText(bytes, 20, 10),
    time: fixedText(bytes, 172, 7),
    exposure: view.getFloat32(10, true),
    comments: Array.from({ length: 5 }, (_, i) => fixedText(bytes, 200 + 80 * i, 80)).filter((text) => text !== ''),
    polynomial: calibrated ? Array.from({ length: order + 1 }, (_, i) => view.getFloat64(3263 + 8 * i, true)) : undefined,
    unit: view.getUint8(3100),
  };
}
