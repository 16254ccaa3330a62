import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliquotPool, POOL_SCORES, POOL_TOP } from '../../../../src/core/search/aliquot/pool';
import { EiIndex } from '../../../../src/core/search/index/ei-index';
import { compareEi, scoreIn } from '../../../../src/core/search/scores/compare-ei';
import { type PeakArrays, prepareNominal } from '../../../../src/core/search/scores/nominal-spectrum';

const peak = fc.tuple(fc.integer({ min: 40, max: 70 }), fc.constantFrom(1, 2, 50, 400, 999));
const spectrum: fc.Arbitrary<PeakArrays> = fc
  .uniqueArray(peak, { minLength: 0, maxLength: 8, selector: ([mz]) => mz })
  .map((peaks) => ({ mz: peaks.map(([mz]) => mz), intensity: peaks.map(([, intensity]) => intensity) }));

describe('aliquotPool', () => {
  it('is the union of the best of each score by comparing with every record', () => {
    fc.assert(
      fc.property(fc.array(spectrum, { minLength: 150, maxLength: 260 }), spectrum, (library, query) => {
        const index = new EiIndex();
        library.forEach((peaks, key) => {
          index.add(key, peaks);
        });
        const even = (key: number) => key % 2 === 0;
        const prepared = prepareNominal(query);
        for (const accepts of [undefined, even]) {
          const expected = new Set(
            POOL_SCORES.flatMap((score) =>
              library
                .map((peaks, key) => ({ key, exact: scoreIn(compareEi(prepared, prepareNominal(peaks)), score).exact }))
                .filter(({ key, exact }) => exact > 0 && (accepts?.(key) ?? true))
                .sort((a, b) => b.exact - a.exact || a.key - b.key)
                .slice(0, POOL_TOP)
                .map(({ key }) => key),
            ),
          );
          expect(aliquotPool(query, index, accepts)).toEqual([...expected].sort((a, b) => a - b));
        }
      }),
      { numRuns: 25 },
    );
  });
});
