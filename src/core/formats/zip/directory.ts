import type { BinaryFile } from '../binary/binary-file';
import { limits } from '../limits';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
const END_64_LENGTH = 56;
const LONGEST_COMMENT = 0xffff;
/** Bytes of the longest directory read: it is taken as a whole. The most entries with names of 250 letters need less. */
const LONGEST_DIRECTORY = 67_108_864;

/** Where the central directory of a zip stands, and how many entries it states. */
export interface DirectoryPlace {
  readonly offset: number;
  readonly length: number;
  readonly count: number;
}

/**
 * Finds the central directory by the record at the end of the file (APPNOTE 6.3.10, 4.3.14 to 4.3.16), zip64 included.
 * @throws Refused `file-truncated` without such a record, `structure-damaged`, `variant-unsupported` for an archive in several parts or with too many entries
 */
export function findDirectory(file: BinaryFile): DirectoryPlace {
  const end = findEnd(file);
  const record = file.view(end, END_LENGTH, 'zip end record');
  const place = zip64Place(file, end) ?? {
    offset: record.getUint32(16, true),
    length: record.getUint32(12, true),
    count: record.getUint16(10, true),
    parts: record.getUint16(4, true) | record.getUint16(6, true),
  };
  if (place.parts !== 0) file.refuse('variant-unsupported', end, { variant: 'zip in several parts' });
  if (place.count > limits.archiveEntries)
    file.refuse('variant-unsupported', end, { variant: `zip of more than ${limits.archiveEntries} entries` });
  if (place.length > LONGEST_DIRECTORY) file.refuse('structure-damaged', end, { part: 'zip directory' });
  if (!file.holds(place.offset, place.length) || place.offset + place.length > end)
    file.refuse('structure-damaged', end, { part: 'zip directory' });
  // an entry of the directory has at least 46 bytes
  if (place.count * 46 > place.length) file.refuse('structure-damaged', end, { part: 'zip directory' });
  return place;
}

function findEnd(file: BinaryFile): number {
  const length = Math.min(file.size, END_LENGTH + LONGEST_COMMENT);
  const start = file.size - length;
  const tail = file.view(start, length, 'zip end record');
  for (let at = length - END_LENGTH; at >= 0; at--) {
    if (tail.getUint32(at, true) === END && at + END_LENGTH + tail.getUint16(at + 20, true) === length) return start + at;
  }
  return file.refuse('file-truncated', file.size, { part: 'zip directory' });
}

function zip64Place(file: BinaryFile, end: number): (DirectoryPlace & { readonly parts: number }) | undefined {
  if (end < LOCATOR_LENGTH) return undefined;
  const locator = file.view(end - LOCATOR_LENGTH, LOCATOR_LENGTH, 'zip64 locator');
  if (locator.getUint32(0, true) !== LOCATOR_64) return undefined;
  const at = Number(locator.getBigUint64(8, true));
  if (!file.holds(at, END_64_LENGTH)) file.refuse('structure-damaged', end, { part: 'zip64 end record' });
  const record = file.view(at, END_64_LENGTH, 'zip64 end record');
  if (record.getUint32(0, true) !== END_64) file.refuse('structure-damaged', at, { part: 'zip64 end record' });
  return {
    offset: Number(record.getBigUint64(48, true)),
    length: Number(record.getBigUint64(40, true)),
    count: Number(record.getBigUint64(32, true)),
    parts: record.getUint32(16, true) | record.getUint32(20, true),
  };
}
