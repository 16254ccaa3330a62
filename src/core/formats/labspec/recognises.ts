import type { FileHead } from '../file-head';

const FIELD = /^#[^#=:"][^=:"]{0,59}=/;
/** Fields a LabSpec text has at the least; real ones have thirty. */
const LEAST_FIELDS = 3;

const DECIMAL_COMMA = /^\s*[+-]?\d+,\d+(\t|\s*$)/;

/** Horiba LabSpec text: it begins with lines `#key=value`. One with decimal commas is left to the reader of columns, which finds such things out. */
export function recognisesLabSpec({ lines }: FileHead): boolean {
  if (lines.length <= LEAST_FIELDS || !lines.slice(0, LEAST_FIELDS).every((line) => FIELD.test(line))) return false;
  return !DECIMAL_COMMA.test(lines.find((line) => line !== '' && !line.startsWith('#')) ?? '');
}
