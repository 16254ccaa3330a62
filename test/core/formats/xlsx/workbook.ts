import { strToU8, zipSync } from 'fflate';

/** How the writers of workbooks put texts in cells: Excel in a shared table, others in the cell itself. */
export type TextsAs = 'shared' | 'inline' | 'formula';

export interface TestSheet {
  readonly name: string;
  /** Rows of cells; undefined: no cell; a Date takes the style of dates. */
  readonly rows: readonly (readonly (string | number | Date | undefined)[])[];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const letter = (column: number): string =>
  (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));

/** A small workbook as Excel (`shared`), LibreOffice or a program (`inline`), or a formula's result (`formula`) would write it. */
export function workbook(sheets: readonly TestSheet[], textsAs: TextsAs, replace: Readonly<Record<string, string>> = {}): Uint8Array {
  const strings: string[] = [];
  const cell = (value: string | number | Date, place: string): string => {
    if (value instanceof Date) return `<c r="${place}" s="1"><v>${(value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000}</v></c>`;
    if (typeof value === 'number') return `<c r="${place}" s="0" t="n"><v>${value}</v></c>`;
    if (textsAs === 'inline') return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    if (textsAs === 'formula') return `<c r="${place}" t="str"><f>"${escaped(value)}"</f><v>${escaped(value)}</v></c>`;
    strings.push(`<si><r><rPr><b/></rPr><t>${escaped(value)}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`);
    return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<?xml version="1.0" encoding="UTF-8"?><Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr/><sheets>${sheets
      .map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 7}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, i) => `<Relationship Id="rId${i + 7}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd&quot; h&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  };
  sheets.forEach(({ rows }, i) => {
    const xml = rows.map((cells, row) => {
      const written = cells.map((value, column) => (value === undefined ? '' : cell(value, `${letter(column)}${row + 1}`)));
      return written.every((text) => text === '') ? '' : `<row r="${row + 1}" spans="1:2">${written.join('')}</row>`;
    });
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0"?><!-- made here --><worksheet><sheetData>${xml.join('')}</sheetData><mergeCells/></worksheet>`;
  });
  if (strings.length > 0) parts['xl/sharedStrings.xml'] = `<sst count="${strings.length}">${strings.join('')}</sst>`;
  return zipSync(Object.fromEntries(Object.entries({ ...parts, ...replace }).map(([name, text]) => [name, strToU8(text)])));
}
