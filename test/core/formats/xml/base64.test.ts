import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Capacity, base64Length, decodeBase64 } from '../../../../src/core/formats/xml/base64';

function decode(text: string): string | undefined {
  const bytes = new TextEncoder().encode(text);
  const into = new Uint8Array(base64Capacity(bytes.length));
  const length = decodeBase64(bytes, 0, bytes.length, into);
  return length < 0 ? undefined : Buffer.from(into.subarray(0, length)).toString('hex');
}

describe('base64', () => {
  it('decodes what any bytes were encoded to, with white space anywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.array(fc.nat(300), { maxLength: 4 }), (bytes, places) => {
        let text = Buffer.from(bytes).toString('base64');
        for (const place of places) text = `${text.slice(0, place)}\r\n${text.slice(place)}`;
        expect(decode(text)).toBe(Buffer.from(bytes).toString('hex'));
      }),
    );
  });

  it.each(['A', 'AA', 'AAA', 'AA=', 'A===', 'AA==A', 'AA==AAAA', 'AA=A', '====', 'AAA-', 'AAA_', 'AAAé', 'AAAA A'])(
    'refuses the damaged “%s”',
    (text) => expect(decode(text)).toBeUndefined(),
  );

  it('counts characters that are no white space', () => {
    const bytes = new TextEncoder().encode(' AA\r\n==\t');
    expect(base64Length(bytes, 0, bytes.length)).toBe(4);
  });
});
