import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finiteRuns } from '../../../../src/core/processing/numeric/finite-runs';
import { xMedian, xNoise, xRobustDeviation } from '../../../../src/core/processing/numeric/median';
import { WhittakerSolver } from '../../../../src/core/processing/numeric/pentadiagonal';
import { xNnls } from '../../../../src/core/processing/numeric/x-nnls';
import { xSpacing } from '../../../../src/core/processing/numeric/x-spacing';
import { expectClose, noiseFrom } from '../traces';

describe('the solver of five diagonals', () => {
  it("solves what it says: (W + lambda D'D) z = W y", () => {
    const values = fc.array(fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0.1, max: 1, noNaN: true })), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(1, 2) as fc.Arbitrary<1 | 2>,
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        (points, order, lambda) => {
          const y = Float64Array.from(points, ([value]) => value);
          const w = Float64Array.from(points, ([, weight]) => weight);
          const z = new Float64Array(y.length);
          new WhittakerSolver(y.length, lambda, order).solve(y, w, z);
          const row = order === 1 ? [-1, 1] : [1, -2, 1];
          const left = z.map((value, i) => w[i]! * value);
          for (let i = 0; i + order < y.length; i++) {
            const difference = row.reduce((sum, factor, k) => sum + factor * z[i + k]!, 0);
            row.forEach((factor, k) => {
              left[i + k]! += lambda * factor * difference;
            });
          }
          expectClose(
            left,
            y.map((value, i) => w[i]! * value),
            1e-7,
          );
        },
      ),
    );
  });
});

describe('non-negative least squares', () => {
  it('finds factors that were not negative, and never gives a negative one', () => {
    const factors = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(factors, fc.integer(), (truth, seed) => {
        const noise = noiseFrom(seed);
        const columns = truth.map(() => Float64Array.from({ length: 40 }, () => noise() + 0.5));
        const b = columns[0]!.map((_, i) => columns.reduce((sum, column, j) => sum + column[i]! * truth[j]!, 0));
        const exact = xNnls(columns, b);
        expectClose(exact.factors, truth, 1e-6);
        expect(exact.residual).toBeLessThan(1e-6);
        const { factors: others } = xNnls(
          columns,
          b.map(() => noise()),
        );
        expect(others.every((value) => value >= 0)).toBe(true);
      }),
    );
  });

  it('gives nothing for nothing', () => {
    expectClose(xNnls([Float64Array.of(1, 2)], Float64Array.of(0, 0)).factors, [0], 0);
    expectClose(xNnls([Float64Array.of(1, 2)], Float64Array.of(-1, -2)).factors, [0], 0);
  });
});

describe('small measures', () => {
  it('median, robust deviation and noise pass over gaps', () => {
    expect(xMedian(Float64Array.of(3, Number.NaN, 1, 2))).toBe(2);
    expect(xMedian(Float64Array.of(4, 1, 2, 3))).toBe(2.5);
    expect(xMedian(new Float64Array(0))).toBeNaN();
    expect(xRobustDeviation(Float64Array.of(1, 2, 3, 4, 100))).toBeCloseTo(1.4826, 12);
    expect(xNoise(Float64Array.of(0, 1, 2, 3, Number.NaN, 5))).toBe(0);
  });

  it('finds the noise of a noisy curve', () => {
    // The sum of twelve uniform numbers is nearly normal, with a standard deviation of 1.
    const noise = noiseFrom(11);
    const y = Float64Array.from(
      { length: 5000 },
      (_, i) => Math.sin(i / 200) + Array.from({ length: 12 }, noise).reduce((sum, value) => sum + value, 0),
    );
    expect(xNoise(y)).toBeGreaterThan(0.93);
    expect(xNoise(y)).toBeLessThan(1.07);
  });

  it('stretches between gaps, and even spacing with its sign', () => {
    expect(finiteRuns(Float64Array.of(Number.NaN, 1, 2, Number.NaN, 3))).toEqual([
      { from: 1, to: 3 },
      { from: 4, to: 5 },
    ]);
    expect(xSpacing(Float64Array.of(5, 3, 1))).toBe(-2);
    expect(xSpacing(Float64Array.of(5, 3, 2))).toBeUndefined();
    expect(xSpacing(Float64Array.of(5))).toBeUndefined();
    expect(xSpacing(Float64Array.of(1, Number.NaN, 3))).toBeUndefined();
  });
});
