import { describe, expect, it } from 'vitest';
import { smallCurve } from '../../../src/renderer/screens/library/import/small-curve-path';

const STAMP = { width: 10, height: 44, falls: false };
const places = (path: string): readonly (readonly number[])[] =>
  path
    .split(/[ML]/)
    .slice(1)
    .map((place) => place.split(' ').map(Number));

describe('the small picture of a curve', () => {
  it('keeps the highest and lowest value of each pixel, however many points there are', () => {
    const x = Float64Array.from({ length: 1000 }, (_, i) => i);
    const y = Float64Array.from({ length: 1000 }, (_, i) => (i === 555 ? 1 : 0));
    const drawn = places(smallCurve(x, y, STAMP));
    expect(drawn).toContainEqual([5, 2]);
    expect(drawn.filter(([, top]) => top === 2)).toHaveLength(1);
  });

  it('runs the way the field reads it', () => {
    const x = Float64Array.from([4000, 400]);
    const y = Float64Array.from([1, 0]);
    expect(places(smallCurve(x, y, { ...STAMP, falls: true }))).toEqual([
      [0, 2],
      [9, 42],
    ]);
    expect(places(smallCurve(x, y, STAMP))).toEqual([
      [0, 42],
      [9, 2],
    ]);
  });

  it('passes over missing values and draws nothing of nothing', () => {
    expect(places(smallCurve(Float64Array.of(0, 5, 9), Float64Array.of(0, Number.NaN, 1), STAMP))).toHaveLength(2);
    expect(smallCurve(new Float64Array(0), new Float64Array(0), STAMP)).toBe('');
  });
});
