import { identityMatchFactor } from '../scores/match-factors';
import { type PeakArrays, prepareNominal } from '../scores/nominal-spectrum';
import { AlignedPeaks } from './aligned-peaks';
import { absenceFeatures, type CompoundEvidence, certaintyFeatures, DOUBLE_FROM, logistic } from './certainty';
import type { LibraryStatistics } from './library-statistics';
import type { AliquotModel } from './model';
import { ALIQUOT_TERMS, type AliquotTermId, pairEvidence, prepareQuery } from './terms';
import { ALIQUOT_MODEL } from './weights';

/** A library record that takes part. */
export interface AliquotPoolEntry {
  readonly key: number;
  readonly peaks: PeakArrays;
  /** Of the neutral molecule: most abundant isotopes, whole number; `null` if not known. */
  readonly nominalMass: number | null;
  readonly formula: string | null;
  /** What makes two records one substance (InChIKey skeleton); `null`: a substance of its own. */
  readonly compound: string | null;
}

/** One line of "why this rank". */
export interface AliquotTerm {
  readonly id: AliquotTermId;
  /** 0 for equal spectra, negative for what speaks against; `null` where it cannot be told. */
  readonly value: number | null;
  /** In natural logarithms of odds between candidates of one query; the sum ranks. */
  readonly contribution: number;
}

export interface AliquotCandidate {
  readonly key: number;
  readonly compound: string | null;
  /** 1 for the best. */
  readonly rank: number;
  /** 999 · exp(sum / 16): 999 for equal spectra. For reading; ranking uses `sum`. */
  readonly score: number;
  /** Sum of the contributions. */
  readonly sum: number;
  readonly terms: readonly AliquotTerm[];
}

export interface AliquotRanking {
  /** All of the pool, best first; equal sums by the lower key. */
  readonly candidates: readonly AliquotCandidate[];
  /** Keys of the best record of each compound that is not told apart from the first, the first itself included. */
  readonly group: readonly number[];
  /** Those of the group, and of each compound of the pool whose spectrum is a double of the first's: what `groupProbability` speaks of, as far as the library holds it. */
  readonly alike: readonly number[];
  /** Calibrated probability that the first candidate's compound is the right one; 0 for an empty list. */
  readonly probability: number;
  /**
   * Calibrated probability that the right compound is in the group, or is one (in the library or not) whose spectrum is a double of the
   * first candidate's; 0 for an empty list. Says nothing of which of them it is.
   */
  readonly groupProbability: number;
  /** Calibrated probability that no compound of the library is the right one; 1 for an empty list. */
  readonly noneOfThese: number;
}

const SCORE_SCALE = 16;

const NOTHING_RANKED: AliquotRanking = { candidates: [], group: [], alike: [], probability: 0, groupProbability: 0, noneOfThese: 1 };

/**
 * Ranks a pool of library records (at most some hundreds, from `aliquotPool`) by the sum of its terms. Deterministic, and independent
 * of the pool's order. A query without usable peaks ranks nothing.
 *
 * Source and validation: docs/methods/aliquot-score.md, probability.md, not-in-the-library.md.
 */
export function rankByAliquot(
  query: PeakArrays,
  pool: readonly AliquotPoolEntry[],
  statistics: LibraryStatistics,
  model: AliquotModel = ALIQUOT_MODEL,
): AliquotRanking {
  const spectrum = prepareNominal(query);
  if (spectrum.mz.length === 0 || pool.length === 0) return NOTHING_RANKED;
  const prepared = prepareQuery(spectrum, statistics);
  const aligned = new AlignedPeaks();
  const weighed = pool.map((entry) => {
    const library = { peaks: prepareNominal(entry.peaks), nominalMass: entry.nominalMass, formula: entry.formula };
    const values = pairEvidence(prepared, library, aligned);
    return { entry, values, peaks: library.peaks, sum: sumOf(values, model) };
  });
  weighed.sort((a, b) => b.sum - a.sum || a.entry.key - b.entry.key);
  const compounds = bestOfEach(weighed, ({ entry }) => entry.compound ?? `record ${entry.key}`);
  const evidence = compounds.map(
    ({ entry: { nominalMass }, values, peaks, sum }): CompoundEvidence => ({ sum, values, peaks, nominalMass }),
  );
  const features = certaintyFeatures(evidence, spectrum);
  const first = evidence[0]!.sum;
  return {
    candidates: weighed.map(({ entry, values, sum }, i) => ({
      key: entry.key,
      compound: entry.compound,
      rank: i + 1,
      score: Math.round(999 * Math.exp(sum / SCORE_SCALE)),
      sum,
      terms: termsOf(values, model),
    })),
    group: compounds.filter(({ sum }) => sum >= first - model.groupWithin).map(({ entry }) => entry.key),
    alike: compounds
      .filter(
        ({ sum, peaks }, i) =>
          i === 0 || sum >= first - model.groupWithin || identityMatchFactor(compounds[0]!.peaks, peaks) >= DOUBLE_FROM,
      )
      .map(({ entry }) => entry.key),
    probability: logistic(model.probability, features),
    groupProbability: logistic(model.groupProbability, features),
    noneOfThese: logistic(model.noneOfThese, absenceFeatures(evidence, spectrum, features)),
  };
}

/** The sum that ranks, from the values of `pairEvidence`. */
export function sumOf(values: Float64Array, model: AliquotModel): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const { weight, neutral } = model.terms[i]!;
    sum += weight * (Number.isNaN(values[i]!) ? neutral : values[i]!);
  }
  return sum;
}

/** Of items best first, the first of each compound. */
export function bestOfEach<T>(items: readonly T[], compoundOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const compound = compoundOf(item);
    if (seen.has(compound)) return false;
    seen.add(compound);
    return true;
  });
}

function termsOf(values: Float64Array, model: AliquotModel): readonly AliquotTerm[] {
  return ALIQUOT_TERMS.map((id, i) => {
    const { weight, neutral } = model.terms[i]!;
    const value = values[i]!;
    return Number.isNaN(value) ? { id, value: null, contribution: weight * neutral } : { id, value, contribution: weight * value };
  });
}
