import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xBaselineAirPls } from '../../../../src/core/processing/baseline/x-baseline-airpls';
import { xBaselineAls } from '../../../../src/core/processing/baseline/x-baseline-als';
import { xBaselineArPls } from '../../../../src/core/processing/baseline/x-baseline-arpls';
import { xyBaselineModifiedPolynomial } from '../../../../src/core/processing/baseline/xy-baseline-modified-polynomial';
import { xyBaselinePoints } from '../../../../src/core/processing/baseline/xy-baseline-points';
import { xyBaselinePolynomial } from '../../../../src/core/processing/baseline/xy-baseline-polynomial';
import { xyBaselineRubberBand } from '../../../../src/core/processing/baseline/xy-baseline-rubber-band';
import type { Xy } from '../../../../src/core/processing/xy';
import { curveOf, expectClose, gaussian, noiseFrom, refusalOf } from '../traces';

const METHODS: readonly (readonly [string, (xy: Xy) => Float64Array])[] = [
  ['ALS', ({ y }) => xBaselineAls(y)],
  ['arPLS', ({ y }) => xBaselineArPls(y)],
  ['airPLS, second differences', ({ y }) => xBaselineAirPls(y, { order: 2 })],
  ['rubber band', (xy) => xyBaselineRubberBand(xy)],
  ['polynomial', (xy) => xyBaselinePolynomial(xy)],
  ['modified polynomial', (xy) => xyBaselineModifiedPolynomial(xy, { degree: 3 })],
  ['modified polynomial, cut curve', (xy) => xyBaselineModifiedPolynomial(xy, { degree: 3, result: 'cut-curve' })],
  [
    'points',
    (xy) =>
      xyBaselinePoints(xy, {
        places: [0.1, 0.45, 0.9].map((share) => Math.min(...xy.x) + share * (Math.max(...xy.x) - Math.min(...xy.x))),
      }),
  ],
];

const number = fc.double({ min: -5, max: 5, noNaN: true });

describe.each(METHODS)('the baseline by %s', (_, baseline) => {
  it('of a line is the line, x rising or falling, and the input stays', () => {
    fc.assert(
      fc.property(number, number, fc.constantFrom(-4, 4), (a, b, step) => {
        const xy = curveOf(100, 1000, step, (x) => a + (b * x) / 100);
        const before = xy.y.slice();
        expectClose(baseline(xy), xy.y, 1e-4);
        expectClose(xy.y, before, 0);
      }),
      { numRuns: 30 },
    );
  });

  it('goes across a gap', () => {
    const xy = curveOf(100, 0, 1, (x) => 3 + x / 50);
    const whole = xy.y.slice();
    xy.y.fill(Number.NaN, 40, 48);
    expectClose(baseline(xy), whole, 1e-4);
  });

  it('is the same for a curve turned round', () => {
    const noise = noiseFrom(7);
    const xy = curveOf(120, 0, 1, (x) => gaussian(10, 60, 4)(x) + x / 40 + 0.02 * noise());
    const turned = { x: xy.x.toReversed(), y: xy.y.toReversed() };
    expectClose(baseline(turned).reverse(), baseline(xy), 1e-6);
  });
});

describe('baselines under peaks', () => {
  const truth = (x: number): number => 5 + 2 * Math.exp(-x / 600);
  const noise = noiseFrom(3);
  const xy = curveOf(1000, 0, 1, (x) => truth(x) + gaussian(10, 300, 12)(x) + gaussian(4, 620, 20)(x) + 0.02 * noise());
  const error = (z: Float64Array): number => Math.sqrt(z.reduce((sum, value, i) => sum + (value - truth(xy.x[i]!)) ** 2, 0) / z.length);

  it.each([
    ['ALS', xBaselineAls(xy.y, { lambda: 1e6, asymmetry: 0.001 }), 0.05],
    ['arPLS', xBaselineArPls(xy.y, { lambda: 1e6 }), 0.02],
    ['airPLS', xBaselineAirPls(xy.y, { lambda: 1e6, order: 2 }), 0.05],
    ['modified polynomial', xyBaselineModifiedPolynomial(xy, { degree: 4 }), 0.15],
  ])('%s finds the curve the peaks stand on', (_, z, tolerance) => {
    expect(error(z)).toBeLessThan(tolerance);
  });

  it('the rubber band never lies above the curve and touches both ends', () => {
    const z = xyBaselineRubberBand(xy);
    expect(z.every((value, i) => value <= xy.y[i]! + 1e-12)).toBe(true);
    expect([z[0], z.at(-1)]).toEqual([xy.y[0], xy.y.at(-1)]);
  });

  it('a polynomial of degree k through k + 1 points is met exactly', () => {
    const five = curveOf(5, -2, 1, (x) => [3, -1, 4, 1, -5][x + 2]!);
    expectClose(xyBaselinePolynomial(five, { degree: 4 }), five.y, 1e-9);
  });

  it('points may be averaged over their neighbours', () => {
    const zigzag = curveOf(21, 0, 1, (x) => x + (x % 2 === 0 ? 1 : -1));
    const [low, high] = [xyBaselinePoints(zigzag, { places: [5, 15], around: 1 }), xyBaselinePoints(zigzag, { places: [5, 15] })];
    expect(high[10]! - 10).toBeCloseTo(-1, 12);
    expect(low[10]! - 10).toBeCloseTo(1 / 3, 12);
  });
});

describe('baselines refuse', () => {
  const short = { x: Float64Array.of(1, 2, 3), y: Float64Array.of(1, Number.NaN, 2) };
  it.each([
    ['ALS of two values', () => xBaselineAls(short.y), 'too-few-points'],
    ['arPLS of two values', () => xBaselineArPls(short.y), 'too-few-points'],
    ['airPLS of two values', () => xBaselineAirPls(short.y), 'too-few-points'],
    ['a rubber band under nothing', () => xyBaselineRubberBand({ x: short.x, y: short.y.map(() => Number.NaN) }), 'too-few-points'],
    ['a parabola through two values', () => xyBaselinePolynomial(short), 'too-few-points'],
    ['a modified polynomial through two values', () => xyBaselineModifiedPolynomial(short), 'too-few-points'],
    ['one place', () => xyBaselinePoints(short, { places: [1] }), 'places-too-few'],
    ['places that are one point', () => xyBaselinePoints(short, { places: [1, 1.2] }), 'places-too-few'],
    ['a place off the axis', () => xyBaselinePoints(short, { places: [1, 7] }), 'range-outside'],
    ['x that turns back', () => xyBaselineRubberBand({ x: Float64Array.of(1, 3, 2), y: short.y }), 'x-not-ordered'],
    ['lengths that differ', () => xyBaselineRubberBand({ x: short.x.slice(1), y: short.y }), 'lengths-differ'],
  ])('%s', (_, work, code) => {
    expect(refusalOf(work)).toBe(code);
  });
});
