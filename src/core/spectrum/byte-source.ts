/**
 * Where a reader takes its bytes from. Reads are bounded and synchronous: a reader runs in a worker thread over an open file,
 * or in a test over memory, and never holds a file as one string (V8 ends a string at 512 MB).
 */
export interface ByteSource {
  /** The name a person knows the file by; used in messages only. */
  readonly name: string;
  /** Length in bytes, as the file system tells it. Sizes written inside a file are never trusted for allocation. */
  readonly size: number;
  /** Copies bytes from `offset` into `into`; returns how many were copied, 0 at the end. Throws what the storage throws. */
  read(offset: number, into: Uint8Array): number;
}

/** A source over bytes already in memory. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read(offset, into) {
      const part = bytes.subarray(offset, offset + into.length);
      into.set(part);
      return part.length;
    },
  };
}
