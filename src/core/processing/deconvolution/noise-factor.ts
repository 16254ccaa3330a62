import { xMedian } from '../numeric/median';
import { fillTrace, type IonTraces } from './ion-traces';

/** Scans of a stretch in which noise is measured, and how often the signal must cross its straight line there. */
const STRETCH = 13;
const CROSSINGS = 7;
/** 1 / Φ⁻¹(3/4): from a median deviation to a standard deviation; the line takes two degrees of freedom of a stretch. */
const NORMAL = 1.4826;
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
 * Noise of the run: in every stretch of 13 scans where an ion never vanishes and crosses its straight line at least seven times, the median deviation from that
 * line over √mean; the median over all stretches, as a standard deviation (S. E. Stein, J. Am. Soc. Mass Spectrom. 10 (1999) 770–781, "noise analysis"; there
 * the mean in place of the line, which a rising background defeats). A run without such stretches (no background above its threshold) takes the threshold itself
 * as the noise at the threshold.
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
  const factor = NORMAL * Math.sqrt(STRETCH / (STRETCH - 2)) * xMedian(Float64Array.from(samples));
  // Data in whole numbers may not move at all over 13 scans.
  return factor > 0 ? { factor, threshold, measured: true } : { factor: Math.sqrt(threshold), threshold, measured: false };
}

function stretchNoise(y: Float64Array, from: number, deviations: Float64Array): number | undefined {
  const middle = (STRETCH - 1) / 2;
  let [mean, moment, square] = [0, 0, 0];
  for (let k = 0; k < STRETCH; k++) {
    const value = y[from + k]!;
    if (value === 0) return undefined;
    mean += value / STRETCH;
    moment += (k - middle) * value;
    square += (k - middle) ** 2;
  }
  const slope = moment / square;
  let crossings = 0;
  let above = false;
  for (let k = 0; k < STRETCH; k++) {
    const deviation = y[from + k]! - mean - slope * (k - middle);
    deviations[k] = Math.abs(deviation);
    if (k > 0 && deviation > 0 !== above) crossings++;
    above = deviation > 0;
  }
  return crossings < CROSSINGS ? undefined : xMedian(deviations) / Math.sqrt(mean);
}

/** Standard deviation of the noise of a signal. */
export function noiseAt({ factor, threshold }: IonNoise, signal: number): number {
  return factor * Math.sqrt(Math.max(signal, threshold));
}
