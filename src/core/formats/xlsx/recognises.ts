import type { FileHead } from '../file-head';

const LOCAL = 'PK\x03\x04';
/** Bytes of a local header before the entry's name. */
const NAME_AT = 30;

/** A workbook of Office Open XML: a zip with an entry in the folder of a workbook among its first. */
export function recognisesXlsx({ text }: FileHead): boolean {
  if (!text.startsWith(LOCAL)) return false;
  for (let at = 0; at >= 0; at = text.indexOf(LOCAL, at + 1)) if (text.startsWith('xl/', at + NAME_AT)) return true;
  return false;
}
