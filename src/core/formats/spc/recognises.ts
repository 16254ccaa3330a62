import type { FileHead } from '../file-head';
import { FLAG } from './header';

/** Whether a code of an axis is one the maker has given out (SPC.H counts up to 30 for x and z, 26 and 128–131 for y). */
const isXCode = (code: number): boolean => code <= 30 || code === 255;
const isYCode = (code: number): boolean => code <= 26 || (code >= 128 && code <= 131);

/**
 * Galactic SPC by its version byte and by what else a header must satisfy: the byte alone is the letter K, L or M, which the second character of
 * a text may be as well.
 */
export function recognisesSpc(head: FileHead): boolean {
  const { bytes } = head;
  const flags = bytes[0] as number;
  const version = bytes[1];
  if ((flags & FLAG.ownX) !== 0 && (flags & FLAG.explicitX) === 0) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (version === 0x4d) return bytes.length >= 256 && isOld(view, flags);
  return (version === 0x4b || version === 0x4c) && bytes.length >= 512 && isNew(view, version === 0x4b, flags);
}

function isNew(view: DataView, little: boolean, flags: number): boolean {
  if (view.getUint8(2) > 20 || !isXCode(view.getUint8(28)) || !isYCode(view.getUint8(29)) || !isXCode(view.getUint8(30))) return false;
  const subfiles = view.getUint32(24, little);
  const log = view.getUint32(248, little);
  const ends = Number.isFinite(view.getFloat64(8, little)) && Number.isFinite(view.getFloat64(16, little));
  return ends && (log === 0 || log >= 512) && subfiles < 0x100_0000 && ((flags & FLAG.ownX) !== 0 || view.getUint32(4, little) > 0);
}

function isOld(view: DataView, flags: number): boolean {
  if ((flags & FLAG.explicitX) !== 0 || !isXCode(view.getUint8(16)) || !isYCode(view.getUint8(17))) return false;
  const points = view.getFloat32(4, true);
  const ends = Number.isFinite(view.getFloat32(8, true)) && Number.isFinite(view.getFloat32(12, true));
  const dated = view.getUint8(20) <= 12 && view.getUint8(21) <= 31 && view.getUint8(22) <= 24 && view.getUint8(23) <= 60;
  return ends && dated && Number.isInteger(points) && points >= 1;
}
