import type { FileHead } from '../file-head';

/** Bruker OPUS by its magic number. */
export function recognisesOpus(head: FileHead): boolean {
  return head.bytes[0] === 0x0a && head.bytes[1] === 0x0a && head.bytes[2] === 0xfe && head.bytes[3] === 0xfe;
}
