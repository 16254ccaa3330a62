import { type NumberStyle, readCell } from './cell-text';
import { type ColumnSample, chooseColumns } from './columns';
import { type Header, type HeaderLine, readHeader, wordsOf } from './header';
import type { DelimitedLayout, LayoutDoubt } from './layout';
import { type RowTable, rowHeader } from './row-table';
import { meaningOf, type ToldAxis } from './technique';
import { isPlace, readColumnWords } from './words';

/** The beginning of a table, parted into cells: lines before the numbers and the run of rows of numbers. */
export interface TableSample extends NumberStyle {
  readonly lines: readonly HeaderLine[];
  /** Index in `lines` of the first row of numbers. */
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
  /** Smallest and largest place known from elsewhere (the end of the file), by column. */
  readonly lastRow?: readonly string[];
}

/** A layout without what only a text has. */
export type TableLayout = Omit<DelimitedLayout, 'encoding' | 'separator' | 'decimal' | 'grouping'>;

/** Fewest rows of numbers taken for a spectrum: where words name both columns, where none do, and where even places are lacking. */
const LEAST_ROWS = { named: 3, nameless: 10, withoutPlaces: 64 } as const;

/** Most columns of a table whose spectra run down them: each costs memory before its first number. */
const MOST_COLUMNS = 10_000;
/** Share of the steps of an axis in its direction: windows measured one after the other may meet in equal or crossing places. */
const MOSTLY = 0.9;
/** A line of one word for the values is short. */
const WORD_LENGTH = 40;

/** Lays out a table whose spectra run down columns; undefined when it does not look like one of spectra. */
export function layoutOfColumns(table: TableSample): { readonly layout: TableLayout; readonly doubts: readonly LayoutDoubt[] } | undefined {
  if (table.columns > MOST_COLUMNS) return undefined;
  const header = readHeader(table.lines.slice(0, table.first), table.columns);
  const samples = Array.from({ length: table.columns }, (_, column) => sampleOf(table, column));
  const choice = chooseColumns(samples, header);
  const y = choice.yColumns[0];
  if (y === undefined) return undefined;
  if (table.rows.length < leastRows(samples, header, choice.xColumn, y)) return undefined;
  const places = choice.xColumn === null ? undefined : header.columns[choice.xColumn];
  const values = header.columns[y];
  const stated = statedAxes(header);
  const meaning = meaningOf({
    x: choice.xColumn === null ? { quantity: 'point-number' } : { ...stated.x, ...quantityOf(places?.x), ...unitIn(places?.unit) },
    y: { ...stated.y, ...quantityOf(values?.y), ...unitIn(values?.unit) },
    words: wordsOf(header),
    laser: header.fields.some(({ field }) => /laser|excitation/i.test(field)),
    range: choice.xColumn === null ? [0, table.rows.length] : rangeOf(table, choice.xColumn),
    largest: rangeOf(table, y)[1],
  });
  const { technique, x } = meaning;
  const { doubts: unsure, ...columns } = choice;
  const layout = { headerRows: table.first, orientation: 'columns' as const, nameColumn: null, ...columns, technique, x, y: meaning.y };
  return { layout, doubts: [...unsure, ...meaning.doubts] };
}

/** Lays out a table whose spectra run along rows. */
export function layoutOfRows(table: RowTable): { readonly layout: TableLayout; readonly doubts: readonly LayoutDoubt[] } {
  const { header, words } = rowHeader(table);
  const stated = statedAxes(header);
  const largest = table.first.slice(table.from, table.to + 1).reduce((most, cell) => Math.max(most, readCell(cell, table).value || 0), 0);
  const { technique, x, y, doubts } = meaningOf({
    x: stated.x,
    y: stated.y,
    words,
    laser: /laser|excitation/.test(words),
    range: table.range,
    largest,
  });
  const layout: TableLayout = {
    headerRows: table.headerRows,
    orientation: 'rows',
    xColumn: null,
    yColumns: Array.from({ length: table.to - table.from + 1 }, (_, i) => table.from + i),
    pairs: false,
    positionColumns: table.positionColumns,
    nameColumn: table.nameColumn,
    seriesAre: 'records',
    technique,
    x,
    y,
  };
  return { layout, doubts: [...(table.unsure ? (['orientation'] as const) : []), ...doubts] };
}

function leastRows(samples: readonly ColumnSample[], { columns }: Header, xColumn: number | null, y: number): number {
  const [x, named] = [xColumn === null ? undefined : columns[xColumn]?.x, columns[y]?.y !== undefined];
  if (x !== undefined && named) return LEAST_ROWS.named;
  const counted = xColumn === null || (samples[xColumn]?.counting === true && x === undefined);
  return counted && !named ? LEAST_ROWS.withoutPlaces : LEAST_ROWS.nameless;
}

function sampleOf(table: TableSample, column: number): ColumnSample {
  let [numbers, marked, texts] = [0, 0, 0];
  let [up, down] = [0, 0];
  let before = Number.NaN;
  let counting = true;
  for (const row of table.rows) {
    const cell = row[column] ?? '';
    const { kind, value } = readCell(cell, table);
    if (kind === 'text') texts++;
    else if (kind !== 'number') marked += cell === '' ? 0 : 1;
    else {
      if (numbers === 0 ? value !== 0 && value !== 1 : value !== before + 1) counting = false;
      if (value > before) up++;
      else if (value < before) down++;
      numbers++;
      before = value;
    }
  }
  const steps = numbers - 1;
  const monotonic = steps > 0 && Math.max(up, down) >= MOSTLY * steps && Math.min(up, down) <= (1 - MOSTLY) * steps;
  return { numbers, marked, texts, monotonic, counting };
}

function rangeOf(table: TableSample, column: number): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of table.lastRow === undefined ? table.rows : [...table.rows, table.lastRow]) {
    const { value } = readCell(row[column] ?? '', table);
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

function quantityOf<Q extends string>(quantity: Q | undefined): { readonly quantity?: Q } {
  return quantity === undefined || quantity === 'unknown' ? {} : { quantity };
}

function unitIn<U extends string>(unit: U | undefined): { readonly unit?: U } {
  return unit === undefined ? {} : { unit };
}

/** Axes that a header states in fields of their own (`XUNITS`, `X Mode`, `Y Mode`), or in a word on a line alone. */
function statedAxes(header: Header): { readonly x: ToldAxis; readonly y: ToldAxis } {
  const of = (pattern: RegExp): ToldAxis => {
    const value = header.fields.find(({ field }) => pattern.test(field))?.value;
    return value === undefined || value === '' ? {} : axisTold(value);
  };
  const alone = header.fields.filter(({ field, value }) => field === '' && value.length < WORD_LENGTH);
  const word = alone.map(({ value }) => axisTold(value)).find(({ quantity }) => quantity !== undefined && !isPlace(quantity));
  return { x: of(/^x[ _-]?(units?|mode|axis( mode)?)$/i), y: { ...word, ...of(/^y[ _-]?(units?|mode|axis( mode)?)$/i) } };
}

function axisTold(words: string): ToldAxis {
  const { x, y, unit } = readColumnWords(words);
  return { ...quantityOf(x ?? y), ...unitIn(unit) };
}
