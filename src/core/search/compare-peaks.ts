import { BASE_PEAK, type PeakArrays, prepareNominal } from './scores/nominal-spectrum';

/** `missing`: the reference has it, the query has not. `extra`: the query alone has it. */
export type PeakCategory = 'matched' | 'missing' | 'extra';

/** One nominal m/z of the two spectra, intensities in percent of each one's base peak (0 where it has no peak). */
export interface ComparedPeak {
  readonly mz: number;
  readonly category: PeakCategory;
  readonly queryPercent: number;
  readonly referencePercent: number;
  /** Whether the larger of the two reaches the threshold, and the m/z lies where both spectra were recorded. */
  readonly significant: boolean;
  /** Below the first m/z of the other spectrum: perhaps not recorded there, so its absence says nothing. */
  readonly outsideRange: boolean;
}

export interface ComparePeaksOptions {
  /** Peaks below this share of the base peak are not significant, %. @default 1 */
  readonly significancePercent?: number;
}

export interface PeakComparison {
  /** Ascending m/z. */
  readonly peaks: readonly ComparedPeak[];
  /** How many significant peaks there are of each category. */
  readonly significant: Readonly<Record<PeakCategory, number>>;
}

/**
 * Tells which peaks of an unknown and a reference match, are missing, or are extra, at nominal mass after the preparation of the
 * match factors (peaks under 0.05 % of the base peak are dropped there). For the mirror plot and for people; no score.
 */
export function comparePeaks(query: PeakArrays, reference: PeakArrays, options: ComparePeaksOptions = {}): PeakComparison {
  const threshold = options.significancePercent ?? 1;
  const ofQuery = percentByMz(query);
  const ofReference = percentByMz(reference);
  const start = Math.max(ofQuery.first, ofReference.first);
  const every = [...new Set([...ofQuery.percent.keys(), ...ofReference.percent.keys()])].sort((a, b) => a - b);
  const peaks = every.map((mz): ComparedPeak => {
    const queryPercent = ofQuery.percent.get(mz) ?? 0;
    const referencePercent = ofReference.percent.get(mz) ?? 0;
    const category = queryPercent === 0 ? 'missing' : referencePercent === 0 ? 'extra' : 'matched';
    const outsideRange = mz < start;
    const significant = !outsideRange && Math.max(queryPercent, referencePercent) >= threshold;
    return { mz, category, queryPercent, referencePercent, significant, outsideRange };
  });
  const count = (category: PeakCategory) => peaks.filter((peak) => peak.significant && peak.category === category).length;
  return { peaks, significant: { matched: count('matched'), missing: count('missing'), extra: count('extra') } };
}

function percentByMz(peaks: PeakArrays): { readonly percent: ReadonlyMap<number, number>; readonly first: number } {
  const prepared = prepareNominal(peaks);
  const percent = new Map(Array.from(prepared.mz, (mz, i) => [mz, (100 * prepared.intensity[i]!) / BASE_PEAK] as const));
  return { percent, first: prepared.mz[0] ?? 0 };
}
