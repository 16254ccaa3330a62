import { type Coverage, overlapOf } from './coverages';
import type { TraceScoreId } from './descriptors';
import type { PreparedTrace } from './prepare-trace';
import { differenceWeights, plainWeights, type QueryWeights } from './query-weights';
import { type RowGroup, rankRows } from './rank-rows';
import { differenceRowSums, plainRowSums } from './row-sums';
import type { RowSumsCache } from './row-sums-cache';
import { hitsOf, keyAt, NotComparableList, overlapReason, type SearchScope, takesPart } from './search-scope';
import { type Segments, segmentsKey } from './segments';
import { BLOCK_ROWS } from './trace-block';
import type { TraceSearchResult } from './trace-index';

type RowScoreId = Exclude<TraceScoreId, 'trace-peaks' | 'trace-peaks-reverse'>;

const FLAT = { code: 'flat-in-common-range', params: {} } as const;

/** Ranks by a score that is one product of the query with each row: correlation, its derivative, and both forms of the cosine. */
export function searchRows(query: PreparedTrace, score: RowScoreId, scope: SearchScope, cache: RowSumsCache): TraceSearchResult {
  const overlaps = scope.coverages.map(({ segments }) => overlapOf(query.segments, segments));
  const notComparable = new NotComparableList(scope.named);
  const groups: RowGroup[] = [];
  let searched = 0;
  for (const [number, coverage] of scope.coverages.entries()) {
    const rows = takingPart(scope, coverage);
    searched += rows.length;
    const overlap = overlaps[number]!;
    const reason = overlapReason(scope.method, overlap);
    const weights = reason === undefined ? weightsOf(query, score, overlap.common) : undefined;
    if (weights === undefined) {
      for (const row of rows) notComparable.add(keyAt(scope, coverage.positions[row]!), reason ?? FLAT);
      continue;
    }
    const sums = rowSums(score, scope, cache, number, overlap.common);
    // Loops, since `filter` and `from` cost more than the search.
    const positions = new Int32Array(rows.length);
    const mean = new Float64Array(rows.length);
    const length = new Float64Array(rows.length);
    let count = 0;
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k]!;
      const position = coverage.positions[row]!;
      if (sums.length[row]! > 0) {
        positions[count] = position;
        mean[count] = sums.mean[row]!;
        length[count++] = sums.length[row]!;
      } else notComparable.add(keyAt(scope, position), FLAT);
    }
    const ofCosine = score === 'trace-euclidean' || score === 'trace-angle';
    groups.push({
      query: weights,
      positions: positions.subarray(0, count),
      likeness: ofCosine
        ? (i, product) => cosineOf(scope, weights, positions[i]!, mean[i]!, length[i]!, product)
        : (i, product) => within(product / length[i]!),
    });
  }
  const { best, scored } = rankRows(groups, scope, score !== 'trace-derivative');
  return {
    hits: hitsOf(best.ranked(), score, scope, overlaps),
    searched,
    scored,
    notComparable: { count: notComparable.count, named: notComparable.named() },
  };
}

/** The rows of a coverage, by their number in it, that take part. */
function takingPart(scope: SearchScope, { positions }: Coverage): Int32Array {
  const rows = new Int32Array(positions.length);
  let count = 0;
  for (let row = 0; row < positions.length; row++) if (takesPart(scope, positions[row]!)) rows[count++] = row;
  return rows.subarray(0, count);
}

function weightsOf(query: PreparedTrace, score: RowScoreId, common: Segments): QueryWeights | undefined {
  return score === 'trace-derivative' ? differenceWeights(query.values, common) : plainWeights(query.values, common);
}

/** Means and lengths of all rows of a coverage over the common places. */
function rowSums(score: RowScoreId, scope: SearchScope, cache: RowSumsCache, number: number, common: Segments) {
  const { positions } = scope.coverages[number]!;
  const [kind, sumsOf] = score === 'trace-derivative' ? (['differences', differenceRowSums] as const) : (['plain', plainRowSums] as const);
  return cache.get(`${kind} ${number} ${segmentsKey(common)}`, positions.length, scope.blocks.length * BLOCK_ROWS, (row) => {
    const position = positions[row]!;
    return sumsOf(scope.blocks[Math.floor(position / BLOCK_ROWS)]!.rows, (position % BLOCK_ROWS) * scope.points, common);
  });
}

/** Rounding can carry a perfect correlation beyond 1 by its last digits. */
function within(r: number): number {
  return Math.min(1, Math.max(-1, r));
}

/** The cosine of what was centred and scaled: Σq·l = |q|·scale·product + n·q̄·l̄. */
function cosineOf(scope: SearchScope, query: QueryWeights, position: number, rowMean: number, rowLength: number, product: number): number {
  const block = scope.blocks[Math.floor(position / BLOCK_ROWS)]!;
  const slot = position % BLOCK_ROWS;
  const scale = block.scale[slot]!;
  const mean = block.mean[slot]! + scale * rowMean;
  const { count, mean: queryMean, length } = query;
  const squares = (length ** 2 + count * queryMean ** 2) * ((scale * rowLength) ** 2 + count * mean ** 2);
  return within((length * scale * product + count * queryMean * mean) / Math.sqrt(squares));
}
