import { simpleOf } from '../scores/match-factors';
import { nistSums } from '../scores/nist-sums';
import { NOMINAL_MZ_MAX, type NominalSpectrum } from '../scores/nominal-spectrum';
import type { AnalogueScore } from './hybrid-score';

/**
 * Neutral-loss similarity of two prepared spectra: the simple similarity of their losses M − m. Losses larger than either spectrum
 * could show (M less its first m/z) are left out; peaks above M (isotopes) count as negative losses. ΔM in Da, whole: comparing
 * losses is comparing the query with the library spectrum moved by ΔM. docs/methods/hybrid-search.md.
 */
export function neutralLossScore(query: NominalSpectrum, library: NominalSpectrum, deltaMass: number): AnalogueScore {
  const sums = nistSums(query, moved(library, deltaMass), { mzMin: Math.max(query.mz[0] ?? 0, (library.mz[0] ?? 0) + deltaMass) });
  const forward = simpleOf(sums);
  if (sums.matched === 0) return { forward: 0, reverse: 0 };
  return { forward, reverse: (1000 * sums.product * sums.product) / (sums.queryMatched * sums.library) - 0.5 };
}

function moved(spectrum: NominalSpectrum, deltaMass: number): NominalSpectrum {
  if (deltaMass === 0) return spectrum;
  const kept = Array.from(spectrum.mz, (m, i) => [m + deltaMass, spectrum.intensity[i]!] as const).filter(
    ([m]) => m >= 1 && m <= NOMINAL_MZ_MAX,
  );
  return { mz: Uint16Array.from(kept, ([m]) => m), intensity: Uint16Array.from(kept, ([, intensity]) => intensity) };
}
