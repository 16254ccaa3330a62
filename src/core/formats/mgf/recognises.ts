import type { FileHead } from '../file-head';

/** Mascot generic format. */
export function recognisesMgf(head: FileHead): boolean {
  return /^BEGIN IONS/m.test(head.text);
}
