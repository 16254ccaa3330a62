import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import type { ByteStream } from './encoding';

/** What `next` found: a line, the end, a line beyond the limit, or a NUL byte, which no text has. */
export type LineState = 'line' | 'end' | 'too-long' | 'binary';

const CHUNK = 65_536;
const NUL = 0;
const LF = 10;
const CR = 13;

/**
 * Walks a stream line by line without making strings: after `next()` returns `line`, its bytes are `bytes[start..end)`, without the line
 * end (CR, LF or CRLF). Memory is bounded by the longest line allowed.
 */
export class LineReader {
  readonly #stream: ByteStream;
  bytes = new Uint8Array(2 * CHUNK);
  start = 0;
  end = 0;
  /** Number of the current line, from 1. */
  line = 0;
  /** Whether the current line was closed by a line end. */
  terminated = true;
  #next = 0;
  #filled = 0;
  /** Offset in the stream of `bytes[0]`. */
  #base: number;
  #afterCr = false;

  constructor(stream: ByteStream) {
    this.#stream = stream;
    this.#base = stream.position;
  }

  /** Source bytes taken so far. */
  get consumed(): number {
    return this.#stream.exact ? this.#base + this.#next : this.#stream.position;
  }

  place(): Place {
    return this.#stream.exact ? { line: this.line, byte: this.#base + this.start } : { line: this.line };
  }

  next(): LineState {
    this.start = this.#next;
    let scan = this.start;
    for (;;) {
      const bytes = this.bytes;
      const filled = this.#filled;
      while (scan < filled) {
        const byte = bytes[scan] as number;
        if (byte <= CR && (byte === LF || byte === CR || byte === NUL)) {
          if (byte === LF && this.#afterCr && scan === this.start) {
            this.#afterCr = false;
            this.start = ++scan;
            continue;
          }
          return this.#close(scan, byte);
        }
        scan++;
      }
      if (scan - this.start > limits.lineBytes) return this.#stop('too-long');
      const moved = this.start;
      if (!this.#fill()) return this.#finish(scan - moved);
      scan -= moved;
    }
  }

  #close(at: number, byte: number): LineState {
    this.line++;
    this.end = at;
    this.#next = at + 1;
    this.#afterCr = byte === CR;
    if (byte === NUL) {
      this.start = at;
      return 'binary';
    }
    return at - this.start > limits.lineBytes ? 'too-long' : 'line';
  }

  #stop(state: LineState): LineState {
    this.line++;
    this.end = this.#filled;
    return state;
  }

  #finish(end: number): LineState {
    this.end = end;
    this.#next = end;
    if (end === this.start) return 'end';
    this.line++;
    this.terminated = false;
    return 'line';
  }

  /** Moves the line begun to the front, grows the buffer when it is full, and reads on; false at the end of the stream. */
  #fill(): boolean {
    const kept = this.#filled - this.start;
    if (kept + CHUNK > this.bytes.length) {
      const larger = new Uint8Array(2 * this.bytes.length);
      larger.set(this.bytes.subarray(this.start, this.#filled));
      this.bytes = larger;
    } else {
      this.bytes.copyWithin(0, this.start, this.#filled);
    }
    this.#base += this.start;
    this.start = 0;
    this.#next = 0;
    this.#filled = kept;
    const copied = this.#stream.read(this.bytes.subarray(kept, kept + CHUNK));
    this.#filled += copied;
    return copied > 0;
  }
}
