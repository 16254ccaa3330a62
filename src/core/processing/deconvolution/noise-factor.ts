import { xMedian } from '../numeric/median';
import { fillTrace, type IonTraces } from './ion-traces';

/** Scans of a stretch in which noise is measured, and how often the signal must cross its mean there. */
const STRETCH = 13;
const CROSSINGS = 7;
/** Fewer stretches than this are no measurement. */
const LEAST_STRETCHES = 20;

/** Noise of ion counting: the standard deviation of a signal A is factor·√max(A, threshold). */
export interface IonNoise {
  readonly factor: number;
  /** The weakest intensity of the run, where its detector begins. */
  readonly threshold: number;
  readonly measured: boolean;
}

/**
 * Noise of the run: in every stretch of 13 scans where an ion never vanishes and crosses its mean at least seven times, the median deviation from the mean
 * over √mean; its median over all stretches, times 1.4826 (S. E. Stein, J. Am. Soc. Mass Spectrom. 10 (1999) 770–781, "noise analysis"). A run without such
 * stretches (no background above its threshold) takes the threshold itself as the noise at the threshold.
 */
export function ionNoise(traces: IonTraces): IonNoise {
  let threshold = Number.POSITIVE_INFINITY;
  for (const value of traces.intensity) if (value > 0 && value < threshold) threshold = value;
  const samples: number[] = [];
  const y = new Float64Array(traces.scans);
  const deviations = new Float64Array(STRETCH);
  for (let ion = 0; ion < traces.mz.length; ion++) {
    if (traces.starts[ion + 1]! - traces.starts[ion]! < STRETCH) continue;
    fillTrace(traces, ion, 0, y);
    for (let from = 0; from + STRETCH <= y.length; from += STRETCH) {
      const sample = stretchNoise(y, from, deviations);
      if (sample !== undefined) samples.push(sample);
    }
  }
  if (samples.length < LEAST_STRETCHES) return { factor: Math.sqrt(threshold), threshold, measured: false };
  const factor = 1.4826 * xMedian(Float64Array.from(samples));
  // Data in whole numbers may not move at all over 13 scans.
  return factor > 0 ? { factor, threshold, measured: true } : { factor: Math.sqrt(threshold), threshold, measured: false };
}

function stretchNoise(y: Float64Array, from: number, deviations: Float64Array): number | undefined {
  let mean = 0;
  for (let i = from; i < from + STRETCH; i++) {
    if (y[i] === 0) return undefined;
    mean += y[i]! / STRETCH;
  }
  let crossings = 0;
  for (let i = from; i < from + STRETCH; i++) {
    deviations[i - from] = Math.abs(y[i]! - mean);
    if (i > from && y[i]! > mean !== y[i - 1]! > mean) crossings++;
  }
  return crossings < CROSSINGS ? undefined : xMedian(deviations) / Math.sqrt(mean);
}

/** Standard deviation of the noise of a signal. */
export function noiseAt({ factor, threshold }: IonNoise, signal: number): number {
  return factor * Math.sqrt(Math.max(signal, threshold));
}
