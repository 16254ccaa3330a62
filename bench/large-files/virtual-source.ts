import type { ByteSource } from '../../src/core/spectrum/byte-source';

/** The longest file a reader is held to, bytes. */
export const TWO_GIGABYTES = 2_147_483_648;
/** Bytes of the block that is copied again and again: long, so that a read is a few copies. */
const BLOCK = 1_048_576;

/** What stands in a file that is never written anywhere. */
export interface VirtualContent {
  readonly head?: Uint8Array | string;
  /** Fills the rest of the file, again and again. */
  readonly unit: Uint8Array | string;
  /** Bytes at places of their own, over the rest; a negative place counts from the end. */
  readonly placed?: readonly { readonly at: number; readonly bytes: Uint8Array }[];
  readonly size?: number;
}

export const bytesOf = (text: Uint8Array | string): Uint8Array => (typeof text === 'string' ? Buffer.from(text, 'latin1') : text);

/** A file of 2 GB whose bytes are made when they are asked for. */
export function virtualSource(name: string, { head = '', unit, placed = [], size = TWO_GIGABYTES }: VirtualContent): ByteSource {
  const first = bytesOf(head);
  const once = bytesOf(unit);
  const block = new Uint8Array(once.length * Math.max(1, Math.ceil(BLOCK / once.length)));
  for (let at = 0; at < block.length; at += once.length) block.set(once, at);
  const over = placed.map(({ at, bytes }) => ({ at: at < 0 ? size + at : at, bytes }));
  return {
    name,
    size,
    read(offset, into) {
      const length = Math.max(0, Math.min(into.length, size - offset));
      for (let done = 0; done < length; ) {
        const at = offset + done;
        const from = at < first.length ? first.subarray(at) : block.subarray((at - first.length) % block.length);
        const part = from.subarray(0, length - done);
        into.set(part, done);
        done += part.length;
      }
      for (const { at, bytes } of over) {
        const start = Math.max(at, offset);
        const end = Math.min(at + bytes.length, offset + length);
        if (start < end) into.set(bytes.subarray(start - at, end - at), start - offset);
      }
      return length;
    },
  };
}

/** Bytes that look like none of anything, the same at every run (xorshift). */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0, state = 0x9e3779b9; i < length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state;
  }
  return bytes;
}
