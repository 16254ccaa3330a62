import type { ByteSource } from '../../spectrum/byte-source';

/** A source read from front to back as 8-bit text. `position` counts source bytes taken, `exact` says whether a byte here is a byte there. */
export interface ByteStream {
  readonly exact: boolean;
  readonly position: number;
  /** Fills `into` from its start; 0 at the end. */
  read(into: Uint8Array): number;
}

/** How a text is written, as its first bytes tell; `utf-8` stands for every text of single bytes. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes looked at for UTF-16 without a byte-order mark, and how many are the least that tell. */
const UTF16_SAMPLE = 256;
const UTF16_LEAST = 8;

/** Tells UTF-16, by its byte-order mark or by a beginning in which every other byte is zero, from texts of single bytes. */
export function textEncoding(source: ByteSource): TextEncoding {
  const head = new Uint8Array(UTF16_SAMPLE);
  const length = source.read(0, head);
  if (length >= 2 && head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (length >= 2 && head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (length < UTF16_LEAST) return 'utf-8';
  if (isEveryOtherZero(head.subarray(0, length), 1)) return 'utf-16le';
  return isEveryOtherZero(head.subarray(0, length), 0) ? 'utf-16be' : 'utf-8';
}

/** Western text in UTF-16: the high bytes are zero, the low ones are signs, line ends or tabs, and never zero. */
function isEveryOtherZero(bytes: Uint8Array, high: 0 | 1): boolean {
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const low = bytes[at + 1 - high] as number;
    if (bytes[at + high] !== 0 || (low < 32 && low !== 9 && low !== 10 && low !== 13)) return false;
  }
  return true;
}

/**
 * Opens a source as text. UTF-16 becomes UTF-8 on the way; a UTF-8 mark is skipped; all else passes unchanged, and FieldDecoder tells UTF-8
 * from Windows-1252 where a byte above 127 stands.
 */
export function openText(source: ByteSource): ByteStream {
  const encoding = textEncoding(source);
  if (encoding !== 'utf-8') return new Utf16Stream(source, encoding);
  const mark = new Uint8Array(3);
  const length = source.read(0, mark);
  return new PlainStream(source, length === 3 && mark[0] === 0xef && mark[1] === 0xbb && mark[2] === 0xbf ? 3 : 0);
}

class PlainStream implements ByteStream {
  readonly exact = true;
  readonly #source: ByteSource;
  position: number;

  constructor(source: ByteSource, start: number) {
    this.#source = source;
    this.position = start;
  }

  read(into: Uint8Array): number {
    const copied = this.#source.read(this.position, into);
    this.position += copied;
    return copied;
  }
}

const RAW_BYTES = 65_536;

/** A lone surrogate becomes U+FFFD, as the Encoding Standard does; an odd last byte is dropped with the unit it belonged to. */
class Utf16Stream implements ByteStream {
  readonly exact = false;
  readonly #source: ByteSource;
  readonly #decoder: TextDecoder;
  readonly #encoder = new TextEncoder();
  readonly #raw = new Uint8Array(RAW_BYTES);
  #ready = new Uint8Array(0);
  position = 0;

  constructor(source: ByteSource, encoding: 'utf-16le' | 'utf-16be') {
    this.#source = source;
    // The decoder itself takes a byte-order mark away.
    this.#decoder = new TextDecoder(encoding);
  }

  read(into: Uint8Array): number {
    while (this.#ready.length === 0) {
      const copied = this.#source.read(this.position, this.#raw);
      if (copied === 0) return 0;
      this.position += copied;
      this.#ready = this.#encoder.encode(this.#decoder.decode(this.#raw.subarray(0, copied), { stream: true }));
    }
    const part = this.#ready.subarray(0, into.length);
    into.set(part);
    this.#ready = this.#ready.subarray(part.length);
    return part.length;
  }
}
