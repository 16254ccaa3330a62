import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { packRecord, unpackRecord } from './packed-record';
import type { ReadingIndex } from './reading-model';

const MAGIC = 0x31515241;
const TAIL = 24;
const BUFFER = 1 << 20;

/**
 * A scratch file holds what was read of a file in the form in which it is asked for: records one after the other, an index behind them, and a tail that
 * says where the index is. It is derived and never evidence: the folder of these files is emptied at every start of the program.
 */
export class ScratchWriter {
  readonly #descriptor: number;
  readonly #buffer = new Uint8Array(BUFFER);
  #filled = 0;
  #flushed = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'wx');
  }

  /** Place of what is written next; always a multiple of eight after `align`. */
  get place(): number {
    return this.#flushed + this.#filled;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length > BUFFER - this.#filled) this.#flush();
    if (bytes.length > BUFFER) {
      writeWhole(this.#descriptor, bytes);
      this.#flushed += bytes.length;
      return;
    }
    this.#buffer.set(bytes, this.#filled);
    this.#filled += bytes.length;
  }

  align(): void {
    const rest = this.place % 8;
    if (rest !== 0) this.write(new Uint8Array(8 - rest));
  }

  /** @returns where the record begins and how long it is */
  record(value: unknown): readonly [number, number] {
    const bytes = packRecord(value);
    const begin = this.place;
    this.write(bytes);
    return [begin, bytes.length];
  }

  /** Writes the index and closes. */
  end(index: ReadingIndex): void {
    const [begin, length] = this.record(index);
    const tail = new DataView(new ArrayBuffer(TAIL));
    tail.setFloat64(0, begin, true);
    tail.setFloat64(8, length, true);
    tail.setUint32(16, MAGIC, true);
    this.write(new Uint8Array(tail.buffer));
    this.#flush();
    this.close();
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #flush(): void {
    writeWhole(this.#descriptor, this.#buffer.subarray(0, this.#filled));
    this.#flushed += this.#filled;
    this.#filled = 0;
  }
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at);
}

/** A finished scratch file, open for reading. */
export class ScratchFile {
  readonly #descriptor: number;
  readonly index: ReadingIndex;
  /** Bytes that the index takes in memory. */
  readonly weight: number;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    try {
      const { size } = fstatSync(this.#descriptor);
      const tail = new DataView(this.bytes(size - TAIL, TAIL).buffer);
      if (tail.getUint32(16, true) !== MAGIC) throw new Error('a scratch file without its end');
      this.weight = tail.getFloat64(8, true);
      this.index = this.record(tail.getFloat64(0, true), this.weight) as ReadingIndex;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  bytes(begin: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length);
    this.into(bytes, begin);
    return bytes;
  }

  into(bytes: Uint8Array, begin: number): void {
    for (let at = 0; at < bytes.length; ) {
      const copied = readSync(this.#descriptor, bytes, at, bytes.length - at, begin + at);
      if (copied === 0) throw new Error('a scratch file that is too short');
      at += copied;
    }
  }

  record(begin: number, length: number): unknown {
    return unpackRecord(this.bytes(begin, length));
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
