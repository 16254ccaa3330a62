import type { ByteSource } from '../../spectrum/byte-source';
import { BinaryFile } from '../binary/binary-file';
import { findDirectory } from './directory';
import { decodeEntryName, isInsideName } from './entry-name';

/** Why an entry is named but never unpacked. */
export type EntryFault = 'encrypted' | 'unknown-method' | 'unsafe-name' | 'repeated-name';

/** A file in a zip, as its central directory tells. Sizes are stated ones: they are checked while unpacking, never believed. */
export interface ZipEntry {
  /** Path with `/` between folders. */
  readonly name: string;
  readonly compressedSize: number;
  readonly size: number;
  /** 0: stored, 8: deflated; anything else is not unpacked. */
  readonly method: number;
  readonly crc32: number;
  /** Place of the local header. */
  readonly offset: number;
  /** Where the next entry or the directory begins: the data end before. */
  readonly end: number;
  readonly fault?: EntryFault;
}

const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const ZIP64 = 0x0001;
const FLAG_ENCRYPTED = 0x0001;
const FLAG_UTF8 = 0x0800;
const FLAG_MASKED = 0x2000;

/**
 * The files of a zip in the order of its directory; folders are left out.
 * @throws Refused (inside `readBinary` the last event): `file-truncated`, `structure-damaged` (also for entries that overlap, a way to build bombs),
 * `variant-unsupported`
 */
export function listEntries(source: ByteSource): readonly ZipEntry[] {
  const file = new BinaryFile(source);
  const place = findDirectory(file);
  const bytes = file.bytes(place.offset, place.length, 'zip directory');
  const found: Omit<ZipEntry, 'end'>[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const names = new Set<string>();
  for (let at = 0, i = 0; i < place.count; i++) {
    const entry = readEntry(file, bytes, view, at, place.offset, names);
    found.push(entry.entry);
    at = entry.next;
  }
  return bounded(file, found, place.offset).filter(({ name }) => !name.endsWith('/'));
}

function readEntry(
  file: BinaryFile,
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  at: number,
  base: number,
  names: Set<string>,
): { entry: Omit<ZipEntry, 'end'>; next: number } {
  const damaged = (): never => file.refuse('structure-damaged', base + at, { part: 'zip directory' });
  if (at + ENTRY_LENGTH > bytes.length) damaged();
  const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (view.getUint32(at, true) !== ENTRY || next > bytes.length) damaged();
  const flags = view.getUint16(at + 8, true);
  const extra = extraFields(bytes.subarray(nameEnd, extraEnd));
  const [size, compressedSize, offset] = wideNumbers(
    [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    extra.get(ZIP64),
  );
  const name = decodeEntryName(bytes.subarray(at + ENTRY_LENGTH, nameEnd), (flags & FLAG_UTF8) !== 0, extra);
  const method = view.getUint16(at + 10, true);
  if (!file.holds(offset, LOCAL_LENGTH + compressedSize)) damaged();
  const fault = faultOf(name, flags, method, names);
  names.add(name);
  return {
    entry: { name, compressedSize, size, method, crc32: view.getUint32(at + 16, true), offset, ...(fault === undefined ? {} : { fault }) },
    next,
  };
}

function faultOf(name: string, flags: number, method: number, names: ReadonlySet<string>): EntryFault | undefined {
  if (!isInsideName(name)) return 'unsafe-name';
  if (names.has(name)) return 'repeated-name';
  if ((flags & (FLAG_ENCRYPTED | FLAG_MASKED)) !== 0 || method === 99) return 'encrypted';
  return method === 0 || method === 8 ? undefined : 'unknown-method';
}

const NO_FIELDS: ReadonlyMap<number, Uint8Array> = new Map();

function extraFields(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  if (bytes.length < 4) return NO_FIELDS;
  const fields = new Map<number, Uint8Array>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > bytes.length) break;
    fields.set(view.getUint16(at, true), bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/** Numbers that are all ones stand in the zip64 extra field instead, in this order (APPNOTE 4.5.3). */
function wideNumbers(narrow: readonly [number, number, number], extra: Uint8Array | undefined): readonly [number, number, number] {
  if (extra === undefined) return narrow;
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  let at = 0;
  const widen = (value: number): number => {
    if (value !== 0xffffffff || at + 8 > extra.length) return value;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  };
  return [widen(narrow[0]), widen(narrow[1]), widen(narrow[2])];
}

/** Gives every entry the place where the next begins; entries that overlap each other or the directory refuse the archive. */
function bounded(file: BinaryFile, entries: readonly Omit<ZipEntry, 'end'>[], directory: number): readonly ZipEntry[] {
  const order = entries.map((_, i) => i);
  // Most zips list their entries as they stand.
  if (entries.some(({ offset }, i) => offset < (entries[i - 1]?.offset ?? 0)))
    order.sort((a, b) => (entries[a]?.offset ?? 0) - (entries[b]?.offset ?? 0));
  const ends: number[] = [];
  order.forEach((index, rank) => {
    const entry = entries[index] as Omit<ZipEntry, 'end'>;
    const end = entries[order[rank + 1] ?? -1]?.offset ?? directory;
    if (entry.offset + LOCAL_LENGTH + entry.compressedSize > end)
      file.refuse('structure-damaged', entry.offset, { part: `zip entry ${entry.name}` });
    ends[index] = end;
  });
  return entries.map((entry, i) => ({ ...entry, end: ends[i] as number }));
}
