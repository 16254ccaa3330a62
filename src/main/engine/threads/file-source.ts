import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../../../core/spectrum/byte-source';

export interface FileSource extends ByteSource {
  close(): void;
}

/** A file as a source of bytes, for a thread that may wait for the disk. `name` is what people call it: kept files are named by hash. */
export function openFileSource(path: string, name: string): FileSource {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  return {
    name,
    size,
    // No further than it was long when it was opened: what grows meanwhile would be read without end.
    read: (offset, into) => readSync(descriptor, into, 0, Math.max(0, Math.min(into.length, size - offset)), offset),
    close: () => closeSync(descriptor),
  };
}
