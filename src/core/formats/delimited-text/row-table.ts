import { type CellValue, type NumberStyle, readCell } from './cell-text';
import { type Header, type HeaderLine, readHeader, wordsOf } from './header';
import { folded } from './words';

/** A table whose spectra run along rows: places in one header row, then a row for each spectrum. */
export interface RowTable extends NumberStyle {
  readonly lines: readonly HeaderLine[];
  /** Rows up to and with the row of places. */
  readonly headerRows: number;
  readonly places: readonly string[];
  /** The first spectrum's row. */
  readonly first: readonly string[];
  /** First and last column of the points. */
  readonly from: number;
  readonly to: number;
  readonly positionColumns: readonly number[];
  readonly nameColumn: number | null;
  readonly range: readonly [number, number];
  /** The other orientation is possible as well. */
  readonly unsure: boolean;
}

/** Fewest places for a row to be taken for an axis. */
const LEAST_PLACES = 16;
/** Rows looked at for the row of places. */
const ROWS_SEARCHED = 200;

/** A line whose cells are read as numbers once, however many rows above it are tried as places. */
class RowCandidate {
  readonly line: HeaderLine;
  readonly #style: NumberStyle;
  #read: readonly CellValue[] | undefined;

  constructor(line: HeaderLine, style: NumberStyle) {
    this.line = line;
    this.#style = style;
  }

  get cells(): readonly CellValue[] {
    this.#read ??= this.line.cells.map((cell) => readCell(cell, this.#style));
    return this.#read;
  }
}

/** Finds the row of places. `rowsExpected`: how many rows the whole file has, as its size tells. */
export function findRowTable(lines: readonly HeaderLine[], style: NumberStyle, rowsExpected: number): RowTable | undefined {
  const filled = lines.filter(({ text }) => text.trim() !== '').map((line) => new RowCandidate(line, style));
  for (let i = 0; i + 1 < Math.min(filled.length, ROWS_SEARCHED); i++) {
    const [line, next] = [filled[i] as RowCandidate, filled[i + 1] as RowCandidate];
    if (line.line.cells.length < LEAST_PLACES) continue;
    const block = placesIn(line.cells);
    if (block === undefined || next.line.cells.length < block.to + 1) continue;
    const table = tableAt(filled, i, block, style);
    if (table === undefined) continue;
    const down = columnIsAxis(filled, i, block.from);
    if (down && rowsExpected > block.to - block.from + 1) return undefined;
    return { ...table, headerRows: lines.indexOf(line.line) + 1, unsure: down };
  }
  return undefined;
}

/** The longest strictly monotonic run of numbers in a row, when it is most of the row. */
function placesIn(cells: readonly CellValue[]): { readonly from: number; readonly to: number } | undefined {
  let best = { from: 0, to: -1 };
  let from = 0;
  let direction = 0;
  let before = Number.NaN;
  for (let i = 0; i < cells.length; i++) {
    const { value } = cells[i] as CellValue;
    const step = Math.sign(value - before);
    if (Number.isNaN(value)) {
      from = i + 1;
      direction = 0;
    } else if (Number.isNaN(before) || step === 0 || (direction !== 0 && step !== direction)) {
      from = step === 0 || Number.isNaN(before) ? i : i - 1;
      direction = Number.isNaN(before) || step === 0 ? 0 : step;
    } else direction = step;
    before = value;
    if (!Number.isNaN(value) && i - from > best.to - best.from) best = { from, to: i };
  }
  const length = best.to - best.from + 1;
  return length >= LEAST_PLACES && 2 * length >= cells.length ? best : undefined;
}

function tableAt(
  filled: readonly RowCandidate[],
  at: number,
  { from, to }: { readonly from: number; readonly to: number },
  style: NumberStyle,
): Omit<RowTable, 'headerRows' | 'unsure'> | undefined {
  const row = filled[at + 1] as RowCandidate;
  // A second row that rises or falls throughout is data of columns, not values along an axis.
  const second = placesIn(row.cells);
  if (!pointsFit(row, from, to) || (second !== undefined && second.to - second.from === to - from)) return undefined;
  const behind = filled.length - at - 1;
  let fitting = 0;
  for (let i = at + 1; i < filled.length; i++) if (pointsFit(filled[i] as RowCandidate, from, to)) fitting++;
  if (2 * fitting < behind) return undefined;
  const places = (filled[at] as RowCandidate).line.cells;
  const first = row.line.cells;
  const outside = Array.from({ length: first.length }, (_, i) => i).filter((i) => i < from || i > to);
  const nameColumn = outside.find((i) => i < from && row.cells[i]?.kind === 'text') ?? null;
  const positionColumns = outside.filter((i) => {
    const number = row.cells[i]?.kind === 'number';
    return number && (i < from || /^(x|y|z|time|depth)$/i.test(places[i] ?? ''));
  });
  const ends = [readCell(places[from] as string, style).value, readCell(places[to] as string, style).value];
  const range = [Math.min(...ends), Math.max(...ends)] as const;
  return { ...style, lines: filled.slice(0, at).map(({ line }) => line), places, first, from, to, positionColumns, nameColumn, range };
}

function pointsFit(row: RowCandidate, from: number, to: number): boolean {
  if (row.line.cells.length <= to) return false;
  const { cells } = row;
  let numbers = 0;
  for (let i = from; i <= to; i++) {
    const { kind } = cells[i] as CellValue;
    if (kind === 'text') return false;
    if (kind === 'number') numbers++;
  }
  return numbers > 0;
}

/** Whether the first column, too, rises or falls throughout: then either may be the axis. */
function columnIsAxis(filled: readonly RowCandidate[], at: number, from: number): boolean {
  if (from === 0) return false;
  const values = filled.slice(at + 1).map(({ cells }) => cells[0]?.value ?? Number.NaN);
  const direction = Math.sign((values[1] ?? Number.NaN) - (values[0] ?? Number.NaN));
  return values.every((value, i) => i === 0 || Math.sign(value - (values[i - 1] as number)) === direction) && direction !== 0;
}

/** The header of a table of rows, and all its words with those of the first row. */
export function rowHeader(table: RowTable): { readonly header: Header; readonly words: string } {
  const header = readHeader(table.lines, 0);
  const beside = table.places.flatMap((name, i) => (i < table.from || i > table.to ? [`${name} ${table.first[i] ?? ''}`] : []));
  return { header, words: `${wordsOf(header)}\n${folded(beside.join('\n'))}` };
}
