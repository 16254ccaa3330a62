import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberScanner } from '../../../../src/core/formats/text/number';

function scan(text: string): { readonly state: string; readonly value: number; readonly end: number } {
  const scanner = new NumberScanner();
  const bytes = new TextEncoder().encode(`<${text}`);
  const state = scanner.scan(bytes, 1, bytes.length);
  return { state, value: scanner.value, end: scanner.end - 1 };
}

describe('numbers from bytes', () => {
  it('are the same doubles as Number gives', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = String(value);
        expect(scan(text)).toEqual({ state: 'number', value: Number(text), end: text.length });
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[+-]?(\d{1,18}(\.\d{0,18})?|\.\d{1,18})([eE][+-]?\d{1,3})?$/), (text) => {
        expect(scan(text)).toEqual({
          state: text.length > 40 ? 'too-long' : 'number',
          value: text.length > 40 ? 0 : Number(text),
          end: text.length,
        });
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', '-', '+', '.', 'e5', 'NaN', 'Infinity', '-.'])('find none in "%s"', (text) => expect(scan(text).state).toBe('none'));
  it.each([
    ['12abc', 12, 2],
    ['1.2.3', 1.2, 3],
    ['5e', 5, 1],
    ['5e+', 5, 1],
    ['7;', 7, 1],
  ])('end where the number of "%s" ends', (text, value, end) => expect(scan(text)).toMatchObject({ value, end }));
  it('are refused beyond 40 characters', () => expect(scan('1'.repeat(41)).state).toBe('too-long'));
  it('do not overflow on a long exponent', () => expect(scan('1e99999999999999').value).toBe(Number.POSITIVE_INFINITY));
});
