import type { BinaryFile } from '../../binary/binary-file';

const WINDOW = 65_536;
const latin1 = new TextDecoder('latin1');

/** Reads a netCDF header from its beginning, big-endian, in windows: a header is some kilobytes, a hostile one as long as its file. */
export class HeaderCursor {
  readonly #file: BinaryFile;
  #window = new DataView(new ArrayBuffer(0));
  #start = 0;
  at: number;

  constructor(file: BinaryFile, at: number) {
    this.#file = file;
    this.at = at;
  }

  uint32(): number {
    const offset = this.#hold(4);
    this.at += 4;
    return this.#window.getUint32(offset);
  }

  uint64(): number {
    const high = this.uint32();
    return high * 4_294_967_296 + this.uint32();
  }

  /** Bytes, padded in the file to a multiple of four. */
  bytes(length: number): Uint8Array<ArrayBuffer> {
    const taken = this.#file.bytes(this.at, length, 'header');
    this.skip(length);
    return taken;
  }

  /** Passes over bytes and their padding. */
  skip(length: number): void {
    const next = this.at + length + ((4 - (length % 4)) % 4);
    // the padding of what ends the file may be missing
    if (!this.#file.holds(this.at, length)) this.#file.refuse('file-truncated', this.#file.size, { part: 'header' });
    this.at = next;
  }

  /** A name, at most 1,024 bytes (the format's own limit is 256). */
  name(): string {
    const length = this.uint32();
    if (length > 1024) this.damaged();
    return latin1.decode(this.bytes(length));
  }

  /** @throws Refused always */
  damaged(): never {
    return this.#file.refuse('structure-damaged', this.at, { part: 'header' });
  }

  #hold(length: number): number {
    const offset = this.at - this.#start;
    if (offset >= 0 && offset + length <= this.#window.byteLength) return offset;
    const size = Math.min(WINDOW, Math.max(length, this.#file.size - this.at));
    this.#window = this.#file.view(this.at, size, 'header');
    this.#start = this.at;
    return 0;
  }
}
