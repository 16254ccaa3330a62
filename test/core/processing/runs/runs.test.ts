import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageScans, scansBetween } from '../../../../src/core/processing/runs/average-scans';
import { chromatographicPeaks } from '../../../../src/core/processing/runs/chromatographic-peaks';
import {
  basePeakChromatogram,
  extractedIonChromatogram,
  totalIonChromatogram,
} from '../../../../src/core/processing/runs/ion-chromatograms';
import { packScans } from '../../../../src/core/processing/runs/packed-scans';
import { retentionIndex } from '../../../../src/core/processing/runs/retention-index';
import { subtractBackground } from '../../../../src/core/processing/runs/subtract-background';
import type { Scan } from '../../../../src/core/spectrum/run';
import { curveOf, FWHM, gaussian, noiseFrom, refusalOf } from '../traces';

function scan(time: number, peaks: readonly (readonly [number, number])[]): Scan {
  return {
    number: 1,
    time,
    msLevel: 1,
    profile: false,
    mz: Float64Array.from(peaks, ([mz]) => mz),
    intensity: Float64Array.from(peaks, ([, intensity]) => intensity),
  };
}

const run = packScans([
  scan(1, [
    [50.02, 10],
    [100.05, 20],
  ]),
  scan(2, []),
  scan(3, [
    [50.0, 5],
    [99.7, 7],
    [100.04, 40],
    [200, 3],
  ]),
]);

describe('chromatograms of ions', () => {
  it('add up each scan', () => {
    expect([...totalIonChromatogram(run)]).toEqual([30, 0, 55]);
    expect([...basePeakChromatogram(run)]).toEqual([20, 0, 40]);
  });

  it('take the ions inside a window in Da or ppm, ends included, each once', () => {
    expect([...extractedIonChromatogram(run, [{ mz: 100, tolerance: 0.3 }])]).toEqual([20, 0, 47]);
    expect([...extractedIonChromatogram(run, [{ mz: 100.05, tolerance: 100, unit: 'ppm' }])]).toEqual([20, 0, 40]);
    expect([...extractedIonChromatogram(run, [{ mz: 100.05, tolerance: 99, unit: 'ppm' }])]).toEqual([20, 0, 0]);
    expect([
      ...extractedIonChromatogram(run, [
        { mz: 100, tolerance: 0.3 },
        { mz: 100.1, tolerance: 0.3 },
        { mz: 50, tolerance: 0.5 },
      ]),
    ]).toEqual([30, 0, 52]);
  });
});

describe('averaged scans', () => {
  it('count a scan without the ion as zero', () => {
    const { mz, intensity } = averageScans(run, { from: 0, to: 3 }, { kind: 'nominal' });
    expect([...mz]).toEqual([50, 100, 200]);
    expect([...intensity]).toEqual([5, 67 / 3, 1]);
  });

  it('merge by tolerance at the mean m/z weighted by intensity', () => {
    const { mz, intensity } = averageScans(run, { from: 0, to: 3 }, { kind: 'tolerance', tolerance: 0.05, unit: 'Da' });
    expect([...intensity]).toEqual([5, 7 / 3, 20, 1]);
    expect(mz[2]).toBeCloseTo((100.05 * 20 + 100.04 * 40) / 60, 10);
  });

  it('find scans by time, and refuse none', () => {
    expect(scansBetween(run, 3.5, 1.5)).toEqual({ from: 1, to: 3 });
    expect(refusalOf(() => averageScans(run, scansBetween(run, 9, 10), { kind: 'nominal' }))).toBe('range-empty');
  });

  it('lose nothing: the sum of the mean is the mean of the sums', () => {
    const peaks = fc.array(fc.tuple(fc.double({ min: 1, max: 900, noNaN: true }), fc.double({ min: 0.1, max: 1e6, noNaN: true })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(peaks, { minLength: 1, maxLength: 6 }), fc.boolean(), (scans, nominal) => {
        const packed = packScans(
          scans.map((list, i) =>
            scan(
              i,
              list.toSorted(([a], [b]) => a - b),
            ),
          ),
        );
        const mean = averageScans(
          packed,
          { from: 0, to: scans.length },
          nominal ? { kind: 'nominal' } : { kind: 'tolerance', tolerance: 10, unit: 'ppm' },
        );
        const total = totalIonChromatogram(packed).reduce((sum, value) => sum + value, 0) / scans.length;
        expect(Math.abs(mean.intensity.reduce((sum, value) => sum + value, 0) - total)).toBeLessThanOrEqual(1e-9 * total);
        expect([...mean.mz]).toEqual([...mean.mz].sort((a, b) => a - b));
      }),
    );
  });
});

describe('subtracting the background', () => {
  const background: readonly (readonly [number, number])[] = [
    [73, 30],
    [207, 100],
  ];
  const peak: readonly (readonly [number, number])[] = [
    [58, 400],
    [73, 50],
    [207, 90],
  ];
  const chromatogram = packScans([scan(1, background), scan(2, background), scan(3, peak), scan(4, peak), scan(5, background)]);

  it('leaves what stands above it', () => {
    const { mz, intensity } = subtractBackground(chromatogram, {
      peak: { from: 2, to: 4 },
      background: [
        { from: 0, to: 2 },
        { from: 4, to: 5 },
      ],
    });
    expect([...mz]).toEqual([58, 73]);
    expect(intensity[0]).toBe(400);
    expect(intensity[1]).toBeCloseTo(20, 12);
  });

  it('works by tolerance, and of a peak that is only background leaves nothing', () => {
    const merging = { kind: 'tolerance', tolerance: 20, unit: 'ppm' } as const;
    const { mz } = subtractBackground(chromatogram, { peak: { from: 2, to: 4 }, background: [{ from: 0, to: 2 }], merging });
    expect([...mz]).toEqual([58, 73]);
    expect(subtractBackground(chromatogram, { peak: { from: 0, to: 1 }, background: [{ from: 1, to: 2 }], merging }).mz).toHaveLength(0);
  });
});

describe('chromatographic peaks', () => {
  it('measure a Gaussian as it is: apex, area, height, width, no tailing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 4, max: 6, noNaN: true }),
        fc.double({ min: 0.03, max: 0.1, noNaN: true }),
        fc.double({ min: 100, max: 1e7, noNaN: true }),
        fc.double({ min: -0.02, max: 0.02, noNaN: true }),
        (centre, sigma, height, drift) => {
          const { x, y } = curveOf(1001, 0, 0.01, (t) => gaussian(height, centre, sigma)(t) + height * (0.5 + drift * t));
          const peaks = chromatographicPeaks(x, y, { noise: height / 1e6 });
          expect(peaks).toHaveLength(1);
          const [peak] = peaks;
          expect(peak!.apex).toBeCloseTo(centre, 2);
          expect(peak!.height / height).toBeCloseTo(1, 2);
          expect(peak!.area / (height * sigma * Math.sqrt(2 * Math.PI))).toBeCloseTo(1, 1.7);
          expect(peak!.width / (FWHM * sigma)).toBeCloseTo(1, 1.7);
          expect(peak!.tailing).toBeCloseTo(1, 1.3);
        },
      ),
    );
  });

  it('give the tailing factor of its definition: two half Gaussians, the back twice as wide', () => {
    const { x, y } = curveOf(2001, 0, 0.01, (t) => gaussian(1000, 10, t < 10 ? 0.2 : 0.4)(t));
    const [peak] = chromatographicPeaks(x, y, { noise: 0.01 });
    expect(Math.abs(peak!.tailing! - 1.5)).toBeLessThan(0.02);
    expect(peak!.area).toBeCloseTo(1000 * 0.3 * Math.sqrt(2 * Math.PI), -1);
  });

  it('are found in noise, all and no others', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const noise = noiseFrom(seed);
        const { x, y } = curveOf(
          3000,
          0,
          0.005,
          (t) => 100 + gaussian(1000, 3, 0.04)(t) + gaussian(300, 7, 0.05)(t) + gaussian(5000, 11, 0.06)(t) + 20 * noise(),
        );
        const peaks = chromatographicPeaks(x, y, { minSignalToNoise: 10 });
        expect(peaks.map(({ apex }) => Math.round(apex))).toEqual([3, 7, 11]);
        for (const [i, area] of [1000 * 0.04, 300 * 0.05, 5000 * 0.06].entries())
          expect(Math.abs(peaks[i]!.area / (area * Math.sqrt(2 * Math.PI)) - 1)).toBeLessThan(0.2);
        expect(peaks[1]!.signalToNoise / (300 / (20 / Math.sqrt(12)))).toBeCloseTo(1, 0.3);
      }),
      { numRuns: 25 },
    );
  });

  it('are cut at the valley where they overlap', () => {
    const { x, y } = curveOf(1001, 0, 0.01, (t) => gaussian(1000, 4, 0.1)(t) + gaussian(800, 4.5, 0.1)(t));
    const [a, b, ...others] = chromatographicPeaks(x, y, { noise: 0.1 });
    expect(others).toEqual([]);
    for (const edge of [a!.end, b!.start]) expect(Math.abs(edge - 4.255)).toBeLessThan(0.02);
  });

  it('are none in a level trace, and times must rise', () => {
    const level = curveOf(100, 0, 1, () => 5);
    expect(chromatographicPeaks(level.x, level.y)).toEqual([]);
    expect(refusalOf(() => chromatographicPeaks(Float64Array.of(1, 2, 2), new Float64Array(3)))).toBe('x-not-ordered');
  });
});

describe('the retention index', () => {
  const ladder = [10, 11, 12, 14].map((carbon) => ({ carbon, time: carbon * 2 - 15 }));

  it('of an alkane is 100 times its carbon number, by either method', () => {
    for (const { carbon, time } of ladder) {
      expect(retentionIndex(time, ladder)).toBeCloseTo(100 * carbon, 10);
      expect(retentionIndex(time, ladder, { method: 'kovats', deadTime: 1 })).toBeCloseTo(100 * carbon, 10);
    }
  });

  it('is linear in time for a programme, across a skipped alkane too', () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 13, noNaN: true }), (time) => {
        expect(retentionIndex(time, ladder)).toBeCloseTo((100 * (time + 15)) / 2, 8);
      }),
    );
  });

  it('is linear in the logarithm of the adjusted time for Kovats', () => {
    const isothermal = [8, 9, 10, 11].map((carbon) => ({ carbon, time: 1.5 + Math.exp(0.6 * carbon - 4) }));
    fc.assert(
      fc.property(fc.double({ min: 8, max: 11, noNaN: true }), (carbon) => {
        const time = Math.min(isothermal[3]!.time, Math.max(isothermal[0]!.time, 1.5 + Math.exp(0.6 * carbon - 4)));
        expect(retentionIndex(time, isothermal, { method: 'kovats', deadTime: 1.5 })).toBeCloseTo(100 * carbon, 6);
      }),
    );
  });

  it('is refused outside the ladder, and for a ladder that is none', () => {
    expect(refusalOf(() => retentionIndex(4.9, ladder))).toBe('outside-ladder');
    expect(refusalOf(() => retentionIndex(13.1, ladder))).toBe('outside-ladder');
    expect(refusalOf(() => retentionIndex(Number.NaN, ladder))).toBe('outside-ladder');
    expect(refusalOf(() => retentionIndex(5, ladder.slice(0, 1)))).toBe('ladder-too-short');
    expect(refusalOf(() => retentionIndex(6, [...ladder, { carbon: 13, time: 6 }]))).toBe('ladder-not-ordered');
    expect(refusalOf(() => retentionIndex(6, [...ladder, { carbon: 12, time: 9 }]))).toBe('ladder-not-ordered');
    expect(refusalOf(() => retentionIndex(6, ladder, { method: 'kovats', deadTime: 5 }))).toBe('dead-time-too-late');
  });
});
