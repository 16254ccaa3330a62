import { reverseOf } from '../scores/match-factors';
import { nistSums } from '../scores/nist-sums';
import type { NominalSpectrum } from '../scores/nominal-spectrum';
import { AlignedPeaks, queryThreshold } from './aligned-peaks';
import type { LibraryStatistics } from './library-statistics';
import { highestIon, intensityAt, isotopesOf, shareAbove } from './molecule-terms';
import { heavyIonCosine, nearness, orderAgreement, tiltedCosine } from './similarity-terms';

/**
 * The evidence the Aliquot score adds up. Each term is 0 where query and library spectrum are equal and negative for what speaks
 * against the candidate. Stored with results: never rename, add a new one instead. docs/methods/aliquot-score.md defines each.
 */
export const ALIQUOT_TERMS = [
  'tilted-cosine',
  'heavy-ions',
  'order',
  'reverse',
  'missing-peaks',
  'extra-peaks',
  'rare-losses',
  'base-peak',
  'molecular-mass',
  'molecular-ion',
  'above-molecule',
  'isotopes',
] as const;
export type AliquotTermId = (typeof ALIQUOT_TERMS)[number];

/** A library spectrum as the score needs it. */
export interface AliquotEntry {
  readonly peaks: NominalSpectrum;
  readonly nominalMass: number | null;
  readonly formula: string | null;
}

/** What is the same for a query against every entry. */
export interface PreparedQuery {
  readonly spectrum: NominalSpectrum;
  readonly threshold: number;
  readonly statistics: LibraryStatistics;
  /** The highest m/z with at least 2 % and twice the threshold, 0 for none. */
  readonly highest: number;
}

export function prepareQuery(spectrum: NominalSpectrum, statistics: LibraryStatistics): PreparedQuery {
  const threshold = queryThreshold(spectrum);
  return { spectrum, threshold, statistics, highest: highestIon(spectrum, Math.max(20, 2 * threshold)) };
}

/** More than this share of ions above the molecular mass says no more. */
const ABOVE_CAP = 0.15;

/** The values of all terms in the order of `ALIQUOT_TERMS`, NaN for what cannot be told. */
export function pairEvidence(query: PreparedQuery, entry: AliquotEntry, aligned: AlignedPeaks = new AlignedPeaks()): Float64Array {
  const { spectrum } = query;
  const library = entry.peaks;
  aligned.align(spectrum, query.threshold, library);
  const sums = nistSums(spectrum, library);
  const shares = peakShares(query, aligned, entry.nominalMass);
  const molecule = moleculeTerms(query, entry);
  return Float64Array.of(
    nearness(tiltedCosine(aligned)),
    nearness(heavyIonCosine(aligned)),
    orderAgreement(aligned) - 1,
    reverseOf(sums) / 1000 - 1,
    -shares.missing,
    -shares.extra,
    shares.rareLosses - 1,
    basePeak(aligned.query, aligned) === basePeak(aligned.library, aligned) ? 0 : -1,
    ...molecule,
  );
}

function moleculeTerms(query: PreparedQuery, entry: AliquotEntry): readonly number[] {
  const mass = entry.nominalMass;
  if (mass === null) return [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  const { spectrum, threshold } = query;
  const isotopes = entry.formula === null ? null : isotopesOf(entry.formula);
  const ofQuery = intensityAt(spectrum, mass);
  const ofLibrary = intensityAt(entry.peaks, mass);
  const missing = ofQuery === 0 && ofLibrary > 2 * threshold;
  return [
    query.highest === 0 ? Number.NaN : -Math.min(1, Math.abs(mass - query.highest) / 100),
    missing ? -Math.sqrt(ofLibrary / 999) : 0,
    -Math.min(ABOVE_CAP, shareAbove(spectrum, mass + (isotopes?.span ?? 2))),
    isotopes === null ? Number.NaN : isotopeTerm(query, mass, ofQuery, isotopes.second),
  ];
}

/** How far the query's (M+2)/M is from the formula's, as −|ln ratio| down to −2, where the molecular ion reaches 2 %. */
function isotopeTerm(query: PreparedQuery, mass: number, molecularIon: number, expected: number): number {
  if (molecularIon < 20) return Number.NaN;
  const slack = Math.max(query.threshold, 5);
  const ratio = (intensityAt(query.spectrum, mass + 2) + slack) / (expected * molecularIon + slack);
  return -Math.min(2, Math.abs(Math.log(ratio)));
}

interface PeakShares {
  readonly missing: number;
  readonly extra: number;
  readonly rareLosses: number;
}

/** Shares of m·√I that one has and the other lacks; share of the query's √I that the entry has, weighted by the rarity of the loss. */
function peakShares(query: PreparedQuery, peaks: AlignedPeaks, mass: number | null): PeakShares {
  const { statistics } = query;
  let ofQuery = 0;
  let ofLibrary = 0;
  let missing = 0;
  let extra = 0;
  let lossesShared = 0;
  let losses = 0;
  for (let i = 0; i < peaks.length; i++) {
    const m = peaks.mz[i]!;
    const u = peaks.queryRoot[i]!;
    const v = peaks.libraryRoot[i]!;
    ofQuery += m * u;
    ofLibrary += m * v;
    if (u === 0) missing += m * v;
    if (v === 0) extra += m * u;
    const shared = u < v ? u : v;
    if (mass === null || m > mass) continue;
    const lossRarity = statistics.lossRarity(mass - m);
    losses += lossRarity * u;
    lossesShared += lossRarity * shared;
  }
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  return {
    missing: share(missing, ofLibrary),
    extra: share(extra, ofQuery),
    rareLosses: losses > 0 ? lossesShared / losses : Number.NaN,
  };
}

function basePeak(intensity: Float64Array, peaks: AlignedPeaks): number {
  let at = -1;
  let base = 0;
  for (let i = 0; i < peaks.length; i++) {
    if (intensity[i]! <= base) continue;
    base = intensity[i]!;
    at = i;
  }
  return at;
}
