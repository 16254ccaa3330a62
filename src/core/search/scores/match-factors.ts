import type { NistRange, NistSums } from './nist-sums';
import { nistSums } from './nist-sums';
import type { NominalSpectrum } from './nominal-spectrum';

/**
 * Identity match factor (forward), −0.5 to 999.5; 0 when no peak matches. Takes prepared spectra (`prepareNominal`).
 * MF = 1000·(a·T1 + b·T2)/(a + b) − 0.5, weights w = √(m·I). Source: Stein & Scott 1994; docs/methods/identity-match-factor.md.
 */
export function identityMatchFactor(query: NominalSpectrum, library: NominalSpectrum, range?: NistRange): number {
  return identityOf(nistSums(query, library, range));
}

/**
 * Reverse match factor: as the identity match factor (or the simple one with `simple: true`), but query peaks that the library
 * spectrum does not have add nothing to the sums. They still break a run of ratios. docs/methods/reverse-match-factor.md.
 */
export function reverseMatchFactor(
  query: NominalSpectrum,
  library: NominalSpectrum,
  options: NistRange & { readonly simple?: boolean } = {},
): number {
  const sums = nistSums(query, library, options);
  return options.simple ? simpleReverseOf(sums) : reverseOf(sums);
}

/** Simple similarity match factor: 1000·T1 − 0.5 with w = √I; 0 when no peak matches. docs/methods/simple-similarity.md. */
export function simpleMatchFactor(query: NominalSpectrum, library: NominalSpectrum, range?: NistRange): number {
  return simpleOf(nistSums(query, library, range));
}

/** Identity match factor from the sums of one pass. */
export function identityOf(sums: NistSums): number {
  return composite(sums, squaredCosine(sums.massProduct, sums.massQuery, sums.massLibrary));
}

/** Reverse (identity) match factor from the sums of one pass. */
export function reverseOf(sums: NistSums): number {
  return composite(sums, squaredCosine(sums.massProduct, sums.massQueryMatched, sums.massLibrary));
}

/** Simple similarity from the sums of one pass. */
export function simpleOf(sums: NistSums): number {
  return sums.matched === 0 ? 0 : 1000 * squaredCosine(sums.product, sums.query, sums.library) - 0.5;
}

function simpleReverseOf(sums: NistSums): number {
  return sums.matched === 0 ? 0 : 1000 * squaredCosine(sums.product, sums.queryMatched, sums.library) - 0.5;
}

function composite(sums: NistSums, cosineTerm: number): number {
  if (sums.matched === 0) return 0;
  if (sums.ratios === 0) return 1000 * cosineTerm - 0.5;
  const ratioTerm = sums.ratioSum / sums.ratioMass;
  return (1000 * (sums.matched * cosineTerm + sums.ratios * ratioTerm)) / (sums.matched + sums.ratios) - 0.5;
}

function squaredCosine(product: number, normQuery: number, normLibrary: number): number {
  return product === 0 ? 0 : (product * product) / (normQuery * normLibrary);
}
