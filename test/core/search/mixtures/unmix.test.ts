import { describe, expect, it } from 'vitest';
import { studentQuantile, studentTwoSided } from '../../../../src/core/search/mixtures/student';
import { type Unmixed, type UnmixOptions, unmix } from '../../../../src/core/search/mixtures/unmix';
import { unmixFromIndex } from '../../../../src/core/search/mixtures/unmix-from-index';
import { defaultTraceMethod } from '../../../../src/core/search/traces/method';
import type { PreparedTrace } from '../../../../src/core/search/traces/prepare-trace';
import { segmentsOf } from '../../../../src/core/search/traces/segments';
import { TraceIndex } from '../../../../src/core/search/traces/trace-index';
import { gaussian, noiseFrom } from '../../processing/traces';

const POINTS = 600;
const random = noiseFrom(17);

/** Six bands at random places of the grid. */
function spectrum(): Float64Array {
  const bands = Array.from({ length: 6 }, () => gaussian(0.6 + random(), POINTS * (0.5 + random()), 4 + 4 * (random() + 0.5)));
  return Float64Array.from({ length: POINTS }, (_, i) => bands.reduce((sum, band) => sum + band(i), 0));
}

const library = Array.from({ length: 60 }, (_, key) => ({ key, values: spectrum() }));

function mixture(parts: Readonly<Record<number, number>>, noise = 0.01): Float64Array {
  return Float64Array.from({ length: POINTS }, (_, i) => {
    const signal = Object.entries(parts).reduce((sum, [key, factor]) => sum + factor * library[Number(key)]!.values[i]!, 0);
    return signal + 0.3 + 0.0005 * (i - (POINTS - 1) / 2) + noise * 3.46 * random();
  });
}

function unmixed(query: Float64Array, options: UnmixOptions = {}, candidates = library): Unmixed {
  const outcome = unmix(query, candidates, options);
  if ('refused' in outcome) throw new Error(outcome.refused.code);
  return outcome.unmixed;
}

describe('taking a mixture apart', () => {
  it('finds its components among sixty, with factors, intervals and the line, and nothing else', () => {
    const result = unmixed(mixture({ 3: 1, 20: 0.4, 41: 0.1 }));
    expect(result.components.map(({ key }) => key)).toEqual([3, 20, 41]);
    for (const [i, factor] of [1, 0.4, 0.1].entries()) {
      const { coefficient, interval, pValue } = result.components[i]!;
      expect(Math.abs(coefficient - factor)).toBeLessThan(0.01);
      expect(interval.low).toBeLessThan(coefficient);
      expect(interval.high).toBeGreaterThan(coefficient);
      expect(pValue).toBeLessThan(1e-6);
    }
    expect(result.components.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(result.constant).toBeCloseTo(0.3, 2);
    expect(result.slope).toBeCloseTo(0.0005, 4);
    expect(result.rmse).toBeCloseTo(0.01, 3);
    expect(result.stoppedBecause.code).toBe('residual-is-noise');
  });

  it('takes up a sloped baseline to the last digit where ranges in the middle are left out', () => {
    const query = Float64Array.from({ length: POINTS }, (_, i) =>
      i >= 180 && i < 400 ? Number.NaN : 0.5 * library[3]!.values[i]! + 0.25 * library[20]!.values[i]! + 2 - 0.01 * i,
    );
    const { components, slope, rmse } = unmixed(query, {}, [library[3]!, library[20]!]);
    expect(components.map(({ key }) => key)).toEqual([3, 20]);
    expect(components[0]!.coefficient).toBeCloseTo(0.5, 9);
    expect(components[1]!.coefficient).toBeCloseTo(0.25, 9);
    expect(slope).toBeCloseTo(-0.01, 9);
    expect(rmse).toBeLessThan(1e-9);
  });

  it('covers the true factor with about nineteen of twenty intervals', () => {
    let covered = 0;
    for (let i = 0; i < 100; i++) {
      const { interval } = unmixed(mixture({ 5: 0.7, 6: 0.3 }), {}, library.slice(0, 10)).components.find(({ key }) => key === 6)!;
      if (interval.low <= 0.3 && interval.high >= 0.3) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(88);
  });

  it('says that structure is left when a component is not in the library', () => {
    const result = unmixed(
      mixture({ 3: 1, 20: 0.3 }),
      {},
      library.filter(({ key }) => key !== 20),
    );
    expect(result.components[0]!.key).toBe(3);
    expect(result.stoppedBecause.code).not.toBe('residual-is-noise');
    expect(result.explained).toBeLessThan(0.99);
    expect(result.rmse).toBeGreaterThan(3 * result.noise);
  });

  it('takes nothing for noise alone', () => {
    expect(unmixed(mixture({})).components).toEqual([]);
  });

  it('leaves out what covers too little, is level, or stands there twice', () => {
    const twin = { key: 100, values: library[3]!.values.map((value) => 2 * value + 1) };
    const level = { key: 101, values: new Float64Array(POINTS).fill(2) };
    const short = { key: 102, values: library[9]!.values.map((value, i) => (i < 200 ? Number.NaN : value)) };
    const result = unmixed(mixture({ 3: 1, 20: 0.4 }), {}, [short, level, twin, ...library]);
    expect(result.components.map(({ key }) => key)).toEqual([3, 20]);
    expect(result.leftOut).toMatchObject([
      { key: 102, code: 'covers-too-little' },
      { key: 100, code: 'same-as-another', params: { other: 3 } },
      { key: 101, code: 'flat' },
    ]);
  });

  it('uses no place that the query lacks, and gives no number there', () => {
    const query = mixture({ 3: 1, 20: 0.4 }).map((value, i) => (i >= 100 && i < 130 ? Number.NaN : value));
    const result = unmixed(query);
    expect(result.points).toBe(POINTS - 30);
    expect(result.residual.findIndex(Number.isNaN)).toBe(100);
    expect(result.components.map(({ key }) => key)).toEqual([3, 20]);
  });

  it('refuses a level query, too few points and an empty library', () => {
    const code = (query: Float64Array, candidates = library): string => {
      const outcome = unmix(query, candidates);
      return 'refused' in outcome ? outcome.refused.code : 'unmixed';
    };
    expect(code(new Float64Array(POINTS).fill(3))).toBe('flat');
    expect(code(new Float64Array(POINTS).fill(Number.NaN))).toBe('too-few-points');
    expect(code(mixture({ 3: 1 }), [])).toBe('no-candidates');
  });

  it('finds a minor component by what is left over, over an index', () => {
    const method = { ...defaultTraceMethod('raman')!, grid: { from: 0, to: POINTS - 1, spacing: 1 } };
    const prepared = (values: Float64Array): PreparedTrace => ({ technique: 'raman', values, segments: segmentsOf(values), cautions: [] });
    const index = new TraceIndex(method);
    for (const { key, values } of library) index.add(key, prepared(values));
    const { outcome, tried } = unmixFromIndex(prepared(mixture({ 3: 1, 20: 0.6, 41: 0.06 })), index, { preselected: 3, added: 3 });
    expect('unmixed' in outcome && outcome.unmixed.components.map(({ key }) => key)).toEqual([3, 20, 41]);
    expect(tried).toBeLessThan(library.length);
  });
});

describe("Student's distribution", () => {
  // Abramowitz & Stegun, table 26.10, and the exact values for 1 and 2 degrees of freedom.
  it.each([
    [1, 12.706, 0.05],
    [2, 4.303, 0.05],
    [10, 2.228, 0.05],
    [120, 1.98, 0.05],
    [5, 6.869, 0.001],
  ])('leaves for %d degrees of freedom beyond %d the probability %d', (degrees, t, probability) => {
    expect(studentQuantile(probability, degrees)).toBeCloseTo(t, 2);
    expect(studentTwoSided(studentQuantile(probability, degrees), degrees)).toBeCloseTo(probability, 10);
  });
});
