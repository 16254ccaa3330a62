import { coarseLength, writeCoarse } from './kernels';
import { pointsOf, type Segments } from './segments';
import { restOf, squaresOf } from './trace-block';

/**
 * A query over the places it has in common with some rows, as weights whose product with a row is the numerator of Pearson's r: centred, of
 * length 1, 0 elsewhere.
 */
export interface QueryWeights {
  readonly weights: Float64Array;
  /** All weights that are not 0 lie from `from` to `to`. */
  readonly from: number;
  readonly to: number;
  readonly coarse: Float64Array;
  readonly rest: number;
  /** Number of values correlated. */
  readonly count: number;
  readonly mean: number;
  /** Length of the centred query. */
  readonly length: number;
}

/** Weights of the values themselves; `undefined` when the query is level there. */
export function plainWeights(query: Float64Array, common: Segments): QueryWeights | undefined {
  const weights = new Float64Array(query.length);
  return weighted(common, weights, pointsOf(common), (visit) => {
    for (let s = 0; s < common.length; s += 2) for (let i = common[s]!; i < common[s + 1]!; i++) visit(query[i]!, i);
  });
}

/**
 * Weights of the differences of neighbours. By partial summation Σ d_i·(l_i − l_{i−1}) = Σ l_i·(d_i − d_{i+1}): rows need not be kept a second time.
 */
export function differenceWeights(query: Float64Array, common: Segments): QueryWeights | undefined {
  const centred = new Float64Array(query.length);
  const found = weighted(common, centred, pointsOf(common) - common.length / 2, (visit) => {
    for (let s = 0; s < common.length; s += 2) for (let i = common[s]! + 1; i < common[s + 1]!; i++) visit(query[i]! - query[i - 1]!, i);
  });
  if (found === undefined) return undefined;
  const weights = new Float64Array(query.length);
  for (let s = 0; s < common.length; s += 2) {
    for (let i = common[s]! + 1; i < common[s + 1]!; i++) {
      weights[i]! += centred[i]!;
      weights[i - 1]! -= centred[i]!;
    }
  }
  return { ...found, weights, ...coarseOf(weights) };
}

function weighted(
  common: Segments,
  weights: Float64Array,
  count: number,
  each: (visit: (value: number, place: number) => void) => void,
): QueryWeights | undefined {
  let sum = 0;
  let magnitude = 0;
  each((value) => {
    sum += value;
    magnitude = Math.max(magnitude, Math.abs(value));
  });
  const mean = sum / count;
  let squares = 0;
  each((value) => {
    squares += (value - mean) ** 2;
  });
  const length = Math.sqrt(squares);
  if (!(count > 1 && length > 1e-9 * magnitude)) return undefined;
  each((value, place) => {
    weights[place] = (value - mean) / length;
  });
  return { weights, from: common[0]!, to: common.at(-1)!, ...coarseOf(weights), count, mean, length };
}

function coarseOf(weights: Float64Array): Pick<QueryWeights, 'coarse' | 'rest'> {
  const coarse = new Float64Array(coarseLength(weights.length));
  writeCoarse(weights, 0, weights.length, coarse, 0);
  return { coarse, rest: restOf(squaresOf(weights, 0, weights.length), squaresOf(coarse, 0, coarse.length)) };
}
