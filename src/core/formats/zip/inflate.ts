import { Inflate } from 'fflate';
import { type ByteSource, memorySource } from '../../spectrum/byte-source';
import { BinaryFile } from '../binary/binary-file';
import { limits } from '../limits';
import { crc32 } from './crc32';
import type { ZipEntry } from './entries';

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Compressed bytes given to the inflater at a time: deflate makes at most 1,032 bytes of one (17 MB of these). */
const STEP = 16_384;

/**
 * Unpacks an entry into memory.
 * @param most most bytes it may have; more, or a ratio no measurement has, is refused while unpacking, whatever the headers say
 * @returns exactly the stated number of bytes, whose CRC-32 is the stated one
 * @throws Refused `archive-bomb`, `file-truncated`, `structure-damaged`, `variant-unsupported` (encrypted, other methods, unsafe names)
 */
export function inflateEntry(source: ByteSource, entry: ZipEntry, most: number): Uint8Array {
  const steps = inflateSteps(source, entry, most);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** As `inflateEntry`, yielding the compressed bytes consumed after every step, so that long work can be watched and stopped. */
export function* inflateSteps(source: ByteSource, entry: ZipEntry, most: number): Generator<number, Uint8Array> {
  const file = new BinaryFile(source);
  const data = locate(file, entry);
  if (entry.size > most) file.refuse('archive-bomb', entry.offset, { limit: most });
  const bytes = entry.method === 0 ? file.bytes(data, entry.compressedSize, entry.name) : yield* inflated(file, entry, data, most);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc32)
    file.refuse('structure-damaged', data, { part: `zip entry ${entry.name}` });
  return bytes;
}

/** An entry as a source of its own: a stored one is read in place, a deflated one from memory. @throws Refused as `inflateEntry` */
export function openEntry(source: ByteSource, entry: ZipEntry, most: number): ByteSource {
  if (entry.method !== 0) return memorySource(entry.name, inflateEntry(source, entry, most));
  const file = new BinaryFile(source);
  const data = locate(file, entry);
  if (entry.size !== entry.compressedSize) file.refuse('structure-damaged', entry.offset, { part: `zip entry ${entry.name}` });
  return {
    name: entry.name,
    size: entry.size,
    read: (offset, into) =>
      offset >= entry.size ? 0 : source.read(data + offset, into.subarray(0, Math.min(into.length, entry.size - offset))),
  };
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

function* inflated(file: BinaryFile, entry: ZipEntry, data: number, most: number): Generator<number, Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    parts.push(part);
    length += part.length;
  });
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
    const limit = Math.min(most, limits.inflatedUnwatched + at * limits.inflateRatio);
    if (length > limit) file.refuse('archive-bomb', entry.offset, { limit });
    if (length > entry.size) file.refuse('structure-damaged', data + at, { part: `zip entry ${entry.name}` });
    if (step === 0) break;
    yield data + at;
  }
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
