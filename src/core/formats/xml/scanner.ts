import type { ByteSource } from '../../spectrum/byte-source';
import { Refused } from '../binary/binary-file';
import { type RefusalCode, type RefusalParams, refusal } from '../codes';
import { limits } from '../limits';
import { FieldDecoder } from '../text/decode';
import { type ByteStream, openText } from '../text/encoding';
import { InternTable } from '../text/interned';
import { expandReferences } from './references';

/** What `next` came to. `close` follows the `open` of an empty element too; `passed`: nothing but comments for so long that the caller should look. */
export type XmlToken = 'open' | 'close' | 'passed' | 'end';

const CHUNK = 262_144;
const MOST_ATTRIBUTES = 64;
const MOST_DEPTH = 64;
const SNIPPET = 40;
const LF = 10;
const SPACE = 32;
const EXCLAMATION = 33;
const QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** 1: a character of names; 2: white space. Bytes above 127 are parts of letters outside ASCII. */
const KIND = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:.-') KIND[letter.charCodeAt(0)] = 1;
KIND.fill(1, 128);
for (const blank of ' \t\r\n') KIND[blank.charCodeAt(0)] = 2;

/**
 * Walks XML from front to back over the bytes of a file, without a tree and without strings but those asked for. It knows elements, attributes, text,
 * the five predefined entities and numeric references; comments, processing instructions and CDATA are passed over; a document type refuses the file.
 * Every method throws `Refused` (`xml-not-wellformed`, `xml-doctype`, `file-truncated`, `structure-damaged`) with the byte of the fault. Memory is bounded by
 * the longest text taken in place (`limits.xmlTextBytes`).
 */
export class XmlScanner {
  readonly #file: string;
  readonly #stream: ByteStream;
  readonly #decoder = new FieldDecoder();
  readonly #names = new InternTable<string>();
  readonly #values = new InternTable<string>();
  readonly #stack: string[] = [];
  readonly #attributes = new Int32Array(4 * MOST_ATTRIBUTES);
  #attributeCount = 0;
  bytes = new Uint8Array(2 * CHUNK);
  #at = 0;
  #filled = 0;
  #base: number;
  #ended = false;
  /** The element opened last has no content. */
  #empty = false;
  /** The element on top of the stack is closed. */
  #closed = false;
  #rootSeen = false;
  /** Name of the element opened or closed last, with its prefix. */
  name = '';
  /** Where the text taken by `text` lies in `bytes`. */
  textStart = 0;
  textEnd = 0;

  constructor(source: ByteSource) {
    this.#file = source.name;
    this.#stream = openText(source);
    this.#base = this.#stream.position;
  }

  /** Source bytes taken so far. */
  get consumed(): number {
    return this.#stream.exact ? this.#base + this.#at : this.#stream.position;
  }

  /** Name of the element around the one that `next` opened or closed last, '' around the root. */
  get parent(): string {
    return this.#stack.at(-2) ?? '';
  }

  /** Whether text so far was not valid UTF-8 and was read as Windows-1252. */
  get encodingAssumed(): boolean {
    return this.#decoder.assumed;
  }

  next(): XmlToken {
    if (this.#empty) {
      this.#empty = false;
      return 'close';
    }
    if (this.#closed) this.#leave();
    const from = this.consumed;
    for (;;) {
      if (this.consumed - from > limits.progressBytes) return 'passed';
      if (!this.#skipText()) return this.#finish();
      const at = this.#need(this.#at, 2);
      const byte = this.bytes[at + 1] as number;
      if (byte === SLASH) return this.#closeTag();
      if (byte === QUESTION) this.#skipPast('?>', 2);
      else if (byte === EXCLAMATION) this.#skipDeclaration();
      else return this.#openTag();
    }
  }

  /** Takes the element that was closed last off the stack: until the next token, its parent can still be asked for. */
  #leave(): void {
    this.#closed = false;
    this.#stack.pop();
  }

  /** The value of an attribute of the element just opened, references resolved; undefined when it has none of this name. */
  attribute(name: string): string | undefined {
    const slot = this.#find(name);
    return slot < 0 ? undefined : this.#text(this.#attributes[slot + 2] as number, this.#attributes[slot + 3] as number);
  }

  /** As `attribute`, for values that come again and again: `''` when it has none of this name. */
  word(name: string): string {
    const slot = this.#find(name);
    if (slot < 0) return '';
    const start = this.#attributes[slot + 2] as number;
    const end = this.#attributes[slot + 3] as number;
    return this.#values.get(this.bytes, start, end, () => this.#text(start, end));
  }

  #find(name: string): number {
    const { bytes } = this;
    const attributes = this.#attributes;
    for (let slot = 0; slot < 4 * this.#attributeCount; slot += 4) {
      const start = attributes[slot] as number;
      if ((attributes[slot + 1] as number) - start !== name.length) continue;
      let i = 0;
      while (i < name.length && bytes[start + i] === name.charCodeAt(i)) i++;
      if (i === name.length) return slot;
    }
    return -1;
  }

  /**
   * Takes the text right after the opening tag, up to the next tag, in place: `bytes[textStart..textEnd)`, valid until the next call. Attributes can no
   * longer be asked for afterwards.
   */
  text(): void {
    this.textStart = this.#at;
    this.textEnd = this.#at;
    if (this.#empty) return;
    let scan = this.#at;
    for (;;) {
      // Not beyond what is filled: the buffer behind it may be as long again.
      const found = this.bytes.subarray(0, this.#filled).indexOf(LESS, scan);
      if (found >= 0) {
        this.textStart = this.#at;
        this.textEnd = found;
        this.#at = found;
        this.#uninterrupted();
        return;
      }
      if (this.#filled - this.#at > limits.xmlTextBytes) this.refuse('structure-damaged', { part: this.name });
      scan = this.#filled - this.#at;
      if (!this.#fill()) this.#truncated();
    }
  }

  /** Text taken in place ends at a tag: a comment or CDATA in its middle would cut it unnoticed. */
  #uninterrupted(): void {
    const kept = this.textEnd - this.textStart;
    this.#at = this.textStart;
    this.textStart = this.#need(this.#at, kept + 2);
    this.textEnd = this.textStart + kept;
    this.#at = this.textEnd;
    if (this.bytes[this.textEnd + 1] === EXCLAMATION) this.refuse('structure-damaged', { part: `<${this.name}>` });
  }

  /** As `text`, as a string without blanks around it, references resolved. */
  string(): string {
    this.text();
    return this.textEnd - this.textStart > limits.lineBytes ? '' : this.#text(this.textStart, this.textEnd).trim();
  }

  /** @throws Refused always; `byte` counts from the place reached. */
  refuse<C extends RefusalCode>(code: C, params: RefusalParams<C>, at = this.#at): never {
    throw new Refused(refusal(code, this.#file, this.#stream.exact ? { byte: this.#base + at } : { byte: this.#stream.position }, params));
  }

  #malformed(at: number): never {
    const end = Math.min(this.#filled, at + SNIPPET);
    this.refuse('xml-not-wellformed', { text: this.#decoder.decode(this.bytes, Math.min(at, end), end).replace(/\p{C}/gu, ' ') }, at);
  }

  #truncated(): never {
    this.refuse('file-truncated', { part: `<${this.#stack.at(-1) ?? ''}>` }, this.#filled);
  }

  #finish(): XmlToken {
    if (this.#stack.length > 0) this.#truncated();
    if (!this.#rootSeen) this.#malformed(this.#at);
    return 'end';
  }

  /** Moves to the next `<`; false at the end of the file. Outside the root only white space may stand. */
  #skipText(): boolean {
    let passed = 0;
    for (;;) {
      const { bytes } = this;
      const filled = this.#filled;
      let at = this.#at;
      while (at < filled && KIND[bytes[at] as number] === 2) at++;
      if (at < filled && bytes[at] !== LESS) {
        if (this.#stack.length === 0) this.#malformed(at);
        const found = bytes.subarray(0, filled).indexOf(LESS, at);
        at = found < 0 ? filled : found;
      }
      passed += at - this.#at;
      this.#at = at;
      if (at < filled) return true;
      if (passed > limits.xmlTextBytes) this.refuse('structure-damaged', { part: this.#stack.at(-1) ?? this.#file });
      if (!this.#fill()) return false;
    }
  }

  #skipDeclaration(): void {
    if (this.#startsWith('<!--')) this.#skipPast('-->', 4);
    else if (this.#startsWith('<![CDATA[')) {
      if (this.#stack.length === 0) this.#malformed(this.#at);
      this.#skipPast(']]>', 9);
    } else if (this.#startsWith('<!DOCTYPE')) this.refuse('xml-doctype', {});
    else this.#malformed(this.#at);
  }

  #startsWith(mark: string): boolean {
    for (let i = 0; i < mark.length; i++) {
      const at = this.#need(this.#at, i + 1);
      if (this.bytes[at + i] !== mark.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Passes what begins here and ends in `mark` (one character, repeated or not, and `>`); nothing of it is kept in memory. */
  #skipPast(mark: string, from: number): void {
    const repeated = mark.charCodeAt(0);
    let passed = from;
    this.#at = this.#need(this.#at, from) + from;
    for (let run = 0; ; passed++) {
      if (this.#at >= this.#filled && !this.#fill()) this.#truncated();
      const byte = this.bytes[this.#at++] as number;
      if (byte === GREATER && run >= mark.length - 1) return;
      run = byte === repeated ? run + 1 : 0;
      if (passed > limits.xmlTextBytes) this.refuse('structure-damaged', { part: mark });
    }
  }

  #closeTag(): XmlToken {
    const expected = this.#stack.at(-1);
    for (;;) {
      const { bytes } = this;
      const filled = this.#filled;
      const start = this.#at + 2;
      let at = start;
      while (at < filled && KIND[bytes[at] as number] === 1) at++;
      const end = at;
      while (at < filled && KIND[bytes[at] as number] === 2) at++;
      if (at < filled) {
        if (bytes[at] !== GREATER || expected === undefined || end === start) this.#malformed(this.#at);
        this.name = this.#names.get(bytes, start, end, () => this.#decoder.decode(bytes, start, end));
        if (this.name !== expected) this.#malformed(this.#at);
        this.#at = at + 1;
        this.#closed = true;
        return 'close';
      }
      if (at - this.#at > limits.lineBytes) this.#malformed(this.#at);
      if (!this.#fill()) this.#truncated();
    }
  }

  #openTag(): XmlToken {
    let end = this.#readTag();
    while (end < 0) {
      if (this.#filled - this.#at > limits.lineBytes) this.#malformed(this.#at);
      if (!this.#fill()) this.#truncated();
      end = this.#readTag();
    }
    if (this.#stack.length === 0 && this.#rootSeen) this.#malformed(this.#at);
    if (this.#stack.length >= MOST_DEPTH) this.refuse('structure-damaged', { part: `<${this.name}>` });
    this.#rootSeen = true;
    this.#stack.push(this.name);
    this.#empty = this.bytes[end - 2] === SLASH;
    this.#closed = this.#empty;
    this.#at = end;
    return 'open';
  }

  /** Finds name and attributes of the tag at hand; its end, or -1 when it is not all in the buffer. */
  #readTag(): number {
    const { bytes } = this;
    const filled = this.#filled;
    const start = this.#at + 1;
    let at = start;
    while (at < filled && KIND[bytes[at] as number] === 1) at++;
    const nameEnd = at;
    this.#attributeCount = 0;
    for (;;) {
      const before = at;
      while (at < filled && KIND[bytes[at] as number] === 2) at++;
      if (at >= filled) return -1;
      const byte = bytes[at] as number;
      if (byte === SLASH && at + 1 >= filled) return -1;
      if (byte === GREATER || (byte === SLASH && bytes[at + 1] === GREATER)) {
        if (nameEnd === start || !isNameStart(bytes[start] as number)) this.#malformed(this.#at);
        this.name = this.#names.get(bytes, start, nameEnd, () => this.#decoder.decode(bytes, start, nameEnd));
        return byte === GREATER ? at + 1 : at + 2;
      }
      if (at === before) this.#malformed(at);
      at = this.#readAttribute(at);
      if (at < 0) return -1;
    }
  }

  #readAttribute(start: number): number {
    const { bytes } = this;
    const filled = this.#filled;
    let at = start;
    while (at < filled && KIND[bytes[at] as number] === 1) at++;
    const nameEnd = at;
    while (at < filled && KIND[bytes[at] as number] === 2) at++;
    if (at >= filled) return -1;
    if (bytes[at] !== EQUALS || nameEnd === start || !isNameStart(bytes[start] as number)) this.#malformed(start);
    at++;
    while (at < filled && KIND[bytes[at] as number] === 2) at++;
    if (at >= filled) return -1;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) this.#malformed(start);
    const valueStart = ++at;
    while (at < filled && bytes[at] !== quote) {
      if (bytes[at] === LESS) this.#malformed(start);
      at++;
    }
    if (at >= filled) return -1;
    this.#addAttribute(start, nameEnd, valueStart, at);
    return at + 1;
  }

  #addAttribute(start: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const { bytes } = this;
    const attributes = this.#attributes;
    const slot = 4 * this.#attributeCount;
    if (slot === attributes.length) this.#malformed(start);
    for (let other = 0; other < slot; other += 4) {
      const otherStart = attributes[other] as number;
      if ((attributes[other + 1] as number) - otherStart !== nameEnd - start) continue;
      let i = 0;
      while (start + i < nameEnd && bytes[start + i] === bytes[otherStart + i]) i++;
      if (start + i === nameEnd) this.#malformed(start);
    }
    attributes[slot] = start;
    attributes[slot + 1] = nameEnd;
    attributes[slot + 2] = valueStart;
    attributes[slot + 3] = valueEnd;
    this.#attributeCount++;
  }

  /** Text with its references resolved and its line ends and tabs as blanks (XML 1.0, 3.3.3). */
  #text(start: number, end: number): string {
    const { bytes } = this;
    let plain = true;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === AMPERSAND || byte < SPACE) plain = false;
      if (byte < 9 || (byte > LF && byte < SPACE && byte !== 13)) this.#malformed(start);
    }
    const text = this.#decoder.decode(bytes, start, end);
    if (plain) return text;
    return expandReferences(text.replace(/\r\n?|[\n\t]/g, ' ')) ?? this.#malformed(start);
  }

  /** Makes `length` bytes available from `at`; where they are now. */
  #need(at: number, length: number): number {
    let from = at;
    while (from + length > this.#filled) {
      if (!this.#fill()) this.#truncated();
      from = this.#at;
    }
    return from;
  }

  /** Drops what lies before the place reached, grows the buffer when the rest fills it, and reads on; false at the end of the file. */
  #fill(): boolean {
    if (this.#ended) return false;
    const kept = this.#filled - this.#at;
    if (kept + CHUNK > this.bytes.length) {
      const larger = new Uint8Array(2 * this.bytes.length);
      larger.set(this.bytes.subarray(this.#at, this.#filled));
      this.bytes = larger;
    } else this.bytes.copyWithin(0, this.#at, this.#filled);
    this.#base += this.#at;
    this.#at = 0;
    const copied = this.#stream.read(this.bytes.subarray(kept, kept + CHUNK));
    this.#filled = kept + copied;
    this.#ended = copied === 0;
    return copied > 0;
  }
}

/** A name begins with a letter, `_`, `:` or something outside ASCII. */
function isNameStart(byte: number): boolean {
  return byte >= 58 && byte !== 96;
}
