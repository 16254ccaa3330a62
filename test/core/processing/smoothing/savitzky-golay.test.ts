import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xSavitzkyGolay } from '../../../../src/core/processing/smoothing/x-savitzky-golay';
import { xWhittaker } from '../../../../src/core/processing/smoothing/x-whittaker';
import { xySavitzkyGolay } from '../../../../src/core/processing/smoothing/xy-savitzky-golay';
import { curveOf, expectClose, refusalOf } from '../traces';

const coefficient = fc.double({ min: -2, max: 2, noNaN: true });
const cubic = fc.tuple(coefficient, coefficient, coefficient, coefficient);
const polynomial =
  ([a, b, c, d]: readonly [number, number, number, number]) =>
  (x: number) =>
    a + b * x + c * x ** 2 + d * x ** 3;

describe('Savitzky-Golay', () => {
  it('gives a cubic and its derivatives back exactly, ends too, on even x rising or falling', () => {
    fc.assert(
      fc.property(cubic, fc.integer({ min: 2, max: 15 }), fc.constantFrom(-0.1, 0.1, 0.03), (p, half, step) => {
        const [, b, c, d] = p;
        const xy = curveOf(60, step < 0 ? 3 : -3, step, polynomial(p));
        const window = 2 * half + 1;
        expectClose(xySavitzkyGolay(xy, { window, order: 3 }), xy.y, 1e-9);
        expectClose(
          xySavitzkyGolay(xy, { window, order: 3, derivative: 1 }),
          xy.x.map((x) => b + 2 * c * x + 3 * d * x * x),
          1e-7,
        );
        expectClose(
          xySavitzkyGolay(xy, { window, order: 3, derivative: 2 }),
          xy.x.map((x) => 2 * c + 6 * d * x),
          1e-5,
        );
      }),
    );
  });

  it('does so on uneven x', () => {
    fc.assert(
      fc.property(
        cubic,
        fc.array(fc.double({ min: 0.02, max: 0.3, noNaN: true }), { minLength: 12, maxLength: 40 }),
        fc.boolean(),
        (p, steps, falls) => {
          let at = -2;
          const x = Float64Array.from(steps, (step) => (at += step));
          if (falls) x.reverse();
          const [, b, c, d] = p;
          expectClose(xySavitzkyGolay({ x, y: x.map(polynomial(p)) }, { window: 7, order: 3 }), x.map(polynomial(p)), 1e-7);
          const slope = xySavitzkyGolay({ x, y: x.map(polynomial(p)) }, { window: 7, order: 3, derivative: 1 });
          expect(
            Math.max(...slope.map((value, i) => Math.abs(value - (b + 2 * c * x[i]! + 3 * d * x[i]! ** 2)) / (1 + 12 * x[i]! ** 2))),
          ).toBeLessThan(1e-5);
        },
      ),
    );
  });

  it('uneven and even agree where x is even', () => {
    const xy = curveOf(50, 0, 1, (x) => Math.sin(x / 3) + 0.1 * Math.cos(7 * x));
    const uneven = { x: xy.x.map((x, i) => x + (i === 0 ? -0.002 : 0)), y: xy.y };
    expectClose(xySavitzkyGolay(uneven).slice(11), xySavitzkyGolay(xy).slice(11), 1e-12);
  });

  it('treats each side of a gap alone and leaves the gap', () => {
    const y = curveOf(60, 0, 1, (x) => x ** 2).y;
    y.fill(Number.NaN, 20, 25);
    y[40] = Number.NaN;
    expectClose(xSavitzkyGolay(y, { window: 9, order: 2 }), y, 1e-9);
  });

  it('fits a stretch shorter than the window by one polynomial, and gives no derivative of a lone point', () => {
    const y = Float64Array.of(1, 4, 9, Number.NaN, 7);
    expectClose(xSavitzkyGolay(y, { window: 11, order: 2 }), y, 1e-12);
    expectClose(xSavitzkyGolay(y, { window: 11, order: 2, derivative: 1 }), [2, 4, 6, Number.NaN, Number.NaN], 1e-12);
  });

  it('refuses a degree that the window cannot carry', () => {
    const y = new Float64Array(9);
    expect(refusalOf(() => xSavitzkyGolay(y, { window: 5, order: 5 }))).toBe('order-not-below-window');
    expect(refusalOf(() => xySavitzkyGolay({ x: Float64Array.of(0, 1, 5), y: y.slice(0, 3) }, { window: 3, order: 3 }))).toBe(
      'order-not-below-window',
    );
  });
});

describe('Whittaker smoothing', () => {
  it('leaves a straight line as it is, whatever the stiffness, and keeps gaps', () => {
    fc.assert(
      fc.property(coefficient, coefficient, fc.integer({ min: 0, max: 6 }), (a, b, power) => {
        const { y } = curveOf(80, 0, 1, (x) => a + b * x);
        y[30] = Number.NaN;
        expectClose(xWhittaker(y, { lambda: 10 ** power }), y, 1e-6);
      }),
    );
  });

  it('keeps the sum of the values', () => {
    const { y } = curveOf(101, 0, 1, (x) => Math.sin(x / 5) + Math.cos(x));
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    expect(sum(xWhittaker(y, { lambda: 1000 }))).toBeCloseTo(sum(y), 8);
  });

  it('gives fewer than three points back', () => {
    expectClose(xWhittaker(Float64Array.of(1, Number.NaN, 3)), [1, Number.NaN, 3], 0);
  });
});
