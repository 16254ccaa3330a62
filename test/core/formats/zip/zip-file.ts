import { zipSync } from 'fflate';
import { Refused } from '../../../../src/core/formats/binary/binary-file';
import { type ByteSource, memorySource } from '../../../../src/core/spectrum/byte-source';

/** A zip of the given files, deflated unless `level` is 0. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync(files, { level }));
}

export function zipSource(bytes: Uint8Array): ByteSource {
  return memorySource('batch.zip', bytes);
}

/** Where the nth record with this signature stands. */
export function recordAt(bytes: Uint8Array, signature: number, nth = 0): number {
  const view = new DataView(bytes.buffer);
  for (let at = 0, seen = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature && seen++ === nth) return at;
  throw new Error(`no record ${signature.toString(16)}`);
}

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;

/** The code a call refuses with, '' when it does not. */
export function refusalCode(call: () => unknown): string {
  try {
    call();
    return '';
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}
