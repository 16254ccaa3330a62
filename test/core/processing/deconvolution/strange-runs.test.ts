import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../bench/seeded-random';
import { deconvolve } from '../../../../src/core/processing/deconvolution/deconvolve';
import { ticPeaks } from '../../../../src/core/processing/deconvolution/tic-peaks';
import { type PackedScans, packScans } from '../../../../src/core/processing/runs/packed-scans';

/** Runs as no instrument writes them: empty scans, one ion in many peaks, m/z from 0 to 10⁹, intensities over twelve decades, uneven times. */
function strangeRun(seed: number): PackedScans {
  const random = mulberry32(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const range = [5, 40, 500, 1e9][whole(4)]!;
  let time = whole(100);
  return packScans(
    Array.from({ length: 10 + whole(80) }, (_, i) => {
      const mz = Float64Array.from({ length: random() < 0.1 ? 0 : whole(40) }, () => random() * range).sort();
      time += 1e-6 + random() ** 3;
      const height = 10 ** (12 * random() ** 2);
      return { number: i, time, msLevel: 1, profile: false, mz, intensity: mz.map(() => (random() < 0.1 ? 0 : height * random())) };
    }),
  );
}

describe('strange runs', () => {
  it.each([
    { kind: 'nominal' },
    { kind: 'tolerance', tolerance: 20, unit: 'ppm' },
    { kind: 'tolerance', tolerance: 0.5, unit: 'Da' },
  ] as const)('give components of finite numbers within the run, or a reason ($kind)', (ions) => {
    let components = 0;
    for (let seed = 0; seed < 150; seed++) {
      const run = strangeRun(seed);
      const work = deconvolve(run, { ions, minSignalToNoise: 2, minIons: 1 });
      let step = work.next();
      while (!step.done) step = work.next();
      const plain = ticPeaks(run, { ions });
      for (const outcome of [step.value, plain]) {
        if (outcome.kind === 'refused') {
          expect(outcome.code).toBe('no-signal');
          continue;
        }
        components += outcome.components.length;
        for (const one of outcome.components) {
          expect([one.start, one.apex, one.end, one.area, one.height, one.modelArea, one.width].every(Number.isFinite)).toBe(true);
          expect(one.start).toBeGreaterThanOrEqual(run.times[0]!);
          expect(one.end).toBeLessThanOrEqual(run.times.at(-1)!);
          expect(one.startPoint).toBeLessThanOrEqual(one.apexPoint);
          expect(one.apexPoint).toBeLessThanOrEqual(one.endPoint);
          expect(one.purity).toBeGreaterThan(0);
          expect(one.purity).toBeLessThanOrEqual(1);
          expect(one.mz.every((m, i) => i === 0 || m > one.mz[i - 1]!)).toBe(true);
          expect(one.intensity.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
        }
      }
    }
    expect(components).toBeGreaterThan(100);
  });
});
