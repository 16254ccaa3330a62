import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { penetrationDepth } from '../../../../src/core/processing/optical/penetration-depth';
import { xRemoveSpikes } from '../../../../src/core/processing/optical/x-remove-spikes';
import { xyBridge } from '../../../../src/core/processing/optical/xy-bridge';
import { xyCorrectAtr } from '../../../../src/core/processing/optical/xy-correct-atr';
import { xySubtractVapour } from '../../../../src/core/processing/optical/xy-subtract-vapour';
import { curveOf, expectClose, gaussian, noiseFrom, refusalOf } from '../traces';

describe('ATR', () => {
  it('knows the depth under diamond at 1000 cm-1: 2.005 um', () => {
    expect(penetrationDepth(1000)).toBeCloseTo(2.005, 3);
    expect(penetrationDepth(2000)).toBeCloseTo(2.005 / 2, 3);
  });

  it('gives the same absorbance whatever the crystal, when the absorbance is in proportion to the depth', () => {
    fc.assert(
      fc.property(fc.double({ min: 2.2, max: 4, noNaN: true }), fc.double({ min: 50, max: 70, noNaN: true }), (crystalIndex, angle) => {
        const band = (x: number): number => gaussian(0.2, 1700, 20)(x) + gaussian(0.1, 2900, 30)(x);
        const measured = curveOf(900, 4000, -4, (x) => band(x) * penetrationDepth(x, { crystalIndex, angle }));
        expectClose(xyCorrectAtr(measured, { crystalIndex, angle, depth: 1 }), measured.x.map(band), 1e-12);
      }),
    );
  });

  it('refuses an angle without total reflection and says the critical one', () => {
    expect(refusalOf(() => penetrationDepth(1000, { angle: 30 }))).toBe('no-total-reflection');
    expect(refusalOf(() => penetrationDepth(1000, { sampleIndex: 2.6 }))).toBe('no-total-reflection');
  });
});

describe('bridging a region', () => {
  it('leaves a straight line as it is, and every point outside', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(4, -4), (slope, step) => {
        const line = curveOf(200, step > 0 ? 2000 : 2796, step, (x) => 1 + (slope * x) / 1000);
        const disturbed = { x: line.x, y: line.y.map((y, i) => (line.x[i]! > 2200 && line.x[i]! < 2450 ? y + 5 : y)) };
        expectClose(xyBridge(disturbed, { from: 2190, to: 2480 }), line.y, 1e-9);
      }),
    );
  });

  it('fills a region at the end of the axis level, and refuses to bridge everything', () => {
    const xy = curveOf(50, 2000, 4, () => 2);
    xy.y.fill(9, 45);
    expectClose(xyBridge(xy, { from: 2178, to: 2400 }), new Array<number>(50).fill(2), 1e-12);
    expect(refusalOf(() => xyBridge(xy, { from: 0, to: 9000 }))).toBe('range-empty');
    expect(refusalOf(() => xyBridge(xy, { from: 3000, to: 4000 }))).toBe('range-outside');
  });

  it('goes over a gap', () => {
    const xy = curveOf(100, 2000, 8, () => 1);
    xy.y.fill(Number.NaN, 30, 50);
    expectClose(xyBridge(xy, { from: 2190, to: 2480 }), new Array<number>(100).fill(1), 1e-12);
  });
});

describe('water vapour', () => {
  const vapour = (x: number): number => 0.3 * Math.sin(x / 2.3) * Math.sin(x / 7.1) ** 2;

  it('is taken off in the amount it is there, in each region', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (amount) => {
        const reference = curveOf(3601, 4000, -1, vapour);
        const sample = curveOf(3601, 4000, -1, (x) => gaussian(1, 1650, 60)(x) + amount * vapour(x));
        const { amounts } = xySubtractVapour(sample, reference);
        for (const found of amounts) expect(Math.abs(found! - amount)).toBeLessThan(0.01);
      }),
    );
  });

  it('leaves a spectrum without it alone outside the regions, and gaps as gaps', () => {
    const reference = curveOf(3601, 4000, -1, vapour);
    const sample = curveOf(3601, 4000, -1, gaussian(1, 2900, 20));
    sample.y[2000] = Number.NaN;
    const { y } = xySubtractVapour(sample, reference);
    expect(y[2000]).toBeNaN();
    expectClose(y.slice(1000, 1500), sample.y.slice(1000, 1500), 0);
  });

  it('refuses a reference that shares no region', () => {
    expect(
      refusalOf(() =>
        xySubtractVapour(
          curveOf(100, 2500, 1, () => 1),
          curveOf(100, 1500, 1, vapour),
        ),
      ),
    ).toBe('no-overlap');
  });
});

describe('spikes', () => {
  const raman = (seed: number) => {
    const noise = noiseFrom(seed);
    return curveOf(1000, 200, 2, (x) => 200 + gaussian(3000, 1000, 10)(x) + gaussian(800, 1600, 6)(x) + 10 * noise());
  };

  it('are found where they were put, and nothing else is touched', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 500, max: 680 }),
        fc.integer({ min: 1, max: 3 }),
        fc.double({ min: 2500, max: 1e5, noNaN: true }),
        (seed, at, width, height) => {
          const clean = raman(seed);
          const hit = clean.y.map((y, i) => (i >= at && i < at + width ? y + height : y));
          const { y, points } = xRemoveSpikes(hit, { width: 3 });
          expect(points).toEqual(Array.from({ length: width }, (_, k) => at + k));
          expect(Math.abs(y[at]! - clean.y[at]!)).toBeLessThan(120);
        },
      ),
    );
  });

  it('are not seen in a clean spectrum, in a level one, nor in one of two points', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(xRemoveSpikes(raman(seed).y).points).toEqual([]);
      }),
    );
    expect(xRemoveSpikes(new Float64Array(50)).points).toEqual([]);
    expect(xRemoveSpikes(Float64Array.of(1, 2)).points).toEqual([]);
  });

  it('are found on a level line without noise', () => {
    const y = new Float64Array(50).fill(3);
    y[20] = 900;
    expect(xRemoveSpikes(y)).toEqual({ y: new Float64Array(50).fill(3), points: [20] });
  });
});
