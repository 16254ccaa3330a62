import type { CellValue, Column } from './column';

/**
 * A text that a spreadsheet would run as a formula is written behind an apostrophe (OWASP, CSV injection):
 * names and notes come from imported files. Numbers stay as they are.
 */
function inert(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 with a byte order mark, which spreadsheets need to see UTF-8. */
export function toCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map(({ header }) => quoted(header)),
    ...rows.map((row) => columns.map((column) => quoted(inert(column.value(row))))),
  ];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

/** Tab-separated, as spreadsheets and word processors take a table from the clipboard. */
export function toClipboardTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cellText = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');
  const lines = [
    columns.map(({ header }) => cellText(header)),
    ...rows.map((row) => columns.map((column) => cellText(inert(column.value(row))))),
  ];
  return lines.map((line) => line.join('\t')).join('\n');
}
