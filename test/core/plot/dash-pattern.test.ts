import { describe, expect, it } from 'vitest';
import { dashed, patternOf } from '../../../src/core/plot/dash-pattern';

const pieces = (points: Float64Array): number[][] => {
  const all: number[][] = [[]];
  for (let i = 0; i < points.length; i += 2) {
    if (Number.isNaN(points[i]!)) all.push([]);
    else all.at(-1)!.push(Number(points[i]!.toFixed(9)), points[i + 1]!);
  }
  return all;
};

describe('dashes', () => {
  it('follow the pattern along a smooth line', () => {
    expect(pieces(dashed(Float64Array.of(0, 50, 25, 50), [7, 3]))).toEqual([
      [0, 50, 7, 50],
      [10, 50, 17, 50],
      [20, 50, 25, 50],
    ]);
  });

  it('go on over the joints of a line and begin anew after none', () => {
    expect(pieces(dashed(Float64Array.of(0, 0, 5, 0, 12, 0), [7, 3]))).toEqual([
      [0, 0, 5, 0, 7, 0],
      [10, 0, 12, 0],
    ]);
  });

  it('never hide a narrow peak: what rises and falls again stays whole', () => {
    for (let at = 0; at < 20; at++) {
      const line = Float64Array.of(0, 100, at, 100, at + 1, 0, at + 2, 100, 40, 100);
      const points = pieces(dashed(line, [7, 3])).find((piece) => piece.some((value, i) => i % 2 === 1 && value === 0));
      expect(points).toContain(at + 1);
      expect(Math.max(...points!.filter((_, i) => i % 2 === 1))).toBe(100);
    }
  });

  it('leave solid lines alone', () => {
    const line = Float64Array.of(0, 0, 5, 0);
    expect(dashed(line, patternOf(0))).toBe(line);
    expect(patternOf(5)).toEqual([7, 3]);
    expect(patternOf(20)).toBeUndefined();
  });
});
