import { type ComparedPeak, type ComparePeaksOptions, comparePeaks } from '../compare-peaks';
import type { EiScoreId } from '../scores/descriptors';
import type { PeakArrays } from '../scores/nominal-spectrum';

/** A compared peak with what it does to the score; 0 and 0 where the score leaves it out. */
export interface WeighedPeak extends ComparedPeak {
  /** Share of the likeness this peak makes, %: all together 100. */
  readonly gainPercent: number;
  /** Share of the unlikeness this peak makes, %: all together 100. A matched peak of another height has one too. */
  readonly lossPercent: number;
}

export interface WeighedComparison {
  /** Ascending m/z, the peaks of `comparePeaks`. */
  readonly peaks: readonly WeighedPeak[];
  /** Cosine of the weighted spectra, 0 to 1: the term of the score that is taken apart. */
  readonly cosine: number;
}

const POWERS = {
  'ei-identity': { mz: 0.5, intensity: 0.5 },
  'ei-reverse': { mz: 0.5, intensity: 0.5 },
  'ei-simple': { mz: 0, intensity: 0.5 },
  'ei-cosine-mz-sqrt': { mz: 1, intensity: 0.5 },
} as const satisfies Record<EiScoreId, { readonly mz: number; readonly intensity: number }>;

/** Below this share of the base peak in both spectra the match factors pass an m/z over, %. */
const PASSED_OVER_PERCENT = 100 * (2 / 999) - 1e-9;

/**
 * Every peak with its weight in the cosine term of a score. With a and b the weighted spectra at length 1, cos = Σ a·b and
 * 1 − cos = ½ Σ (a − b)²: the first is the gain, the second the loss of each peak, exactly. The term of neighbouring ratios of the
 * identity and reverse match factors is not taken apart. docs/methods/cannot-be-told-apart.md.
 */
export function weighPeaks(
  query: PeakArrays,
  reference: PeakArrays,
  score: EiScoreId,
  options: ComparePeaksOptions = {},
): WeighedComparison {
  const { peaks } = comparePeaks(query, reference, options);
  const counted = peaks.map((peak) => counts(peak, score));
  const weights = peaks.map(({ mz, queryPercent, referencePercent }, i) =>
    counted[i] ? { query: weight(mz, queryPercent, score), reference: weight(mz, referencePercent, score) } : { query: 0, reference: 0 },
  );
  const lengthOfQuery = Math.sqrt(weights.reduce((sum, { query: w }) => sum + w * w, 0));
  const lengthOfReference = Math.sqrt(weights.reduce((sum, { reference: w }) => sum + w * w, 0));
  if (lengthOfQuery === 0 || lengthOfReference === 0) {
    return { peaks: peaks.map((peak) => ({ ...peak, gainPercent: 0, lossPercent: 0 })), cosine: 0 };
  }
  const parts = weights.map((w) => {
    const a = w.query / lengthOfQuery;
    const b = w.reference / lengthOfReference;
    return { gain: a * b, loss: (a - b) ** 2 / 2 };
  });
  const cosine = parts.reduce((sum, { gain }) => sum + gain, 0);
  const loss = parts.reduce((sum, part) => sum + part.loss, 0);
  return {
    peaks: peaks.map((peak, i) => ({
      ...peak,
      gainPercent: cosine > 0 ? (100 * parts[i]!.gain) / cosine : 0,
      lossPercent: loss > 1e-15 ? (100 * parts[i]!.loss) / loss : 0,
    })),
    cosine,
  };
}

function counts(peak: ComparedPeak, score: EiScoreId): boolean {
  if (score === 'ei-cosine-mz-sqrt') return true;
  const weak = peak.queryPercent < PASSED_OVER_PERCENT && peak.referencePercent < PASSED_OVER_PERCENT;
  return !peak.outsideRange && !weak && (score !== 'ei-reverse' || peak.category !== 'extra');
}

function weight(mz: number, percent: number, score: EiScoreId): number {
  const { mz: p, intensity: q } = POWERS[score];
  return percent === 0 ? 0 : mz ** p * percent ** q;
}
