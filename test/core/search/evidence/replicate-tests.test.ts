import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minMaxTest } from '../../../../src/core/search/evidence/min-max-test';
import { IonFrequencyCounter, randomMatchLog10 } from '../../../../src/core/search/evidence/random-match';
import { twoSidedP } from '../../../../src/core/search/evidence/student-t';
import { spectrumTTest } from '../../../../src/core/search/evidence/t-test';

const closeness = (a: number, b: number) => 100 - Math.abs(a - b);
const spectrum = (...heights: readonly number[]) => ({ mz: heights.map((_, i) => 50 + i), intensity: heights });

describe('minMaxTest', () => {
  it('discriminates sets that lie apart, and says by how much', () => {
    const found = minMaxTest([1, 2, 3], [20, 21, 23], closeness, 'same-sequence');
    expect(found).toMatchObject({ verdict: 'discriminated', withinMin: 97, betweenMax: 83, margin: 14, pairs: { within: 6, between: 9 } });
  });

  it('does not discriminate sets that overlap, and never says more', () => {
    expect(minMaxTest([1, 6], [5, 9, 10], closeness, 'same-sequence').verdict).toBe('not-discriminated');
  });

  it('gives no verdict under three replicates of the reference, and names every condition that is not met', () => {
    const found = minMaxTest([1], [20, 21], closeness, 'unstated');
    expect(found.verdict).toBe('not-applicable');
    const missed = found.conditions.filter(({ met }) => !met).map(({ code }) => code);
    expect(missed).toEqual(['replicates-too-few', 'replicates-few', 'single-query', 'conditions-unstated']);
  });

  it('does not depend on the order of the replicates', () => {
    const set = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(set, set, (a, b) => {
        const { verdict, margin } = minMaxTest(a, b, closeness, 'same-sequence');
        expect(minMaxTest([...a].reverse(), [...b].reverse(), closeness, 'same-sequence')).toMatchObject({ verdict, margin });
      }),
    );
  });
});

describe('twoSidedP', () => {
  it('gives the critical values of the tables', () => {
    // t(0.975; 10) = 2.228, t(0.9995; 4) = 8.610, t(0.995; 120) = 2.617.
    expect(twoSidedP(2.228139, 10)).toBeCloseTo(0.05, 6);
    expect(twoSidedP(8.610302, 4)).toBeCloseTo(0.001, 7);
    expect(twoSidedP(2.617421, 120)).toBeCloseTo(0.01, 6);
    expect(twoSidedP(0, 3)).toBe(1);
    // One degree of freedom is the Cauchy distribution.
    expect(twoSidedP(1, 1)).toBeCloseTo(0.5, 12);
  });
});

describe('spectrumTTest', () => {
  const reference = [spectrum(999, 500, 100), spectrum(999, 510, 96), spectrum(999, 490, 104), spectrum(999, 505, 99)];

  it('associates spectra within the spread, without calling that an identification', () => {
    const found = spectrumTTest([spectrum(999, 503, 101), spectrum(999, 495, 98)], reference, 'same-sequence');
    expect(found).toMatchObject({ verdict: 'associated', tested: 3, ions: [], range: { from: 50, to: 52 } });
  });

  it('names the ions that differ, the clearest first', () => {
    const found = spectrumTTest([spectrum(999, 800, 300), spectrum(999, 806, 303), spectrum(999, 795, 299)], reference, 'same-sequence');
    expect(found.verdict).toBe('discriminated');
    expect(found.ions.map(({ mz }) => mz)).toEqual([52, 51]);
    expect(found.ions[0]?.p).toBeLessThan(1e-4);
  });

  it('takes the variance of the reference for a single query, and says so', () => {
    const found = spectrumTTest([spectrum(999, 503, 101)], reference, 'same-sequence');
    expect(found.verdict).toBe('associated');
    expect(found.conditions.find(({ code }) => code === 'single-query')?.met).toBe(false);
  });

  it('has no verdict for too few replicates, no query, or spectra without peaks', () => {
    expect(spectrumTTest([spectrum(999)], reference.slice(0, 2), 'unstated').verdict).toBe('not-applicable');
    expect(spectrumTTest([], reference, 'unstated').verdict).toBe('not-applicable');
    expect(spectrumTTest([spectrum()], reference, 'unstated').verdict).toBe('not-applicable');
  });
});

describe('randomMatchLog10', () => {
  it('makes rare ions count more than common ones', () => {
    const counter = new IonFrequencyCounter();
    for (let i = 0; i < 98; i++) counter.add(i < 49 ? spectrum(999, 0, 500) : spectrum(999, 0, 0));
    const frequencies = counter.frequencies();
    const range = { from: 50, to: 52 };
    // p(50) = 99/100, p(51) = 1/100, p(52) = 50/100.
    expect(randomMatchLog10(spectrum(999, 0, 500), frequencies, range)).toBeCloseTo(Math.log10(0.99 * 0.99 * 0.5), 12);
    expect(randomMatchLog10(spectrum(999, 500, 0), frequencies, range)).toBeCloseTo(Math.log10(0.99 * 0.01 * 0.5), 12);
  });
});
