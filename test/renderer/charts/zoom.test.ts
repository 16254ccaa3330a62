import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dragged, isWhole, panned, type Range, stretched, zoomed } from '../../../src/renderer/charts/zoom';

const EXTENT: Range = [40, 340];

describe('zooming', () => {
  it('keeps the m/z under the pointer where it is', () => {
    const [from, to] = zoomed([40, 340], 0.5, 115, EXTENT);
    expect((115 - from) / (to - from)).toBeCloseTo(0.25, 12);
    expect(to - from).toBe(150);
  });

  it('stops at the ends: zooming out never shows more than there is', () => {
    expect(zoomed([100, 200], 10, 110, EXTENT)).toEqual([40, 340]);
    expect(isWhole(zoomed([100, 200], 10, 110, EXTENT), EXTENT)).toBe(true);
  });

  it('shows at least 2 m/z', () => {
    const [from, to] = zoomed([100, 103], 0.01, 101, EXTENT);
    expect(to - from).toBe(2);
  });

  it('pans to the end and no further, without changing the width', () => {
    expect(panned([100, 200], 1000, EXTENT)).toEqual([240, 340]);
    expect(panned([100, 200], -1000, EXTENT)).toEqual([40, 140]);
  });

  it('takes a drag in either direction', () => {
    expect(dragged(200, 100, EXTENT)).toEqual([100, 200]);
    expect(dragged(100, 200, EXTENT)).toEqual([100, 200]);
  });

  it('never leaves the extent and never turns around, whatever is done', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('zoom' as const),
        factor: fc.double({ min: 0.05, max: 20, noNaN: true }),
        at: fc.double({ min: -100, max: 600, noNaN: true }),
      }),
      fc.record({ kind: fc.constant('pan' as const), factor: fc.double({ min: -500, max: 500, noNaN: true }), at: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let range: Range = EXTENT;
        for (const { kind, factor, at } of steps)
          range = kind === 'zoom' ? zoomed(range, factor, at, EXTENT) : panned(range, factor, EXTENT);
        expect(range[0]).toBeGreaterThanOrEqual(40 - 1e-9);
        expect(range[1]).toBeLessThanOrEqual(340 + 1e-9);
        expect(range[1] - range[0]).toBeGreaterThanOrEqual(2 - 1e-9);
      }),
    );
  });
});

describe('stretching the height', () => {
  it('keeps the value under the pointer where it is', () => {
    expect(stretched([0, 100], 0.5, 20, [0, 100])).toEqual([10, 60]);
  });

  it('is no zoom any more when all there is fits', () => {
    expect(stretched([10, 60], 2, 20, [0, 100])).toBeUndefined();
  });

  it('never turns around nor loses its extent', () => {
    let range: Range | undefined = [0, 1];
    for (let i = 0; i < 200 && range !== undefined; i++) range = stretched(range, 0.5, 0.25, [0, 1]);
    expect(range![1]).toBeGreaterThan(range![0]);
  });
});
