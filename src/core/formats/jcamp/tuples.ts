import { limits } from '../limits';
import { indexWithin } from '../text/index-within';
import { NumberScanner } from '../text/number';
import { MOST_POINTS } from './ordinate-lines';

const TAB = 9;
const SPACE = 32;
const DOLLAR = 36;
const OPENING = 40;
const CLOSING = 41;
const COMMA = 44;
const SEMICOLON = 59;
const LESS = 60;
const GREATER = 62;
const QUESTION = 63;

/** A word at a point of a table of assignments. */
export interface PointNote {
  readonly point: number;
  readonly text: string;
}

/**
 * Reads tuples of numbers, `(XY..XY)` with any number of columns, and tuples in brackets with words among them, `(XYA)`. A missing number `?`
 * is NaN. Nothing is multiplied here.
 */
export class TupleReader {
  readonly #numbers = new NumberScanner();
  readonly #decode: (start: number, end: number) => string;
  #columns: Float64Array<ArrayBuffer>[] = [];
  #words: readonly boolean[] = [];
  #hasWords = false;
  #decimalComma = false;
  /** A comma was met and no value since: another comma means an empty one. Only tuples with words have such. */
  #afterComma = false;
  #column = 0;
  #wordsOfTuple: string[] = [];
  length = 0;
  missing = 0;
  overflowed = false;
  remarkAt = -1;
  readonly notes: PointNote[] = [];

  constructor(decode: (start: number, end: number) => string) {
    this.#decode = decode;
  }

  /** @param words for each column whether it holds words */
  begin(words: readonly boolean[], decimalComma: boolean): void {
    this.#words = words;
    this.#hasWords = words.includes(true);
    this.#afterComma = false;
    this.#columns = words.map(() => new Float64Array(256));
    this.#decimalComma = decimalComma;
    this.#column = 0;
    this.#wordsOfTuple = [];
    this.length = 0;
    this.missing = 0;
    this.overflowed = false;
    this.notes.length = 0;
  }

  /** The values of a column. */
  column(index: number): Float64Array {
    return (this.#columns[index] as Float64Array).slice(0, this.length);
  }

  /** Takes a line; false when part of it is no tuple, and then that part is left out. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.remarkAt = -1;
    let at = start;
    let whole = true;
    while (at < end && !this.overflowed) {
      const byte = bytes[at] as number;
      if (byte === SPACE || byte === TAB || byte === SEMICOLON) at++;
      else if (byte === COMMA) {
        if (this.#afterComma && this.#column > 0) this.#put(Number.NaN);
        this.#afterComma = this.#hasWords;
        at++;
      } else if (byte === DOLLAR && bytes[at + 1] === DOLLAR && at + 1 < end) {
        this.remarkAt = at;
        break;
      } else if (byte === OPENING || byte === CLOSING) {
        if (this.#column > 0) whole = this.#closeTuple() && whole;
        this.#afterComma = false;
        at++;
      } else if (byte === QUESTION && this.#words[this.#column] !== true) {
        this.missing++;
        this.#put(Number.NaN);
        at++;
      } else if (this.#words[this.#column] === true) at = this.#readWord(bytes, at, end);
      else {
        const stop = this.#readNumber(bytes, at, end);
        if (stop < 0) {
          this.#column = 0;
          return false;
        }
        at = stop;
      }
    }
    if (this.#column > 0 && !this.#hasWords) whole = this.#closeTuple() && whole;
    return whole;
  }

  #readNumber(bytes: Uint8Array, start: number, end: number): number {
    const numbers = this.#numbers;
    if (numbers.scan(bytes, start, end) !== 'number') return -1;
    let value = numbers.value;
    let stop = numbers.end;
    if (this.#decimalComma && bytes[stop] === COMMA && stop + 1 < end && isDigit(bytes[stop + 1] as number)) {
      let fractionEnd = stop + 1;
      while (fractionEnd < end && isDigit(bytes[fractionEnd] as number)) fractionEnd++;
      value = Number(`${this.#decode(start, stop)}.${this.#decode(stop + 1, fractionEnd)}`);
      stop = fractionEnd;
    }
    if (stop < end && !endsNumber(bytes[stop] as number)) return -1;
    this.#put(value);
    return stop;
  }

  /** A word in `<>`, or bare up to the next comma or bracket. */
  #readWord(bytes: Uint8Array, start: number, end: number): number {
    let stop: number;
    if (bytes[start] === LESS) {
      stop = indexWithin(bytes, GREATER, start + 1, end);
      this.#wordsOfTuple.push(this.#decode(start + 1, stop).trim());
      stop = Math.min(stop + 1, end);
    } else {
      stop = start;
      while (stop < end && bytes[stop] !== COMMA && bytes[stop] !== CLOSING) stop++;
      this.#wordsOfTuple.push(this.#decode(start, stop).trim());
    }
    this.#put(Number.NaN);
    return Math.max(stop, start + 1);
  }

  #put(value: number): void {
    this.#afterComma = false;
    if (this.#column === 0) {
      if (this.length * this.#columns.length >= MOST_POINTS) this.overflowed = true;
      else if (this.length === (this.#columns[0] as Float64Array).length) this.#grow();
    }
    if (this.overflowed) return;
    (this.#columns[this.#column] as Float64Array)[this.length] = value;
    if (++this.#column === this.#columns.length) this.#closeTuple();
  }

  /** Ends a tuple; one of numbers alone must be complete, of one with words the last words may be missing. */
  #closeTuple(): boolean {
    const complete = this.#column === this.#columns.length;
    const usable = complete || (this.#words[this.#column] === true && this.#column > 0);
    for (let i = this.#column; i < this.#columns.length; i++) (this.#columns[i] as Float64Array)[this.length] = Number.NaN;
    const text = this.#wordsOfTuple.filter((word) => word !== '').join(' ');
    if (usable && text !== '' && this.notes.length < limits.fieldsPerRecord) this.notes.push({ point: this.length, text });
    this.#wordsOfTuple = [];
    this.#column = 0;
    if (usable) this.length++;
    return usable;
  }

  /** The table is over: a tuple whose bracket was never closed counts as it stands. */
  finish(): void {
    if (this.#column > 0) this.#closeTuple();
  }

  #grow(): void {
    this.#columns = this.#columns.map((column) => {
      const larger = new Float64Array(2 * column.length);
      larger.set(column);
      return larger;
    });
  }
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function endsNumber(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === COMMA || byte === SEMICOLON || byte === CLOSING || byte === DOLLAR || byte === OPENING;
}
