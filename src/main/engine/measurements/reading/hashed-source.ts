import { createHash } from 'node:crypto';
import type { ByteSource } from '../../../../core/spectrum/byte-source';

/** A source that hashes what is read in order, so that a large file is read once; `end` reads and hashes what was left. */
export function hashedSource(source: ByteSource): { readonly source: ByteSource; readonly end: (stopped: () => boolean) => string } {
  const hash = createHash('sha256');
  let upTo = 0;
  const read = (offset: number, into: Uint8Array): number => {
    const copied = source.read(offset, into);
    if (offset <= upTo && offset + copied > upTo) {
      hash.update(into.subarray(upTo - offset, copied));
      upTo = offset + copied;
    }
    return copied;
  };
  const end = (stopped: () => boolean) => {
    const rest = new Uint8Array(1 << 20);
    while (read(upTo, rest) > 0 && !stopped());
    return hash.digest('hex');
  };
  return { source: { name: source.name, size: source.size, read }, end };
}
