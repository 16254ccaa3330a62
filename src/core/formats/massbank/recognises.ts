import type { FileHead } from '../file-head';

/** MassBank record. */
export function recognisesMassbank(head: FileHead): boolean {
  return head.text.startsWith('ACCESSION:');
}
