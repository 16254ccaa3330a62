import type { FileHead } from '../file-head';

/** mzML, indexed or not. */
export function recognisesMzml(head: FileHead): boolean {
  return /<(indexedmzML|mzML)[\s>]/.test(head.text);
}
