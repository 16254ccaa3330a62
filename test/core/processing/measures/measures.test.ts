import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSaturation } from '../../../../src/core/processing/measures/check-saturation';
import { prominences } from '../../../../src/core/processing/measures/prominences';
import { xyPeaks } from '../../../../src/core/processing/measures/xy-peaks';
import { xySignalToNoise } from '../../../../src/core/processing/measures/xy-signal-to-noise';
import { curveOf, FWHM, gaussian, noiseFrom, refusalOf, traceOf } from '../traces';

describe('peaks', () => {
  it('of a Gaussian: one, at its centre, as wide and as high as it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 80, noNaN: true }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        fc.double({ min: 0.1, max: 1e5, noNaN: true }),
        fc.constantFrom(1, -1),
        (centre, sigma, height, direction) => {
          const xy = curveOf(1001, direction > 0 ? 0 : 100, direction * 0.1, gaussian(height, centre, sigma));
          const [peak, ...others] = xyPeaks(xy, { minProminence: height / 1000 });
          expect(others).toEqual([]);
          expect(Math.abs(peak!.x - centre)).toBeLessThan(0.001);
          expect(peak!.prominence / height).toBeCloseTo(1, 2);
          expect(peak!.width / (FWHM * sigma)).toBeCloseTo(1, 2);
        },
      ),
    );
  });

  it('stand out as far as their definition says, checked point by point', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 40 }), (values) => {
        for (const { point, prominence } of prominences(Float64Array.from(values))) {
          const side = (part: readonly number[]): number => {
            const higher = part.findIndex((value) => value > values[point]!);
            return Math.min(values[point]!, ...(higher < 0 ? part : part.slice(0, higher)));
          };
          const valley = Math.max(side(values.slice(0, point).reverse()), side(values.slice(point + 1)));
          expect(prominence).toBe(values[point]! - valley);
        }
      }),
    );
  });

  it('finds a shoulder between two peaks, a plateau once, and bands of transmittance downwards', () => {
    const two = curveOf(201, 0, 1, (x) => gaussian(10, 60, 6)(x) + gaussian(5, 120, 6)(x));
    expect(xyPeaks(two, { minProminence: 1 }).map((peak) => [Math.round(peak.x), Math.round(peak.prominence)])).toEqual([
      [60, 10],
      [120, 5],
    ]);
    expect(xyPeaks({ x: Float64Array.of(0, 1, 2, 3, 4), y: Float64Array.of(0, 2, 2, 2, 0) }).map(({ point, x }) => [point, x])).toEqual([
      [2, 2],
    ]);
    const dip = { x: two.x, y: two.y.map((y) => 100 - y) };
    expect(xyPeaks(dip, { direction: 'down', minProminence: 1 }).map((peak) => Math.round(peak.y))).toEqual([90, 95]);
  });

  it('ends at gaps, keeps the most prominent, and obeys the least width', () => {
    const xy = curveOf(201, 0, 1, (x) => gaussian(10, 60, 6)(x) + gaussian(5, 120, 3)(x));
    xy.y[60] = Number.NaN;
    expect(xyPeaks(xy, { minProminence: 1 }).map(({ point }) => point)).toEqual([120]);
    const whole = curveOf(201, 0, 1, (x) => gaussian(10, 60, 6)(x) + gaussian(5, 120, 3)(x));
    expect(xyPeaks(whole, { limit: 1 }).map(({ point }) => point)).toEqual([60]);
    expect(xyPeaks(whole, { minWidth: 10 }).map(({ point }) => point)).toEqual([60]);
  });
});

describe('signal to noise', () => {
  it('follows its definition on numbers done by hand', () => {
    // Noise +1 −1 +1 −1 … over a level of 10, about the line of least squares; the band 110 high.
    const xy = curveOf(30, 0, 1, (x) => (x < 20 ? 10 + (x % 2 === 0 ? 1 : -1) : x === 25 ? 110 : 10));
    const { signal, noisePeakToPeak, noiseRms, ratio, pharmacopoeial } = xySignalToNoise(xy, {
      noise: { from: 0, to: 19 },
      signal: { from: 21, to: 29 },
    });
    expect(signal).toBe(100);
    expect(noiseRms).toBeCloseTo(Math.sqrt((20 - 100 / 665) / 18), 12);
    expect(noisePeakToPeak).toBeCloseTo(2 + (17 * 10) / 665, 12);
    expect(ratio).toBeCloseTo(signal / noiseRms, 12);
    expect(pharmacopoeial).toBeCloseTo((2 * signal) / noisePeakToPeak, 12);
  });

  it('does not take a slope for noise, and refuses a range with too little in it', () => {
    const line = curveOf(50, 0, 1, (x) => 3 * x);
    expect(xySignalToNoise(line, { noise: { from: 0, to: 30 } }).noiseRms).toBeLessThan(1e-12);
    expect(refusalOf(() => xySignalToNoise(line, { noise: { from: 0, to: 3 } }))).toBe('too-few-points');
  });
});

describe('the check of saturation', () => {
  const noise = noiseFrom(1);
  const band = curveOf(400, 400, 4, (x) => gaussian(3, 1200, 60)(x) + 0.01 * noise());
  const codes = (...args: Parameters<typeof checkSaturation>): readonly string[] =>
    checkSaturation(...args).findings.map(({ code }) => code);

  it('finds nothing in a good spectrum', () => {
    const good = { x: band.x, y: band.y.map((y) => y / 3) };
    expect(checkSaturation(traceOf(good))).toEqual({ verdict: 'good', findings: [] });
    expect(codes(traceOf({ x: good.x, y: good.y.map((a) => 100 * 10 ** -a) }, { y: ['transmittance', '%'] }))).toEqual([]);
    expect(codes(traceOf(curveOf(50, 0, 1, () => 0)))).toEqual([]);
  });

  it('finds absorbance beyond the linear range and where', () => {
    const { verdict, findings } = checkSaturation(traceOf(band));
    expect(verdict).toBe('doubtful');
    expect(findings).toMatchObject([{ code: 'absorbance-beyond-linear', params: { limit: 2 } }]);
    expect(Math.abs((findings[0]!.params.x as number) - 1200)).toBeLessThan(12);
  });

  it('finds cut tops, the ends of detectors, no light and less than none', () => {
    const cut = { x: band.x, y: band.y.map((y) => Math.min(y, 1.5)) };
    expect(checkSaturation(traceOf(cut))).toMatchObject({ verdict: 'saturated', findings: [{ code: 'clipped', params: { value: 1.5 } }] });
    const counts = { x: band.x, y: band.y.map((y) => Math.min(Math.round(y * 30_000), 65_535)) };
    expect(codes(traceOf(counts, { y: ['raman-intensity', 'counts'] }))).toEqual(['detector-full-scale']);
    const percent = band.y.map((a) => 100 * 10 ** -a);
    expect(codes(traceOf({ x: band.x, y: percent }, { y: ['transmittance', '%'] }))).toEqual(['no-light-left']);
    expect(codes(traceOf({ x: band.x, y: percent.map((t) => t - 1) }, { y: ['transmittance', '%'] }))).toEqual([
      'below-zero-transmittance',
    ]);
    expect(codes(traceOf({ x: band.x, y: percent.map((t) => Math.max(t, 20)) }, { y: ['transmittance', '%'] }))).toEqual(['clipped']);
  });

  it('does not take a zeroed foot of a Raman spectrum for a cut top', () => {
    expect(codes(traceOf({ x: band.x, y: band.y.map((y) => Math.max(y - 1, 0)) }, { y: ['raman-intensity', 'counts'] }))).toEqual([]);
  });
});
