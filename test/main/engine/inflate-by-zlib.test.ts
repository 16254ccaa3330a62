import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Inflater } from '../../../src/core/formats/mzml/inflate';
import { inflateByZlib } from '../../../src/main/engine/inflate-by-zlib';
import { packable } from '../../support/packable';

const ours = new Inflater();

/** Both must say the same of the same bytes; where the result begins in its buffer is part of the promise. */
function both(packed: Uint8Array, expected: number, most: number): Uint8Array | undefined {
  const pure = ours.inflate(packed, expected, most);
  const native = inflateByZlib(packed, expected, most);
  expect(native === undefined).toBe(pure === undefined);
  if (native !== undefined && pure !== undefined) {
    expect(Buffer.compare(native, pure)).toBe(0);
    expect(native.byteOffset).toBe(0);
  }
  return native;
}

describe('unpacking with the zlib of the process', () => {
  it('gives the same bytes as the unpacker of the core, whatever was expected, and none beyond the bound', () => {
    fc.assert(
      fc.property(packable, fc.integer({ min: 0, max: 9 }), fc.nat(20_000), fc.nat(20_000), (bytes, level, expected, most) => {
        const packed = deflateSync(bytes, { level });
        expect(both(packed, expected, most) === undefined).toBe(bytes.length > most);
        expect(both(packed, expected, bytes.length)?.length).toBe(bytes.length);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what the unpacker of the core refuses: changed, cut and lengthened data', () => {
    fc.assert(
      fc.property(packable, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, place, change) => {
        const packed = Uint8Array.from(deflateSync(bytes));
        const at = place % packed.length;
        expect(both(packed.subarray(0, at), bytes.length, 100_000)).toBeUndefined();
        expect(both(Uint8Array.of(...packed, change), bytes.length, 100_000)).toBeUndefined();
        packed[at] = (packed[at] as number) ^ change;
        both(packed, bytes.length, 100_000);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
        both(noise, 100, 100_000);
        both(Uint8Array.of(0x78, 0x9c, ...noise), 100, 100_000);
      }),
      { numRuns: 500 },
    );
    expect(both(deflateSync(Buffer.from('measured'), { dictionary: Buffer.from('measured') }), 8, 100)).toBeUndefined();
  });

  it('stops where the bound is reached', () => {
    const bomb = deflateSync(new Uint8Array(50_000_000));
    expect(both(bomb, 100, 1_000_000)).toBeUndefined();
    expect(both(bomb, 1e15, 1_000_000)).toBeUndefined();
  });
});
