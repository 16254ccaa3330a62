import type { NominalSpectrum } from '../scores/nominal-spectrum';
import type { EiBlock } from './ei-block';
import { INTENSITY_BITS, INTENSITY_MASK } from './packed-peaks';
import type { QueryPlan } from './query-plan';

/** √0 … √999. */
const ROOTS: Float64Array = Float64Array.from({ length: 1024 }, (_, intensity) => Math.sqrt(intensity));

/** A query laid out by m/z, so that a library spectrum is compared in one walk over its own peaks. */
export interface DenseQuery {
  readonly first: number;
  readonly intensity: Uint16Array;
  readonly root: Float64Array;
  /** m²·√U (cosine). */
  readonly squareRoot: Float64Array;
  /** 0 no peak, 1 a peak of intensity 1, 2 a stronger one. */
  readonly kind: Uint8Array;
  /** m·√U. */
  readonly weighted: Float64Array;
  /** How many query peaks of at least 2 lie below this m/z, and how many up to it. */
  readonly strongBelow: Uint16Array;
  readonly strongUpTo: Uint16Array;
  /** Working memory: the matched peaks of one spectrum, and how many strong peaks of its own it has before each. */
  readonly matchedMz: Uint16Array;
  readonly matchedIntensity: Uint16Array;
  readonly breaksBefore: Uint16Array;
  /** Σ m·U (or U for the simple score) over query peaks of at least 2 from this m/z on. */
  readonly normFrom: Float64Array;
  /** √ of Σ m²·U. */
  readonly norm: number;
}

export function denseQuery(query: NominalSpectrum, { score, normFrom, norm }: QueryPlan): DenseQuery {
  const size = (query.mz.at(-1) ?? 0) + 1;
  // The cosine needs one of these alone.
  const composite = score === 'ei-identity' || score === 'ei-reverse' ? size : 0;
  const simple = score === 'ei-cosine-mz-sqrt' ? 0 : size;
  const intensity = new Uint16Array(simple);
  const root = new Float64Array(simple);
  const squareRoot = new Float64Array(size);
  const kind = new Uint8Array(composite);
  const weighted = new Float64Array(composite);
  const strongBelow = new Uint16Array(composite);
  const strongUpTo = new Uint16Array(composite);
  for (let i = 0; i < query.mz.length; i++) {
    const m = query.mz[i]!;
    const u = query.intensity[i]!;
    squareRoot[m] = m * m * ROOTS[u]!;
    if (simple === 0) continue;
    intensity[m] = u;
    root[m] = ROOTS[u]!;
    if (composite === 0) continue;
    weighted[m] = m * ROOTS[u]!;
    kind[m] = u < 2 ? 1 : 2;
  }
  for (let m = 0, strong = 0; m < composite; m++) {
    strongBelow[m] = strong;
    strong += kind[m]! >> 1;
    strongUpTo[m] = strong;
  }
  return {
    first: query.mz[0] ?? 0,
    intensity,
    root,
    squareRoot,
    kind,
    weighted,
    strongBelow,
    strongUpTo,
    matchedMz: new Uint16Array(composite + 1),
    matchedIntensity: new Uint16Array(composite + 1),
    breaksBefore: new Uint16Array(composite + 1),
    normFrom,
    norm,
  };
}

/**
 * Estimates of one spectrum's score: by the same rules as the exact functions but in one walk and with products of roots instead of roots of
 * products. Within 1e-6 of the exact value, several times faster, and used only to rule records out. Where the score is found to be below
 * `least` before it is known, any number below `least` is given.
 */
export type Estimate = (query: DenseQuery, block: EiBlock, slot: number, least: number) => number;

/** 1000 times the cosine. */
export function cosineEstimate(query: DenseQuery, block: EiBlock, slot: number): number {
  const { tokens } = block;
  const { squareRoot, norm } = query;
  const end = block.starts[slot + 1]!;
  const size = squareRoot.length;
  let product = 0;
  let m = 0;
  for (let at = block.starts[slot]!; at < end; at++) {
    const token = tokens[at]!;
    m += token >> INTENSITY_BITS;
    if (m >= size) break;
    product += squareRoot[m]! * ROOTS[token & INTENSITY_MASK]!;
  }
  return product === 0 ? 0 : (1000 * product) / (norm * Math.sqrt(block.squareNorm[slot]!));
}

/** Simple similarity. */
export function simpleEstimate(query: DenseQuery, block: EiBlock, slot: number): number {
  const { tokens } = block;
  const { intensity, root } = query;
  const end = block.starts[slot + 1]!;
  const from = Math.max(query.first, block.firstMz[slot]!);
  const size = root.length;
  let ofLibrary = block.plainNorm[slot]!;
  let ofQuery = query.normFrom[from] ?? 0;
  let product = 0;
  let m = 0;
  for (let at = block.starts[slot]!; at < end; at++) {
    const token = tokens[at]!;
    m += token >> INTENSITY_BITS;
    if (m >= size) break;
    const l = token & INTENSITY_MASK;
    if (m < from) {
      if (l >= 2) ofLibrary -= l;
      continue;
    }
    const u = intensity[m]!;
    if (u === 0 || l === 0 || (u < 2 && l < 2)) continue;
    product += root[m]! * ROOTS[l]!;
    if (u < 2) ofQuery += u;
    if (l < 2) ofLibrary += l;
  }
  return product === 0 ? 0 : (1000 * product * product) / (ofQuery * ofLibrary) - 0.5;
}

/** The identity match factor. */
export const identityEstimate: Estimate = (query, block, slot, least) => compositeEstimate(query, block, slot, least, false);

/** The reverse match factor. */
export const reverseEstimate: Estimate = (query, block, slot, least) => compositeEstimate(query, block, slot, least, true);

/** Branches that depend on the data cost more here than the arithmetic: conditions are made numbers where they can be. */
function compositeEstimate(query: DenseQuery, block: EiBlock, slot: number, least: number, reverse: boolean): number {
  const { root, intensity, weighted, matchedMz, matchedIntensity, breaksBefore, strongBelow, strongUpTo } = query;
  const from = Math.max(query.first, block.firstMz[slot]!);
  const matched = matchPeaks(query, block, slot, from);
  if (matched === 0) return 0;
  let ofLibrary = block.massNorm[slot]! - normBelow(block, slot, from);
  let ofMatched = 0;
  let weakMatched = 0;
  let product = 0;
  let ratios = 0;
  let ratioMass = 0;
  let breaks = -1;
  let strong = -1;
  for (let i = 0; i < matched; i++) {
    const m = matchedMz[i]!;
    const l = matchedIntensity[i]!;
    const u = intensity[m]!;
    product += weighted[m]! * ROOTS[l]!;
    ofMatched += m * u;
    if (u < 2) weakMatched += m * u;
    if (l < 2) ofLibrary += m * l;
    // A ratio: no strong peak of either spectrum between this matched peak and the one before.
    const apart = (breaksBefore[i]! - breaks) | (strongBelow[m]! - strong);
    const ratio = apart === 0 ? 1 : 0;
    ratios += ratio;
    ratioMass += ratio * m;
    breaks = breaksBefore[i]!;
    strong = strongUpTo[m]!;
  }
  const t1 = (product * product) / ((reverse ? ofMatched : weakMatched + (query.normFrom[from] ?? 0)) * ofLibrary);
  if (ratios === 0) return 1000 * t1 - 0.5;
  const highest = (1000 * (matched * t1 + ratios)) / (matched + ratios) - 0.5;
  if (highest < least) return highest;
  // From the heavy end: as soon as the ratios so far have lost more than T2 may lose, the rest need not be known.
  const leastRatio = ((least + 0.5) * (matched + ratios)) / 1000 - matched * t1;
  const mayLose = ratioMass * (1 - leastRatio / ratios) + 1e-6 * ratioMass;
  let lost = 0;
  for (let i = matched - 1; i > 0; i--) {
    const m = matchedMz[i]!;
    const before = matchedMz[i - 1]!;
    if (breaksBefore[i] !== breaksBefore[i - 1] || strongBelow[m] !== strongUpTo[before]) continue;
    const a = root[m]! * ROOTS[matchedIntensity[i - 1]!]!;
    const b = root[before]! * ROOTS[matchedIntensity[i]!]!;
    lost += m * (1 - Math.min(a, b) / Math.max(a, b));
    if (lost > mayLose) return Number.NEGATIVE_INFINITY;
  }
  return (1000 * (matched * t1 + (ratios * (ratioMass - lost)) / ratioMass)) / (matched + ratios) - 0.5;
}

/** Writes the matched peaks from m/z `from` on to the query's working memory; returns how many there are. */
function matchPeaks(query: DenseQuery, block: EiBlock, slot: number, from: number): number {
  const { tokens } = block;
  const { kind, matchedMz, matchedIntensity, breaksBefore } = query;
  const end = block.starts[slot + 1]!;
  const size = kind.length;
  let matched = 0;
  let breaks = 0;
  let m = 0;
  for (let at = block.starts[slot]!; at < end; at++) {
    const token = tokens[at]!;
    m += token >> INTENSITY_BITS;
    if (m >= size) break;
    const l = token & INTENSITY_MASK;
    const ofLibrary = m < from ? 0 : Math.min(l, 2);
    const ofQuery = kind[m]!;
    matchedMz[matched] = m;
    matchedIntensity[matched] = l;
    breaksBefore[matched] = breaks;
    // Both have a peak, and one of the two is strong.
    matched += (ofQuery * ofLibrary + 2) >> 2;
    breaks += (ofLibrary >> 1) & ((2 - ofQuery) >> 1);
  }
  return matched;
}

/** Σ m·L over the peaks of at least 2 below an m/z. */
function normBelow(block: EiBlock, slot: number, from: number): number {
  if (block.firstMz[slot]! >= from) return 0;
  const { tokens } = block;
  const end = block.starts[slot + 1]!;
  let sum = 0;
  let m = 0;
  for (let at = block.starts[slot]!; at < end; at++) {
    const token = tokens[at]!;
    m += token >> INTENSITY_BITS;
    if (m >= from) break;
    const l = token & INTENSITY_MASK;
    if (l >= 2) sum += m * l;
  }
  return sum;
}
