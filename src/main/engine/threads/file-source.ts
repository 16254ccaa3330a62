import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../../../core/spectrum/byte-source';

export interface FileSource extends ByteSource {
  close(): void;
}

/** A file as a source of bytes, for a thread that may wait for the disk. `name` is what people call it: kept files are named by hash. */
export function openFileSource(path: string, name: string): FileSource {
  const descriptor = openSync(path, 'r');
  return {
    name,
    size: fstatSync(descriptor).size,
    read: (offset, into) => readSync(descriptor, into, 0, into.length, offset),
    close: () => closeSync(descriptor),
  };
}
