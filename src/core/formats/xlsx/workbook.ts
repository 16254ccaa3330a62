import type { ByteSource } from '../../spectrum/byte-source';
import type { BinaryFile } from '../binary/binary-file';
import { limits } from '../limits';
import { listEntries, type ZipEntry } from '../zip/entries';
import { inflateSteps } from '../zip/inflate';
import { isDateFormat } from './dates';
import { XmlScanner, type XmlToken } from './xml-scanner';

/** What of a workbook its first sheet needs. */
export interface Workbook {
  /** The first sheet's XML. */
  readonly sheet: string;
  readonly sheetName: string;
  readonly otherSheets: readonly string[];
  readonly strings: readonly string[];
  /** Whether cells of a style, by its number, are dates. */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904, as older Macintosh versions did. */
  readonly from1904: boolean;
}

/** Opens a workbook, yielding the bytes of the file reached as it unpacks. @throws Refused what the zip and the XML give cause for; `variant-unsupported` without a sheet */
export function* openWorkbook(source: ByteSource, file: BinaryFile): Generator<number, Workbook> {
  const parts = new Map(listEntries(source).map((entry) => [entry.name, entry]));
  const read = (name: string): Generator<number, string | undefined> => readPart(source, parts.get(name));
  const scan = function* (name: string): Generator<number, XmlScanner> {
    return new XmlScanner((yield* read(name)) ?? '', file);
  };
  const book = yield* read('xl/workbook.xml');
  if (book === undefined) return file.refuse('variant-unsupported', 0, { variant: 'workbook without xl/workbook.xml (xlsb?)' });
  const { sheets, from1904 } = yield* readSheets(new XmlScanner(book, file));
  const targets = yield* readTargets(yield* scan('xl/_rels/workbook.xml.rels'));
  const [first, ...others] = sheets;
  const sheet = first === undefined ? undefined : yield* read(targets.get(first.relation) ?? 'xl/worksheets/sheet1.xml');
  if (first === undefined || sheet === undefined) return file.refuse('variant-unsupported', 0, { variant: 'workbook without a sheet' });
  return {
    sheet,
    sheetName: first.name,
    otherSheets: others.map(({ name }) => name),
    strings: yield* readStrings(yield* scan('xl/sharedStrings.xml')),
    dateStyles: yield* readDateStyles(yield* scan('xl/styles.xml')),
    from1904,
  };
}

function* readPart(source: ByteSource, entry: ZipEntry | undefined): Generator<number, string | undefined> {
  if (entry === undefined) return undefined;
  const bytes = yield* inflateSteps(source, entry, limits.workbookPartBytes);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  yield entry.offset;
  return new TextDecoder(utf16).decode(bytes);
}

/** Tokens between two looks of the caller. */
const TOKENS = 100_000;

/** The tokens of a part up to its end, with a look of the caller now and then. */
function* tokensOf(xml: XmlScanner, take: (token: XmlToken) => void): Generator<number> {
  let tokens = 0;
  for (let token = xml.next(); token !== 'end'; token = xml.next()) {
    take(token);
    if (++tokens % TOKENS === 0) yield 0;
  }
}

interface SheetName {
  readonly name: string;
  readonly relation: string;
}

function* readSheets(xml: XmlScanner): Generator<number, { readonly sheets: readonly SheetName[]; readonly from1904: boolean }> {
  const sheets: SheetName[] = [];
  let from1904 = false;
  yield* tokensOf(xml, (token) => {
    if (token !== 'open') return;
    if (xml.name === 'sheet')
      sheets.push({ name: xml.attribute('name') ?? '', relation: xml.attribute('r:id') ?? xml.attribute('id') ?? '' });
    else if (xml.name === 'workbookPr') from1904 = /^(1|true)$/.test(xml.attribute('date1904') ?? '');
  });
  return { sheets, from1904 };
}

/** Paths of the parts a workbook relates to; `Target` is relative to `xl/`, or absolute with a slash. */
function* readTargets(xml: XmlScanner): Generator<number, ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  yield* tokensOf(xml, (token) => {
    if (token !== 'open' || xml.name !== 'Relationship') return;
    const target = xml.attribute('Target') ?? '';
    targets.set(xml.attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  });
  return targets;
}

/** Shared strings in their order; of a string in several fonts the parts joined, without its phonetic guide. */
function* readStrings(xml: XmlScanner): Generator<number, readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  yield* tokensOf(xml, (token) => {
    if (token === 'text') text += inText && !phonetic ? xml.text : '';
    else if (xml.name === 't') inText = token === 'open';
    else if (xml.name === 'rPh') phonetic = token === 'open';
    else if (xml.name === 'si' && token === 'open') text = '';
    else if (xml.name === 'si') strings.push(text);
  });
  return strings;
}

function* readDateStyles(xml: XmlScanner): Generator<number, readonly boolean[]> {
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  let inCells = false;
  yield* tokensOf(xml, (token) => {
    if (xml.name === 'cellXfs' && token !== 'text') inCells = token === 'open';
    if (token !== 'open') return;
    if (xml.name === 'numFmt') formats.set(xml.attribute('numFmtId') ?? '', xml.attribute('formatCode') ?? '');
    if (xml.name === 'xf' && inCells) {
      const id = xml.attribute('numFmtId') ?? '0';
      styles.push(isDateFormat(Number(id), formats.get(id)));
    }
  });
  return styles;
}
