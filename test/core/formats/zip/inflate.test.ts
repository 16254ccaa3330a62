import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/core/formats/zip/crc32';
import { listEntries, type ZipEntry } from '../../../../src/core/formats/zip/entries';
import { inflateSteps } from '../../../../src/core/formats/zip/inflate';
import { inflateEntry } from '../../../support/inflate-entry';
import { CENTRAL, LOCAL, recordAt, refusalCode, zipOf, zipSource } from './zip-file';

const MOST = 1 << 26;

function first(bytes: Uint8Array): { source: ReturnType<typeof zipSource>; entry: ZipEntry } {
  const source = zipSource(bytes);
  return { source, entry: listEntries(source)[0] as ZipEntry };
}

/** Bytes that do not deflate: the xorshift generator of Marsaglia (2003). */
const noise = new Uint8Array(100_000);
for (let i = 0, state = 88_172_645; i < noise.length; i++) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  noise[i] = state & 0xff;
}

describe('inflateSteps', () => {
  it('knows the CRC-32 of its standard check value', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('gives the bytes back, stored or deflated, and says how far it is', () => {
    for (const level of [0, 6] as const) {
      const { source, entry } = first(zipOf({ 'a.bin': noise }, level));
      expect(inflateEntry(source, entry, MOST)).toEqual(noise);
    }
    const { source, entry } = first(zipOf({ 'a.bin': noise }));
    const seen = [...inflateSteps(source, entry, MOST)];
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.at(-1)).toBeLessThanOrEqual(source.size);
  });

  it('refuses a bomb: by its stated size, by what comes out, by its ratio', () => {
    const bomb = zipOf({ 'zeros.bin': new Uint8Array(8_000_000) });
    const honest = first(bomb);
    expect(refusalCode(() => inflateEntry(honest.source, honest.entry, 1_000_000))).toBe('archive-bomb');
    expect(refusalCode(() => inflateEntry(honest.source, honest.entry, MOST))).toBe('archive-bomb');
    new DataView(bomb.buffer).setUint32(recordAt(bomb, CENTRAL) + 24, 10, true);
    const liar = first(bomb);
    expect(refusalCode(() => inflateEntry(liar.source, liar.entry, 1_000_000))).toBe('archive-bomb');
  });

  it('notices altered data, a wrong size and a wrong sum', () => {
    const changed = (change?: (bytes: Uint8Array<ArrayBuffer>) => void): string => {
      const bytes = zipOf({ 'a.bin': noise.slice(0, 5000) });
      change?.(bytes);
      const { source, entry } = first(bytes);
      return refusalCode(() => inflateEntry(source, entry, MOST));
    };
    const central = (bytes: Uint8Array<ArrayBuffer>): DataView => new DataView(bytes.buffer, recordAt(bytes, CENTRAL));
    expect(changed()).toBe('');
    expect(changed((bytes) => bytes.fill(0x55, 60, 90))).toBe('structure-damaged');
    expect(changed((bytes) => central(bytes).setUint32(24, 4999, true))).toBe('structure-damaged');
    expect(changed((bytes) => central(bytes).setUint32(24, 5001, true))).toBe('structure-damaged');
    expect(changed((bytes) => central(bytes).setUint32(16, 1, true))).toBe('structure-damaged');
    expect(changed((bytes) => central(bytes).setUint32(20, 100, true))).toBe('structure-damaged');
    expect(changed((bytes) => bytes.set([0xff, 0xff], recordAt(bytes, LOCAL) + 28))).toBe('structure-damaged');
  });
});
