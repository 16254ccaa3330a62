import { limits } from '../limits';
import { indexWithin } from '../text/index-within';
import { NumberScanner } from '../text/number';
import type { PeakList } from './peak-list';

/** Why a peak or a whole line of peaks was left out. */
export type PeakProblem =
  | 'peak-not-a-number'
  | 'peak-negative'
  | 'peak-out-of-range'
  | 'number-too-long'
  | 'peak-line-odd'
  | 'comma-ambiguous'
  | 'line-not-understood';

/** Told of everything on a line that did not become a peak; `start` and `end` bound the bytes in question. */
export interface PeakLineListener {
  problem(problem: PeakProblem, start: number, end: number): void;
  annotation(mz: number, start: number, end: number): void;
}

export interface PeakLineOptions {
  /**
   * A comma with digits on both sides may be a decimal comma. `ask`: where more than one reading is possible, the line is left out;
   * `separator`: the format itself says that it separates (JCAMP-DX). @default 'ask'
   */
  readonly comma?: 'ask' | 'separator';
  /** Whether `$$` begins a remark (JCAMP-DX). @default false */
  readonly remarks?: boolean;
}

const ZERO = 48;
const DOT = 46;
/** With so many digits and characters a number and its power of ten are exact doubles, and one division rounds correctly (Clinger 1990). */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => Number(`1e${exponent}`));

const QUOTE = 34;
const COMMA = 44;
const SEMICOLON = 59;
const DOLLAR = 36;

/** 1: separates numbers; 2: opens a pair; 3: closes a pair; 0: anything else. */
const KIND = new Uint8Array(256);
for (const separator of ' \t\f\v,;:') KIND[separator.charCodeAt(0)] = 1;
for (const opening of '([{') KIND[opening.charCodeAt(0)] = 2;
for (const closing of ')]}') KIND[closing.charCodeAt(0)] = 3;

/**
 * Reads pairs of m/z and intensity from one line, however they are set apart: blanks, tabs, `,`, `;`, `:`, brackets, one or many on a line, each
 * with or without an annotation in quotes or words. A line that has more than one reading gives no peak at all but a problem.
 */
export class PeakLineReader {
  readonly #numbers = new NumberScanner();
  readonly #peaks: PeakList;
  readonly #listener: PeakLineListener;
  readonly #askComma: boolean;
  readonly #remarks: boolean;
  /** Pairs met on the last line, with those left out one by one. */
  pairs = 0;
  /** Where the remark of the last line begins, or -1. */
  remarkAt = -1;

  constructor(peaks: PeakList, listener: PeakLineListener, options: PeakLineOptions = {}) {
    this.#peaks = peaks;
    this.#listener = listener;
    this.#askComma = (options.comma ?? 'ask') === 'ask';
    this.#remarks = options.remarks ?? false;
  }

  read(bytes: Uint8Array, start: number, end: number): void {
    const mark = this.#peaks.length;
    const problem = this.#readPairs(bytes, start, end, mark);
    if (problem === undefined) return;
    this.#peaks.truncate(mark);
    this.pairs = 0;
    this.#listener.problem(problem, start, end);
  }

  /** Takes pairs until the line ends, or says why the whole line is to be left out. */
  #readPairs(bytes: Uint8Array, start: number, end: number, mark: number): PeakProblem | undefined {
    const numbers = this.#numbers;
    let pairs = 0;
    this.remarkAt = -1;
    let numbersMet = 0;
    let tightCommas = 0;
    let inBrackets = false;
    let mz = 0;
    let mzAt = -1;
    let at = start;
    while (at < end) {
      const byte = bytes[at] as number;
      const kind = KIND[byte];
      if (kind === 1) {
        at++;
      } else if (kind === 2) {
        if (mzAt >= 0 || inBrackets) return 'peak-line-odd';
        inBrackets = true;
        at++;
      } else if (kind === 3) {
        if (mzAt >= 0) return 'peak-line-odd';
        inBrackets = false;
        at++;
      } else if (byte === DOLLAR && this.#remarks && bytes[at + 1] === DOLLAR && at + 1 < end) {
        this.remarkAt = at;
        break;
      } else if (byte === QUOTE) {
        const stop = indexWithin(bytes, QUOTE, at + 1, end);
        if (mzAt >= 0 || pairs === 0) return 'line-not-understood';
        this.#listener.annotation(this.#lastMz(mark, mz), at + 1, stop);
        at = stop + 1;
      } else {
        // Nearly every number is a few digits with a separator behind: read here, in place of a call for each.
        let stop = at;
        let value = 0;
        let digit = byte - ZERO;
        while (digit >= 0 && digit <= 9) {
          value = value * 10 + digit;
          digit = ++stop < end ? (bytes[stop] as number) - ZERO : -1;
        }
        if (digit === DOT - ZERO && stop > at) {
          const fractionFrom = stop + 1;
          digit = ++stop < end ? (bytes[stop] as number) - ZERO : -1;
          while (digit >= 0 && digit <= 9) {
            value = value * 10 + digit;
            digit = ++stop < end ? (bytes[stop] as number) - ZERO : -1;
          }
          value /= POWERS_OF_TEN[Math.min(stop - fractionFrom, EXACT_DIGITS)] as number;
        }
        if (stop === at || stop - at > EXACT_DIGITS || (stop < end && KIND[bytes[stop] as number] !== 1)) {
          const state = numbers.scan(bytes, at, end);
          stop = numbers.end;
          const closed =
            stop >= end || KIND[bytes[stop] as number] !== 0 || bytes[stop] === QUOTE || (bytes[stop] === DOLLAR && this.#remarks);
          if (state === 'none' || !closed) {
            if (mzAt >= 0) {
              at = wordEnd(bytes, at, end);
              pairs++;
              this.#listener.problem('peak-not-a-number', mzAt, at);
              mzAt = -1;
              continue;
            }
            if (pairs === 0) return 'line-not-understood';
            const stopAt = annotationEnd(bytes, at, end);
            this.#listener.annotation(this.#lastMz(mark, mz), at, stopAt);
            at = stopAt;
            continue;
          }
          value = state === 'too-long' ? Number.NaN : numbers.value + 0;
        }
        numbersMet++;
        if (!inBrackets && bytes[stop] === COMMA && stop + 1 < end && isDigit(bytes[stop + 1] as number)) tightCommas++;
        if (mzAt < 0) {
          mz = value;
          mzAt = at;
        } else {
          pairs++;
          this.#pair(mz, value, mzAt, stop);
          mzAt = -1;
        }
        at = stop;
      }
    }
    if (mzAt >= 0) return 'peak-line-odd';
    this.pairs = pairs;
    return this.#askComma && tightCommas > 0 && numbersMet > 2 ? 'comma-ambiguous' : undefined;
  }

  #pair(mz: number, intensity: number, start: number, end: number): void {
    if (mz > 0 && mz <= limits.mz && intensity >= 0 && intensity <= Number.MAX_VALUE) this.#peaks.push(mz, intensity);
    else this.#listener.problem(pairProblem(mz, intensity), start, end);
  }

  #lastMz(mark: number, mz: number): number {
    return this.#peaks.length > mark ? this.#peaks.lastMz() : mz;
  }
}

function pairProblem(mz: number, intensity: number): PeakProblem {
  if (Number.isNaN(mz) || Number.isNaN(intensity)) return 'number-too-long';
  return mz < 0 || intensity < 0 ? 'peak-negative' : 'peak-out-of-range';
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** The end of a word that stands where a number should: up to the next separator. */
function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && KIND[bytes[at] as number] === 0) at++;
  return Math.max(at, start + 1);
}

/** The end of an annotation without quotes: up to `;`, a closing bracket or the end of the line. */
function annotationEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== SEMICOLON && KIND[bytes[at] as number] !== 3) at++;
  return at;
}
