import type { ByteSource } from '../../spectrum/byte-source';
import type { Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import { limits } from '../limits';
import { FieldDecoder } from '../text/decode';
import { openText, textEncoding } from '../text/encoding';
import { LineReader } from '../text/lines';
import { splitCells } from './cell-text';
import { type Dialect, findDialect, isNumberRow } from './dialect';
import type { HeaderLine } from './header';
import type { DelimitedLayout, LayoutDoubt } from './layout';
import { findRowTable } from './row-table';
import { layoutOfColumns, layoutOfRows, type TableLayout } from './table';

export interface DetectedLayout {
  readonly layout: DelimitedLayout;
  /** What of it was assumed, most important first. */
  readonly doubts: readonly LayoutDoubt[];
}

/** The beginning of a text as lines; `bytes` are those of the lines, `size` those of the whole file. */
export interface TextSample {
  readonly lines: readonly string[];
  readonly bytes: number;
  readonly size: number;
  /** The last lines of the file, where it is longer than the sample. */
  readonly tail: readonly string[];
}

type TextLayout = { readonly layout: TableLayout & Omit<DelimitedLayout, 'encoding'>; readonly doubts: readonly LayoutDoubt[] };

const SAMPLE_BYTES = 65_536;
const SAMPLE_LINES = 2000;
/** So many lines are looked at even when they are long. */
const LEAST_LINES = 12;
const MOST_BYTES = 524_288;
const TAIL_BYTES = 4096;
/** Beginnings of JSON, XML, HTML and programs. */
const OTHER_TEXT = /^\s*([{<]|\[\s*([-\d"{[\]]|$)|#!|%!PS)/;
/** A line of a program behind which a list of numbers stands. */
const OPENS_LIST = /[([{]\s*$/;
const BEGINS_NUMBER = /^\s*[+-]?\.?\d/;

/**
 * Finds how a text of columns is laid out: encoding, separator, decimal sign, header rows, columns, what they measure.
 * @returns the layout and what of it was assumed, or why the text cannot be one of spectra
 */
export function detectLayout(source: ByteSource): DetectedLayout | Refusal {
  const lines = new LineReader(openText(source));
  const decoder = new FieldDecoder();
  const sample: string[] = [];
  let bytes = 0;
  let state = lines.next();
  while (state === 'line') {
    sample.push(decoder.decode(lines.bytes, lines.start, lines.end));
    bytes += lines.end - lines.start + 1;
    const enough = bytes >= MOST_BYTES ? 2 : bytes >= SAMPLE_BYTES ? LEAST_LINES : SAMPLE_LINES;
    if (sample.length >= enough) break;
    state = lines.next();
  }
  if (state === 'binary') return refusal('file-binary', source.name, lines.place(), {});
  if (state === 'too-long') return refusal('line-too-long', source.name, lines.place(), { limit: limits.lineBytes });
  const encoding = textEncoding(source);
  const tail = state === 'line' && !encoding.startsWith('utf-16') ? tailOf(source) : [];
  const found = layoutOfText({ lines: sample, bytes, size: encoding.startsWith('utf-16') ? source.size / 2 : source.size, tail });
  if (found === undefined) return refusal('no-measurement', source.name, {}, {});
  return {
    layout: { encoding: encoding === 'utf-8' && decoder.assumed ? 'windows-1252' : encoding, ...found.layout },
    doubts: decoder.assumed ? ['encoding', ...found.doubts] : found.doubts,
  };
}

/** The layout of a text, as far as its beginning tells; undefined when it is no text of spectra. */
export function layoutOfText({ lines, bytes, size, tail }: TextSample): TextLayout | undefined {
  if (OTHER_TEXT.test(lines.find((line) => line.trim() !== '') ?? '')) return undefined;
  if (lines.some((line, i) => OPENS_LIST.test(line) && BEGINS_NUMBER.test(lines[i + 1] ?? ''))) return undefined;
  const rowsExpected = (size / Math.max(bytes, 1)) * lines.length;
  const alongRows = rowLayout(lines, rowsExpected);
  if (alongRows !== undefined) return alongRows;
  const dialect = findDialect(lines);
  if (dialect === undefined || !isMostOf(dialect, lines)) return undefined;
  const { separator, decimal, grouping } = dialect;
  const lastRow = tail
    .map((line) => splitCells(line, separator))
    .findLast((cells) => cells.length === dialect.columns && isNumberRow(cells, dialect));
  const found = layoutOfColumns({ ...dialect, lines: headerLines(lines, separator), ...(lastRow === undefined ? {} : { lastRow }) });
  if (found === undefined) return undefined;
  return { layout: { separator, decimal, grouping, ...found.layout }, doubts: [...dialect.doubts, ...found.doubts] };
}

export function headerLines(lines: readonly string[], separator: string): readonly HeaderLine[] {
  return lines.map((text, i) => ({ line: i + 1, text, cells: splitCells(text, separator) }));
}

/** A text of spectra has little else than numbers once they begin; prose, logs and programs have. */
function isMostOf({ first, rows }: Dialect, lines: readonly string[]): boolean {
  const behind = lines.slice(first).filter((line) => line.trim() !== '').length;
  return 2 * rows.length >= behind;
}

function rowLayout(lines: readonly string[], rowsExpected: number): TextLayout | undefined {
  for (const separator of ['\t', ';', '|', ',', ' '] as const) {
    if (!lines.some((line) => line.includes(separator))) continue;
    const parted = headerLines(lines, separator);
    for (const decimal of separator === ',' ? (['.'] as const) : (['.', ','] as const)) {
      const style = { decimal, grouping: null };
      const table = findRowTable(parted, style, rowsExpected);
      if (table === undefined) continue;
      const { layout, doubts } = layoutOfRows(table);
      return { layout: { separator, ...style, ...layout }, doubts };
    }
  }
  return undefined;
}

function tailOf(source: ByteSource): readonly string[] {
  const bytes = new Uint8Array(Math.min(TAIL_BYTES, source.size));
  const copied = source.read(source.size - bytes.length, bytes);
  return new FieldDecoder()
    .decode(bytes, 0, copied)
    .split(/\r\n|\r|\n/)
    .slice(1);
}
