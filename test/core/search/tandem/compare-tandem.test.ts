import { describe, expect, it } from 'vitest';
import { DEFAULT_CLEANING, prepareTandem } from '../../../../src/core/search/tandem/clean-spectrum';
import { compareTandem } from '../../../../src/core/search/tandem/compare-tandem';
import { describeTandem } from '../../../../src/core/search/tandem/descriptors';
import { scoreTandem } from '../../../../src/core/search/tandem/score-tandem';

const query = { mz: [100, 150.003, 180], intensity: [10, 100, 40], precursorMz: 200 };
const reference = { mz: [100, 150, 170], intensity: [20, 100, 50], precursorMz: 214 };

describe('compareTandem', () => {
  it('tells matched, missing and extra peaks, with errors in ppm and losses', () => {
    const { peaks, count, matchedPeaks } = compareTandem(query, reference);
    expect(peaks.map(({ category, queryMz, referenceMz }) => [category, queryMz, referenceMz])).toEqual([
      ['matched', 100, 100],
      ['matched', 150.003, 150],
      ['missing', undefined, 170],
      ['extra', 180, undefined],
    ]);
    expect(peaks[1]).toMatchObject({ queryPercent: 100, referencePercent: 100, matchedBy: 'fragment' });
    expect(peaks[1]!.errorPpm).toBeCloseTo(19.9996, 3);
    expect(peaks[3]!.loss).toBe(20);
    expect(peaks[2]!.loss).toBe(44);
    expect(count).toEqual({ matched: 2, missing: 1, extra: 1 });
    expect(matchedPeaks).toBe(2);
  });

  it.each(['tandem-entropy-hybrid', 'tandem-modified-cosine'] as const)('%s: says which peaks match by loss', (score) => {
    const shifted = { mz: [100, 164, 194.001], intensity: [10, 100, 40], precursorMz: 214 };
    const comparison = compareTandem({ ...query, mz: [100, 150, 180] }, shifted, { score });
    expect(comparison.peaks.map(({ matchedBy }) => matchedBy)).toEqual(['fragment', 'loss', 'loss']);
    expect(comparison.peaks[2]!.errorPpm).toBeCloseTo(-5.556, 2);
    expect(comparison.score).toBeCloseTo(1, 6);
  });

  it('a spectrum against itself is 1, the score that of a search, an empty one 0', () => {
    expect(compareTandem(query, query).score).toBeCloseTo(1, 12);
    const [a, b] = [query, reference].map((spectrum) => prepareTandem(spectrum, spectrum.precursorMz, DEFAULT_CLEANING));
    expect(compareTandem(query, reference).score).toBe(scoreTandem('tandem-entropy', a!, b!, { value: 0.02, unit: 'Da' }).score);
    expect(compareTandem({ mz: [], intensity: [] }, reference)).toMatchObject({ score: 0, count: { matched: 0, missing: 3, extra: 0 } });
  });
});

describe('prepareTandem', () => {
  it('takes peaks in any order, adds up those on one m/z, leaves out what is no peak and what lies above the precursor', () => {
    const prepared = prepareTandem({ mz: [150, 100, 150, 120, Number.NaN, 199], intensity: [1, 2, 1, 0, 5, 9] }, 200, DEFAULT_CLEANING);
    expect(Array.from(prepared.mz)).toEqual([100, 150]);
    expect(Array.from(prepared.intensity)).toEqual([0.5, 0.5]);
  });

  it('an unknown precursor is 0', () => {
    for (const precursor of [undefined, Number.NaN, -3, 0]) expect(prepareTandem(query, precursor, DEFAULT_CLEANING).precursorMz).toBe(0);
  });

  it('keeps the strongest only, as many as asked for', () => {
    const mz = Array.from({ length: 6000 }, (_, i) => 100 + i);
    const prepared = prepareTandem({ mz, intensity: mz }, undefined, { ...DEFAULT_CLEANING, noise: 0 });
    expect(prepared.mz).toHaveLength(4096);
    expect(prepared.mz.at(-1)).toBe(6099);
  });
});

describe('describeTandem', () => {
  it('names everything that decides a score', () => {
    const settings = { cleaning: DEFAULT_CLEANING, tolerance: { value: 10, unit: 'ppm' }, precursor: 'open' } as const;
    expect(describeTandem('tandem-modified-cosine', settings)).toEqual({
      id: 'tandem-modified-cosine',
      version: '1',
      parameters: {
        tolerance: '10 ppm',
        precursor: 'open',
        mergeWithin: '0.04 Da',
        noise: 0.01,
        belowPrecursor: 1.6,
        mostPeaks: 4096,
        mzPower: 0,
        intensityPower: 1,
        pairing: 'greedy',
      },
      method: 'modified-cosine',
    });
  });
});
