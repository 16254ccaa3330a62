import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent, Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import type { ReadOptions } from '../read';
import { type LineContext, type LineFormat, readLines } from '../read-lines';
import { splitCells } from './cell-text';
import { detectLayout } from './detect';
import { ColumnGatherer } from './gather-columns';
import { RowGatherer } from './gather-rows';
import { type HeaderLine, isRemark, readField } from './header';
import type { DelimitedLayout } from './layout';
import { ByteCells } from './row-cells';
import type { StatedLayout } from './stated-layout';

const SNIPPET = 60;
/** Lines of words kept behind a table; a report of a method has some fifty. */
const MOST_WORDS = 1000;

/** Reads columns of numbers as `detectLayout` finds them, or as the options say. */
export function* readDelimitedText(source: ByteSource, options: ReadOptions): Generator<ReadEvent> {
  const stated = options.layout === undefined ? detectLayout(source) : { layout: options.layout, doubts: [] };
  if ('code' in stated) yield { type: 'refused', refusal: stated };
  else yield* readLines(source, (context) => new DelimitedLines(context, stated));
}

class DelimitedLines implements LineFormat {
  readonly #context: LineContext;
  readonly #layout: DelimitedLayout;
  readonly #cells: ByteCells;
  readonly #columns: ColumnGatherer;
  readonly #rows: RowGatherer;
  #header: HeaderLine[] = [];
  readonly #headerTaken = (): readonly HeaderLine[] => this.#takeHeader();
  /** Whether the last line held numbers of the table. */
  #taken = false;
  /** Lines of words since the last row of numbers: behind the table they are kept, within it they do not fit. */
  #words: HeaderLine[] = [];

  constructor(context: LineContext, stated: StatedLayout<DelimitedLayout>) {
    const { layout } = stated;
    this.#context = context;
    this.#layout = layout;
    context.decoder.windows1252 = layout.encoding === 'windows-1252' && !stated.doubts.includes('encoding');
    this.#cells = new ByteCells(layout.separator, layout, context.decoder);
    this.#columns = new ColumnGatherer(context.file, stated, context.log);
    this.#rows = new RowGatherer(stated, context.log);
  }

  line(): Refusal | undefined {
    const { lines } = this.#context;
    const along = this.#layout.orientation === 'rows';
    this.#taken = false;
    if (lines.line <= this.#layout.headerRows - (along ? 1 : 0)) {
      this.#header.push(this.#asHeader());
      return undefined;
    }
    this.#cells.split(lines.bytes, lines.start, lines.end);
    const taken = along ? this.#alongRow() : this.#columns.row(this.#cells, lines.line, this.#headerTaken);
    if (typeof taken === 'object') return taken;
    this.#taken = taken;
    if (!taken) this.#beside();
    else if (this.#words.length > 0) this.#nameWords();
    return undefined;
  }

  #alongRow(): boolean {
    const at = { line: this.#context.lines.line };
    return this.#rows.begun ? this.#rows.row(this.#cells, at) : this.#rows.places(this.#cells, this.#takeHeader(), at);
  }

  #takeHeader(): readonly HeaderLine[] {
    const header = this.#header;
    this.#header = [];
    return header;
  }

  #asHeader(): HeaderLine {
    const { lines, decoder } = this.#context;
    const text = decoder.decode(lines.bytes, lines.start, lines.end);
    return { line: lines.line, text, cells: splitCells(text, this.#layout.separator) };
  }

  /** A line among or behind the numbers that holds none. */
  #beside(): void {
    const line = this.#asHeader();
    if (line.text.trim() === '') return;
    if (isRemark(line.text)) this.#columns.keep(readField(line));
    else if (/^["'\s]*[\p{L}<]/u.test(line.text) && this.#words.length < MOST_WORDS) this.#words.push(line);
    else this.#notUnderstood(line);
  }

  #nameWords(): void {
    for (const line of this.#words) this.#notUnderstood(line);
    this.#words = [];
  }

  #notUnderstood(line: HeaderLine): void {
    this.#context.log.warn('line-not-understood', { line: line.line }, { text: line.text.trim().slice(0, SNIPPET) });
  }

  *closing(): Generator<void> {
    for (const line of this.#words) this.#columns.keep(readField(line));
    yield* this.#columns.finish();
  }

  end(): Refusal | undefined {
    const { file, lines, log } = this.#context;
    if (log.records === 0) return refusal('no-measurement', file, {}, {});
    if (this.#taken && !lines.terminated) log.warn('last-line-unterminated', { line: lines.line }, {});
    return undefined;
  }
}
