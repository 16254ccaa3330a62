import { BASE_PEAK, type PeakArrays, prepareNominal } from '../scores/nominal-spectrum';

/** How often an ion stands at each nominal m/z in a library: `counts[m]` of `spectra`. */
export interface IonFrequencies {
  readonly spectra: number;
  readonly counts: Uint32Array;
}

/** Counts ions of at least `minimumPercent` of the base peak over a library. */
export class IonFrequencyCounter {
  readonly #minimum: number;
  readonly #counts = new Uint32Array(2001);
  #spectra = 0;

  constructor(minimumPercent = 1) {
    this.#minimum = (BASE_PEAK * minimumPercent) / 100;
  }

  add(spectrum: PeakArrays): void {
    const { mz, intensity } = prepareNominal(spectrum);
    if (mz.length === 0) return;
    this.#spectra++;
    for (let i = 0; i < mz.length; i++) if (mz[i]! < this.#counts.length && intensity[i]! >= this.#minimum) this.#counts[mz[i]!]! += 1;
  }

  frequencies(): IonFrequencies {
    return { spectra: this.#spectra, counts: this.#counts.slice() };
  }
}

/**
 * log₁₀ of the probability that a spectrum of the library at random has ions at exactly the m/z where this one has them (at least
 * `minimumPercent`) and none elsewhere from `from` to `to`: Π p over ions · Π (1 − p) over the rest, p = (count + 1)/(spectra + 2).
 * It takes ions to be independent, which they are not, and knows only this library: far too small a number for a report, good for
 * telling a spectrum of few common ions from one that says much.
 *
 * Source: the random-match probability of Bodnar Willard et al. 2017; docs/methods/replicate-tests.md.
 */
export function randomMatchLog10(
  spectrum: PeakArrays,
  frequencies: IonFrequencies,
  range: { readonly from: number; readonly to: number },
  minimumPercent = 1,
): number {
  const { mz, intensity } = prepareNominal(spectrum);
  const present = new Set(Array.from(mz).filter((_, i) => intensity[i]! >= (BASE_PEAK * minimumPercent) / 100));
  let sum = 0;
  for (let m = range.from; m <= range.to; m++) {
    const p = ((frequencies.counts[m] ?? 0) + 1) / (frequencies.spectra + 2);
    sum += Math.log10(present.has(m) ? p : 1 - p);
  }
  return sum;
}
