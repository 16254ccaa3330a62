import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLinear, decodePic, decodeSlof } from '../../../../src/core/formats/mzml/numpress';
import { encodeLinear, encodePic, encodeSlof } from './numpress-encoder';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/ /g, ''), 'hex'));

describe('MS-Numpress', () => {
  it('reads the examples its authors publish', () => {
    // Tests and manual of RMSNumpress 1.0.1 (CRAN): encodeLinear(c(100, 101, 102, 103), 100000) and encodeLinear(rt_array, 500).
    expect(decodeLinear(hex('40f86a0000000000 80969800 201d9a00 88'))).toEqual(Float64Array.of(100, 101, 102, 103));
    expect(decodeLinear(hex('407f400000000000 d4e72000 78ee2000 888623'))).toEqual(
      Float64Array.of(4313, 4316.4, 4319.8, 4323.2, 4326.6, 4330.1),
    );
  });

  it('reads back whole numbers exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_294_967_294 }), { maxLength: 100 }), (values) => {
        expect(decodePic(encodePic(values))).toEqual(Float64Array.from(values));
      }),
    );
  });

  it('reads back a rising axis to half a step of its scale', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { maxLength: 200 }), (steps) => {
        let at = 50;
        const values = steps.map((step) => (at += step));
        const read = decodeLinear(encodeLinear(values, 1_000_000));
        expect(read?.length).toBe(values.length);
        for (const [i, value] of values.entries()) expect(Math.abs((read?.[i] as number) - value)).toBeLessThanOrEqual(0.51e-6);
      }),
    );
  });

  it('reads back intensities to the precision of logged floats', () => {
    const values = [0, 1, 17, 1234.5, 9.9e6];
    const read = decodeSlof(encodeSlof(values, 4000));
    for (const [i, value] of values.entries()) expect((read?.[i] as number) / (value || 1)).toBeCloseTo(value === 0 ? 0 : 1, 3);
  });

  it('gives nothing where the bytes end in the middle of a number', () => {
    expect(decodeLinear(hex('40f86a00'))).toBeUndefined();
    expect(decodeLinear(hex('40f86a0000000000 8096'))).toBeUndefined();
    expect(decodeLinear(hex('40f86a0000000000 80969800 201d'))).toBeUndefined();
    expect(decodeLinear(hex('40f86a0000000000 80969800 201d9a00 11'))).toBeUndefined();
    expect(decodeLinear(hex('0000000000000000 80969800 201d9a00 88'))).toBeUndefined();
    expect(decodePic(hex('12'))).toBeUndefined();
    expect(decodeSlof(hex('40f86a0000000000 01'))).toBeUndefined();
    expect(decodeLinear(hex('40f86a0000000000 80969800'))).toEqual(Float64Array.of(100));
  });
});
