import { performance } from 'node:perf_hooks';
import { applyChain } from '../src/core/processing/chain/apply-chain';
import { defaultStep } from '../src/core/processing/chain/check-step';
import type { ProcessingStep } from '../src/core/processing/chain/processing-step';
import { STEP_NAMES } from '../src/core/processing/chain/step-definitions';
import { xyPeaks } from '../src/core/processing/measures/xy-peaks';
import { chromatographicPeaks } from '../src/core/processing/runs/chromatographic-peaks';
import { extractedIonChromatogram, totalIonChromatogram } from '../src/core/processing/runs/ion-chromatograms';
import type { PackedScans } from '../src/core/processing/runs/packed-scans';
import type { Trace } from '../src/core/spectrum/curves';
import { mulberry32 } from './seeded-random';

const POINTS = 4000;
const REPEATS = 50;
const SEED = 20_260_103;
const SCANS = 6401;
const PEAKS_A_SCAN = 120;

/** Time of every processing step on a spectrum of 4,000 points, and of the reductions of a run of 6,401 scans; one thread. */
export async function run(print: (line: string) => void): Promise<void> {
  const random = mulberry32(SEED);
  const spectrum = noisySpectrum(random);
  const references = new Map([['reference', spectrum]]);
  print(`processing: ${POINTS} points, twelve bands, noise, curved baseline, seed ${SEED}; ${REPEATS} times each, after 10 to warm up`);
  print(`  ${'step'.padEnd(32)}${'fastest ms'.padStart(12)}${'median'.padStart(10)}${'CPU, mean'.padStart(12)}`);
  for (const name of STEP_NAMES) {
    const step = runnable(defaultStep(name));
    const outcome = applyChain(spectrum, [step], references);
    if ('refused' in outcome) print(`  ${name.padEnd(32)} refused: ${outcome.refused.code}`);
    else report(print, name, () => applyChain(spectrum, [step], references));
  }
  const xy = { x: spectrum.x.kind === 'explicit' ? spectrum.x.values : new Float64Array(0), y: spectrum.y.values };
  report(print, 'peak picking', () => xyPeaks(xy, { minProminence: 0.02 }));
  const scans = syntheticRun(random);
  print(`  run of ${SCANS} scans, ${PEAKS_A_SCAN} peaks each`);
  report(print, 'total ion chromatogram', () => totalIonChromatogram(scans));
  report(print, 'extracted ion chromatogram', () => extractedIonChromatogram(scans, [{ mz: 182, tolerance: 0.5 }]));
  const tic = totalIonChromatogram(scans);
  report(print, 'chromatographic peaks', () => chromatographicPeaks(scans.times, tic));
}

/** CPU time tells the work when other programs have the processor; it counts the garbage collector's threads too. */
function report(print: (line: string) => void, name: string, work: () => unknown): void {
  for (let i = 0; i < 10; i++) work();
  const cpu = process.cpuUsage();
  const times = Array.from({ length: REPEATS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(cpu);
  const mean = (user + system) / 1000 / REPEATS;
  print(
    `  ${name.padEnd(32)}${times[0]!.toFixed(2).padStart(12)}${times[REPEATS >> 1]!.toFixed(2).padStart(10)}${mean.toFixed(2).padStart(12)}`,
  );
}

function runnable(step: ProcessingStep): ProcessingStep {
  if (step.step === 'water-vapour' || step.step === 'subtract') return { ...step, reference: 'reference' };
  return step.step === 'baseline-points' ? { ...step, places: [3900, 2000, 500] } : step;
}

function noisySpectrum(random: () => number): Trace {
  const bands = Array.from({ length: 12 }, () => ({ at: 500 + 3400 * random(), height: 0.1 + random(), sigma: 5 + 20 * random() }));
  const x = Float64Array.from({ length: POINTS }, (_, i) => 4000 - (3600 * i) / (POINTS - 1));
  const values = x.map(
    (place) =>
      0.2 +
      0.3 * Math.exp(-place / 1500) +
      0.01 * (random() - 0.5) +
      bands.reduce((sum, { at, height, sigma }) => sum + height * Math.exp(-((place - at) ** 2) / (2 * sigma ** 2)), 0),
  );
  return {
    label: '',
    role: 'measured',
    form: 'line',
    x: { kind: 'explicit', axis: { quantity: 'wavenumber', unit: 'cm-1', written: '' }, values: x },
    y: { axis: { quantity: 'absorbance', unit: '1', written: '' }, values },
  };
}

function syntheticRun(random: () => number): PackedScans {
  const total = SCANS * PEAKS_A_SCAN;
  const times = Float64Array.from({ length: SCANS }, (_, i) => 3 + i * 0.003);
  const mz = Float64Array.from({ length: total }, (_, i) => 40 + 3 * (i % PEAKS_A_SCAN) + random());
  const heights = times.map((time) => 100 + 20_000 * Math.exp(-(((time % 0.5) - 0.25) ** 2) / 0.0008));
  const intensity = Float64Array.from({ length: total }, (_, i) => heights[Math.floor(i / PEAKS_A_SCAN)]! * random());
  return { offsets: Uint32Array.from({ length: SCANS + 1 }, (_, i) => i * PEAKS_A_SCAN), mz, intensity, times };
}
