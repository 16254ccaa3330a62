import type { CellValue, ChoiceFilters, Column, ListView, Sort } from './column';

/** Letters without case, accents and width differences, so that `ephedrine` finds `Éphédrine`. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function textOf(value: CellValue): string {
  return value === null ? '' : String(value);
}

/** Every word must be found somewhere in the row. */
function matchesSearch<Row>(row: Row, columns: readonly Column<Row>[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const haystack = columns.map((column) => foldText(textOf(column.value(row)))).join('\n');
  return words.every((word) => haystack.includes(word));
}

function matchesFilters<Row>(row: Row, columns: readonly Column<Row>[], filters: ChoiceFilters): boolean {
  return columns.every((column) => {
    const kept = filters[column.id];
    return kept === undefined || kept.length === 0 || kept.includes(textOf(column.value(row)));
  });
}

/** Numbers by size, text by the language's order with numbers inside counted; what is empty comes last in either direction. */
export function compareCells(a: CellValue, b: CellValue, collator: Intl.Collator, descending: boolean): number {
  if (a === null || a === '') return b === null || b === '' ? 0 : 1;
  if (b === null || b === '') return -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return descending ? -order : order;
}

export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null, language: string): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.column);
  if (sort === null || column === undefined) return rows;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return rows
    .map((row) => ({ row, cell: column.value(row) }))
    .sort((a, b) => compareCells(a.cell, b.cell, collator, sort.descending))
    .map(({ row }) => row);
}

/** The rows that search and filters keep, in the chosen order. */
export function viewRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], view: ListView, language: string): readonly Row[] {
  const words = foldText(view.search).split(/\s+/).filter(Boolean);
  const kept = rows.filter((row) => matchesFilters(row, columns, view.filters) && matchesSearch(row, columns, words));
  return sortRows(kept, columns, view.sort, language);
}

/** Values of a column that occur, in the language's order, for its filter. */
export function choicesOf<Row>(rows: readonly Row[], column: Column<Row>, language: string): readonly string[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return [...new Set(rows.map((row) => textOf(column.value(row))))].filter((value) => value !== '').sort(collator.compare);
}

/** One click: rising, falling, as it came. */
export function nextSort(current: Sort | null, column: string): Sort | null {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? null : { column, descending: true };
}
