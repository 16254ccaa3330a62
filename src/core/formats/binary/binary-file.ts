import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent, Refusal } from '../../spectrum/reading';
import { type RefusalCode, type RefusalParams, refusal } from '../codes';
import { ReadLog } from '../read-log';

/** Ends the reading of a binary file from any depth of its structure; `readBinary` turns it into the last event. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(reason: Refusal) {
    super(reason.code);
    this.refusal = reason;
  }
}

/** A binary file whose every reading is checked against its true size: a length written in it is never believed. */
export class BinaryFile {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  get name(): string {
    return this.#source.name;
  }

  get size(): number {
    return this.#source.size;
  }

  /** Whether the bytes lie inside the file. */
  holds(offset: number, length: number): boolean {
    return Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0 && offset + length <= this.size;
  }

  /**
   * A copy of the bytes; `part` names in messages what they are.
   * @throws Refused `file-truncated` when the file ends before
   */
  bytes(offset: number, length: number, part: string): Uint8Array<ArrayBuffer> {
    if (!this.holds(offset, length)) this.refuse('file-truncated', Math.min(Math.max(0, offset) || 0, this.size), { part });
    const into = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const copied = this.#source.read(offset + filled, into.subarray(filled));
      if (copied === 0) this.refuse('file-truncated', offset + filled, { part });
      filled += copied;
    }
    return into;
  }

  /** As `bytes`, to be read number by number. */
  view(offset: number, length: number, part: string): DataView<ArrayBuffer> {
    return new DataView(this.bytes(offset, length, part).buffer);
  }

  /** @throws Refused always */
  refuse<C extends RefusalCode>(code: C, byte: number, params: RefusalParams<C>): never {
    throw new Refused(refusal(code, this.name, { byte }, params));
  }
}

/**
 * Drives a reader of a binary format: `read` logs what it finds and yields the bytes consumed whenever the caller may look (at least every 250 ms of
 * work). A file without any record is refused.
 */
export function* readBinary(source: ByteSource, read: (file: BinaryFile, log: ReadLog) => Generator<number>): Generator<ReadEvent> {
  const log = new ReadLog();
  const steps = read(new BinaryFile(source), log);
  let refused: Refusal | undefined;
  for (let done = false; !done; ) {
    let bytes = source.size;
    try {
      const step = steps.next();
      done = step.done === true;
      if (step.done !== true) bytes = step.value;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused = error.refusal;
      done = true;
    }
    if (log.hasPending) yield* log.take();
    yield { type: 'progress', bytes };
  }
  yield* log.remainder();
  if (refused === undefined && log.records === 0) refused = refusal('no-measurement', source.name, {}, {});
  if (refused !== undefined) yield { type: 'refused', refusal: refused };
}
