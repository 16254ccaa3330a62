import type { ByteSource } from '../../spectrum/byte-source';
import type { Refusal } from '../../spectrum/reading';
import type { DelimitedLayout } from '../delimited-text/layout';
import { cutCells, type TablePreview } from '../delimited-text/preview';
import { sampleRows } from './layout';
import { withWorkbook } from './read';

/** The header and the first `most` rows of a workbook's first sheet, as `previewRows` of a text. */
export function previewSheetRows(source: ByteSource, layout: DelimitedLayout, most: number): TablePreview | Refusal {
  return withWorkbook(source, (book, file) => {
    const lines = sampleRows(book, file, layout.decimal, layout.headerRows + most);
    const header = lines.filter(({ line }) => line <= layout.headerRows).slice(-most);
    const rows = lines.filter(({ line }) => line > layout.headerRows).slice(0, most);
    return { header: header.map(({ cells }) => cutCells(cells)), rows: rows.map(({ cells }) => cutCells(cells)) };
  });
}
