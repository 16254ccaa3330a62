import { limits } from '../limits';

/** What stands at a place: a number, a number of more characters than any instrument writes, or no number. */
export type NumberState = 'number' | 'too-long' | 'none';

const DOT = 46;
const MINUS = 45;
const PLUS = 43;
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** With at most 15 digits and a power of ten up to 22 both factors are exact doubles, so one operation rounds correctly (Clinger 1990). */
const EXACT_DIGITS = 15;

/**
 * Reads decimal numbers (`12`, `.5`, `1.2e-03`) straight from bytes, to the same double as `Number(text)`. After `scan`, `value` and `end` hold the
 * result; what follows the number is the caller's matter.
 */
export class NumberScanner {
  value = 0;
  end = 0;

  scan(bytes: Uint8Array, start: number, limit: number): NumberState {
    let at = start;
    let byte = at < limit ? (bytes[at] as number) : 0;
    const negative = byte === MINUS;
    if (negative || byte === PLUS) at++;
    const digitsFrom = at;
    let mantissa = 0;
    let significant = 0;
    let power = 0;
    for (; at < limit; at++) {
      byte = (bytes[at] as number) - 48;
      if (byte < 0 || byte > 9) break;
      mantissa = mantissa * 10 + byte;
      if (mantissa !== 0) significant++;
    }
    let digits = at - digitsFrom;
    if (at < limit && bytes[at] === DOT) {
      const fractionFrom = ++at;
      for (; at < limit; at++) {
        byte = (bytes[at] as number) - 48;
        if (byte < 0 || byte > 9) break;
        mantissa = mantissa * 10 + byte;
        if (mantissa !== 0) significant++;
      }
      digits += at - fractionFrom;
      power = fractionFrom - at;
    }
    this.end = at;
    if (digits === 0) return 'none';
    power += this.#exponent(bytes, limit);
    if (this.end - start > limits.numberCharacters) return 'too-long';
    if (significant <= EXACT_DIGITS && power >= -22 && power <= 22) {
      const magnitude = power < 0 ? mantissa / (POWERS[-power] as number) : mantissa * (POWERS[power] as number);
      this.value = negative ? -magnitude : magnitude;
    } else {
      this.value = Number(String.fromCharCode(...bytes.subarray(start, this.end)));
    }
    return 'number';
  }

  /** The exponent at `end`, 0 when there is none; moves `end` behind it. */
  #exponent(bytes: Uint8Array, limit: number): number {
    let at = this.end;
    if (at >= limit || ((bytes[at] as number) | 32) !== 101) return 0;
    at++;
    const negative = bytes[at] === MINUS && at < limit;
    if (negative || (at < limit && bytes[at] === PLUS)) at++;
    const from = at;
    let exponent = 0;
    for (; at < limit; at++) {
      const digit = (bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) break;
      if (exponent < 100_000) exponent = exponent * 10 + digit;
    }
    if (at === from) return 0;
    this.end = at;
    return negative ? -exponent : exponent;
  }
}
