import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../../src/core/search/hygiene/sha256';
import { asciiBytes, splashOf } from '../../../../src/core/search/hygiene/splash';

const MASSBANK = '../shared/data/ms/massbank.jsonl.gz';

const peaksOf = (text: string) => {
  const pairs = text.split(' ').map((pair) => pair.split(':').map(Number));
  return { mz: pairs.map(([mz]) => mz ?? 0), intensity: pairs.map(([, intensity]) => intensity ?? 0) };
};

describe('sha256Hex', () => {
  it('gives the examples of FIPS 180-4 and the empty text', () => {
    expect(sha256Hex(asciiBytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(asciiBytes('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
    expect(sha256Hex(new Uint8Array(0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('agrees with the hash of Node for bytes of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});

describe('splashOf', () => {
  it("gives the vectors of the authors' own tests", () => {
    const indole =
      '66.0463:2.1827 105.0698:7.9976 103.0541:4.5676 130.065:8.6025 93.0572:0.2544 79.0542:4.4657 91.0541:2.5671 131.0728:2.6844 115.0541:1.3542 65.0384:0.6554 94.0412:0.5614 116.0494:1.2008 95.049:2.1338 117.0572:100 89.0385:11.7808 77.0385:3.3802 90.0463:35.6373 132.0806:2.343 105.0446:1.771';
    const other =
      '303.07:100 662.26:1.2111 454.91:1.2023 433.25:0.8864 432.11:2.308 592.89:3.9052 259.99:0.6406 281.14:1.2549 451.34:1.1847 499.85:1.2374 482.14:2.4133 450:23.5191 483:1.0004 285.25:1.448 253.1:46.5731 254.11:3.247 259.13:6.9241 304.14:17.2795';
    expect(splashOf(peaksOf(indole))).toBe('splash10-014i-4900000000-889a38f7ace2626a0435');
    expect(splashOf(peaksOf(other))).toBe('splash10-0udi-0049200000-ef488ecacceeaaadb4a2');
  });

  it('does not change with the scale or the order, knows peaks of intensity 0, and is none for no peaks', () => {
    const peaks = { mz: [58.1, 91, 134.2], intensity: [1000, 500, 20] };
    expect(splashOf({ mz: [134.2, 58.1, 91], intensity: [2, 100, 50] })).toBe(splashOf(peaks));
    expect(splashOf({ mz: [58.1, 91, 134.2, 200], intensity: [1000, 500, 20, 0] })).not.toBe(splashOf(peaks));
    expect(splashOf({ mz: [], intensity: [] })).toBeUndefined();
    expect(splashOf({ mz: [58], intensity: [0] })).toBeUndefined();
  });

  it.skipIf(!existsSync(MASSBANK))('agrees with the SPLASH that MassBank records state, every 40th of them', async () => {
    let compared = 0;
    let agreeing = 0;
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(MASSBANK).pipe(createGunzip()) })) {
      if (line++ % 40 !== 0) continue;
      const record = JSON.parse(text) as { splash: string; peaks: readonly (readonly [number, number])[] };
      compared++;
      if (splashOf({ mz: record.peaks.map(([mz]) => mz), intensity: record.peaks.map(([, value]) => value) }) === record.splash) agreeing++;
    }
    expect(compared).toBeGreaterThan(3000);
    expect(agreeing).toBe(compared);
  });
});

if (!existsSync(MASSBANK)) console.info(`SPLASH against MassBank: not run, ${MASSBANK} is not there`);
