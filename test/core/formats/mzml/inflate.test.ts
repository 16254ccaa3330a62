import { constants, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Inflater } from '../../../../src/core/formats/mzml/inflate';
import { packable } from '../../../support/packable';

const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;
const inflater = new Inflater();

describe('unpacking zlib', () => {
  it('gives what zlib packed, by every method, whatever length was expected', () => {
    const strategy = fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE);
    fc.assert(
      fc.property(packable, fc.integer({ min: 0, max: 9 }), strategy, fc.nat(20_000), (bytes, level, how, expected) => {
        const unpacked = inflater.inflate(deflateSync(bytes, { level, strategy: how }), expected, bytes.length);
        expect(unpacked === undefined ? undefined : Buffer.compare(unpacked, bytes)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('gives nothing for damaged data, and never wrong bytes', () => {
    fc.assert(
      fc.property(packable, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, place, change) => {
        const packed = Uint8Array.from(deflateSync(bytes));
        const at = place % packed.length;
        packed[at] = (packed[at] as number) ^ change;
        const unpacked = inflater.inflate(packed, bytes.length, 100_000);
        // A change of the window's size or of the bits that fill the last byte changes nothing; anything else fails the checksum.
        if (unpacked !== undefined) expect(Buffer.compare(unpacked, bytes)).toBe(0);
        expect(inflater.inflate(packed.subarray(0, at), bytes.length, 100_000)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('stops where the bound is reached', () => {
    const bomb = deflateSync(new Uint8Array(50_000_000));
    expect(bomb.length).toBeLessThan(60_000);
    expect(inflater.inflate(bomb, 100, 1_000_000)).toBeUndefined();
    expect(inflater.inflate(bomb, 100, 50_000_000)?.length).toBe(50_000_000);
  });
});
