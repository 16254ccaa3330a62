import type { FileHead } from '../file-head';

/** Thermo OMNIC by the words at its start. */
export function recognisesOmnic(head: FileHead): boolean {
  return head.text.startsWith('Spectral Data File') || head.text.startsWith('Spectral Exte File');
}
