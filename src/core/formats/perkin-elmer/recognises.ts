import type { FileHead } from '../file-head';

/** PerkinElmer binary or ASCII spectra. */
export function recognisesPerkinElmer(head: FileHead): boolean {
  return head.text.startsWith('PEPE') || head.text.startsWith('PE IR');
}
