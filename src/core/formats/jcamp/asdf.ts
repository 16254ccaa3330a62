/** Kinds of what a byte of a table of ordinates begins; 0: nothing such a table has (JCAMP-DX 4.24, table of ASDF digits). */
export const SEPARATOR = 1;
export const NUMBER = 2;
export const SQUEEZED = 3;
export const DIFFERENCE = 4;
export const DUPLICATE = 5;
export const MISSING = 6;
export const DOLLAR = 7;

export const KIND = new Uint8Array(256);
/** The digit a pseudo-digit stands for, with its sign in `NEGATIVE`. */
export const DIGIT = new Uint8Array(256);
export const NEGATIVE = new Uint8Array(256);
const PSEUDO_DIGITS: readonly (readonly [kind: number, from: number, digits: string, negative: boolean])[] = [
  [SQUEEZED, 0, '@ABCDEFGHI', false],
  [SQUEEZED, 1, 'abcdefghi', true],
  [DIFFERENCE, 0, '%JKLMNOPQR', false],
  [DIFFERENCE, 1, 'jklmnopqr', true],
  [DUPLICATE, 1, 'STUVWXYZs', false],
];
for (const [kind, from, digits, negative] of PSEUDO_DIGITS) {
  for (let i = 0; i < digits.length; i++) {
    const byte = digits.charCodeAt(i);
    KIND[byte] = kind;
    DIGIT[byte] = from + i;
    NEGATIVE[byte] = negative ? 1 : 0;
  }
}
for (const character of ' \t\f\v,;') KIND[character.charCodeAt(0)] = SEPARATOR;
for (const character of '0123456789+-.') KIND[character.charCodeAt(0)] = NUMBER;
KIND['?'.charCodeAt(0)] = MISSING;
KIND['$'.charCodeAt(0)] = DOLLAR;

const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const UPPER_E = 69;
const LOWER_E = 101;

/**
 * The end of a number that may stand right before a pseudo-digit: an `E` belongs to it only with a sign and a digit behind, because `1200E34` is 1200 and
 * then the squeezed 534.
 */
export function plainNumberEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const first = bytes[at];
  if (first === PLUS || first === MINUS) at++;
  while (at < end && isDigitOrDot(bytes[at] as number)) at++;
  const byte = bytes[at];
  if ((byte === UPPER_E || byte === LOWER_E) && at + 2 < end && (bytes[at + 1] === PLUS || bytes[at + 1] === MINUS)) {
    if (isDigit(bytes[at + 2] as number)) {
      at += 2;
      while (at < end && isDigit(bytes[at] as number)) at++;
    }
  }
  return at;
}

/** The power of ten of the last digit of a number as written. */
export function placeOf(bytes: Uint8Array, start: number, end: number): number {
  let exponentAt = start;
  while (exponentAt < end && bytes[exponentAt] !== UPPER_E && bytes[exponentAt] !== LOWER_E) exponentAt++;
  let dot = start;
  while (dot < exponentAt && bytes[dot] !== DOT) dot++;
  const decimals = dot < exponentAt ? exponentAt - dot - 1 : 0;
  if (exponentAt === end) return -decimals;
  const exponent = Number(String.fromCharCode(...bytes.subarray(exponentAt + 1, Math.min(end, exponentAt + 6))));
  return Math.max(-400, Math.min(400, exponent - decimals));
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

export function isDigitOrDot(byte: number): boolean {
  return isDigit(byte) || byte === DOT;
}
