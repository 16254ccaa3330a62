import type { BinaryFile } from '../binary/binary-file';

/** What the scanner stands at. A tag that closes itself is an `open` followed by its `close`. */
export type XmlToken = 'open' | 'close' | 'text' | 'end';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Longest name or attribute value; a cell's own text is no attribute. */
const TAG_LENGTH = 65_536;
const SNIPPET = 40;

/**
 * Walks the tags and texts of one part of a workbook. It knows the five entities of XML and characters by number, no others; a document type declaration
 * refuses the file; nothing outside the part is ever looked at.
 */
export class XmlScanner {
  /** Name of the tag without its prefix. */
  name = '';
  /** Text of the last `text` token, entities resolved. */
  text = '';
  #attributes = '';
  #selfClosed = false;
  #at = 0;
  readonly #xml: string;
  readonly #file: BinaryFile;

  /** `bytes` are UTF-8 or UTF-16 with a byte-order mark, as Office Open XML allows. */
  constructor(xml: string, file: BinaryFile) {
    this.#xml = xml;
    this.#file = file;
  }

  /** Characters walked so far. */
  get position(): number {
    return this.#at;
  }

  /** @throws Refused `xml-not-wellformed`, `xml-doctype` */
  next(): XmlToken {
    if (this.#selfClosed) {
      this.#selfClosed = false;
      return 'close';
    }
    const xml = this.#xml;
    for (;;) {
      if (this.#at >= xml.length) return 'end';
      if (xml.charCodeAt(this.#at) !== 60) return this.#readText();
      const sign = xml.charCodeAt(this.#at + 1);
      if (sign === 47) return this.#readClose();
      if (sign === 63) this.#skipPast('?>');
      else if (sign !== 33) return this.#readOpen();
      else if (xml.startsWith('<!--', this.#at)) this.#skipPast('-->');
      else if (xml.startsWith('<![CDATA[', this.#at)) return this.#readCdata();
      else if (/^<!doctype/i.test(xml.slice(this.#at, this.#at + 9))) this.#file.refuse('xml-doctype', this.#at, {});
      else this.#damaged();
    }
  }

  /** An attribute of the open tag, by its name without prefix. */
  attribute(name: string): string | undefined {
    const found = patternOf(name).exec(this.#attributes);
    const value = found?.[1] ?? found?.[2];
    return value === undefined ? undefined : this.#resolved(value);
  }

  #readText(): 'text' {
    const end = this.#xml.indexOf('<', this.#at);
    const raw = this.#xml.slice(this.#at, end < 0 ? undefined : end);
    this.text = this.#resolved(raw);
    this.#at += raw.length;
    return 'text';
  }

  #readCdata(): 'text' {
    const end = this.#xml.indexOf(']]>', this.#at);
    if (end < 0) this.#damaged();
    this.text = this.#xml.slice(this.#at + 9, end);
    this.#at = end + 3;
    return 'text';
  }

  #readClose(): 'close' {
    const end = this.#endOfTag();
    this.name = localName(this.#xml.slice(this.#at + 2, end).trim());
    this.#at = end + 1;
    return 'close';
  }

  #readOpen(): 'open' {
    const end = this.#endOfTag();
    const closed = this.#xml.charCodeAt(end - 1) === 47;
    const tag = this.#xml.slice(this.#at + 1, closed ? end - 1 : end);
    const blank = tag.search(/\s/);
    this.name = localName(blank < 0 ? tag : tag.slice(0, blank));
    this.#attributes = blank < 0 ? '' : tag.slice(blank);
    if (this.name === '') this.#damaged();
    this.#selfClosed = closed;
    this.#at = end + 1;
    return 'open';
  }

  /** The `>` of the tag here; one inside a quoted value does not end it. */
  #endOfTag(): number {
    const xml = this.#xml;
    const last = Math.min(xml.length, this.#at + TAG_LENGTH);
    let quote = 0;
    for (let at = this.#at; at < last; at++) {
      const code = xml.charCodeAt(at);
      if (quote !== 0) quote = code === quote ? 0 : quote;
      else if (code === 62) return at;
      else if (code === 34 || code === 39) quote = code;
    }
    return this.#damaged();
  }

  #skipPast(mark: string): void {
    const end = this.#xml.indexOf(mark, this.#at);
    if (end < 0) this.#damaged();
    this.#at = end + mark.length;
  }

  #resolved(raw: string): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));|&/gi, (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return ENTITIES[name as string] ?? this.#damaged();
      const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal);
      return whole !== '&' && code <= 0x10ffff ? String.fromCodePoint(code) : this.#damaged();
    });
  }

  #damaged(): never {
    return this.#file.refuse('xml-not-wellformed', this.#at, { text: this.#xml.slice(this.#at, this.#at + SNIPPET) });
  }
}

const PATTERNS = new Map<string, RegExp>();

/** The names asked for are a handful, the tags millions. */
function patternOf(name: string): RegExp {
  const known = PATTERNS.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  PATTERNS.set(name, known);
  return known;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
