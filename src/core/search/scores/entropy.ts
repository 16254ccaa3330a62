import { entropyShares, entropyTerm } from '../tandem/spectral-entropy';
import type { PeakArrays } from './nominal-spectrum';

/**
 * Entropy similarity of two spectra whose peaks match when their m/z are equal (nominal mass), 0 to 1; weighted by the entropy of each, or not.
 * Both m/z arrays strictly ascending. 0 when either is empty or nothing matches. Source: Li et al., Nat. Methods 18 (2021) 1524;
 * docs/methods/ei-entropy.md.
 */
export function entropySimilarity(query: PeakArrays, library: PeakArrays, weighted = true): number {
  const ofQuery = entropyShares(query.intensity, weighted);
  const ofLibrary = entropyShares(library.intensity, weighted);
  let sum = 0;
  let j = 0;
  for (let i = 0; i < query.mz.length; i++) {
    const m = query.mz[i]!;
    while (j < library.mz.length && library.mz[j]! < m) j++;
    if (j < library.mz.length && library.mz[j] === m) sum += entropyTerm(ofQuery[i]!, ofLibrary[j]!);
  }
  return Math.min(1, sum);
}
