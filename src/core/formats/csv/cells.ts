import type { Axis, Unit } from '../../spectrum/axis';

const LINES = 4096;
/** Units that say no more than the quantity. */
const SILENT: ReadonlySet<Unit> = new Set<Unit>(['1', 'm/z', 'unknown']);

/** Lines as RFC 4180 has them: fields set apart by commas, lines ended by CR LF; given some thousands at a time. */
export function* csvLines(rows: Iterable<readonly string[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(`${row.join(',')}\r\n`);
    if (lines.length < LINES) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}

/** A number in the shortest form that reads back to the same double, with a decimal point wherever it is read; empty where there is none. */
export function numberCell(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '' : String(value);
}

/**
 * A text, in quotes where RFC 4180 asks for them. One that a spreadsheet would run as a formula (it begins with `=`, `+`, `-` or `@`) gets an apostrophe before it: the text comes
 * from a file that a stranger may have made. So does one behind a semicolon or a tab, at which a spreadsheet of another country parts cells.
 */
export function textCell(text: string): string {
  const plain = text.replace(/(^|[;\t]\s*)(?=[=+\-@\t\r])/g, "$1'");
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The head of a column: the quantity and, where it says more, the unit; before them a label where one is given. */
export function axisCell({ quantity, unit, written }: Axis, label = ''): string {
  const stated = unit === 'other' ? written : SILENT.has(unit) ? '' : unit;
  const name =
    quantity === 'mass-to-charge' ? 'm/z' : (quantity === 'other' || quantity === 'unknown') && written !== '' ? written : quantity;
  const head = stated === '' || stated === name ? name : `${name} (${stated})`;
  return textCell(label === '' ? head : `${label}: ${head}`);
}
