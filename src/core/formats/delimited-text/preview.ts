import type { ByteSource } from '../../spectrum/byte-source';
import { FieldDecoder } from '../text/decode';
import { openText } from '../text/encoding';
import { LineReader } from '../text/lines';
import { splitCells } from './cell-text';
import type { DelimitedLayout } from './layout';

/** The beginning of a text as a table of cells, for a person to look at. Cells and rows are cut to what a table on a screen can show. */
export interface TablePreview {
  /** Lines before the numbers, each parted into cells; the last ones when there are many. */
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

const MOST_CELLS = 64;
const CELL_LENGTH = 80;

/** The header and the first `most` rows of a text, parted as `layout` says. */
export function previewRows(source: ByteSource, layout: DelimitedLayout, most: number): TablePreview {
  const lines = new LineReader(openText(source));
  const decoder = new FieldDecoder();
  decoder.windows1252 = layout.encoding === 'windows-1252';
  const header: (readonly string[])[] = [];
  const rows: (readonly string[])[] = [];
  while (rows.length < most && lines.next() === 'line') {
    const text = decoder.decode(lines.bytes, lines.start, lines.end);
    const cells = cutCells(splitCells(text, layout.separator));
    if (lines.line > layout.headerRows) rows.push(cells);
    else header.push(cells);
    if (header.length > most) header.shift();
  }
  return { header, rows };
}

/** As many cells, and as much of each, as a table on a screen can show. */
export function cutCells(cells: readonly string[]): readonly string[] {
  return cells.slice(0, MOST_CELLS).map((cell) => cell.slice(0, CELL_LENGTH));
}
