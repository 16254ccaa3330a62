import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAtLeast, plotOrder } from '../../../src/core/plot/plot-trace';
import { reduceLine, reduceSticks } from '../../../src/core/plot/reduce';
import { linearScale } from '../../../src/core/plot/scale';
import type { Box } from '../../../src/core/plot/scene';

const box: Box = { left: 10, top: 5, right: 210, bottom: 105 };
const place = (range: readonly [number, number], heights: readonly [number, number] = [0, 1], falling = false) => ({
  box,
  x: linearScale(range, falling ? [box.right, box.left] : [box.left, box.right]),
  y: linearScale(heights, [box.bottom, box.top]),
});
const pairs = (points: Float64Array): readonly (readonly [number, number])[] =>
  Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i]!, points[2 * i + 1]!] as const);
const lines = (points: Float64Array): number =>
  pairs(points).filter(([x], i, all) => !Number.isNaN(x) && Number.isNaN(all[i - 1]?.[0] ?? Number.NaN)).length;

/** Least and greatest height in each column of pixels of a line through all points: what a picture of them shows. */
function columns(points: Float64Array): ReadonlyMap<number, readonly [number, number]> {
  const seen = new Map<number, [number, number]>();
  for (const [x, y] of pairs(points)) {
    if (Number.isNaN(x)) continue;
    const column = Math.floor(x);
    const known = seen.get(column) ?? [y, y];
    seen.set(column, [Math.min(known[0], y), Math.max(known[1], y)]);
  }
  return seen;
}

describe('reducing a line to what a picture shows', () => {
  const noisy = fc
    .record({ count: fc.integer({ min: 1500, max: 6000 }), seed: fc.integer({ min: 1, max: 1e6 }) })
    .map(({ count, seed }) => {
      const x = Float64Array.from({ length: count }, (_, i) => i / (count - 1));
      return { x, y: x.map((_, i) => 0.5 + 0.5 * Math.sin(i * seed)) };
    });

  it('keeps the least and the greatest value of every column, in a few points for each', () => {
    fc.assert(
      fc.property(noisy, fc.boolean(), (points, falling) => {
        const to = place([0, 1], [0, 1], falling);
        const reduced = reduceLine(points, to);
        expect(reduced.length / 2).toBeLessThanOrEqual(2 * (box.right - box.left + 1) + 2);
        const whole = new Float64Array(2 * points.x.length);
        for (const [i, x] of points.x.entries()) whole.set([to.x.at(x), to.y.at(points.y[i]!)], 2 * i);
        const shown = columns(reduced);
        for (const [column, [least, most]] of columns(whole)) {
          expect(shown.get(column)?.[0]).toBeCloseTo(least, 9);
          expect(shown.get(column)?.[1]).toBeCloseTo(most, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('meets the edges where the line to the neighbours outside crosses them', () => {
    const points = { x: Float64Array.of(0, 1, 2, 3), y: Float64Array.of(0, 1, 0, 1) };
    const reduced = pairs(reduceLine(points, place([0.5, 2.5])));
    expect(reduced[0]).toEqual([10, 55]);
    expect(reduced.at(-1)).toEqual([210, 55]);
    expect(reduced).toHaveLength(4);
  });

  it('draws nothing where there is nothing, and a line through when both neighbours are outside', () => {
    const points = { x: Float64Array.of(0, 10), y: Float64Array.of(0, 1) };
    expect(pairs(reduceLine(points, place([4, 6]))).map(([, y]) => y)).toEqual([65, 45]);
    expect(reduceLine(points, place([20, 30]))).toHaveLength(0);
    expect(reduceLine({ x: new Float64Array(), y: new Float64Array() }, place([0, 1]))).toHaveLength(0);
  });

  it('breaks at a missing value and shows a lone one as a dot', () => {
    const gap = { x: Float64Array.of(0, 1, 2, 3, 4, 5, 6), y: Float64Array.of(0, 1, Number.NaN, 0.5, Number.NaN, 1, 0) };
    const reduced = reduceLine(gap, place([0, 6]));
    expect(lines(reduced)).toBe(3);
    const dot = pairs(reduced).filter(([, y]) => y === 55);
    expect(dot).toHaveLength(2);
    expect(dot[1]![0] - dot[0]![0]).toBeGreaterThan(1);
  });

  it('keeps a wide gap among many points and drops one narrower than a pixel', () => {
    const x = Float64Array.from({ length: 20_000 }, (_, i) => i);
    const wide = x.map((at) => (at > 5000 && at < 9000 ? Number.NaN : 0.5));
    expect(lines(reduceLine({ x, y: wide }, place([0, 19_999])))).toBe(2);
    const narrow = x.map((at) => (at === 5010 ? Number.NaN : 0.5));
    expect(lines(reduceLine({ x, y: narrow }, place([0, 19_999])))).toBe(1);
    const none = x.map(() => Number.NaN);
    expect(reduceLine({ x, y: none }, place([0, 19_999]))).toHaveLength(0);
  });

  it('never leaves the box, whatever the values', () => {
    const values = fc.array(fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constant(Number.NaN)), {
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 0.9, noNaN: true }), (y, from) => {
        const points = { x: Float64Array.from(y, (_, i) => i / y.length), y: Float64Array.from(y) };
        for (const [px, py] of [...pairs(reduceLine(points, place([from, 1]))), ...pairs(reduceSticks(points, place([from, 1])))]) {
          if (Number.isNaN(px)) continue;
          expect(px).toBeGreaterThanOrEqual(box.left - 1e-9);
          expect(px).toBeLessThanOrEqual(box.right + 1e-9);
          expect(py).toBeGreaterThanOrEqual(box.top - 1e-9);
          expect(py).toBeLessThanOrEqual(box.bottom + 1e-9);
        }
      }),
    );
  });
});

describe('sticks', () => {
  it('keep the highest of each column', () => {
    const x = Float64Array.from({ length: 50_000 }, (_, i) => i);
    const y = x.map((at) => (at === 31_234 ? 1 : 0.1));
    const points = reduceSticks({ x, y }, place([0, 49_999]));
    expect(points.length).toBeLessThan(6 * 210);
    expect(pairs(points).filter(([, top]) => top === box.top)).toHaveLength(1);
  });
});

describe('plotOrder', () => {
  it('turns falling points round, sorts mixed ones, and leaves rising ones alone', () => {
    const x = Float64Array.of(1, 2, 3);
    const y = Float64Array.of(4, 5, 6);
    expect(plotOrder(x, y).x).toBe(x);
    expect(plotOrder(x.slice().reverse(), y)).toEqual({ x, y: y.slice().reverse() });
    expect(plotOrder(Float64Array.of(2, Number.NaN, 1, 2), Float64Array.of(20, 0, 10, 21))).toEqual({
      x: Float64Array.of(1, 2, 2),
      y: Float64Array.of(10, 20, 21),
    });
  });

  it('finds the first place at or beyond a value', () => {
    const x = Float64Array.of(1, 2, 2, 3);
    expect([0, 1, 2, 2.5, 3, 4].map((value) => firstAtLeast(x, value))).toEqual([0, 0, 1, 3, 3, 4]);
  });
});
