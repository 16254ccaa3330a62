import { type Finding, finding } from './finding';
import type { MassEntry } from './library-entry';

/** Fewer peaks of an EI spectrum carry too little to rank isomers and homologues by. */
export const FEW_PEAKS_EI = 10;
/** A tandem spectrum may have few peaks by nature. */
export const FEW_PEAKS_TANDEM = 3;
/**
 * Noise above a threshold is all alike: base peak under three times the middle peak and under ten times the weakest. Of 123,221 MassBank
 * spectra a few real ones at high collision energy are as even, so it is a doubt and no defect.
 */
const NOISE_TO_MEDIAN = 3;
const NOISE_TO_WEAKEST = 10;
const NOISE_PEAKS = 20;
/** Weaker peaks of an EI spectrum were cut off when the weakest kept one is above this share of the base peak, %. */
const CUT_OFF_PERCENT = 5;
/** Intensities on a scale coarser than this many steps share their highest value by rounding alone. */
const LEVELS = 200;

/** What the peaks alone say: none, too few, noise, cut off at the top or at the bottom, not centroided. */
export function massSignalFindings({ acquisition, intensity, profile }: MassEntry): readonly Finding[] {
  const peaks = Array.from(intensity).filter((value) => value > 0);
  const count = peaks.length;
  if (count === 0) return [finding('no-peaks')];
  if (profile) return [finding('profile', { count })];
  const sorted = peaks.sort((a, b) => a - b);
  const base = sorted[count - 1]!;
  const minimum = acquisition.msLevel > 1 ? FEW_PEAKS_TANDEM : FEW_PEAKS_EI;
  const ofEi = acquisition.ionisation === 'EI';
  const noise = count >= NOISE_PEAKS && base < NOISE_TO_MEDIAN * sorted[count >> 1]! && base < NOISE_TO_WEAKEST * sorted[0]!;
  const percent = (100 * sorted[0]!) / base;
  const atTop = count - sorted.indexOf(base);
  return [
    ...(count === 1 ? [finding('one-peak')] : count < minimum ? [finding('few-peaks', { count, minimum })] : []),
    ...(noise ? [finding('noise-only', { count, ratio: hundredth(base / sorted[count >> 1]!) })] : []),
    ...(!noise && atTop > 1 && base >= LEVELS * smallestStep(sorted) ? [finding('saturated', { count: atTop, value: base })] : []),
    ...(ofEi && count >= minimum && percent >= CUT_OFF_PERCENT
      ? [finding('low-dynamic-range', { percent: hundredth(percent), limit: CUT_OFF_PERCENT })]
      : []),
  ];
}

/** The step of the scale of an ascending list: the common divisor of whole numbers, else the smallest difference. */
function smallestStep(sorted: readonly number[]): number {
  if (sorted.every((value) => Number.isSafeInteger(value))) return sorted.reduce(commonDivisor);
  let step = sorted[0]!;
  for (let i = 1; i < sorted.length; i++) {
    const difference = sorted[i]! - sorted[i - 1]!;
    if (difference > 0 && difference < step) step = difference;
  }
  return step;
}

function commonDivisor(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small > 0) [large, small] = [small, large % small];
  return large;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
