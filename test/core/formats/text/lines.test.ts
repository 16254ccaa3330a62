import { describe, expect, it } from 'vitest';
import { limits } from '../../../../src/core/formats/limits';
import { FieldDecoder } from '../../../../src/core/formats/text/decode';
import type { ByteStream } from '../../../../src/core/formats/text/encoding';
import { LineReader } from '../../../../src/core/formats/text/lines';

/** Hands out a text in parts of `size` bytes, so that every boundary falls somewhere awkward. */
function inParts(text: string, size: number): ByteStream {
  const bytes = new TextEncoder().encode(text);
  let position = 0;
  return {
    exact: true,
    get position() {
      return position;
    },
    read(into) {
      const part = bytes.subarray(position, position + Math.min(size, into.length));
      into.set(part);
      position += part.length;
      return part.length;
    },
  };
}

function linesOf(text: string, size: number): { readonly lines: string[]; readonly places: (number | undefined)[]; readonly last: string } {
  const reader = new LineReader(inParts(text, size));
  const decoder = new FieldDecoder();
  const lines: string[] = [];
  const places: (number | undefined)[] = [];
  let state = reader.next();
  while (state === 'line') {
    lines.push(decoder.decode(reader.bytes, reader.start, reader.end));
    places.push(reader.place().byte);
    expect(reader.line).toBe(lines.length);
    state = reader.next();
  }
  return { lines, places, last: state };
}

describe('lines over parts', () => {
  it.each([1, 2, 3, 5, 1000])('splits at CR, LF and CRLF in parts of %i bytes', (size) => {
    const { lines, places, last } = linesOf('a\r\nbc\rd\n\n\r\n\r\re', size);
    expect(lines).toEqual(['a', 'bc', 'd', '', '', '', '', 'e']);
    expect(places).toEqual([0, 3, 6, 8, 9, 11, 12, 13]);
    expect(last).toBe('end');
  });

  it('tells whether the last line was closed', () => {
    const closed = new LineReader(inParts('a\n', 10));
    closed.next();
    expect([closed.terminated, closed.next()]).toEqual([true, 'end']);
    const open = new LineReader(inParts('a\nb', 10));
    open.next();
    open.next();
    expect([open.terminated, open.next()]).toEqual([false, 'end']);
  });

  it('stops at a NUL byte and says where', () => {
    const reader = new LineReader(inParts('ab\ncd\0ef', 2));
    reader.next();
    expect(reader.next()).toBe('binary');
    expect(reader.place()).toEqual({ line: 2, byte: 5 });
  });

  it('takes a line of the longest length allowed and refuses one byte more, closed or not', () => {
    const longest = 'x'.repeat(limits.lineBytes);
    expect(linesOf(`${longest}\nb`, 100_000).lines.map((line) => line.length)).toEqual([limits.lineBytes, 1]);
    expect(linesOf(`a\n${longest}x\nb`, 100_000)).toMatchObject({ lines: ['a'], last: 'too-long' });
    expect(linesOf(`${longest}${longest}`, 100_000)).toMatchObject({ lines: [], last: 'too-long' });
  });
});
