/** JSON text of a table: the header indented, then one row a line, so that a change of one row is a change of one line. */
export function tableText(header, rows) {
  const head = JSON.stringify(header, null, 2).slice(0, -2);
  return `${head},\n  "rows": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]\n}\n`;
}
