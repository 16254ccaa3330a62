import { xMedian } from '../numeric/median';
import { totalIonChromatogram } from '../runs/ion-chromatograms';
import type { PackedScans } from '../runs/packed-scans';
import { xSavitzkyGolay } from '../smoothing/x-savitzky-golay';
import { checkRun } from './check-run';
import type { DeconvolutionNote, DeconvolutionOptions, DeconvolutionOutcome, RunComponent } from './component';
import { findShapes } from './find-shapes';
import { type IonPeak, ionPeaks } from './ion-peaks';
import { fillTrace, type IonTraces, ionTraces } from './ion-traces';
import { indexWithin, measureComponent } from './measure-component';
import { type IonNoise, ionNoise } from './noise-factor';
import { refineShapes } from './refine-shapes';
import { scanSkew, withoutSkew } from './scan-skew';
import { separate } from './separate';

/** Where the work stands: peaks of every ion, substances among them, their spectra. `done` of `total`, in units of the stage. */
export interface DeconvolutionProgress {
  readonly stage: 'ion-peaks' | 'components' | 'spectra';
  readonly done: number;
  readonly total: number;
}

const ROUNDS = 2;
/** Peaks that show how wide peaks of this run are. */
const CLEAR = 25;
/** Widest smoothing, points. */
const WIDEST = 25;

/**
 * Takes a GC-MS run apart into its components, overlapping ones too: peaks of every ion with a measured noise, shapes of the substances from ions with the same
 * apex, least squares for each ion's share. Give it the centroided scans of one MS level. A generator, to be asked again until done or dropped to cancel;
 * deterministic. Method and validation: docs/methods/deconvolution.md.
 */
export function* deconvolve(
  scans: PackedScans,
  options: DeconvolutionOptions = {},
): Generator<DeconvolutionProgress, DeconvolutionOutcome> {
  const refusal = checkRun(scans, options);
  if (refusal !== undefined) return refusal;
  const { minSignalToNoise = 6, minIons = 3, minPurity = 0.01, ladder } = options;
  const measured = ionTraces(scans, options.ions ?? { kind: 'nominal', offset: 0.3 });
  const noise = ionNoise(measured);
  const notes: DeconvolutionNote[] = [];
  if (!noise.measured) notes.push({ code: 'noise-not-measured', params: { threshold: noise.threshold } });
  const clear = clearPeaks(measured, noise);
  yield { stage: 'ion-peaks', done: 0, total: measured.mz.length };
  const skew = scanSkew(measured.mz, clear);
  const traces = skew === 0 ? measured : withoutSkew(measured, skew);
  const width = clear.length > 0 ? xMedian(Float64Array.from(clear, (peak) => peak.width)) : 3;
  const peaks = yield* allIonPeaks(traces, noise, minSignalToNoise, width);
  if (peaks.length === 0) notes.push({ code: 'no-ions-above-noise', params: { minSignalToNoise } });

  const search = findShapes(traces, peaks, noise, minIons);
  let step = search.next();
  while (!step.done) {
    yield { stage: 'components', done: step.value, total: 1 };
    step = search.next();
  }
  let shapes = step.value;
  for (let round = 0; round < ROUNDS; round++) {
    shapes = refineShapes(traces, peaks, shapes);
    yield { stage: 'spectra', done: 0, total: shapes.length };
  }

  const total = totalIonChromatogram(scans);
  const components: RunComponent[] = [];
  let beyond = 0;
  for (const [done, shape] of shapes.entries()) {
    if (done % 16 === 0) yield { stage: 'spectra', done, total: shapes.length };
    const ions = separate(traces, shape, shapes, noise);
    if (ions.length < minIons) continue;
    const component = measureComponent(traces, scans.times, total, shape, ions, noise);
    if (component.signalToNoise < minSignalToNoise || component.purity < minPurity) continue;
    const index = ladder === undefined ? undefined : indexWithin(component.apex, ladder, options.retentionIndex);
    if (ladder !== undefined && index === undefined) beyond++;
    components.push(index === undefined ? component : { ...component, retentionIndex: index });
  }
  if (beyond > 0) notes.push({ code: 'outside-ladder', params: { count: beyond } });
  components.sort((a, b) => a.apex - b.apex);
  return { kind: 'components', components, notes, noiseFactor: noise.factor, skew, ions: traces.mz.length, ionPeaks: peaks.length };
}

/** Peaks that stand out so far that no smoothing is needed to see them. */
function clearPeaks(traces: IonTraces, noise: IonNoise): IonPeak[] {
  const y = new Float64Array(traces.scans);
  const clear: IonPeak[] = [];
  for (let ion = 0; ion < traces.mz.length; ion++) {
    if (!seenOften(traces, ion)) continue;
    fillTrace(traces, ion, 0, y);
    for (const peak of ionPeaks(ion, y, y, noise, CLEAR)) clear.push(peak);
  }
  return clear;
}

/** A peak has a rise and a fall: what was seen in fewer than three scans has none. */
function seenOften({ starts }: IonTraces, ion: number): boolean {
  return starts[ion + 1]! - starts[ion]! >= 3;
}

/** Peaks of all ions in the order of their apexes; the smoothing window follows the width of the run's clear peaks, scans. */
function* allIonPeaks(
  traces: IonTraces,
  noise: IonNoise,
  minSignalToNoise: number,
  width: number,
): Generator<DeconvolutionProgress, IonPeak[]> {
  const window = Math.min(WIDEST, 2 * Math.floor(width / 3) + 1);
  const y = new Float64Array(traces.scans);
  const peaks: IonPeak[] = [];
  for (let ion = 0; ion < traces.mz.length; ion++) {
    if (ion % 32 === 0) yield { stage: 'ion-peaks', done: ion, total: traces.mz.length };
    if (!seenOften(traces, ion)) continue;
    fillTrace(traces, ion, 0, y);
    const smooth = window < 5 ? y : xSavitzkyGolay(y, { window, order: 2 });
    for (const peak of ionPeaks(ion, y, smooth, noise, minSignalToNoise)) peaks.push(peak);
  }
  return peaks.sort((a, b) => a.apex - b.apex || a.ion - b.ion);
}
