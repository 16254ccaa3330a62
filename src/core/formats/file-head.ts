import type { ByteSource } from '../spectrum/byte-source';
import { limits } from './limits';
import { openText } from './text/encoding';

/** The beginning of a file, as the formats look at it to recognise themselves. */
export interface FileHead {
  readonly name: string;
  readonly size: number;
  /** At most the first 64 KiB. */
  readonly bytes: Uint8Array;
  /** The same, byte by byte as characters (Latin-1), without byte-order mark; of UTF-16 text its UTF-8 form. */
  readonly text: string;
  /** Lines of `text`, without their ends; the last may be cut. */
  readonly lines: readonly string[];
}

const LINE_END = /\r\n|\r|\n/;
/** Lines looked at for the mark of a text format. */
const HEAD_LINES = 2000;

/** Reads the beginning of a file. */
export function readHead(source: ByteSource): FileHead {
  const stream = openText(source);
  const text = latin1(filled((into) => stream.read(into)));
  let at = 0;
  const bytes = filled((into) => {
    const copied = source.read(at, into);
    at += copied;
    return copied;
  });
  return { name: source.name, size: source.size, bytes, text, lines: text.split(LINE_END, HEAD_LINES) };
}

function filled(read: (into: Uint8Array) => number): Uint8Array {
  const head = new Uint8Array(limits.headBytes);
  let length = 0;
  for (let copied = -1; copied !== 0 && length < head.length; length += copied) copied = read(head.subarray(length));
  return head.subarray(0, length);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
