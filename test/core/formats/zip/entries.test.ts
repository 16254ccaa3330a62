import { describe, expect, it } from 'vitest';
import { listEntries, type ZipEntry } from '../../../../src/core/formats/zip/entries';
import { inflateEntry } from '../../../support/inflate-entry';
import { CENTRAL, END, recordAt, refusalCode, zipOf, zipSource } from './zip-file';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const MOST = 1 << 20;

/** A zip64 of one stored file, every number that can be in the 64-bit records. */
function zip64Of(name: string, content: Uint8Array, crc: number): Uint8Array<ArrayBuffer> {
  const plain = zipOf({ [name]: content }, 0);
  const central = recordAt(plain, CENTRAL);
  const end = recordAt(plain, END);
  const extra = new DataView(new ArrayBuffer(28));
  extra.setUint16(0, 1, true);
  extra.setUint16(2, 24, true);
  extra.setBigUint64(4, BigInt(content.length), true);
  extra.setBigUint64(12, BigInt(content.length), true);
  extra.setBigUint64(20, 0n, true);
  const entry = new Uint8Array([...plain.subarray(central, end), ...new Uint8Array(extra.buffer)]);
  const head = new DataView(entry.buffer);
  head.setUint32(16, crc, true);
  head.setUint32(20, 0xffffffff, true);
  head.setUint32(24, 0xffffffff, true);
  head.setUint16(30, 28, true);
  head.setUint32(42, 0xffffffff, true);
  const record = new DataView(new ArrayBuffer(56));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(24, 1n, true);
  record.setBigUint64(32, 1n, true);
  record.setBigUint64(40, BigInt(entry.length), true);
  record.setBigUint64(48, BigInt(central), true);
  const locator = new DataView(new ArrayBuffer(20));
  locator.setUint32(0, 0x07064b50, true);
  locator.setBigUint64(8, BigInt(central + entry.length), true);
  const last = plain.slice(end);
  last.fill(0xff, 8, 20);
  return new Uint8Array([
    ...plain.subarray(0, central),
    ...entry,
    ...new Uint8Array(record.buffer),
    ...new Uint8Array(locator.buffer),
    ...last,
  ]);
}

describe('listEntries', () => {
  it('lists files in order, with sizes and methods, and leaves folders out', () => {
    const source = zipSource(zipOf({ 'a/': new Uint8Array(0), 'a/one.txt': text('x'.repeat(900)), 'b.txt': text('') }));
    const entries = listEntries(source);
    expect(entries.map(({ name, size, method }) => [name, size, method])).toEqual([
      ['a/one.txt', 900, 8],
      ['b.txt', 0, 8],
    ]);
    expect(inflateEntry(source, entries[0] as ZipEntry, MOST)).toEqual(text('x'.repeat(900)));
    expect(inflateEntry(source, entries[1] as ZipEntry, MOST)).toEqual(text(''));
  });

  it('finds the directory behind a comment that looks like one', () => {
    const bytes = zipOf({ 'a.txt': text('abc') });
    const comment = new Uint8Array([0x50, 0x4b, 5, 6, ...new Uint8Array(30)]);
    const whole = new Uint8Array([...bytes, ...comment]);
    new DataView(whole.buffer).setUint16(bytes.length - 2, comment.length, true);
    expect(listEntries(zipSource(whole)).map(({ name }) => name)).toEqual(['a.txt']);
  });

  it('reads the 64-bit records', () => {
    const source = zipSource(zip64Of('big.cdf', text('abc'), 0x352441c2));
    const [entry] = listEntries(source);
    expect(entry).toMatchObject({ name: 'big.cdf', size: 3, compressedSize: 3, offset: 0 });
    expect(inflateEntry(source, entry as ZipEntry, MOST)).toEqual(text('abc'));
  });

  it('decodes names: stated UTF-8, UTF-8 that is not stated, code page 437, backslashes', () => {
    const named = (name: readonly number[]): string | undefined => {
      const bytes = zipOf({ 'abcd.txt': text('1') });
      bytes.set(name, recordAt(bytes, CENTRAL) + 46);
      return listEntries(zipSource(bytes))[0]?.name;
    };
    expect(listEntries(zipSource(zipOf({ 'échantillon.jdx': text('1') })))[0]?.name).toBe('échantillon.jdx');
    expect(named([0xc3, 0xa9, 0x62, 0x63])).toBe('ébc.txt');
    expect(named([0x82, 0x62, 0xe0, 0x63])).toBe('ébαc.txt');
    expect(named([0x61, 0x5c])).toBe('a/cd.txt');
  });

  it('names entries it will never unpack', () => {
    const faults = (name: string, change?: (head: DataView) => void): readonly (string | undefined)[] => {
      const bytes = zipOf({ [name]: text('abc') });
      change?.(new DataView(bytes.buffer, recordAt(bytes, CENTRAL)));
      const source = zipSource(bytes);
      return listEntries(source).flatMap((entry) => [entry.fault, refusalCode(() => inflateEntry(source, entry, MOST))]);
    };
    expect(faults('../../etc/passwd')).toEqual(['unsafe-name', 'variant-unsupported']);
    expect(faults('a/../../b')).toEqual(['unsafe-name', 'variant-unsupported']);
    expect(faults('/root.txt')).toEqual(['unsafe-name', 'variant-unsupported']);
    expect(faults('C:\\windows\\x')).toEqual(['unsafe-name', 'variant-unsupported']);
    expect(faults('..a/b..')).toEqual([undefined, '']);
    expect(faults('a.txt', (head) => head.setUint16(8, 1, true))).toEqual(['encrypted', 'variant-unsupported']);
    expect(faults('a.txt', (head) => head.setUint16(10, 99, true))).toEqual(['encrypted', 'variant-unsupported']);
    expect(faults('a.txt', (head) => head.setUint16(10, 14, true))).toEqual(['unknown-method', 'variant-unsupported']);
  });

  it('names the second of two entries of one name', () => {
    const bytes = zipOf({ 'a.txt': text('1'), 'b.txt': text('2') });
    bytes.set(text('a.txt'), recordAt(bytes, CENTRAL, 1) + 46);
    expect(listEntries(zipSource(bytes)).map(({ fault }) => fault)).toEqual([undefined, 'repeated-name']);
  });
});

describe('damaged archives', () => {
  const bytes = zipOf({ 'a.txt': text('abcdefgh'.repeat(40)), 'b.txt': text('12345678'.repeat(40)) });

  it('refuses every truncation', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(refusalCode(() => listEntries(zipSource(bytes.slice(0, length))))).toBe('file-truncated');
  });

  it('refuses entries that overlap', () => {
    const overlapping = bytes.slice();
    new DataView(overlapping.buffer).setUint32(recordAt(overlapping, CENTRAL, 1) + 42, 0, true);
    expect(refusalCode(() => listEntries(zipSource(overlapping)))).toBe('structure-damaged');
  });

  it('refuses more entries than the directory can hold, parts, and a directory outside the file', () => {
    const with16 = (at: number, value: number): string => {
      const changed = bytes.slice();
      new DataView(changed.buffer).setUint16(recordAt(changed, END) + at, value, true);
      return refusalCode(() => listEntries(zipSource(changed)));
    };
    expect(with16(10, 60_000)).toBe('structure-damaged');
    expect(with16(4, 1)).toBe('variant-unsupported');
    expect(with16(18, 0x7fff)).toBe('structure-damaged');
    expect(with16(14, 0x7fff)).toBe('structure-damaged');
  });
});
