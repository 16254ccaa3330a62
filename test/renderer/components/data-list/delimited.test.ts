import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../src/renderer/components/data-list/column';
import { toClipboardTable, toCsv } from '../../../../src/renderer/components/data-list/delimited';

type Row = readonly [string | number | null, string | number | null];
const columns: readonly Column<Row>[] = [
  { id: 'a', header: 'Name, "short"', value: ([a]) => a },
  { id: 'b', header: 'Mass / mg', value: ([, b]) => b },
];

describe('a list as text', () => {
  it('is CSV as RFC 4180 has it, with the mark that spreadsheets need', () => {
    expect(
      toCsv(
        [
          ['Marquis, "purple"', 1.5],
          ['two\nlines', null],
        ],
        columns,
      ),
    ).toBe('\uFEFF"Name, ""short""",Mass / mg\r\n"Marquis, ""purple""",1.5\r\n"two\nlines",\r\n');
  });

  it('does not let a spreadsheet run a name, and leaves negative numbers alone', () => {
    expect(
      toCsv(
        [
          ['=HYPERLINK("x")', -3],
          ['@sum', '-3.5'],
          ['+cmd', 'ok'],
        ],
        columns,
      )
        .split('\r\n')
        .slice(1, 4),
    ).toEqual([`"'=HYPERLINK(""x"")",-3`, `'@sum,-3.5`, `'+cmd,ok`]);
  });

  it('is one line per row on the clipboard', () => {
    expect(toClipboardTable([['a\tb\nc', 2]], columns)).toBe('Name, "short"\tMass / mg\na b c\t2');
  });
});
