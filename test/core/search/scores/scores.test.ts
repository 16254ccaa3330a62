import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignMost } from '../../../../src/core/search/scores/assignment';
import { compareEi, scoreIn } from '../../../../src/core/search/scores/compare-ei';
import { cosine } from '../../../../src/core/search/scores/cosine';
import { cosineWithTolerance } from '../../../../src/core/search/scores/cosine-tolerance';
import { EI_SCORE_IDS, SCORES, scoreDescriptor } from '../../../../src/core/search/scores/descriptors';
import { entropySimilarity } from '../../../../src/core/search/scores/entropy';
import { identityMatchFactor, reverseMatchFactor } from '../../../../src/core/search/scores/match-factors';
import { measureDescriptor } from '../../../../src/core/search/scores/measures';
import { prepareNominal } from '../../../../src/core/search/scores/nominal-spectrum';

const spectrum = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 30, max: 90 }), fc.integer({ min: 1, max: 999 })), {
    selector: ([mz]) => mz,
    minLength: 1,
    maxLength: 25,
  })
  .map((peaks) => prepareNominal({ mz: peaks.map(([mz]) => mz), intensity: peaks.map(([, intensity]) => intensity) }));

describe('scores of EI spectra', () => {
  it('worked by hand: two matched peaks with equal quotients and one peak of the library alone', () => {
    const query = prepareNominal({ mz: [50, 100], intensity: [999, 999] });
    const library = prepareNominal({ mz: [50, 100, 200], intensity: [999, 999, 999] });
    // T1 = (50 + 100)² / (150 · 350) = 3/7; a = 2; one ratio of 1, b = 1.
    expect(identityMatchFactor(query, library)).toBeCloseTo((1000 * ((2 * 3) / 7 + 1)) / 3 - 0.5, 9);
    // Turned round, the peak at 200 is the query's alone and adds nothing.
    expect(reverseMatchFactor(library, query)).toBeCloseTo(999.5, 9);
  });

  it('a spectrum against itself has every score full, unless all of it is too weak to count', () => {
    fc.assert(
      fc.property(spectrum, (own) => {
        const found = compareEi(own, own);
        for (const id of EI_SCORE_IDS) expect(scoreIn(found, id).shown).toBe(999);
      }),
    );
  });

  it('shown values are integers from 0 to 999, and the simple score and the cosine do not mind who is the query', () => {
    fc.assert(
      fc.property(spectrum, spectrum, (a, b) => {
        const there = compareEi(a, b);
        const back = compareEi(b, a);
        for (const id of EI_SCORE_IDS) {
          const { shown } = scoreIn(there, id);
          expect(Number.isInteger(shown) && shown >= 0 && shown <= 999).toBe(true);
        }
        expect(back.simple.exact).toBeCloseTo(there.simple.exact, 9);
        expect(back.cosine.exact).toBeCloseTo(there.cosine.exact, 9);
        expect(there.reverse.exact).toBeGreaterThanOrEqual(there.identity.exact - 1e-9);
      }),
    );
  });

  it('cosine of disjoint or empty spectra is 0', () => {
    expect(cosine({ mz: [50], intensity: [1] }, { mz: [51], intensity: [1] })).toBe(0);
    expect(cosine({ mz: [], intensity: [] }, { mz: [51], intensity: [1] })).toBe(0);
  });

  it('entropy similarity is 1 against itself, 0 without a shared peak, and does not mind who is the query', () => {
    fc.assert(
      fc.property(spectrum, spectrum, fc.boolean(), (a, b, weighted) => {
        expect(entropySimilarity(a, a, weighted)).toBeCloseTo(1, 12);
        expect(entropySimilarity(a, b, weighted)).toBeCloseTo(entropySimilarity(b, a, weighted), 12);
      }),
    );
    expect(entropySimilarity({ mz: [50], intensity: [1] }, { mz: [51], intensity: [1] })).toBe(0);
    // Shares ½, ½ against 1: ½·(1.5·log₂ 1.5 − 0.5·log₂ 0.5 − 1·log₂ 1).
    const half = entropySimilarity({ mz: [50, 60], intensity: [1, 1] }, { mz: [50], intensity: [1] }, false);
    expect(half).toBeCloseTo(0.5 * (1.5 * Math.log2(1.5) + 0.5), 12);
  });

  it('a measure says its parameters', () => {
    expect(measureDescriptor({ id: 'ei-cosine', massPower: 3, intensityPower: 0.6 })).toMatchObject({
      id: 'ei-cosine',
      parameters: { massPower: 3, intensityPower: 0.6 },
      method: 'cosine',
    });
  });

  it('every id has one descriptor with a version', () => {
    expect(SCORES.map(({ id }) => id)).toEqual([...EI_SCORE_IDS]);
    for (const id of EI_SCORE_IDS) expect(scoreDescriptor(id).version).toBe('1');
  });
});

describe('cosineWithTolerance', () => {
  it('optimal pairing is never below greedy pairing', () => {
    const peaks = fc
      .array(fc.tuple(fc.double({ min: 100, max: 101, noNaN: true }), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 7 })
      .map((pairs) => ({ mz: pairs.map(([mz]) => mz), intensity: pairs.map(([, intensity]) => intensity) }));
    fc.assert(
      fc.property(peaks, peaks, (a, b) => {
        const greedy = cosineWithTolerance(a, b, { tolerance: 0.3 }).score;
        expect(cosineWithTolerance(a, b, { tolerance: 0.3, pairing: 'optimal' }).score).toBeGreaterThanOrEqual(greedy - 1e-12);
      }),
    );
  });

  it('assigns so that the sum of gains is the largest of all permutations', () => {
    const matrix = fc
      .integer({ min: 1, max: 5 })
      .chain((n) => fc.array(fc.integer({ min: 0, max: 20 }), { minLength: n * n, maxLength: n * n }));
    fc.assert(
      fc.property(matrix, (gains) => {
        const n = Math.sqrt(gains.length);
        const best = (row: number, used: ReadonlySet<number>): number =>
          row === n
            ? 0
            : Math.max(
                ...gains.slice(row * n, row * n + n).map((gain, j) => (used.has(j) ? -1 : gain + best(row + 1, new Set([...used, j])))),
              );
        const chosen = assignMost(Float64Array.from(gains), n, n);
        const sum = chosen.reduce((total, column, row) => total + (column < 0 ? 0 : gains[row * n + column]!), 0);
        expect(sum).toBe(best(0, new Set()));
      }),
    );
  });
});
