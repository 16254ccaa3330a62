import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/core/formats/zip/crc32';
import { Encoder } from '../../test/core/formats/binary/encoder';

/** A file of a zip: its packed bytes, and what its headers say. */
export interface WrittenEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly sum?: number;
  /** Place of a local header written before, instead of one of its own. */
  readonly at?: number;
}

/** A zip whose headers say what they are told to; deflated entries only. */
export function zipOfEntries(entries: readonly WrittenEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let at = 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    at += part.length;
  };
  for (const entry of entries) {
    places.push(entry.at ?? at);
    if (entry.at !== undefined) continue;
    const { name, packed, size, sum = 0 } = entry;
    add(
      new Encoder().u32(0, 0x04034b50).u16(4, 20, 0, 8, 0, 0).u32(14, sum, packed.length, size).u16(26, name.length, 0).text(30, name)
        .bytes,
    );
    add(packed);
  }
  const directory = at;
  entries.forEach(({ name, packed, size, sum = 0 }, i) => {
    const head = new Encoder().u32(0, 0x02014b50).u16(4, 20, 20, 0, 8, 0, 0).u32(16, sum, packed.length, size);
    add(
      head
        .u16(28, name.length, 0, 0, 0, 0)
        .u32(38, 0, places[i] ?? 0)
        .text(46, name).bytes,
    );
  });
  const wide = entries.length > 0xfffe;
  if (wide) {
    const end = at;
    const record = new Encoder().u32(0, 0x06064b50).u64(4, 44).u16(12, 45, 45).u32(16, 0, 0);
    add(
      record
        .u64(24, entries.length)
        .u64(32, entries.length)
        .u64(40, at - directory)
        .u64(48, directory).bytes,
    );
    add(new Encoder().u32(0, 0x07064b50, 0).u64(8, end).u32(16, 1).bytes);
  }
  const count = wide ? 0xffff : entries.length;
  add(
    new Encoder()
      .u32(0, 0x06054b50)
      .u16(4, 0, 0, count, count)
      .u32(12, wide ? 0xffffffff : at - directory, wide ? 0xffffffff : directory)
      .u16(20, 0).bytes,
  );
  return Buffer.concat(parts);
}

/** The text `1 1` again and again, packed; as large as asked for, made of one piece of 100 MB. */
export function packedZeros(bytes: number): Uint8Array {
  return deflateRawSync(Buffer.alloc(bytes), { level: 9 });
}

/** Numbers that pack some tenfold, and their packed form. */
export function packedNumbers(bytes: number): { readonly packed: Uint8Array; readonly sum: number; readonly size: number } {
  const parts: string[] = [];
  for (let i = 0, length = 0; length < bytes; i++) {
    const line = `${(i * 7919) % 100_003}\t${(i * 31) % 1009}\n`;
    parts.push(line);
    length += line.length;
  }
  const raw = Buffer.from(parts.join(''));
  return { packed: deflateRawSync(raw, { level: 1 }), sum: crc32(raw), size: raw.length };
}
