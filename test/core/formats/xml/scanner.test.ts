import { describe, expect, it } from 'vitest';
import { Refused } from '../../../../src/core/formats/binary/binary-file';
import { limits } from '../../../../src/core/formats/limits';
import { XmlScanner } from '../../../../src/core/formats/xml/scanner';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { syntheticSource } from '../../../support/read-text';

/** Every element with its attributes `a` and `b`, indented by depth, and how the walk ended. */
function walk(text: string | Uint8Array): readonly string[] {
  const xml = new XmlScanner(memorySource('test.xml', typeof text === 'string' ? new TextEncoder().encode(text) : text));
  const seen: string[] = [];
  try {
    for (let token = xml.next(); token !== 'end'; token = xml.next()) {
      if (token === 'close') seen.push(`/${xml.name} in ${xml.parent}`);
      else seen.push([xml.name, xml.parent, xml.attribute('a') ?? '-', xml.word('b')].join(' '));
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    seen.push(`${error.refusal.code} ${error.refusal.at.byte}`);
  }
  return seen;
}

describe('scanning XML', () => {
  it('gives elements with their parents and attributes', () => {
    expect(
      walk('\ufeff<?xml version="1.0"?>\n<!-- -- > --><r a="1"\tb = \'x>y\'>text<e/><n:f a="2" >&amp;</n:f\n></r>\n<!---->\n'),
    ).toEqual(['r  1 x>y', 'e r - ', '/e in r', 'n:f r 2 ', '/n:f in r', '/r in ']);
  });

  it('resolves references and line ends in values, and leaves others refused', () => {
    expect(walk('<r a="&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;&#xe9;\r\n."/>')[0]).toBe(`r  <>&"'A😀é . `);
    for (const reference of ['&nbsp;', '&', '&#0;', '&#x110000;', '&#xD800;', '&amp', '&a1;']) {
      expect(walk(`<r a="${reference}"/>`)).toEqual(['xml-not-wellformed 6']);
    }
  });

  it('reads UTF-8, Windows-1252 and UTF-16', () => {
    expect(walk('<r a="µ"/>')[0]).toBe('r  µ ');
    expect(walk(Uint8Array.of(60, 114, 32, 97, 61, 34, 0xb5, 34, 47, 62))[0]).toBe('r  µ ');
    const utf16 = Uint8Array.from(Buffer.from('\ufeff<r a="µ"/>', 'utf16le'));
    expect(walk(utf16)[0]).toBe('r  µ ');
  });

  it.each([
    ['<r><e></r>', 6],
    ['<r', undefined],
    ['<r></r><s/>', 7],
    ['<r></r>x', 7],
    ['x<r/>', 0],
    ['', 0],
    ['<r a=1/>', 3],
    ['<r a/>', 3],
    ['<r a="1"b="2"/>', 8],
    ['<r a="1" a="2"/>', 9],
    ['<r a="<"/>', 3],
    ['<1r/>', 0],
    ['<r 1="a"/>', 3],
    ['</r>', 0],
    ['<r><!x></r>', 3],
    ['<![CDATA[x]]><r/>', 0],
  ])('refuses %s at byte %s', (text, byte) => {
    expect(walk(text).at(-1)).toBe(byte === undefined ? 'file-truncated 2' : `xml-not-wellformed ${byte}`);
  });

  it('refuses a document type and a file that ends too early', () => {
    expect(walk('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY b "c">]><r>&b;</r>')).toEqual(['xml-doctype 21']);
    for (const cut of ['<r><e>', '<r><!-- ', '<r><e a="1', '<r>text', '<r></', '<r><![CDATA[ ]]']) {
      expect(walk(cut).at(-1)).toBe(`file-truncated ${cut.length}`);
    }
  });

  it('passes over CDATA and comments, with brackets and dashes in them', () => {
    expect(walk('<r><![CDATA[<x>]]]]><!-- <y> ---><e/></r>').map((line) => line.split(' ')[0])).toEqual(['r', 'e', '/e', '/r']);
  });

  it('finds the same elements however the bytes fall into its buffer', () => {
    const element = `<element a="${'v'.repeat(1000)}" b='word'>${'t'.repeat(700)}</element>`;
    const xml = new XmlScanner(memorySource('long.xml', new TextEncoder().encode(`<r>${element.repeat(2000)}</r>`)));
    let elements = 0;
    for (let token = xml.next(); token !== 'end'; token = xml.next()) {
      if (token !== 'open' || xml.name === 'r') continue;
      elements++;
      expect([xml.attribute('a')?.length, xml.word('b')]).toEqual([1000, 'word']);
      if (elements % 2 === 0) expect(xml.string().length).toBe(700);
    }
    expect(elements).toBe(2000);
  });

  it('hands out text in place, and refuses text that a comment interrupts', () => {
    const text = (content: string) => {
      const xml = new XmlScanner(memorySource('t', new TextEncoder().encode(`<r>${content}</r>`)));
      xml.next();
      xml.text();
      return new TextDecoder().decode(xml.bytes.subarray(xml.textStart, xml.textEnd));
    };
    expect(text('AAAA')).toBe('AAAA');
    expect(text('')).toBe('');
    const long = 'x'.repeat(3_000_000);
    expect(text(long)).toBe(long);
    expect(() => text('AA<!-- -->AA')).toThrow(Refused);
  });

  it('refuses nesting without end, a tag without end and text without end in bounded memory', () => {
    expect(walk('<a>'.repeat(100_000)).at(-1)).toMatch(/^structure-damaged/);
    const endless = (head: string, taken: { bytes: number }) => {
      const source = syntheticSource('endless.xml', 2_147_483_648, (at) => (at < head.length ? head.charCodeAt(at) : 120));
      const xml = new XmlScanner({
        ...source,
        read: (offset, into) => {
          taken.bytes = offset + into.length;
          return source.read(offset, into);
        },
      });
      for (;;) xml.next();
    };
    const tag = { bytes: 0 };
    expect(() => endless('<r a="', tag)).toThrow(Refused);
    expect(tag.bytes).toBeLessThan(3 * limits.lineBytes);
    const text = { bytes: 0 };
    expect(() => endless('<r>', text)).toThrow(Refused);
    expect(text.bytes).toBeLessThan(limits.xmlTextBytes + 1_000_000);
  });
});
