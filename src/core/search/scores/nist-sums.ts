import type { NominalSpectrum } from './nominal-spectrum';

/** Limits of a comparison. The defaults are those of the stored scores of version 1. */
export interface NistRange {
  /** First m/z compared; `undefined` is the larger of the two spectra's first m/z. */
  readonly mzMin?: number;
  /** Last m/z compared; `undefined` is no limit. */
  readonly mzMax?: number;
  /** An m/z where neither spectrum reaches this intensity (base peak 999) is passed over. @default 2 */
  readonly minAbundance?: number;
}

/** What one pass over a query U and a library spectrum L yields: the sums from which every match factor is made. */
export interface NistSums {
  /** Σ m·√(U·L), Σ m·U, Σ m·L, and Σ m·U over matched peaks only. */
  readonly massProduct: number;
  readonly massQuery: number;
  readonly massLibrary: number;
  readonly massQueryMatched: number;
  /** The same without m. */
  readonly product: number;
  readonly query: number;
  readonly library: number;
  readonly queryMatched: number;
  /** Σ m·min(r, 1/r) and Σ m over the ratios of neighbouring matched peaks, and how many ratios there are. */
  readonly ratioSum: number;
  readonly ratioMass: number;
  readonly ratios: number;
  /** How many peaks match, and how many each spectrum has within the range. */
  readonly matched: number;
  readonly queryPeaks: number;
  readonly libraryPeaks: number;
}

/**
 * One merge pass over two prepared spectra. An m/z counts when either spectrum reaches `minAbundance` there; peaks on it match
 * when both have one. A ratio of neighbours is taken between consecutive matched peaks with no unmatched peak of either
 * spectrum between them; r = √[(U_i / U_{i−1}) · (L_{i−1} / L_i)].
 *
 * Source: Stein & Scott 1994; the treatment of range and weak peaks derived from stored output of the NIST engine
 * (docs/methods/identity-match-factor.md).
 */
export function nistSums(query: NominalSpectrum, library: NominalSpectrum, range: NistRange = {}): NistSums {
  const queryMz = query.mz;
  const libraryMz = library.mz;
  const queryLength = queryMz.length;
  const libraryLength = libraryMz.length;
  const from = range.mzMin ?? Math.max(queryMz[0] ?? 0, libraryMz[0] ?? 0);
  const to = range.mzMax ?? Number.POSITIVE_INFINITY;
  const minAbundance = range.minAbundance ?? 2;

  let massProduct = 0;
  let massQuery = 0;
  let massLibrary = 0;
  let massQueryMatched = 0;
  let product = 0;
  let queryTotal = 0;
  let libraryTotal = 0;
  let queryMatched = 0;
  let ratioSum = 0;
  let ratioMass = 0;
  let ratios = 0;
  let matched = 0;
  let queryPeaks = 0;
  let libraryPeaks = 0;
  // U/L at the matched peak before this one; 0 after an unmatched peak.
  let previousQuotient = 0;

  let i = 0;
  let j = 0;
  while (i < queryLength || j < libraryLength) {
    const mq = i < queryLength ? (queryMz[i] as number) : Number.POSITIVE_INFINITY;
    const ml = j < libraryLength ? (libraryMz[j] as number) : Number.POSITIVE_INFINITY;
    const m = mq < ml ? mq : ml;
    const u = mq === m ? (query.intensity[i++] as number) : 0;
    const l = ml === m ? (library.intensity[j++] as number) : 0;
    if (m < from) continue;
    if (m > to) break;
    if (u < minAbundance && l < minAbundance) continue;
    if (u > 0) {
      queryPeaks++;
      queryTotal += u;
      massQuery += m * u;
    }
    if (l > 0) {
      libraryPeaks++;
      libraryTotal += l;
      massLibrary += m * l;
    }
    if (u === 0 || l === 0) {
      previousQuotient = 0;
      continue;
    }
    const root = Math.sqrt(u * l);
    matched++;
    product += root;
    massProduct += m * root;
    queryMatched += u;
    massQueryMatched += m * u;
    const quotient = u / l;
    if (previousQuotient > 0) {
      const r = Math.sqrt(quotient / previousQuotient);
      ratioSum += m * (r < 1 ? r : 1 / r);
      ratioMass += m;
      ratios++;
    }
    previousQuotient = quotient;
  }
  return {
    massProduct,
    massQuery,
    massLibrary,
    massQueryMatched,
    product,
    query: queryTotal,
    library: libraryTotal,
    queryMatched,
    ratioSum,
    ratioMass,
    ratios,
    matched,
    queryPeaks,
    libraryPeaks,
  };
}
