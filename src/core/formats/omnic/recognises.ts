import type { FileHead } from '../file-head';

/** Thermo OMNIC by the words at its start: a spectrum or group, or a series. */
export function recognisesOmnic(head: FileHead): boolean {
  return (head.text.startsWith('Spectral Data File\r\n') || head.text.startsWith('Spectral Exte File\r\n')) && head.text.includes('\0');
}
