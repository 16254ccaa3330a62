import { NumberScanner } from '../text/number';
import {
  DIFFERENCE,
  DIGIT,
  DOLLAR,
  DUPLICATE,
  isDigitOrDot,
  KIND,
  MISSING,
  NEGATIVE,
  NUMBER,
  placeOf,
  plainNumberEnd,
  SEPARATOR,
  SQUEEZED,
} from './asdf';
import { MOST_POINTS, OrdinateLines } from './ordinate-lines';

/** Digits a double holds without rounding. */
const EXACT_DIGITS = 15;
const DOT = 46;
const UPPER_E = 69;
const LOWER_E = 101;

/** A value that does not repeat the last one of the line before, where the standard says that it does. */
export interface CheckFailure {
  readonly line: number;
  readonly stated: number;
  readonly found: number;
}

/**
 * Reads the lines of `(X++(Y..Y))` in all forms of the standard, mixed as they come: AFFN, PAC, SQZ, DIF and DIFDUP. A line that ends in
 * a difference is followed by one that repeats its last ordinate: the check. Nothing is multiplied here; a missing value `?` is NaN.
 */
export class OrdinateReader {
  readonly #numbers = new NumberScanner();
  y = new Float64Array(4096);
  /** Ordinates so far. */
  length = 0;
  readonly lines = new OrdinateLines();
  missing = 0;
  checkFailures = 0;
  firstFailure: CheckFailure | undefined;
  /** More points or lines than any table may have were met; the table is to be left out. */
  overflowed = false;
  /** Where the remark of the last line begins, or -1. */
  remarkAt = -1;
  #last = Number.NaN;
  #checkDue = false;
  #compressed = false;

  /** Whether the last line ends in a difference: the line that would repeat its last ordinate is not there. */
  get endsUnchecked(): boolean {
    return this.#checkDue;
  }

  clear(): void {
    if (this.y.length > 1_048_576) this.y = new Float64Array(4096);
    this.length = 0;
    this.lines.clear();
    this.missing = 0;
    this.checkFailures = 0;
    this.firstFailure = undefined;
    this.overflowed = false;
    this.#last = Number.NaN;
    this.#checkDue = false;
    this.#compressed = false;
  }

  /** Takes a line; false when it is none of the standard's, and then nothing of it is kept. */
  read(bytes: Uint8Array, start: number, end: number, line: number): boolean {
    this.remarkAt = -1;
    let at = start;
    while (at < end && KIND[bytes[at] as number] === SEPARATOR) at++;
    if (at === end || this.overflowed) return true;
    if (KIND[bytes[at] as number] === DOLLAR && bytes[at + 1] === bytes[at]) {
      this.remarkAt = at;
      return true;
    }
    const stop = plainNumberEnd(bytes, at, end);
    if (this.#numbers.scan(bytes, at, stop) !== 'number' || this.#numbers.end !== stop) return this.#drop(this.length);
    const point = this.#checkDue ? this.length - 1 : this.length;
    if (!this.lines.push(this.#numbers.value, placeOf(bytes, at, stop), point, line)) return this.#overflow();
    return this.#readOrdinates(bytes, stop, end, line);
  }

  #readOrdinates(bytes: Uint8Array, start: number, end: number, line: number): boolean {
    const numbers = this.#numbers;
    const from = this.length;
    let y = this.y;
    let n = from;
    let at = start;
    let last = this.#last;
    let difference = 0;
    let inDifferences = false;
    let any = false;
    let checkDue = this.#checkDue;
    while (at < end) {
      const byte = bytes[at] as number;
      const kind = KIND[byte];
      let value: number;
      if (kind === DIFFERENCE || kind === SQUEEZED) {
        let magnitude = DIGIT[byte] as number;
        const digitsFrom = ++at;
        let digit = at < end ? (bytes[at] as number) - 48 : -1;
        while (digit >= 0 && digit <= 9) {
          magnitude = magnitude * 10 + digit;
          at++;
          digit = at < end ? (bytes[at] as number) - 48 : -1;
        }
        if (digit === DOT - 48 || at - digitsFrom > EXACT_DIGITS) {
          magnitude = this.#longNumber(bytes, digitsFrom, end, DIGIT[byte] as number);
          at = numbers.end;
        }
        if (NEGATIVE[byte] === 1) magnitude = -magnitude;
        if (kind === DIFFERENCE) {
          this.#compressed = true;
          if (Number.isNaN(last)) return this.#dropLine(from);
          inDifferences = true;
          difference = magnitude;
          value = last + magnitude;
        } else {
          if (byte !== UPPER_E && byte !== LOWER_E) this.#compressed = true;
          inDifferences = false;
          value = magnitude;
        }
      } else if (kind === NUMBER) {
        const stop = this.#compressed ? plainNumberEnd(bytes, at, end) : end;
        if (numbers.scan(bytes, at, stop) !== 'number') return this.#dropLine(from);
        at = numbers.end;
        value = numbers.value;
        inDifferences = false;
      } else if (kind === DUPLICATE) {
        let count = DIGIT[byte] as number;
        at++;
        for (let digit = at < end ? (bytes[at] as number) - 48 : -1; digit >= 0 && digit <= 9; ) {
          count = count * 10 + digit;
          at++;
          digit = at < end ? (bytes[at] as number) - 48 : -1;
        }
        if (!any) return this.#dropLine(from);
        this.#compressed = true;
        if (n + count > MOST_POINTS) return this.#overflow();
        if (n + count > y.length) y = this.#grow(n, n + count);
        if (!inDifferences) difference = 0;
        if (Number.isNaN(last)) this.missing += count - 1;
        for (let i = 1; i < count; i++) {
          last += difference;
          y[n++] = last;
        }
        continue;
      } else if (kind === MISSING) {
        at++;
        value = Number.NaN;
        inDifferences = false;
        if (!checkDue) this.missing++;
      } else if (kind === SEPARATOR) {
        at++;
        continue;
      } else if (kind === DOLLAR && bytes[at + 1] === byte && at + 1 < end) {
        this.remarkAt = at;
        break;
      } else return this.#dropLine(from);
      any = true;
      if (checkDue) {
        checkDue = false;
        if (inDifferences || !agrees(value, last)) this.#failCheck(line, value, last);
        if (!inDifferences) {
          last = value;
          continue;
        }
      }
      if (n === y.length) {
        if (n >= MOST_POINTS) return this.#overflow();
        y = this.#grow(n, n + 1);
      }
      y[n++] = value;
      last = value;
    }
    if (!any) return this.#dropLine(from);
    this.length = n;
    this.#last = last;
    this.#checkDue = inDifferences;
    return true;
  }

  /** A pseudo-digit with a decimal point or very many digits behind it, read as one number. */
  #longNumber(bytes: Uint8Array, digitsFrom: number, end: number, lead: number): number {
    let at = digitsFrom;
    while (at < end && isDigitOrDot(bytes[at] as number)) at++;
    this.#numbers.end = at;
    return Number(`${lead}${String.fromCharCode(...bytes.subarray(digitsFrom, Math.min(at, digitsFrom + 400)))}`);
  }

  #dropLine(length: number): boolean {
    this.lines.pop();
    return this.#drop(length);
  }

  /** The line is no line of ordinates: its points are lost, and with them what the next line would check. */
  #drop(length: number): boolean {
    this.length = length;
    this.#last = Number.NaN;
    this.#checkDue = false;
    return false;
  }

  #overflow(): boolean {
    this.overflowed = true;
    this.length = 0;
    this.y = new Float64Array(0);
    return true;
  }

  #failCheck(line: number, stated: number, found: number): void {
    this.checkFailures++;
    this.firstFailure ??= { line, stated, found };
  }

  #grow(length: number, atLeast: number): Float64Array<ArrayBuffer> {
    const larger = new Float64Array(Math.min(Math.max(2 * this.y.length, atLeast), MOST_POINTS));
    larger.set(this.y.subarray(0, length));
    this.y = larger;
    return larger;
  }
}

/** Whole numbers repeat exactly; of others the sum of differences may round. */
function agrees(value: number, last: number): boolean {
  if (value === last) return true;
  const exact = Number.isInteger(value) && Number.isInteger(last) && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  return !exact && Math.abs(value - last) <= 1e-9 * Math.max(Math.abs(value), Math.abs(last));
}
