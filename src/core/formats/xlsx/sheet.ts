import type { BinaryFile } from '../binary/binary-file';
import { type CellKind, readCell } from '../delimited-text/cell-text';
import type { RowCells } from '../delimited-text/row-cells';
import { sheetDate } from './dates';
import type { Workbook } from './workbook';
import { XmlScanner } from './xml-scanner';

/** Columns and rows of the largest sheet (XFD1048576). */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;
const TEXT_STYLE = { decimal: '.', grouping: null } as const;

/** The cells of the current row of a sheet. Cells hold numbers or texts; those of an earlier row are told by their stamp. */
export class SheetRow implements RowCells {
  count = 0;
  value = 0;
  /** Row number as the sheet shows it, from 1. */
  row = 0;
  readonly #numbers = new Float64Array(MOST_COLUMNS);
  readonly #texts: (string | undefined)[] = [];
  readonly #stamps = new Uint32Array(MOST_COLUMNS);
  #stamp = 0;
  readonly #decimal: '.' | ',';

  constructor(decimal: '.' | ',') {
    this.#decimal = decimal;
  }

  begin(row: number): void {
    this.row = row;
    this.count = 0;
    this.#stamp++;
  }

  set(column: number, value: number | string): void {
    this.#stamps[column] = this.#stamp;
    this.#numbers[column] = typeof value === 'number' ? value : Number.NaN;
    this.#texts[column] = typeof value === 'number' ? undefined : value;
    this.count = Math.max(this.count, column + 1);
  }

  kind(column: number): CellKind {
    if (this.#stamps[column] !== this.#stamp) return 'missing';
    const text = this.#texts[column];
    this.value = this.#numbers[column] as number;
    if (text === undefined) return 'number';
    const cell = readCell(text.trim(), { ...TEXT_STYLE, decimal: this.#decimal });
    this.value = cell.value;
    return cell.kind;
  }

  text(column: number): string {
    if (this.#stamps[column] !== this.#stamp) return '';
    return this.#texts[column] ?? String(this.#numbers[column]);
  }

  /** All cells as texts; numbers in the sheet's own decimal sign, so that texts and numbers are read alike. */
  texts(): readonly string[] {
    return Array.from({ length: this.count }, (_, column) => {
      const number = this.#stamps[column] === this.#stamp && this.#texts[column] === undefined;
      const text = this.text(column).trim();
      return number && this.#decimal === ',' ? text.replace('.', ',') : text;
    });
  }
}

interface Cell {
  column: number;
  type: string;
  style: number;
  text: string;
}

/** Walks the rows of the sheet from its top; `row` holds the row at each step, which yields the characters walked so far. */
export function* sheetRows(book: Workbook, row: SheetRow, file: BinaryFile): Generator<number> {
  const xml = new XmlScanner(book.sheet, file);
  const cell: Cell = { column: 0, type: '', style: 0, text: '' };
  let rows = 0;
  let inData = false;
  let inValue = false;
  for (let token = xml.next(); token !== 'end'; token = xml.next()) {
    if (token === 'text') {
      if (inValue) cell.text += xml.text;
      continue;
    }
    const open = token === 'open';
    if (xml.name === 'sheetData') inData = open;
    else if (!inData) continue;
    else if (xml.name === 'row') {
      if (open) {
        rows = rowNumber(xml.attribute('r'), rows, file, xml);
        row.begin(rows);
        cell.column = -1;
      } else yield xml.position;
    } else if (xml.name === 'c') {
      if (open) beginCell(xml, cell, file);
      else endCell(book, cell, row);
    } else if (xml.name === 'v' || xml.name === 't') inValue = open;
    else if (xml.name === 'rPh' || xml.name === 'f') inValue = false;
  }
}

function rowNumber(stated: string | undefined, before: number, file: BinaryFile, xml: XmlScanner): number {
  const row = stated === undefined ? before + 1 : Number(stated);
  if (!Number.isInteger(row) || row <= before || row > MOST_ROWS) file.refuse('structure-damaged', xml.position, { part: 'sheet row' });
  return row;
}

function beginCell(xml: XmlScanner, cell: Cell, file: BinaryFile): void {
  const place = xml.attribute('r');
  const column = place === undefined ? cell.column + 1 : columnOf(place);
  if (column < 0 || column >= MOST_COLUMNS) file.refuse('structure-damaged', xml.position, { part: 'sheet cell' });
  cell.column = column;
  cell.type = xml.attribute('t') ?? 'n';
  cell.style = Number(xml.attribute('s') ?? 0);
  cell.text = '';
}

/** `B12` is column 1. */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  return column - 1;
}

function endCell(book: Workbook, { column, type, style, text }: Cell, row: SheetRow): void {
  if (text === '') return;
  if (type === 's') row.set(column, book.strings[Number(text)] ?? '');
  else if (type === 'b') row.set(column, text === '1' ? 'TRUE' : 'FALSE');
  else if (type !== 'n') row.set(column, text);
  else {
    const number = Number(text);
    const date = book.dateStyles[style] === true ? sheetDate(number, book.from1904) : undefined;
    row.set(column, date ?? (Number.isNaN(number) ? text : number));
  }
}
