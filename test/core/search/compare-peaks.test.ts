import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePeaks } from '../../../src/core/search/compare-peaks';

describe('comparePeaks', () => {
  const query = { mz: [40, 77, 105, 182, 207], intensity: [100, 400, 1000, 300, 200] };
  const reference = { mz: [27, 77.1, 105, 106, 181, 182], intensity: [50, 260, 500, 2, 100, 150] };
  const found = comparePeaks(query, reference);

  it('tells matched, missing and extra peaks in ascending m/z with percent of the base peak', () => {
    expect(found.peaks.map(({ mz, category }) => `${mz} ${category}`)).toEqual([
      '27 missing',
      '40 extra',
      '77 matched',
      '105 matched',
      '106 missing',
      '181 missing',
      '182 matched',
      '207 extra',
    ]);
    const base = found.peaks.find(({ mz }) => mz === 105);
    expect(base).toMatchObject({ queryPercent: 100, referencePercent: 100 });
    expect(found.peaks.find(({ mz }) => mz === 77)?.referencePercent).toBeCloseTo(52, 0);
  });

  it('counts neither weak peaks nor those below the first m/z of the other spectrum', () => {
    expect(found.peaks.filter(({ outsideRange }) => outsideRange).map(({ mz }) => mz)).toEqual([27]);
    expect(found.peaks.find(({ mz }) => mz === 106)?.significant).toBe(false);
    expect(found.significant).toEqual({ matched: 3, missing: 1, extra: 2 });
    expect(comparePeaks(query, reference, { significancePercent: 0.1 }).significant.missing).toBe(2);
  });

  it('mirrors when query and reference change places', () => {
    const spectrum = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 999 })), { selector: ([mz]) => mz, maxLength: 20 })
      .map((peaks) => ({ mz: peaks.map(([mz]) => mz), intensity: peaks.map(([, intensity]) => intensity) }));
    fc.assert(
      fc.property(spectrum, spectrum, (a, b) => {
        const there = comparePeaks(a, b).significant;
        const back = comparePeaks(b, a).significant;
        expect(back).toEqual({ matched: there.matched, missing: there.extra, extra: there.missing });
      }),
    );
  });

  it('has nothing to say of empty spectra', () => {
    expect(comparePeaks({ mz: [], intensity: [] }, { mz: [], intensity: [] }).peaks).toEqual([]);
  });
});
