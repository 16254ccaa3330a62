import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../bench/seeded-random';
import type { DeconvolutionOptions } from '../../../../src/core/processing/deconvolution/component';
import { type DeconvolutionProgress, deconvolve } from '../../../../src/core/processing/deconvolution/deconvolve';
import { ticPeaks } from '../../../../src/core/processing/deconvolution/tic-peaks';
import { type PackedScans, packScans } from '../../../../src/core/processing/runs/packed-scans';
import { cosine } from '../../../../src/core/search/scores/cosine';
import { type PeakArrays, prepareNominal } from '../../../../src/core/search/scores/nominal-spectrum';
import { inventRun } from './invented-run';

/** Invented spectra: three share ions (105, 77, 58), as relatives do. */
const AMIDE: PeakArrays = {
  mz: [42, 58, 77, 91, 105, 119, 146, 188, 245, 246],
  intensity: [180, 450, 220, 300, 350, 130, 600, 250, 999, 180],
};
const KETONE: PeakArrays = { mz: [51, 58, 77, 105, 134, 148, 176, 205], intensity: [200, 520, 480, 999, 260, 150, 330, 90] };
const ESTER: PeakArrays = {
  mz: [42, 82, 83, 94, 96, 105, 122, 182, 198, 303],
  intensity: [230, 780, 300, 330, 270, 320, 150, 999, 120, 280],
};

function taken(scans: PackedScans, options?: DeconvolutionOptions) {
  const work = deconvolve(scans, options);
  let step = work.next();
  while (!step.done) step = work.next();
  if (step.value.kind === 'refused') throw new Error(step.value.code);
  return step.value;
}

const alike = (a: PeakArrays, b: PeakArrays): number => cosine(prepareNominal(a), prepareNominal(b));
/** Scan of a time of an invented run. */
const scanOf = (time: number): number => (time - 120) / 0.5;

describe('components of a run', () => {
  it.each([0.75, 1.5, 3, 5])('takes two substances %d scans apart, with shared ions and bleed, apart', (distance) => {
    const run = inventRun({
      scans: 160,
      seed: 7,
      substances: [
        { apex: 80.3, height: 150_000, ...AMIDE },
        { apex: 80.3 + distance, height: 100_000, ...KETONE },
      ],
    });
    const { components } = taken(run);
    expect(components).toHaveLength(2);
    expect(scanOf(components[0]!.apex)).toBeCloseTo(80.3, 0);
    expect(scanOf(components[1]!.apex) - scanOf(components[0]!.apex)).toBeGreaterThan(0.6 * distance);
    expect(alike(components[0]!, AMIDE)).toBeGreaterThan(0.97);
    expect(alike(components[1]!, KETONE)).toBeGreaterThan(0.97);
  });

  it('finds the small one of 1:20 and keeps it clean', () => {
    const run = inventRun({
      scans: 160,
      seed: 3,
      noise: 1,
      substances: [
        { apex: 70, height: 400_000, ...AMIDE },
        { apex: 72.5, height: 20_000, ...ESTER },
      ],
    });
    const { components } = taken(run);
    expect(components).toHaveLength(2);
    expect(alike(components[1]!, ESTER)).toBeGreaterThan(0.9);
    expect(components[0]!.purity).toBeGreaterThan(0.9);
    expect(components[1]!.purity).toBeLessThan(0.3);
  });

  it('measures height, area, width and purity as they were made', () => {
    const height = 200_000;
    const { components } = taken(inventRun({ scans: 120, seed: 1, noise: 0.3, substances: [{ apex: 60, height, ...KETONE }] }));
    const [one] = components;
    const total = (height * Array.from(KETONE.intensity).reduce((a, b) => a + b, 0)) / 999;
    expect(components).toHaveLength(1);
    expect(one!.height / total).toBeCloseTo(1, 1);
    // Half a Gaussian of σ and half of 1.15·σ, σ = 6/2.355 scans of 0.5 s.
    expect(one!.area / (total * Math.sqrt(Math.PI / 2) * 2.15 * (6 / 2.355) * 0.5)).toBeCloseTo(1, 1);
    expect(one!.width).toBeCloseTo(0.5 * 6 * 1.075, 0);
    expect(one!.modelIons[0]!.mz).toBe(105);
    expect(one!.modelArea / one!.area).toBeCloseTo(999 / Array.from(KETONE.intensity).reduce((a, b) => a + b, 0), 1);
    expect(one!.purity).toBeGreaterThan(0.95);
    expect(one!.startPoint).toBeLessThan(one!.apexPoint);
    expect(one!.endPoint).toBeGreaterThan(one!.apexPoint);
    expect(one!.signalToNoise / (Math.sqrt(height) / 0.3)).toBeCloseTo(1, 0);
  });

  it('sees one substance as one although its masses are scanned one after another', () => {
    const substances = [AMIDE, KETONE, ESTER, AMIDE].map((spectrum, i) => ({ apex: 40 + 50 * i, height: 200_000, ...spectrum }));
    const { components, skew } = taken(inventRun({ scans: 240, seed: 5, skew: 0.004, substances }));
    expect(skew).toBeCloseTo(0.004, 3);
    expect(components).toHaveLength(4);
    expect(alike(components[2]!, ESTER)).toBeGreaterThan(0.99);
  });

  it('finds nothing in bleed and noise, and says why', () => {
    for (const seed of [1, 2, 3]) {
      const { components, notes } = taken(inventRun({ scans: 600, seed, substances: [] }));
      expect(components).toEqual([]);
      expect(notes).toEqual([{ code: 'no-ions-above-noise', params: { minSignalToNoise: 6 } }]);
    }
  });

  it('gives the same again, to the last bit', () => {
    const run = inventRun({
      scans: 200,
      seed: 9,
      substances: [
        { apex: 90, height: 50_000, ...ESTER },
        { apex: 92, height: 40_000, ...AMIDE },
      ],
    });
    expect(taken(run)).toEqual(taken(run));
  });

  it('joins ions of accurate mass by their tolerance', () => {
    const random = mulberry32(11);
    const ions = [118.0651, 135.0441, 135.0804, 162.0913];
    const scans = Array.from({ length: 60 }, (_, s) => ({
      number: s + 1,
      time: s / 10,
      msLevel: 1,
      profile: false,
      mz: Float64Array.from(ions, (m) => m * (1 + 2e-6 * (random() - 0.5))),
      intensity: Float64Array.from(
        ions,
        (_m, i) => 500 + 20 * random() + 1e5 * (i + 1) * Math.exp(-0.5 * ((s - (i === 1 ? 34 : 30)) / 2.5) ** 2),
      ),
    }));
    const { components } = taken(packScans(scans), { ions: { kind: 'tolerance', tolerance: 10, unit: 'ppm' } });
    expect(components).toHaveLength(1);
    expect(Array.from(components[0]!.mz, (m) => m.toFixed(3))).toEqual(expect.arrayContaining(['118.065', '135.080', '162.091']));
    const shared = components[0]!.mz.findIndex((m) => m.toFixed(3) === '135.044');
    expect(shared < 0 || components[0]!.intensity[shared]! < 1e5).toBe(true);
  });

  it('gives retention indices within the ladder and names what lies beyond it', () => {
    const run = inventRun({
      scans: 200,
      seed: 2,
      substances: [
        { apex: 40, height: 100_000, ...AMIDE },
        { apex: 120, height: 100_000, ...KETONE },
      ],
    });
    const ladder = [
      { carbon: 12, time: 120 + 0.5 * 100 },
      { carbon: 13, time: 120 + 0.5 * 140 },
    ];
    for (const outcome of [taken(run, { ladder }), ticPeaks(run, { ladder })]) {
      if (outcome.kind === 'refused') throw new Error(outcome.code);
      expect(outcome.components.map((component) => component.retentionIndex?.toFixed(0).slice(0, 3))).toEqual([undefined, '125']);
      expect(outcome.notes).toContainEqual({ code: 'outside-ladder', params: { count: 1 } });
    }
  });

  it('can be left at any step', () => {
    const run = inventRun({ scans: 200, seed: 2, substances: [{ apex: 90, height: 100_000, ...AMIDE }] });
    const stages = new Set<DeconvolutionProgress['stage']>();
    for (const { stage, done, total } of deconvolve(run)) {
      stages.add(stage);
      expect(done).toBeLessThanOrEqual(total);
    }
    expect([...stages]).toEqual(['ion-peaks', 'components', 'spectra']);
    const work = deconvolve(run);
    work.next();
    expect(work.return({ kind: 'refused', code: 'run-empty', params: {} }).done).toBe(true);
  });
});

describe('peaks of the total ion current', () => {
  it('keep together what elutes together', () => {
    const run = inventRun({
      scans: 160,
      seed: 7,
      noise: 1,
      substances: [
        { apex: 50, height: 150_000, ...ESTER },
        { apex: 100, height: 150_000, ...AMIDE },
        { apex: 101.5, height: 100_000, ...KETONE },
      ],
    });
    const outcome = ticPeaks(run, { minRelativeHeight: 0.05 });
    if (outcome.kind === 'refused') throw new Error(outcome.code);
    expect(outcome.components).toHaveLength(2);
    expect(outcome.components[0]!.method).toBe('tic-peaks');
    expect(alike(outcome.components[0]!, ESTER)).toBeGreaterThan(0.98);
    expect(alike(outcome.components[1]!, AMIDE)).toBeLessThan(0.95);
  });
});
