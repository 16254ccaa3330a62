import { limits } from '../limits';
import type { PeakProblem } from '../peaks/peak-line';
import type { PeakList } from '../peaks/peak-list';
import { NumberScanner } from '../text/number';

/** What one line of peaks gave. */
export type MgfPeak = 'peak' | 'peak-with-rest' | PeakProblem;

const TAB = 9;
const SPACE = 32;
const COMMA = 44;
const DOT = 46;
/** `101,25 3400,5`: m/z with a decimal comma, and no point anywhere. One digit and then three may be thousands. */
const DECIMAL_COMMA = /^(?!\d,\d{3}(?:\s|$))(\d+),(\d+)[ \t]+(\d+)(?:,(\d+))?(?:[eE]([+-]?\d+))?(?:[ \t]+\d+[+-]?)?$/;

/**
 * Reads one peak: m/z, intensity and perhaps a charge, set apart by blanks or tabs. A comma is never a separator of this format: where it can
 * only be a decimal comma it is read as one, else the line is left out.
 */
export class MgfPeakLine {
  readonly #numbers = new NumberScanner();
  readonly #peaks: PeakList;
  /** Where what follows the intensity begins, after `peak-with-rest`. */
  restAt = 0;
  /** A decimal comma was read. */
  decimalComma = false;

  constructor(peaks: PeakList) {
    this.#peaks = peaks;
  }

  read(bytes: Uint8Array, start: number, end: number): MgfPeak {
    const numbers = this.#numbers;
    const first = numbers.scan(bytes, start, end);
    const mz = numbers.value;
    let at = skipBlanks(bytes, numbers.end, end);
    if (bytes[at] === COMMA && at < end) return this.#readCommas(bytes, start, end);
    if (first === 'none' || (at === numbers.end && at < end)) return 'peak-not-a-number';
    if (at === end) return 'peak-line-odd';
    const second = numbers.scan(bytes, at, end);
    if (bytes[numbers.end] === COMMA && numbers.end < end) return this.#readCommas(bytes, start, end);
    at = skipBlanks(bytes, numbers.end, end);
    if (second === 'none' || (at === numbers.end && at < end)) return 'peak-not-a-number';
    if (first === 'too-long' || second === 'too-long') return 'number-too-long';
    const problem = this.#push(mz, numbers.value);
    this.restAt = at;
    return problem ?? (at < end ? 'peak-with-rest' : 'peak');
  }

  #readCommas(bytes: Uint8Array, start: number, end: number): MgfPeak {
    if (end - start > 4 * limits.numberCharacters || bytes.subarray(start, end).includes(DOT)) return 'comma-ambiguous';
    const parts = DECIMAL_COMMA.exec(String.fromCharCode(...bytes.subarray(start, end)));
    if (parts === null) return 'comma-ambiguous';
    const [, whole, fraction, height, heightFraction = '0', exponent = '0'] = parts;
    this.decimalComma = true;
    return this.#push(Number(`${whole}.${fraction}`), Number(`${height}.${heightFraction}e${exponent}`)) ?? 'peak';
  }

  #push(mz: number, intensity: number): PeakProblem | undefined {
    if (mz < 0 || intensity < 0) return 'peak-negative';
    if (mz === 0 || mz > limits.mz || intensity > Number.MAX_VALUE) return 'peak-out-of-range';
    this.#peaks.push(mz, intensity + 0);
    return undefined;
  }
}

function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  return at;
}
