import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { molecularIonCandidates } from '../../../../src/core/search/analogues/molecular-ion';

describe('molecularIonCandidates', () => {
  it('takes the last cluster with its isotopes and plausible losses', () => {
    // Invented intensities after caffeine's ions (194, 165 - 137, 109, 82, 67, 55).
    const [first, ...others] = molecularIonCandidates({
      mz: [42, 55, 67, 82, 109, 137, 165, 193, 194, 195],
      intensity: [80, 160, 180, 120, 430, 90, 40, 80, 999, 95],
    });
    expect(first).toMatchObject({ mass: 194, percent: 100 });
    expect(first!.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['molecular-ion-last-cluster', 'molecular-ion-isotopes-fit']),
    );
    expect(first!.probability).toBeGreaterThan(0.7);
    expect(others.every(({ probability }) => probability < 0.2)).toBe(true);
  });

  it('takes the lighter of two chlorine isotopes', () => {
    const candidates = molecularIonCandidates({
      mz: [75, 102, 138, 180, 209, 237, 238, 239],
      intensity: [100, 150, 130, 999, 600, 300, 45, 98],
    });
    expect(candidates[0]!.mass).toBe(237);
    expect(candidates[0]!.reasons.map(({ code }) => code)).toContain('molecular-ion-halogen-pattern');
  });

  it('offers masses above the last ion where the molecular ion may be absent', () => {
    const candidates = molecularIonCandidates({ mz: [42, 44, 65, 91, 120], intensity: [30, 999, 60, 120, 40] });
    expect(candidates.map(({ mass }) => mass)).toContain(135);
    expect(candidates.find(({ mass }) => mass === 135)!.reasons[0]).toEqual({
      code: 'molecular-ion-absent',
      params: { loss: 15, mz: 120 },
    });
  });

  it('gives distinct masses, best first, with probabilities that add up to no more than 1, for any peaks', () => {
    const peaks = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 999 })), { maxLength: 40 });
    fc.assert(
      fc.property(peaks, (drawn) => {
        const candidates = molecularIonCandidates({ mz: drawn.map(([mz]) => mz), intensity: drawn.map(([, intensity]) => intensity) });
        const probabilities = candidates.map(({ probability }) => probability);
        expect(new Set(candidates.map(({ mass }) => mass)).size).toBe(candidates.length);
        expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
        expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1);
      }),
    );
    expect(molecularIonCandidates({ mz: [], intensity: [] })).toEqual([]);
  });
});
