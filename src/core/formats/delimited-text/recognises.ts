import type { FileHead } from '../file-head';
import { limits } from '../limits';
import { layoutOfText } from './detect';

/** The typographic minus, byte by byte as the head is. */
const MINUS_UTF8 = '\xe2\x88\x92';

/** Columns of numbers: nothing but a layout found in the first lines tells this format. */
export function recognisesDelimitedText({ text, lines, size }: FileHead): boolean {
  if (text.includes('\0')) return false;
  // The last line of a head that is not the whole file may be cut inside a number.
  const cut = text.length < limits.headBytes ? lines : lines.slice(0, -1);
  const whole = text.includes(MINUS_UTF8) ? cut.map((line) => line.replaceAll(MINUS_UTF8, '-')) : cut;
  if (whole.length > 1) return layoutOfText({ lines: whole, bytes: text.length, size, tail: [] }) !== undefined;
  return isWideRow(lines[0] ?? '', text.length < limits.headBytes);
}

const WIDE = 1000;

/** A first line that fills the whole head can only be the places of a wide table. */
function isWideRow(line: string, whole: boolean): boolean {
  if (whole) return false;
  const cells = line.split(/[\t;,| ]+/).slice(1, -1);
  const numbers = cells.filter((cell) => /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)).length;
  return numbers >= WIDE && numbers >= 0.95 * cells.length;
}
