import type { FileHead } from '../file-head';

/** Bruker OPUS by its magic number, two line feeds and twice FE, which no text and no other instrument's file begins with. */
export function recognisesOpus(head: FileHead): boolean {
  const { bytes } = head;
  return bytes[0] === 0x0a && bytes[1] === 0x0a && bytes[2] === 0xfe && bytes[3] === 0xfe;
}
