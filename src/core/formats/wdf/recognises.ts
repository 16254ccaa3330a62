import type { FileHead } from '../file-head';

/** Renishaw WiRE by its first block: `WDF1` of 512 bytes. */
export function recognisesWdf(head: FileHead): boolean {
  return head.text.startsWith('WDF1') && head.bytes[8] === 0 && head.bytes[9] === 2 && head.bytes[10] === 0 && head.bytes[11] === 0;
}
