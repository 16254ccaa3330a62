import type { FileHead } from '../file-head';

/** Renishaw WiRE by its first block. */
export function recognisesWdf(head: FileHead): boolean {
  return head.text.startsWith('WDF1');
}
