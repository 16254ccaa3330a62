import type { FileHead } from '../file-head';

/** `PE IR   SPECTRUM   ASCII …`: the spectra in text of the maker's programs. */
const ASCII_HEAD = /^PE (IR|UV|FL|NIR)\s+SPECTRUM\s+ASCII\b/;
const INTEGER = /^\s*\d{1,8}\s*$/;
const NUMBER = /^\s*[-+]?\d+(\.\d+)?(e[-+]?\d+)?\s*$/i;
/** Lines of a table without places: number of points, greatest and least x, three whole numbers. */
export const TABLE_HEADER = 6;

/** Which of the maker's forms a file has; undefined when none. */
export function formOf(head: FileHead): 'binary' | 'ascii' | 'table' | undefined {
  if (head.text.startsWith('PEPE') && head.bytes.length >= 44) return 'binary';
  if (ASCII_HEAD.test(head.lines[0] ?? '')) return 'ascii';
  return isTable(head) ? 'table' : undefined;
}

export function recognisesPerkinElmer(head: FileHead): boolean {
  return formOf(head) !== undefined;
}

/** The form has no mark of its own: it is told by a count that the file's length can bear, and by every line being one number. */
function isTable({ lines, size }: FileHead): boolean {
  const [count = '', first = '', last = '', ...rest] = lines;
  if (!INTEGER.test(count) || !NUMBER.test(first) || !NUMBER.test(last) || Number(first) <= Number(last) || Number(last) < 0) return false;
  const codes = rest.slice(0, 3);
  if (codes.length < 3 || !codes.every((line) => /^\s*\d{1,2}\s*$/.test(line))) return false;
  // The last line looked at may be cut.
  const values = rest.slice(3, -1);
  return values.length > 0 && values.every((line) => NUMBER.test(line)) && Number(count) >= values.length && 2 * Number(count) <= size;
}
