import type { FieldDecoder } from '../text/decode';
import { indexWithin } from '../text/index-within';
import { NumberScanner } from '../text/number';
import { type CellKind, type NumberStyle, readCell } from './cell-text';

/** The cells of one row as the gathering of columns takes them, whether they come from text or from a sheet. */
export interface RowCells {
  readonly count: number;
  /** Number read by the last call of `kind`. */
  readonly value: number;
  /** What stands in a column; `text` beyond the last cell. */
  kind(column: number): CellKind;
  text(column: number): string;
}

const TAB = 9;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const DOT = 46;

/** Cells of a line of bytes: found without making strings, read as numbers only where asked. */
export class ByteCells implements RowCells {
  count = 0;
  value = 0;
  readonly #separator: number;
  readonly #style: NumberStyle;
  readonly #decoder: FieldDecoder;
  readonly #scanner = new NumberScanner();
  #bytes: Uint8Array = new Uint8Array(0);
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);

  constructor(separator: string, style: NumberStyle, decoder: FieldDecoder) {
    this.#separator = separator.charCodeAt(0);
    this.#style = style;
    this.#decoder = decoder;
  }

  split(bytes: Uint8Array, start: number, end: number): void {
    this.#bytes = bytes;
    this.count = 0;
    const separator = this.#separator;
    const blank = separator === SPACE;
    let from = start;
    let quoted = false;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) quoted = !quoted;
      else if ((byte === separator || (blank && byte === TAB)) && !quoted) {
        if (!blank || at > from) this.#add(from, at);
        from = at + 1;
      }
    }
    if (!blank || end > from) this.#add(from, end);
  }

  #add(from: number, to: number): void {
    const bytes = this.#bytes;
    let start = from;
    let end = to;
    while (start < end && isMargin(bytes[start] as number)) start++;
    while (end > start && isMargin(bytes[end - 1] as number)) end--;
    if (this.count === this.#starts.length) {
      this.#starts = doubled(this.#starts);
      this.#ends = doubled(this.#ends);
    }
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.count++;
  }

  kind(column: number): CellKind {
    if (column >= this.count) return 'text';
    const start = this.#starts[column] as number;
    const end = this.#ends[column] as number;
    if (start === end) return 'missing';
    if (this.#style.grouping === null && this.#scan(start, end)) {
      this.value = this.#scanner.value;
      if (Number.isFinite(this.value)) return 'number';
    }
    const cell = readCell(this.text(column), this.#style);
    this.value = cell.value;
    return cell.kind;
  }

  #scan(start: number, end: number): boolean {
    const bytes = this.#bytes;
    const scanner = this.#scanner;
    if (this.#style.decimal === '.') return scanner.scan(bytes, start, end) === 'number' && scanner.end === end;
    const comma = indexWithin(bytes, COMMA, start, end);
    const swap = comma < end - 1;
    for (let at = start; at < end; at++) if (bytes[at] === DOT) return false;
    if (swap) bytes[comma] = DOT;
    const read = scanner.scan(bytes, start, end) === 'number' && scanner.end === end;
    if (swap) bytes[comma] = COMMA;
    return read;
  }

  text(column: number): string {
    if (column >= this.count) return '';
    return this.#decoder.decode(this.#bytes, this.#starts[column] as number, this.#ends[column] as number);
  }
}

function isMargin(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === QUOTE;
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
