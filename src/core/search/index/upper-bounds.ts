import type { EiScoreId } from '../scores/descriptors';
import type { NominalSpectrum } from '../scores/nominal-spectrum';
import { BLOCK_SIZE, type EiBlock, ROOT_OF_BYTE } from './ei-block';

/** Added to a bound: covers the rounding of the double-precision sums (at most 65,535 terms: 2e-8 of a score of 1000). */
const SLACK = 1e-6;
/** Sums that are subtracted are first made larger by more than their rounding (7e-12). */
const INFLATION = 1 + 1e-9;

/** What the bounds of one query need, computed once. */
export interface QueryPlan {
  readonly score: EiScoreId;
  readonly query: NominalSpectrum;
  /** Factor by which a library root at the i-th query peak is multiplied. */
  readonly factors: Float64Array;
  /** Σ over query peaks at or above m/z m, of intensity at least 2, of m·U (or U for the simple score). */
  readonly normFrom: Float64Array;
  /** Σ m²·U over all query peaks (cosine). */
  readonly squareNorm: number;
}

export function planQuery(query: NominalSpectrum, score: EiScoreId): QueryPlan {
  const length = query.mz.length;
  const factors = new Float64Array(length);
  const highest = query.mz[length - 1] ?? 0;
  const normFrom = new Float64Array(highest + 2);
  let squareNorm = 0;
  for (let i = 0; i < length; i++) {
    const m = query.mz[i]!;
    const u = query.intensity[i]!;
    factors[i] = weightPower(score, m) * Math.sqrt(u);
    normFrom[m] = u < 2 ? 0 : score === 'ei-simple' ? u : m * u;
    squareNorm += m * m * u;
  }
  for (let m = highest; m >= 0; m--) normFrom[m]! += normFrom[m + 1]!;
  return { score, query, factors, normFrom, squareNorm };
}

function weightPower(score: EiScoreId, m: number): number {
  return score === 'ei-simple' ? 1 : score === 'ei-cosine-mz-sqrt' ? m * m : m;
}

/** Working memory of one search, used again for every block. */
export interface BoundScratch {
  readonly products: Float64Array;
  readonly queryMatched: Float64Array;
  readonly below: Float64Array;
}

export function boundScratch(): BoundScratch {
  return { products: new Float64Array(BLOCK_SIZE), queryMatched: new Float64Array(BLOCK_SIZE), below: new Float64Array(BLOCK_SIZE) };
}

/**
 * For every spectrum of a block a number that its exact score cannot exceed, written to `bounds` from `offset`; 0 where no peak
 * is shared. The proof is in docs/methods/ei-index.md.
 */
export function writeUpperBounds(plan: QueryPlan, block: EiBlock, scratch: BoundScratch, bounds: Float64Array, offset: number): void {
  const { products, queryMatched, below } = scratch;
  products.fill(0, 0, block.count);
  sumProducts(plan, block, products);
  if (plan.score === 'ei-cosine-mz-sqrt') {
    for (let s = 0; s < block.count; s++) {
      const product = products[s]!;
      bounds[offset + s] = product === 0 ? 0 : (1000 * product) / Math.sqrt(plan.squareNorm * block.squareNorm[s]!) + SLACK;
    }
    return;
  }
  below.fill(0, 0, block.count);
  sumBelowQuery(plan, block, below);
  if (plan.score === 'ei-reverse') {
    queryMatched.fill(0, 0, block.count);
    sumMatchedQuery(plan, block, queryMatched);
  }
  const norms = plan.score === 'ei-simple' ? block.plainNorm : block.massNorm;
  for (let s = 0; s < block.count; s++) {
    const product = products[s]!;
    if (product === 0) {
      bounds[offset + s] = 0;
      continue;
    }
    const ofQuery = plan.score === 'ei-reverse' ? queryMatched[s]! : (plan.normFrom[block.firstMz[s]!] ?? 0);
    const ofLibrary = norms[s]! - below[s]! * INFLATION;
    const t1 = ofQuery > 0 && ofLibrary > 0 ? Math.min(1, (product * product) / (ofQuery * ofLibrary)) : 1;
    const matched = Math.min(plan.query.mz.length, block.peakCount[s]!);
    // With T2 ≤ 1 and b ≤ a − 1 ratios, (a·T1 + b·T2)/(a + b) is largest at b = a − 1, and grows with a.
    const composite = plan.score === 'ei-simple' ? t1 : (matched * t1 + matched - 1) / (2 * matched - 1);
    bounds[offset + s] = 1000 * composite - 0.5 + SLACK;
  }
}

function sumProducts(plan: QueryPlan, block: EiBlock, products: Float64Array): void {
  const { postings, slots, roots } = block;
  const weighted = new Float64Array(256);
  for (let i = 0; i < plan.query.mz.length; i++) {
    const m = plan.query.mz[i]!;
    if (m + 1 >= postings.length) break;
    const factor = plan.factors[i]!;
    for (let byte = 0; byte < 256; byte++) weighted[byte] = factor * ROOT_OF_BYTE[byte]!;
    const end = postings[m + 1]!;
    for (let at = postings[m]!; at < end; at++) products[slots[at]!]! += weighted[roots[at]!]!;
  }
}

/** What of a library spectrum's norm lies below the query's first m/z (at least that much): it is outside the compared range. */
function sumBelowQuery(plan: QueryPlan, block: EiBlock, below: Float64Array): void {
  const { postings, slots, roots } = block;
  const first = Math.min(plan.query.mz[0] ?? 0, postings.length - 1);
  for (let m = 1; m < first; m++) {
    const weight = plan.score === 'ei-simple' ? 1 : m;
    const end = postings[m + 1]!;
    for (let at = postings[m]!; at < end; at++) {
      const root = ROOT_OF_BYTE[roots[at]!]!;
      below[slots[at]!]! += weight * root * root;
    }
  }
}

function sumMatchedQuery(plan: QueryPlan, block: EiBlock, queryMatched: Float64Array): void {
  const { postings, slots } = block;
  for (let i = 0; i < plan.query.mz.length; i++) {
    const m = plan.query.mz[i]!;
    const u = plan.query.intensity[i]!;
    if (m + 1 >= postings.length) break;
    if (u < 2) continue;
    const end = postings[m + 1]!;
    for (let at = postings[m]!; at < end; at++) queryMatched[slots[at]!]! += m * u;
  }
}
