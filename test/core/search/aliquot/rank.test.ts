import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LibraryStatistics } from '../../../../src/core/search/aliquot/library-statistics';
import { ABSENCE_FEATURES, CERTAINTY_FEATURES } from '../../../../src/core/search/aliquot/model';
import { type AliquotPoolEntry, rankByAliquot } from '../../../../src/core/search/aliquot/rank';
import { ALIQUOT_TERMS } from '../../../../src/core/search/aliquot/terms';
import { ALIQUOT_MODEL } from '../../../../src/core/search/aliquot/weights';
import { type PeakArrays, prepareNominal } from '../../../../src/core/search/scores/nominal-spectrum';

const peak = fc.tuple(fc.integer({ min: 30, max: 120 }), fc.integer({ min: 1, max: 999 }));
const spectrum: fc.Arbitrary<PeakArrays> = fc
  .uniqueArray(peak, { minLength: 1, maxLength: 25, selector: ([mz]) => mz })
  .map((peaks) => ({ mz: peaks.map(([mz]) => mz), intensity: peaks.map(([, intensity]) => intensity) }));
const entry = (key: number) =>
  fc.record({
    key: fc.constant(key),
    peaks: spectrum,
    nominalMass: fc.option(fc.integer({ min: 40, max: 130 })),
    formula: fc.constantFrom(null, 'C6H6', 'C3H5ClO', 'not a formula'),
    compound: fc.option(fc.constantFrom('AAAAAAAAAAAAAA', 'BBBBBBBBBBBBBB', 'CCCCCCCCCCCCCC')),
  });
const pool: fc.Arbitrary<AliquotPoolEntry[]> = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, key) => entry(key))));

function statisticsOf(entries: readonly AliquotPoolEntry[]): LibraryStatistics {
  const statistics = new LibraryStatistics();
  for (const { peaks, nominalMass } of entries) statistics.add(prepareNominal(peaks), nominalMass);
  return statistics;
}

describe('rankByAliquot', () => {
  it('gives the same list whatever the order of the pool, every record once, best first, equal sums by key', () => {
    fc.assert(
      fc.property(pool, spectrum, (entries, query) => {
        const ranking = rankByAliquot(query, entries, statisticsOf(entries));
        expect(rankByAliquot(query, [...entries].reverse(), statisticsOf([...entries].reverse()))).toEqual(ranking);
        expect(ranking.candidates.map(({ key }) => key).sort((a, b) => a - b)).toEqual(entries.map(({ key }) => key));
        ranking.candidates.forEach((candidate, i) => {
          const next = ranking.candidates[i + 1];
          expect(candidate.rank).toBe(i + 1);
          if (next !== undefined) expect(candidate.sum > next.sum || (candidate.sum === next.sum && candidate.key < next.key)).toBe(true);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('explains each sum by its terms, none of which speaks for a candidate beyond equal spectra', () => {
    fc.assert(
      fc.property(pool, spectrum, (entries, query) => {
        for (const { sum, score, terms } of rankByAliquot(query, entries, statisticsOf(entries)).candidates) {
          expect(terms.map(({ id }) => id)).toEqual([...ALIQUOT_TERMS]);
          expect(terms.reduce((total, { contribution }) => total + contribution, 0)).toBeCloseTo(sum, 9);
          for (const { contribution } of terms) expect(contribution).toBeLessThanOrEqual(0);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(999);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives probabilities from 0 to 1 and a group that begins with the first', () => {
    fc.assert(
      fc.property(pool, spectrum, (entries, query) => {
        const { probability, groupProbability, noneOfThese, group, candidates } = rankByAliquot(query, entries, statisticsOf(entries));
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThan(1);
        expect(groupProbability).toBeGreaterThan(0);
        expect(groupProbability).toBeLessThan(1);
        expect(noneOfThese).toBeGreaterThan(0);
        expect(noneOfThese).toBeLessThan(1);
        expect(group[0]).toBe(candidates[0]?.key);
      }),
      { numRuns: 100 },
    );
  });

  const benzene: AliquotPoolEntry = {
    key: 7,
    peaks: { mz: [39, 50, 51, 52, 77, 78, 79], intensity: [120, 150, 170, 180, 150, 999, 65] },
    nominalMass: 78,
    formula: 'C6H6',
    compound: 'UHOVQNZJYSORNB',
  };

  it('gives 999 to a library spectrum of the query itself', () => {
    const { candidates } = rankByAliquot(benzene.peaks, [benzene], statisticsOf([benzene]));
    // The formula's isotopes are not the spectrum's own, and the match factor of equal spectra is 999.5.
    const others = (candidates[0]?.terms ?? []).filter(({ id, value }) => id !== 'isotopes' && value !== null);
    for (const { value } of others) expect(value).toBeGreaterThan(-0.001);
    expect(others).toHaveLength(10);
    expect(candidates[0]?.score).toBeGreaterThan(950);
  });

  it('holds a strong peak above the molecular mass against a candidate', () => {
    const heavier = { mz: [...Array.from(benzene.peaks.mz), 112], intensity: [...Array.from(benzene.peaks.intensity), 600] };
    const above = rankByAliquot(heavier, [benzene], statisticsOf([benzene])).candidates[0]?.terms.find(({ id }) => id === 'above-molecule');
    expect(above?.value).toBe(-0.15);
  });

  it('does not hold the isotope peaks of chlorine against a candidate', () => {
    const lindane = { mz: [109, 181, 219, 288, 290, 292, 294, 296], intensity: [800, 999, 700, 40, 80, 60, 30, 8] };
    const entries: AliquotPoolEntry[] = [{ key: 1, peaks: lindane, nominalMass: 288, formula: 'C6H6Cl6', compound: null }];
    const terms = rankByAliquot(lindane, entries, statisticsOf(entries)).candidates[0]?.terms;
    expect(terms?.find(({ id }) => id === 'above-molecule')?.value).toBeCloseTo(0, 12);
  });

  it('takes what cannot be told at the mean of right answers and says so', () => {
    const nameless = { ...benzene, nominalMass: null, formula: null };
    const terms = rankByAliquot(benzene.peaks, [nameless], statisticsOf([nameless])).candidates[0]?.terms ?? [];
    const unknown = terms.filter(({ value }) => value === null);
    expect(unknown.map(({ id }) => id)).toEqual(['rare-losses', 'molecular-mass', 'molecular-ion', 'above-molecule', 'isotopes']);
    for (const { id, contribution } of unknown) {
      const learned = ALIQUOT_MODEL.terms.find((term) => term.id === id);
      expect(contribution).toBe((learned?.weight ?? Number.NaN) * (learned?.neutral ?? Number.NaN));
    }
  });

  it.each([
    ['an empty query', { mz: [], intensity: [] }, [benzene]],
    ['a query of zeros', { mz: [50, 60], intensity: [0, 0] }, [benzene]],
    ['an empty pool', benzene.peaks, []],
  ])('ranks nothing for %s', (_, query, entries) => {
    expect(rankByAliquot(query, entries, statisticsOf([benzene]))).toEqual({
      candidates: [],
      group: [],
      alike: [],
      probability: 0,
      groupProbability: 0,
      noneOfThese: 1,
    });
  });

  it('is less sure that the library holds it when another candidate fits better in one term', () => {
    const query = { mz: [39, 51, 52, 77, 78, 79], intensity: [110, 150, 190, 150, 999, 65] };
    const rival: AliquotPoolEntry = { ...benzene, key: 8, compound: 'OTHER', peaks: { mz: [51, 78, 92], intensity: [600, 999, 999] } };
    const statistics = statisticsOf([benzene, rival]);
    const noneOf = (first: AliquotPoolEntry) => rankByAliquot(query, [first, rival], statistics).noneOfThese;
    // The mass of the first is one off, the rival's is not: only the lead in molecular mass and the sum change.
    expect(noneOf({ ...benzene, nominalMass: 90 })).toBeGreaterThan(noneOf(benzene));
  });

  it('takes a one-peak query without being sure of it', () => {
    const { probability } = rankByAliquot(
      { mz: [44], intensity: [5] },
      [benzene, { ...benzene, key: 8, compound: null }],
      statisticsOf([benzene]),
    );
    expect(probability).toBeLessThan(0.95);
  });
});

describe('the learned table', () => {
  it('has the terms in their order, and no weight below 0', () => {
    expect(ALIQUOT_MODEL.terms.map(({ id }) => id)).toEqual([...ALIQUOT_TERMS]);
    for (const { weight } of ALIQUOT_MODEL.terms) expect(weight).toBeGreaterThanOrEqual(0);
    const { probability, groupProbability, noneOfThese } = ALIQUOT_MODEL;
    for (const { coefficients } of [probability, groupProbability]) expect(coefficients).toHaveLength(CERTAINTY_FEATURES.length);
    expect(noneOfThese.coefficients).toHaveLength(ABSENCE_FEATURES.length);
    for (const coefficient of [...probability.coefficients, ...groupProbability.coefficients])
      expect(coefficient).toBeGreaterThanOrEqual(0);
    // What is of the query alone may have either sign; what speaks for a candidate never makes its absence more probable.
    for (const [i, coefficient] of noneOfThese.coefficients.entries())
      if (!ABSENCE_FEATURES[i]!.startsWith('query-')) expect(coefficient).toBeLessThanOrEqual(0);
  });
});

describe('LibraryStatistics', () => {
  it('is the same after storing and whatever the order', () => {
    fc.assert(
      fc.property(pool, (entries) => {
        const state = statisticsOf(entries).toState();
        expect(new LibraryStatistics(state).toState()).toEqual(state);
        expect(statisticsOf([...entries].reverse()).toState()).toEqual(state);
      }),
      { numRuns: 50 },
    );
  });

  it('counts a loss that fewer spectra show as rarer', () => {
    const statistics = new LibraryStatistics();
    statistics.add(prepareNominal({ mz: [60, 78], intensity: [500, 999] }), 78);
    statistics.add(prepareNominal({ mz: [63, 78], intensity: [500, 999] }), 78);
    expect(statistics.lossRarity(0)).toBe(0);
    expect(statistics.lossRarity(15)).toBeCloseTo(Math.log(3 / 2), 12);
    expect(statistics.lossRarity(43)).toBeCloseTo(Math.log(3), 12);
  });
});
