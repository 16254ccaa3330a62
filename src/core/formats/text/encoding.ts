import type { ByteSource } from '../../spectrum/byte-source';

/** A source read from front to back as 8-bit text. `position` counts source bytes taken, `exact` says whether a byte here is a byte there. */
export interface ByteStream {
  readonly exact: boolean;
  readonly position: number;
  /** Fills `into` from its start; 0 at the end. */
  read(into: Uint8Array): number;
}

/**
 * Opens a source as text. UTF-16 announced by a byte-order mark becomes UTF-8 on the way; a UTF-8 mark is skipped; all else passes
 * unchanged, and FieldDecoder tells UTF-8 from Windows-1252 where a byte above 127 stands.
 */
export function openText(source: ByteSource): ByteStream {
  const mark = new Uint8Array(3);
  const length = source.read(0, mark);
  if (length >= 2 && mark[0] === 0xff && mark[1] === 0xfe) return new Utf16Stream(source, true);
  if (length >= 2 && mark[0] === 0xfe && mark[1] === 0xff) return new Utf16Stream(source, false);
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
  position = 2;

  constructor(source: ByteSource, littleEndian: boolean) {
    this.#source = source;
    this.#decoder = new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be');
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
