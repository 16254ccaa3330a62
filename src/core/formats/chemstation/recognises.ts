import type { FileHead } from '../file-head';

/** Agilent ChemStation MS. */
export function recognisesChemstation(head: FileHead): boolean {
  return head.text.startsWith('\x01\x32\x00\x00');
}
