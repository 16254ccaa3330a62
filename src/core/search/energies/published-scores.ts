import { nearestPeak, type SortedPeaks } from './energy-spectra';

/** What one energy says about one substance, as the Inverted Library Search Algorithm defines it. */
export interface EnergyScores {
  /** Fraction of peak intensity explained: intensity of the reference's peaks that the query has, of all of its peaks, 0 to 1. */
  readonly explained: number;
  /** Reverse match factor: cosine over the reference's peaks, query peaks nearest within the tolerance, 0 to 1. */
  readonly reverse: number;
  /** Standard deviation of the mass differences of matched peaks, Da; the difference itself for one; 0.99 for none. */
  readonly massBias: number;
  readonly matched: number;
  readonly peaks: number;
  /** Whether the query has the protonated molecule. */
  readonly protonated: boolean;
}

/**
 * Scores of A. S. Moorthy, E. Sisco, J. Am. Soc. Mass Spectrom. 32 (2021) 1725–1734, as their prototype computes them (github.com/asm3-nist/DART-MS-DST, 2021):
 * reference peaks above the protonated molecule are left out, intensities are relative to the base peak.
 */
export function energyScores(reference: SortedPeaks, query: SortedPeaks, protonatedMz: number, tolerance: number): EnergyScores {
  const differences: number[] = [];
  let [all, found, product, ofReference, ofQuery, peaks] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < reference.mz.length && reference.mz[i]! <= protonatedMz + tolerance; i++) {
    const height = reference.intensity[i]!;
    const match = nearestPeak(query.mz, reference.mz[i]!, tolerance);
    peaks++;
    all += height;
    ofReference += height * height;
    if (match < 0) continue;
    found += height;
    product += height * query.intensity[match]!;
    ofQuery += query.intensity[match]! ** 2;
    differences.push(Math.abs(query.mz[match]! - reference.mz[i]!));
  }
  const norm = Math.sqrt(ofReference * ofQuery);
  return {
    explained: all > 0 ? found / all : 0,
    reverse: norm > 0 ? product / norm : 0,
    massBias: biasOf(differences),
    matched: differences.length,
    peaks,
    protonated: nearestPeak(query.mz, protonatedMz, tolerance) >= 0,
  };
}

function biasOf(differences: readonly number[]): number {
  if (differences.length === 0) return 0.99;
  if (differences.length === 1) return differences[0]!;
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  return Math.sqrt(differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (differences.length - 1));
}

/** The published indices: (1 − |Δm/z of the target|, at least 0) · mean over the energies · (1 − mean mass bias). */
export function publishedIndex(
  targetDifference: number,
  scores: readonly EnergyScores[],
): { readonly explained: number; readonly reverse: number } {
  const mean = (of: (scores: EnergyScores) => number): number => scores.reduce((sum, one) => sum + of(one), 0) / scores.length;
  const factor = Math.max(0, 1 - Math.abs(targetDifference)) * (1 - mean((one) => one.massBias));
  return { explained: factor * mean((one) => one.explained), reverse: factor * mean((one) => one.reverse) };
}
