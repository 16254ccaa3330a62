import type { BinaryFile } from '../binary/binary-file';
import type { DetectedLayout } from '../delimited-text/detect';
import { longestRun } from '../delimited-text/dialect';
import type { HeaderLine } from '../delimited-text/header';
import { findRowTable } from '../delimited-text/row-table';
import { layoutOfColumns, layoutOfRows } from '../delimited-text/table';
import { SheetRow, sheetRows } from './sheet';
import type { Workbook } from './workbook';

/** Rows looked at. */
const SAMPLE_ROWS = 500;
/** Cells after which no further row is looked at: a sheet may have 16,384 columns. */
const SAMPLE_CELLS = 60_000;
/** Most cells with those filled up; rows that would need more, a single one of them wide, keep their own lengths. */
const FILLED_CELLS = 1_048_576;
/** A number kept as text, with a comma. */
const COMMA_NUMBER = /^[+-]?\d+,\d+$/;

/** Lays out the first sheet as a text of columns is; undefined when it holds no run of numbers that could be a spectrum. */
export function layoutOfSheet(book: Workbook, file: BinaryFile): DetectedLayout | undefined {
  const commas = sampleRows(book, file, '.').some(({ cells }) => cells.some((cell) => COMMA_NUMBER.test(cell)));
  for (const decimal of commas ? ([',', '.'] as const) : (['.'] as const)) {
    const found = layoutWith(book, file, decimal);
    if (found !== undefined) return found;
  }
  return undefined;
}

function layoutWith(book: Workbook, file: BinaryFile, decimal: '.' | ','): DetectedLayout | undefined {
  const lines = sampleRows(book, file, decimal);
  const style = { decimal, grouping: null };
  const written = { encoding: 'utf-8', separator: '\t', ...style } as const;
  const whole = lines.length < SAMPLE_ROWS && lines.length * (lines[0]?.cells.length ?? 0) < SAMPLE_CELLS;
  const rowsExpected = whole ? lines.length : Number.POSITIVE_INFINITY;
  const along = findRowTable(lines, style, rowsExpected);
  if (along !== undefined) {
    const { layout, doubts } = layoutOfRows(along);
    return { layout: { ...written, ...layout, headerRows: lines[along.headerRows - 1]?.line ?? 0 }, doubts };
  }
  const run = longestRun(
    lines.map(({ text }) => text),
    lines.map(({ cells }) => cells),
    style,
  );
  if (run === undefined || 2 * run.rows.length < lines.length - run.first) return undefined;
  const found = layoutOfColumns({ ...style, lines, ...run });
  if (found === undefined) return undefined;
  return { layout: { ...written, ...found.layout, headerRows: (lines[run.first]?.line ?? 1) - 1 }, doubts: found.doubts };
}

/** The first rows as cells, all of one length: a sheet leaves empty cells out. */
export function sampleRows(book: Workbook, file: BinaryFile, decimal: '.' | ',', most = SAMPLE_ROWS): readonly HeaderLine[] {
  const row = new SheetRow(decimal);
  const rows: { readonly line: number; readonly cells: readonly string[] }[] = [];
  let seen = 0;
  let columns = 0;
  for (const _ of sheetRows(book, row, file)) {
    const cells = row.texts();
    if (cells.some((cell) => cell !== '')) rows.push({ line: row.row, cells });
    seen += cells.length;
    columns = Math.max(columns, cells.length);
    if (rows.length >= most || seen >= SAMPLE_CELLS || rows.length * columns > FILLED_CELLS) break;
  }
  const filled = rows.length * columns <= FILLED_CELLS ? columns : 0;
  return rows.map(({ line, cells }) => {
    const padded = [...cells, ...Array.from({ length: Math.max(0, filled - cells.length) }, () => '')];
    return { line, cells: padded, text: cells.join('\t') };
  });
}
