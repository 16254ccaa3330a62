import { describe, expect, it } from 'vitest';
import { upperBound, type ValidationOutcome, validate } from '../../../../src/core/search/aliquot/validation';

const outcomes = (count: number, probability: number, right: number): ValidationOutcome[] =>
  Array.from({ length: count }, (_, i) => ({ probability, correct: i < right }));

describe('upperBound', () => {
  // Clopper & Pearson 1934; values of R's binom.test(k, n, alternative = "less").
  it.each([
    [0, 59, 0.0495],
    [0, 100, 0.0295],
    [1, 100, 0.0466],
    [5, 100, 0.1023],
    [3, 10, 0.6066],
  ])('of %i in %i is %f', (k, n, expected) => {
    expect(upperBound(k, n, 0.05)).toBeCloseTo(expected, 3);
  });

  it('is 1 where everything or nothing was seen', () => {
    expect(upperBound(4, 4, 0.05)).toBe(1);
    expect(upperBound(0, 0, 0.05)).toBe(1);
  });
});

describe('validate', () => {
  it('accepts enough calibrated outcomes without an error among the confident', () => {
    const report = validate([...outcomes(80, 0.98, 80), ...outcomes(40, 0.7, 29)]);
    expect(report).toMatchObject({ n: 120, confident: 80, wrongButConfident: 0, acceptable: true, objections: [] });
    expect(report.upper95).toBeCloseTo(1 - 0.05 ** (1 / 80), 6);
    expect(report.brier).toBeCloseTo((80 * 0.02 ** 2 + 29 * 0.3 ** 2 + 11 * 0.7 ** 2) / 120, 9);
    expect(report.bins.find(({ from }) => from === 0.6)).toMatchObject({ to: 0.8, n: 40, observed: 0.725 });
    expect(report.bins.reduce((sum, { n }) => sum + n, 0)).toBe(120);
  });

  it('objects to few outcomes, and to none', () => {
    expect(validate(outcomes(60, 0.99, 60)).objections).toEqual(['too-few-outcomes']);
    expect(validate([])).toMatchObject({
      n: 0,
      brier: 0,
      upper95: 1,
      acceptable: false,
      objections: ['too-few-outcomes', 'too-few-confident'],
    });
  });

  it('objects to few confident ones', () => {
    expect(validate([...outcomes(58, 0.99, 58), ...outcomes(60, 0.9, 57)]).objections).toEqual(['too-few-confident']);
  });

  it('objects to confident errors that the count cannot bound at 5 %', () => {
    expect(validate([...outcomes(80, 0.96, 78), ...outcomes(40, 0.7, 30)]).objections).toEqual(['confident-and-wrong']);
    expect(validate([...outcomes(200, 0.96, 198), ...outcomes(40, 0.7, 30)]).objections).toEqual([]);
  });

  it('objects to a bin where far fewer are right than said', () => {
    expect(validate([...outcomes(80, 0.98, 80), ...outcomes(40, 0.7, 15)]).objections).toEqual(['overconfident']);
  });

  it('counts the edges once, 1 with the last bin', () => {
    const { bins, confident } = validate([...outcomes(1, 0.95, 1), ...outcomes(1, 1, 1), ...outcomes(1, 0, 0)]);
    expect(bins.map(({ n }) => n)).toEqual([1, 0, 0, 0, 0, 0, 2]);
    expect(confident).toBe(1);
  });

  it('refuses what is no probability', () => {
    expect(() => validate(outcomes(1, 1.2, 1))).toThrow(RangeError);
    expect(() => validate(outcomes(1, Number.NaN, 1))).toThrow(RangeError);
  });
});
