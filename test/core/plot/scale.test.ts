import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale, niceTicks } from '../../../src/core/plot/scale';

describe('linearScale', () => {
  it('maps there and back, also turned round', () => {
    const scale = linearScale([0, 100], [250, 50]);
    expect([scale.at(0), scale.at(100), scale.at(25)]).toEqual([250, 50, 200]);
    expect(scale.valueAt(scale.at(37))).toBeCloseTo(37, 12);
  });

  it('widens a domain without extent', () => {
    expect(linearScale([58, 58], [0, 100]).at(58)).toBe(50);
  });
});

describe('niceTicks', () => {
  it('gives the steps people read', () => {
    expect(niceTicks(35, 350, 8)).toEqual([50, 100, 150, 200, 250, 300, 350]);
    expect(niceTicks(0, 1, 6)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(niceTicks(244.2, 246.4, 10, { wholeNumbers: true })).toEqual([245, 246]);
    expect(niceTicks(5, 5, 4)).toEqual([]);
    expect(niceTicks(Number.NaN, 5, 4)).toEqual([]);
  });

  it('are inside, evenly spaced, and at most as many as asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 30 }),
        (low, extent, most) => {
          const ticks = niceTicks(low, low + extent, most);
          expect(ticks.length).toBeLessThanOrEqual(most);
          const slack = 1e-6 * extent + 1e-9 * Math.abs(low);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(low - slack);
            expect(tick).toBeLessThanOrEqual(low + extent + slack);
          }
          for (let i = 2; i < ticks.length; i++) expect(Math.abs(ticks[i]! - 2 * ticks[i - 1]! + ticks[i - 2]!)).toBeLessThanOrEqual(slack);
        },
      ),
    );
  });
});
