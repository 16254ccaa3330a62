import type { FileHead } from '../file-head';

/** netCDF classic. */
export function recognisesAndi(head: FileHead): boolean {
  return head.text.startsWith('CDF');
}
