import { TopHits } from '../index/top-hits';
import { COARSE_POINTS, coarseLength } from './kernels';
import type { QueryWeights } from './query-weights';
import { eachProduct } from './row-products';
import { keyAt, type SearchScope } from './search-scope';
import { BLOCK_ROWS } from './trace-block';

/** More than rounding of the coarse rows to 32 bits can take from a product of two vectors of length 1. */
const ROUNDING = 1e-6;

/** The rows of one coverage that can be compared, and what turns their product with the weights into the number that ranks. */
export interface RowGroup {
  readonly query: QueryWeights;
  readonly positions: Int32Array;
  /** Rises with the product. `row` counts the group's positions. */
  readonly likeness: (row: number, product: number) => number;
}

/**
 * The best rows by their exact likeness. With `bounded`, rows whose bound stays under the likeness of the last best row are not computed: the list is
 * the same, only `scored` smaller.
 */
export function rankRows(
  groups: readonly RowGroup[],
  scope: SearchScope,
  bounded: boolean,
): { readonly best: TopHits; readonly scored: number } {
  const best = new TopHits(scope.top);
  let scored = 0;
  const score = (group: RowGroup, rows: Int32Array): void => {
    const { weights, from, to } = group.query;
    eachProduct(scope.blocks, group.positions, rows, { of: 'rows', weights, from, to, stride: scope.points }, (row, product) => {
      scored++;
      const likeness = group.likeness(row, product);
      if (likeness < best.threshold) return;
      const position = group.positions[row]!;
      best.offer({ key: keyAt(scope, position), position, score: likeness });
    });
  };
  if (!bounded) {
    for (const group of groups) score(group, every(group.positions.length));
    return { best, scored };
  }
  const bounds = groups.map((group) => boundsOf(group, scope));
  // The rows with the highest bounds first: they set a threshold that most others cannot reach.
  for (const [number, rows] of highestRows(bounds, 2 * scope.top + 16).entries()) {
    score(groups[number]!, Int32Array.from(rows));
    // NaN reaches no threshold: these are done.
    for (const row of rows) bounds[number]![row] = Number.NaN;
  }
  for (const [number, group] of groups.entries()) score(group, rowsReaching(bounds[number]!, best.threshold));
  return { best, scored };
}

/**
 * For each row a likeness it cannot exceed: with query and row split into their projections on steps of eight places and what is left over, the
 * product is that of the projections plus at most the product of the lengths of the rests (Cauchy–Schwarz).
 */
function boundsOf({ query, positions, likeness }: RowGroup, scope: SearchScope): Float64Array {
  const bounds = new Float64Array(positions.length);
  const multiplier = {
    of: 'coarse',
    weights: query.coarse,
    from: Math.floor(query.from / COARSE_POINTS),
    to: Math.ceil(query.to / COARSE_POINTS),
    stride: coarseLength(scope.points),
  } as const;
  eachProduct(scope.blocks, positions, every(positions.length), multiplier, (row, product) => {
    const position = positions[row]!;
    const rest = query.rest * scope.blocks[Math.floor(position / BLOCK_ROWS)]!.rest[position % BLOCK_ROWS]!;
    bounds[row] = likeness(row, product + rest + ROUNDING);
  });
  return bounds;
}

/** The rows with the highest bounds of all, by group, ascending. */
function highestRows(bounds: readonly Float64Array[], count: number): number[][] {
  const found = new TopHits(count);
  for (const [number, bound] of bounds.entries()) {
    for (let row = 0; row < bound.length; row++) {
      if (bound[row]! > found.threshold) found.offer({ key: row, position: number, score: bound[row]! });
    }
  }
  const rows: number[][] = bounds.map(() => []);
  for (const { key, position } of found.ranked()) rows[position]!.push(key);
  for (const list of rows) list.sort((a, b) => a - b);
  return rows;
}

function rowsReaching(bounds: Float64Array, threshold: number): Int32Array {
  const rows = new Int32Array(bounds.length);
  let count = 0;
  for (let row = 0; row < bounds.length; row++) if (bounds[row]! >= threshold) rows[count++] = row;
  return rows.subarray(0, count);
}

function every(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}
