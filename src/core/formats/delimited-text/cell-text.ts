/** What a cell holds: a number, a mark for a missing value (or nothing), a number that is not finite, or text. */
export type CellKind = 'number' | 'missing' | 'not-finite' | 'text';

export interface CellValue {
  readonly kind: CellKind;
  /** NaN unless `kind` is `number`. */
  readonly value: number;
}

export interface NumberStyle {
  readonly decimal: '.' | ',';
  readonly grouping: ',' | '.' | null;
}

/** Longest cell looked at as a number; a double needs 17 digits, instruments write up to 20. */
const NUMBER_LENGTH = 40;
const MISSING = /^(|n\/?a|#n\/a|nan|-nan|null|none|nil|-{1,3}|\?|\.|\*|n\.?d\.?|-?1\.#(qnan|ind)0*)$/i;
const NOT_FINITE = /^([+-]?(inf(inity)?|1\.#inf0*|∞)|#(num|div\/0|value)!|overflow|ovrflw)$/i;
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)([ed][+-]?\d+)?$/i;
const GROUPED = { ',': /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/, '.': /^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$/ } as const;

const missing: CellValue = { kind: 'missing', value: Number.NaN };
const notFinite: CellValue = { kind: 'not-finite', value: Number.NaN };
const text: CellValue = { kind: 'text', value: Number.NaN };

/** Reads a trimmed cell. A comma as decimal sign, Fortran's `D` exponents and the typographic minus are understood. */
export function readCell(cell: string, { decimal, grouping }: NumberStyle): CellValue {
  // Most cells are plain numbers, and no mark for a missing value is one.
  if (decimal === '.' && cell.length <= NUMBER_LENGTH && PLAIN.test(cell)) return plainNumber(cell);
  if (MISSING.test(cell)) return missing;
  if (cell.length > NUMBER_LENGTH) return text;
  if (NOT_FINITE.test(cell)) return notFinite;
  let plain = cell.replace('\u2212', '-');
  if (grouping !== null && GROUPED[grouping].test(plain)) plain = plain.replaceAll(grouping, '');
  if (decimal === ',') {
    if (plain.includes('.') || plain.endsWith(',')) return text;
    plain = plain.replace(',', '.');
  }
  if (!PLAIN.test(plain)) return text;
  return plainNumber(plain);
}

function plainNumber(plain: string): CellValue {
  const value = Number(plain.replace(/d/i, 'e'));
  return Number.isFinite(value) ? { kind: 'number', value } : notFinite;
}

/** Splits a line at the separator; a cell in double quotes may hold it. Cells come without quotes and blanks around them. */
export function splitCells(line: string, separator: string): readonly string[] {
  if (separator === ' ') return splitBlanks(line);
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] as string;
    if (sign === '"') {
      if (quoted && line[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = !quoted;
    } else if (sign === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  return cells;
}

function splitBlanks(line: string): readonly string[] {
  const cells = line.trim().match(/"[^"]*"|\S+/g) ?? [];
  return cells.map((cell) => (cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).trim() : cell));
}
