import type { LabelledRecord } from './block';

/** A number a header states, with the unit of its last written digit: what it can be compared to. */
export interface Stated {
  readonly field: string;
  readonly text: string;
  readonly value: number;
  readonly place: number;
  readonly line: number;
}

const NUMBER = /^[+-]?\d*(?:\.(\d*))?(?:[ED]([+-]?\d+))?$/i;
/** A whole value that is one number with a decimal comma: `176,36`. */
const DECIMAL_COMMA = /^\s*[+-]?\d+,\d+\s*$/;
/** Scalar labels of which one with a decimal comma shows how the whole block writes numbers. */
const SCALARS: ReadonlySet<string> = new Set(['FIRSTX', 'LASTX', 'FIRSTY', 'MINX', 'MAXX', 'MINY', 'MAXY', 'DELTAX', 'XFACTOR', 'YFACTOR']);

/** Whether the block writes decimal commas, as its own scalars show. */
export function hasDecimalComma(records: readonly LabelledRecord[]): boolean {
  return records.some((record) => SCALARS.has(record.label) && DECIMAL_COMMA.test(record.value));
}

/** Reads a number of a header; blanks inside it and FORTRAN's `D` exponent are borne with. Undefined when it is none. */
export function readStated(field: string, text: string, line: number): Stated | undefined {
  const plain = (DECIMAL_COMMA.test(text) ? text.replace(',', '.') : text).replace(/\s/g, '');
  const parts = plain === '' || plain.length > 60 ? null : NUMBER.exec(plain);
  if (parts === null) return undefined;
  const value = Number(plain.replace(/d/i, 'e'));
  if (!Number.isFinite(value)) return undefined;
  const place = 10 ** (Number(parts[2] ?? 0) - (parts[1]?.length ?? 0));
  return { field, text: text.trim().slice(0, 40), value, place, line };
}
