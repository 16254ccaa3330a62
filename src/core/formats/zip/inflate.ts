import { Inflate } from 'fflate/browser';
import type { ByteSource } from '../../spectrum/byte-source';
import { BinaryFile } from '../binary/binary-file';
import { limits } from '../limits';
import { crc32 } from './crc32';
import type { ZipEntry } from './entries';

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Compressed bytes given to the inflater at a time: deflate makes at most 1,032 bytes of one (17 MB of these). */
const STEP = 16_384;
/** Stored bytes copied at a time. */
const STORED_STEP = 4_194_304;

/**
 * Unpacks an entry into memory, yielding the place reached in the archive after every step, so that long work can be watched and stopped.
 * @param most most bytes it may have; more, or a ratio no measurement has, is refused while unpacking, whatever the headers say
 * @returns exactly the stated number of bytes, whose CRC-32 is the stated one
 * @throws Refused `archive-bomb`, `file-truncated`, `structure-damaged`, `variant-unsupported` (encrypted, other methods, unsafe names)
 */
export function* inflateSteps(source: ByteSource, entry: ZipEntry, most: number): Generator<number, Uint8Array> {
  const file = new BinaryFile(source);
  const data = locate(file, entry);
  // What the compressed bytes that are really there may become: only so much is ever taken from memory.
  const limit = Math.min(most, limits.inflatedUnwatched + entry.compressedSize * limits.inflateRatio);
  if (entry.size > limit) file.refuse('archive-bomb', entry.offset, { limit });
  const unpacked = new Unpacked(entry.size);
  if (entry.method === 0) yield* copied(file, entry, data, unpacked);
  else yield* inflated(file, entry, data, unpacked);
  if (unpacked.length !== entry.size || unpacked.sum !== entry.crc32)
    file.refuse('structure-damaged', data, { part: `zip entry ${entry.name}` });
  return unpacked.bytes;
}

/** The bytes of an entry as they come, with their sum; what comes beyond the stated size is only counted. */
class Unpacked {
  readonly bytes: Uint8Array<ArrayBuffer>;
  length = 0;
  sum = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  add(part: Uint8Array): void {
    const kept = part.subarray(0, Math.max(0, this.bytes.length - this.length));
    this.bytes.set(kept, this.length);
    this.sum = crc32(kept, this.sum);
    this.length += part.length;
  }
}

/** Place of the data behind the local header, whose own sizes are not looked at (they may be 0 there). */
function locate(file: BinaryFile, entry: ZipEntry): number {
  if (entry.fault !== undefined) file.refuse('variant-unsupported', entry.offset, { variant: `zip entry ${entry.name} (${entry.fault})` });
  const local = file.view(entry.offset, LOCAL_LENGTH, `zip entry ${entry.name}`);
  const data = entry.offset + LOCAL_LENGTH + local.getUint16(26, true) + local.getUint16(28, true);
  if (local.getUint32(0, true) !== LOCAL || data + entry.compressedSize > entry.end) {
    file.refuse('structure-damaged', entry.offset, { part: `zip entry ${entry.name}` });
  }
  return data;
}

function* copied(file: BinaryFile, entry: ZipEntry, data: number, unpacked: Unpacked): Generator<number> {
  for (let at = 0; at < entry.compressedSize; at += STORED_STEP) {
    unpacked.add(file.bytes(data + at, Math.min(STORED_STEP, entry.compressedSize - at), entry.name));
    yield data + at;
  }
}

function* inflated(file: BinaryFile, entry: ZipEntry, data: number, unpacked: Unpacked): Generator<number> {
  const inflate = new Inflate((part) => unpacked.add(part));
  for (let at = 0; at < entry.compressedSize || at === 0; ) {
    const step = Math.min(STEP, entry.compressedSize - at);
    const compressed = file.bytes(data + at, step, entry.name);
    at += step;
    try {
      inflate.push(compressed, at >= entry.compressedSize);
    } catch {
      // whatever the inflater says, these bytes are no deflated data
      file.refuse('structure-damaged', data + at, { part: `zip entry ${entry.name}` });
    }
    const limit = limits.inflatedUnwatched + at * limits.inflateRatio;
    if (unpacked.length > limit) file.refuse('archive-bomb', entry.offset, { limit });
    if (unpacked.length > entry.size) file.refuse('structure-damaged', data + at, { part: `zip entry ${entry.name}` });
    if (step === 0) break;
    yield data + at;
  }
}
