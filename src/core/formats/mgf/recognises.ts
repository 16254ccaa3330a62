import type { FileHead } from '../file-head';

/** Mascot generic format: a line that holds `BEGIN IONS` and nothing else. */
export function recognisesMgf(head: FileHead): boolean {
  return /^[ \t]*BEGIN IONS[ \t]*$/im.test(head.text);
}
