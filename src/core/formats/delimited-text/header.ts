import type { VerbatimField } from '../../spectrum/mass-spectrum';
import { readCell } from './cell-text';
import { type ColumnWords, folded, readColumnWords } from './words';

/** A line before the numbers (or behind them): as written and parted into cells. */
export interface HeaderLine {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
}

/** What stands before the numbers. */
export interface Header {
  /** `key: value` and its like; a line without a key is a value alone. */
  readonly fields: readonly VerbatimField[];
  /** Words over each column, '' where there are none. */
  readonly columns: readonly ColumnWords[];
  /** A line alone above the names of columns: Cary writes the sample's name there. */
  readonly over?: string;
  /** Where places and values stand in turn: the names above the pairs, by column of the places. */
  readonly pairNames?: readonly string[];
}

/** Longest key; what is longer is a sentence. */
const KEY_LENGTH = 60;
/** Longest name of a column. */
const NAME_LENGTH = 200;
const NO_WORDS: ColumnWords = { written: '' };
const POINT = { decimal: '.', grouping: null } as const;

/** Reads the lines before a table of `columns` columns. */
export function readHeader(lines: readonly HeaderLine[], columns: number): Header {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const named = namesOf(filled, columns);
  const rest = filled.slice(0, filled.length - named.lines);
  const above = named.lines > 0 ? rest.at(-1) : undefined;
  const pairNames = above === undefined ? undefined : namesOfPairs(above, named.columns);
  const over = above === undefined || pairNames !== undefined ? undefined : loneWord(above, columns);
  // A line of remarks between names and numbers belongs to no column alone.
  const remarks = filled.slice(filled.length - named.lines + 1).filter(({ cells }) => !cells.every(isUnit));
  const fields = [...(over === undefined && pairNames === undefined ? rest : rest.slice(0, -1)), ...(named.lines > 1 ? remarks : [])].map(
    readField,
  );
  return { fields, columns: named.columns, ...(over === undefined ? {} : { over }), ...(pairNames === undefined ? {} : { pairNames }) };
}

/** Cary writes the name of each sample above the places of its pair, and nothing above the values. */
function namesOfPairs({ cells }: HeaderLine, columns: readonly ColumnWords[]): readonly string[] | undefined {
  if (columns.length < 4 || cells.length < columns.length - 2 || filledOnly(cells).length < 2) return undefined;
  const fits = cells.every((cell, i) => cell === '' || (i % 2 === 0 && columns[i]?.x !== undefined && columns[i + 1]?.y !== undefined));
  return fits ? cells : undefined;
}

/** Lines between the names of columns and the numbers: units, and a remark to each column. */
const LINES_BELOW = 2;

/**
 * The names of columns are in the last line, or above one of units or of remarks: then in the lowest of the last three lines that has words for a column and
 * as many cells.
 */
function namesOf(lines: readonly HeaderLine[], columns: number): { readonly columns: readonly ColumnWords[]; readonly lines: number } {
  const none = { columns: Array.from({ length: columns }, () => NO_WORDS), lines: 0 };
  const last = lines.at(-1);
  const lowest = last === undefined ? undefined : cellsOver(last, columns, lines.length === 1);
  if (lowest === undefined) return none;
  let units: readonly string[] = lowest.every(isUnit) ? lowest : [];
  for (let below = 1; below <= LINES_BELOW && (units.length > 0 || !lowest.some(isKnown)); below++) {
    const line = lines.at(-1 - below);
    const names = line === undefined ? undefined : cellsOver(line, columns, false);
    if (names === undefined) break;
    if (names.every(isUnit)) units = names;
    else if (names.some(isKnown)) {
      return { columns: names.map((name, i) => readColumnWords(`${name} ${units[i] ?? ''}`.trim())), lines: below + 1 };
    }
  }
  return { columns: columnWords(lowest, lines), lines: 1 };
}

/** Units on a line of their own, as plotting programs write them. */
const BARE_UNIT = /^(cm\^?-?1|(rel\. )?1\/cm|ccd cts|nm|[uµ]m|%|% ?t|a\.? ?u\.?|arb\.? ?units?|counts|s|min|ppm|m\/z)$/i;

/** A Jaz heads its columns with letters: wavelength, dark, reference, sample, processed. */
const JAZ: Readonly<Record<string, string>> = { W: 'Wavelength', D: 'Dark', R: 'Reference', S: 'Sample', P: 'Processed' };

function columnWords(names: readonly string[], lines: readonly HeaderLine[]): readonly ColumnWords[] {
  const jaz = /^Jaz/i.test(lines[0]?.text.trim() ?? '') && names.every((name) => JAZ[name] !== undefined);
  return names.map((name) => (jaz ? { ...readColumnWords(JAZ[name] as string), written: name } : readColumnWords(name)));
}

function isUnit(cell: string): boolean {
  return cell === '' || /^[[(].*[\])]$/.test(cell) || BARE_UNIT.test(cell);
}

/** The cells of a line as words over `columns` columns; undefined when they are not such words. */
function cellsOver({ cells, text }: HeaderLine, columns: number, alone: boolean): readonly string[] | undefined {
  for (const parted of [cells, withoutEnd(cells), filledOnly(cells), blanks(text)]) {
    if (parted.length === columns && columns > 1 && areNames(parted, alone)) return parted;
  }
  if (columns === 1 && cells.length === 1 && !/[:=]/.test(text)) return areNames(cells, alone) ? cells : undefined;
  // A name may be missing over the first column (names of rows), or over the last ones.
  const short = withoutEnd(cells);
  if (short.length > 1 && short.length < columns && areNames(short, alone) && short.some((cell) => isKnown(cell))) {
    return [...short, ...Array.from({ length: columns - short.length }, () => '')];
  }
  return undefined;
}

function areNames(cells: readonly string[], alone: boolean): boolean {
  const words = cells.filter((cell) => cell !== '');
  const numbers = words.filter((cell) => readCell(cell, POINT).kind === 'number').length;
  if (words.length === 0 || numbers === words.length) return words.length > 2 && cells[0] === '';
  if (cells.length > 2) return cells.every((cell) => cell.length < NAME_LENGTH);
  // Two cells may be a key and its value: they are names of columns when one is a word for a column, or when they are all the header.
  return numbers === 0 && (cells.some(isKnown) || (alone && words.length === cells.length && !words.some((cell) => /[:=]$/.test(cell))));
}

function isKnown(cell: string): boolean {
  const { x, y } = readColumnWords(cell);
  return x !== undefined || y !== undefined;
}

function withoutEnd(cells: readonly string[]): readonly string[] {
  const end = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, end + 1);
}

function filledOnly(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell !== '');
}

function blanks(text: string): readonly string[] {
  return text.trim().split(/\t+|\s{2,}/);
}

function loneWord({ cells, text }: HeaderLine, columns: number): string | undefined {
  const filled = filledOnly(cells);
  return columns > 1 && cells.length > 1 && filled.length === 1 && cells[0] !== '' && !/[:=]|^[#>+]/.test(text) ? filled[0] : undefined;
}

/** Parts a line into key and value at `=`, `:`, the table's separator, or a wide blank; a line without any is a value without a key. */
export function readField({ text, cells, line }: HeaderLine): VerbatimField {
  const bare = text
    .trim()
    .replace(/^["#;>]+\s*/, '')
    .replace(/[\s;,"]+$/, '');
  const sign = /^([^=:\t]{1,60}?)\s*[=:](?!\/\/|\\)\s*(.*)$/.exec(bare);
  const filled = withoutEnd(cells);
  const first = (filled[0] ?? '').replace(/^#+/, '');
  const parted = filled.length > 1 && first !== '' && first.length <= KEY_LENGTH && !/[=:]/.test(first.slice(0, -1));
  if (parted) return { field: first.replace(/\s*:$/, ''), value: filled.slice(1).join(' ').trim(), line };
  if (sign !== null && /^(?!\d+$)[^()]*(\([^()]*\)[^()]*)*$/.test(sign[1] as string))
    return { field: (sign[1] as string).trim(), value: unquoted(sign[2] as string), line };
  const wide = /^(\S.{0,59}?)\s{2,}(\S.*)$/.exec(bare);
  if (wide !== null) return { field: wide[1] as string, value: wide[2] as string, line };
  return { field: '', value: bare, line };
}

function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/, '$1').trim();
}

/** Whether a line stands beside the numbers on purpose: a remark, an end mark, or a field. */
export function isRemark(text: string): boolean {
  const bare = text.trim();
  return bare === '' || /^(["']?[#;!%*]|\/\/|>{2,}|<|\+{3,}|-{3,}|={3,}|\[[^\]]*\]$)/.test(bare) || /^[\p{L}][^=:]{0,59}[=:]/u.test(bare);
}

/** All words of a header, to look for those of a technique. */
export function wordsOf(header: Header): string {
  const fields = header.fields.map(({ field, value }) => `${field} ${value}`);
  return folded([...fields, ...header.columns.map(({ written }) => written)].join('\n').slice(0, 100_000));
}
