import { intersection, pointsOf, type Segments, segmentsOf } from './segments';

/** Sums over the points that two traces on one grid have in common. */
interface PairSums {
  readonly points: number;
  readonly queryMean: number;
  readonly libraryMean: number;
  /** Σ(q − q̄)(l − l̄), Σ(q − q̄)², Σ(l − l̄)². */
  readonly product: number;
  readonly querySquares: number;
  readonly librarySquares: number;
}

/**
 * Pearson's r over the places where both have a value (NaN is none). NaN when either is level there or nothing is in common: no number stands
 * for "cannot be compared".
 */
export function correlation(query: Float64Array, library: Float64Array): number {
  const sums = pairSums(query, library, intersection(segmentsOf(query), segmentsOf(library)));
  return sums.product / Math.sqrt(sums.querySquares * sums.librarySquares);
}

/** Pearson's r of the differences of neighbouring points; none across a gap. */
export function derivativeCorrelation(query: Float64Array, library: Float64Array): number {
  const common = intersection(segmentsOf(query), segmentsOf(library));
  return correlation(differences(query, common), differences(library, common));
}

/** Σq·l / √(Σq²·Σl²), nothing taken off; NaN when either is all zero. */
export function traceCosine(query: Float64Array, library: Float64Array): number {
  const { points, queryMean, libraryMean, product, querySquares, librarySquares } = pairSums(
    query,
    library,
    intersection(segmentsOf(query), segmentsOf(library)),
  );
  const squares = (querySquares + points * queryMean ** 2) * (librarySquares + points * libraryMean ** 2);
  return (product + points * queryMean * libraryMean) / Math.sqrt(squares);
}

/** Distance of the two vectors brought to length 1, 0 to 2. */
export function euclideanOf(cosine: number): number {
  return Math.SQRT2 * Math.sqrt(Math.max(0, 1 - cosine));
}

/** Angle between the two vectors, radians. */
export function angleOf(cosine: number): number {
  return Math.acos(Math.min(1, Math.max(-1, cosine)));
}

/** d_i = y_i − y_{i−1} inside each segment, at the place of the later point; NaN elsewhere. */
function differences(y: Float64Array, segments: Segments): Float64Array {
  const d = new Float64Array(y.length).fill(Number.NaN);
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]! + 1; i < segments[s + 1]!; i++) d[i] = y[i]! - y[i - 1]!;
  }
  return d;
}

function pairSums(query: Float64Array, library: Float64Array, common: Segments): PairSums {
  const points = pointsOf(common);
  let querySum = 0;
  let librarySum = 0;
  forEachPoint(common, (i) => {
    querySum += query[i]!;
    librarySum += library[i]!;
  });
  const queryMean = querySum / points;
  const libraryMean = librarySum / points;
  let product = 0;
  let querySquares = 0;
  let librarySquares = 0;
  forEachPoint(common, (i) => {
    const q = query[i]! - queryMean;
    const l = library[i]! - libraryMean;
    product += q * l;
    querySquares += q * q;
    librarySquares += l * l;
  });
  return { points, queryMean, libraryMean, product, querySquares, librarySquares };
}

function forEachPoint(segments: Segments, visit: (point: number) => void): void {
  for (let s = 0; s < segments.length; s += 2) for (let i = segments[s]!; i < segments[s + 1]!; i++) visit(i);
}
