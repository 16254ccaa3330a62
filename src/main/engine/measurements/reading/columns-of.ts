import { splitCells } from '../../../../core/formats/delimited-text/cell-text';
import { detectLayout } from '../../../../core/formats/delimited-text/detect';
import type { DelimitedLayout, LayoutDoubt } from '../../../../core/formats/delimited-text/layout';
import { readHead } from '../../../../core/formats/file-head';
import type { OpenSource } from './open-source';
import type { ReadingSource } from './reading-messages';

/** A text of columns as a person looks at it; without layout when it is none. */
export interface ColumnsFound {
  readonly layout: DelimitedLayout | null;
  readonly doubts: readonly LayoutDoubt[];
  readonly rows: readonly (readonly string[])[];
}

const ROWS = 60;
const CELLS = 60;
const LONGEST_CELL = 80;

/** The layout that a person corrected, or the one that is found, with the first rows cut at its separator. */
export function columnsOf(openSource: OpenSource, source: ReadingSource): ColumnsFound {
  const file = openSource(source.file, source.name);
  try {
    const found = source.layout === null ? detectLayout(file) : { layout: source.layout, doubts: [] };
    if (!('layout' in found)) return { layout: null, doubts: [], rows: [] };
    const { layout, doubts } = found;
    const lines = new TextDecoder(layout.encoding).decode(readHead(file).bytes).split(/\r\n|\r|\n/, ROWS);
    const rows = lines.map((line) =>
      splitCells(line, layout.separator)
        .slice(0, CELLS)
        .map((cell) => cell.slice(0, LONGEST_CELL)),
    );
    return { layout, doubts, rows };
  } finally {
    file.close();
  }
}
