import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareNominal } from '../../../../src/core/search/scores/nominal-spectrum';

const asPairs = (mz: readonly number[], intensity: readonly number[]) => {
  const prepared = prepareNominal({ mz, intensity });
  return Array.from(prepared.mz, (m, i) => [m, prepared.intensity[i]]);
};

describe('prepareNominal', () => {
  it('rounds m/z half up, keeps the larger of two peaks on an integer, scales the base peak to 999 and drops zeros', () => {
    expect(asPairs([40.5, 41.4, 57, 71, 72], [10, 30, 1000, 0.5, 0.6])).toEqual([
      [41, 30],
      [57, 999],
      [72, 1],
    ]);
  });

  it('takes peaks in any order', () => {
    expect(asPairs([71, 43, 57], [1, 2, 4])).toEqual([
      [43, 500],
      [57, 999],
      [71, 250],
    ]);
  });

  it('leaves out what is no peak: NaN, infinity, zero, negative, m/z below 1 or above 65,535', () => {
    expect(asPairs([Number.NaN, 1e9, 0.2, 50, 51, 52, 53, 54], [5, 5, 5, Number.NaN, Number.POSITIVE_INFINITY, 0, -3, 2])).toEqual([
      [54, 999],
    ]);
    expect(asPairs([], [])).toEqual([]);
    expect(asPairs([50, 60], [0, 0])).toEqual([]);
  });

  it('is ascending, at most 999, and the same when prepared again', () => {
    const peaks = fc.array(fc.tuple(fc.double({ min: -5, max: 900, noNaN: false }), fc.double({ min: -1, max: 1e9, noNaN: false })));
    fc.assert(
      fc.property(peaks, (pairs) => {
        const once = prepareNominal({ mz: pairs.map(([mz]) => mz), intensity: pairs.map(([, intensity]) => intensity) });
        for (let i = 1; i < once.mz.length; i++) expect(once.mz[i]!).toBeGreaterThan(once.mz[i - 1]!);
        if (once.mz.length > 0) expect(Math.max(...once.intensity)).toBe(999);
        expect(prepareNominal(once)).toEqual(once);
      }),
    );
  });
});
