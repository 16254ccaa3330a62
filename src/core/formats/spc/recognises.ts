import type { FileHead } from '../file-head';

/** Galactic SPC by its version byte. */
export function recognisesSpc(head: FileHead): boolean {
  return (head.bytes[1] === 0x4b || head.bytes[1] === 0x4c || head.bytes[1] === 0x4d) && head.size >= 256;
}
