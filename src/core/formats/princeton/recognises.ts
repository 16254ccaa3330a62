import type { FileHead } from '../file-head';
import { POINT_KINDS } from './header';

const LENGTH = 4100;
/** The last two bytes of the header, in every version. */
const MARK = 0x5555;

/** Princeton Instruments SPE by the mark that ends its header, its version, and a type of points that exists. */
export function recognisesPrinceton(head: FileHead): boolean {
  if (head.bytes.length < LENGTH) return false;
  const view = new DataView(head.bytes.buffer, head.bytes.byteOffset, head.bytes.byteLength);
  const version = view.getFloat32(1992, true);
  return (
    view.getUint16(4098, true) === MARK &&
    version >= 1 &&
    version < 4 &&
    view.getUint16(42, true) > 0 &&
    view.getUint16(656, true) > 0 &&
    POINT_KINDS[view.getInt16(108, true)] !== undefined
  );
}
