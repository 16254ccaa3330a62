import type { PeakCategory } from '../compare-peaks';
import { DEFAULT_CLEANING, prepareTandem, type TandemCleaning, type TandemSpectrum } from './clean-spectrum';
import type { TandemScoreId } from './descriptors';
import { tandemScorer } from './score-tandem';
import { DEFAULT_TOLERANCE, type TandemInput } from './tandem-index';
import type { MzTolerance } from './tolerance';

/** One peak of the mirror plot: `missing` is the reference's alone, `extra` the query's alone. */
export interface ComparedTandemPeak {
  readonly category: PeakCategory;
  /** m/z in each spectrum; `undefined` where it has no such peak. */
  readonly queryMz: number | undefined;
  readonly referenceMz: number | undefined;
  /** Share of each spectrum's own base peak, %. */
  readonly queryPercent: number;
  readonly referencePercent: number;
  /** Matched: query minus reference, the precursor difference taken off where they match by loss, relative to the query's m/z, ppm. */
  readonly errorPpm: number | undefined;
  readonly matchedBy: 'fragment' | 'loss' | undefined;
  /** Precursor − m/z of the query's peak, or of the reference's where the query has none, Da; `undefined` without a precursor. */
  readonly loss: number | undefined;
}

export interface TandemComparison {
  /** 0 to 1: the same number as a search gives. */
  readonly score: number;
  readonly matchedPeaks: number;
  /** Ascending by the query's m/z (the reference's where the query has none), of peaks left after cleaning. */
  readonly peaks: readonly ComparedTandemPeak[];
  readonly count: Readonly<Record<PeakCategory, number>>;
  /** Both after cleaning, intensities of sum 1. */
  readonly query: TandemSpectrum;
  readonly reference: TandemSpectrum;
}

export interface CompareTandemOptions {
  /** @default 'tandem-entropy' */
  readonly score?: TandemScoreId;
  /** @default 0.02 Da */
  readonly tolerance?: MzTolerance;
  /** @default DEFAULT_CLEANING */
  readonly cleaning?: TandemCleaning;
}

/** Compares two spectra peak by peak, paired just as the score pairs them. */
export function compareTandem(query: TandemInput, reference: TandemInput, options: CompareTandemOptions = {}): TandemComparison {
  const { score: id = 'tandem-entropy', tolerance = DEFAULT_TOLERANCE, cleaning = DEFAULT_CLEANING } = options;
  const ofQuery = prepareTandem(query, query.precursorMz, cleaning);
  const ofReference = prepareTandem(reference, reference.precursorMz, cleaning);
  const { score, matchedPeaks, partner, byLoss } = tandemScorer(id, ofQuery, tolerance).score(ofReference);
  const matched = new Set(partner);
  const queryPercent = percentOfBase(ofQuery);
  const referencePercent = percentOfBase(ofReference);
  const peaks: ComparedTandemPeak[] = [];
  for (let i = 0; i < ofQuery.mz.length; i++) {
    const j = partner[i]!;
    const queryMz = ofQuery.mz[i]!;
    const referenceMz = j < 0 ? undefined : ofReference.mz[j]!;
    const shift = byLoss[i] === 1 ? ofQuery.precursorMz - ofReference.precursorMz : 0;
    peaks.push({
      category: j < 0 ? 'extra' : 'matched',
      queryMz,
      referenceMz,
      queryPercent: queryPercent[i]!,
      referencePercent: j < 0 ? 0 : referencePercent[j]!,
      errorPpm: referenceMz === undefined ? undefined : (1e6 * (queryMz - referenceMz - shift)) / queryMz,
      matchedBy: j < 0 ? undefined : byLoss[i] === 1 ? 'loss' : 'fragment',
      loss: lossOf(ofQuery, queryMz),
    });
  }
  for (let j = 0; j < ofReference.mz.length; j++) {
    if (matched.has(j)) continue;
    const referenceMz = ofReference.mz[j]!;
    peaks.push({
      category: 'missing',
      queryMz: undefined,
      referenceMz,
      queryPercent: 0,
      referencePercent: referencePercent[j]!,
      errorPpm: undefined,
      matchedBy: undefined,
      loss: lossOf(ofReference, referenceMz),
    });
  }
  peaks.sort((a, b) => mzOf(a) - mzOf(b));
  const missing = ofReference.mz.length - matchedPeaks;
  const extra = ofQuery.mz.length - matchedPeaks;
  return { score, matchedPeaks, peaks, count: { matched: matchedPeaks, missing, extra }, query: ofQuery, reference: ofReference };
}

function mzOf(peak: ComparedTandemPeak): number {
  return peak.queryMz ?? peak.referenceMz ?? 0;
}

function lossOf(spectrum: TandemSpectrum, mz: number): number | undefined {
  return spectrum.precursorMz > mz ? spectrum.precursorMz - mz : undefined;
}

function percentOfBase(spectrum: TandemSpectrum): Float64Array {
  const base = spectrum.intensity.reduce((largest, value) => Math.max(largest, value), 0);
  return Float64Array.from(spectrum.intensity, (value) => (100 * value) / base);
}
