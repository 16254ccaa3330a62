import type { FieldDecoder } from '../text/decode';
import type { MspField } from './fields';

const COLON = 58;
/** Longest value compared with the one before. */
const REMEMBERED = 512;

/**
 * A name of fields as it stands in a file. Libraries repeat themselves: records have the same fields in the same order, and many the values of the record
 * before. Both are recognised by their bytes, which costs less than looking the name up and making a text again.
 */
export class MspLabel {
  readonly label: string;
  readonly meaning: MspField | undefined;
  /** The label that followed this one last. */
  next: MspLabel | undefined;
  readonly #name: Uint8Array;
  #value: Uint8Array = new Uint8Array(64);
  #valueLength = -1;
  #text = '';

  /** @param name the bytes before the colon */
  constructor(name: Uint8Array, label: string, meaning: MspField | undefined) {
    this.#name = name;
    this.label = label;
    this.meaning = meaning;
  }

  /** Where the colon behind this name stands, or -1 where another name stands. */
  colonAt(bytes: Uint8Array, start: number, end: number): number {
    const name = this.#name;
    const colon = start + name.length;
    if (colon >= end || bytes[colon] !== COLON) return -1;
    for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name[i]) return -1;
    return colon;
  }

  /** The value in `bytes[start..end)` as text without blanks around it. */
  value(decoder: FieldDecoder, bytes: Uint8Array, start: number, end: number): string {
    const length = end - start;
    if (length > REMEMBERED) return decoder.decode(bytes, start, end).trim();
    if (length === this.#valueLength && this.#isValue(bytes, start)) return this.#text;
    if (length > this.#value.length) this.#value = new Uint8Array(REMEMBERED);
    const value = this.#value;
    for (let i = 0; i < length; i++) value[i] = bytes[start + i] as number;
    this.#valueLength = length;
    this.#text = decoder.decode(bytes, start, end).trim();
    return this.#text;
  }

  #isValue(bytes: Uint8Array, start: number): boolean {
    const value = this.#value;
    for (let i = this.#valueLength - 1; i >= 0; i--) if (bytes[start + i] !== value[i]) return false;
    return true;
  }
}
