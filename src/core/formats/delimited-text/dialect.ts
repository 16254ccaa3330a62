import { type CellKind, type NumberStyle, readCell, splitCells } from './cell-text';
import type { DelimitedLayout, LayoutDoubt } from './layout';

/** A run of rows of numbers with one count of columns, and how its cells are parted and written. */
export interface Dialect extends NumberStyle {
  readonly separator: DelimitedLayout['separator'];
  /** First row of the run, counted from 0. */
  readonly first: number;
  /** The rows of the run in the sample (blank ones left out), as cells. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
  readonly doubts: readonly LayoutDoubt[];
}

const SEPARATORS = ['\t', ';', '|', ',', ' '] as const;
/** Rows looked at for the writing of numbers. */
const STYLE_ROWS = 200;

/**
 * Finds the separator and the decimal sign with which the longest run of rows of numbers is read. Of equal runs the one with more than one column wins, then
 * the rarer separator (a tab says more than a blank).
 */
export function findDialect(lines: readonly string[]): Dialect | undefined {
  let best: Dialect | undefined;
  for (const separator of SEPARATORS) {
    if (separator !== ' ' && !lines.some((line) => line.includes(separator))) continue;
    const rows = lines.map((line) => splitCells(line, separator));
    for (const style of stylesOf(rows, separator)) {
      const found = longestRun(lines, rows, style);
      if (found === undefined) continue;
      const dialect = { ...style, separator, ...found, doubts: [] };
      if (best === undefined || isBetter(dialect, best)) best = dialect;
    }
  }
  return best === undefined ? undefined : { ...best, doubts: doubtsOf(best) };
}

/** A row of `rows` that fits a run of numbers: numbers and missing values alone, or after one name. */
export function isNumberRow(cells: readonly string[], style: NumberStyle): boolean {
  let numbers = 0;
  for (let column = 0; column < cells.length; column++) {
    const kind: CellKind = readCell(cells[column] as string, style).kind;
    if (kind === 'number') numbers++;
    else if (kind === 'text' && (column > 0 || cells.length < 3)) return false;
  }
  return numbers > 0;
}

function stylesOf(rows: readonly (readonly string[])[], separator: string): readonly NumberStyle[] {
  const point: NumberStyle = { decimal: '.', grouping: null };
  const comma: NumberStyle = { decimal: ',', grouping: null };
  const cells = rows.slice(-STYLE_ROWS).flat();
  const styles = [point];
  if (cells.some((cell) => /^[+-]?\d*,\d/.test(cell))) styles.push(comma);
  if (cells.some((cell) => /^[+-]?\d{1,3}(,\d{3})+\.\d|^[+-]?\d{1,3}(,\d{3}){2,}$/.test(cell)))
    styles.push({ decimal: '.', grouping: ',' });
  if (cells.some((cell) => /^[+-]?\d{1,3}(\.\d{3})+,\d|^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(cell)) && separator !== ',') {
    styles.push({ decimal: ',', grouping: '.' });
  }
  return styles;
}

/** The longest run of rows of numbers of one length; blank lines do not end one. */
export function longestRun(
  lines: readonly string[],
  rows: readonly (readonly string[])[],
  style: NumberStyle,
): Pick<Dialect, 'first' | 'rows' | 'columns'> | undefined {
  let best: { first: number; rows: (readonly string[])[] } | undefined;
  let run: { first: number; rows: (readonly string[])[] } | undefined;
  for (let i = 0; i < rows.length; i++) {
    const cells = rows[i] as readonly string[];
    if ((lines[i] as string).trim() === '') continue;
    if (!isNumberRow(cells, style)) run = undefined;
    else if (run === undefined || run.rows[0]?.length !== cells.length) run = { first: i, rows: [cells] };
    else run.rows.push(cells);
    if (run !== undefined && (best === undefined || run.rows.length > best.rows.length)) best = run;
  }
  if (best === undefined) return undefined;
  return { ...best, columns: best.rows[0]?.length ?? 0 };
}

function isBetter(one: Dialect, other: Dialect): boolean {
  if (one.rows.length !== other.rows.length) return one.rows.length > other.rows.length;
  if (one.columns > 1 !== other.columns > 1) return one.columns > 1;
  // `5,0025` before whole numbers is a place, no name of a row.
  if (one.separator === other.separator) return namedRows(one) < namedRows(other);
  // Blanks beside another separator are its margin; a comma that parts numbers with blanks behind it is a separator, no decimal sign.
  return false;
}

function namedRows({ rows, decimal, grouping }: Dialect): number {
  return rows.filter(([first = '']) => readCell(first, { decimal, grouping }).kind === 'text').length;
}

/** `12,345` may be a decimal comma, groups of three, or two numbers; a file of nothing else leaves all open. */
function doubtsOf(dialect: Dialect): readonly LayoutDoubt[] {
  const cells = dialect.rows.flat();
  if (dialect.decimal === ',') {
    const commas = cells.filter((cell) => cell.includes(','));
    return commas.every((cell) => /^[+-]?[1-9]\d{0,2},\d{3}$/.test(cell)) ? ['decimal'] : [];
  }
  if (dialect.separator !== ',' || dialect.columns !== 2) return [];
  const integers = cells.every((cell) => /^[+-]?\d+$/.test(cell));
  const places = dialect.rows.map((row) => Number(row[0]));
  const step = (places[1] as number) - (places[0] as number);
  const even = step !== 0 && places.every((place, i) => i === 0 || place - (places[i - 1] as number) === step);
  return integers && !even ? ['separator'] : [];
}
