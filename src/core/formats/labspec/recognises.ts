import type { FileHead } from '../file-head';

const FIELD = /^#[^#=:"][^=:"]{0,59}=/;
/** Fields a LabSpec text has at the least; real ones have thirty. */
const LEAST_FIELDS = 3;

/** Horiba LabSpec text: it begins with lines `#key=value`. */
export function recognisesLabSpec({ lines }: FileHead): boolean {
  return lines.length > LEAST_FIELDS && lines.slice(0, LEAST_FIELDS).every((line) => FIELD.test(line));
}
