import { dotFour } from './kernels';
import { BLOCK_ROWS, type TraceBlock } from './trace-block';

/** Which of a block's arrays is multiplied, and by what. */
export interface Multiplier {
  readonly of: 'rows' | 'coarse';
  readonly weights: Float64Array;
  readonly from: number;
  readonly to: number;
  /** Numbers a row takes in the array. */
  readonly stride: number;
}

/** Gives the product of the weights with each row at `positions[chosen]`, in order of `chosen`. */
export function eachProduct(
  blocks: readonly TraceBlock[],
  positions: Int32Array,
  chosen: Int32Array,
  { of, weights, from, to, stride }: Multiplier,
  visit: (row: number, product: number) => void,
): void {
  const waiting = new Int32Array(4);
  const starts = new Int32Array(4);
  const sums = new Float64Array(4);
  let count = 0;
  let blockNumber = -1;
  const flush = (): void => {
    if (count === 0) return;
    // Fewer than four: the last one takes the other places too.
    for (let k = count; k < 4; k++) starts[k] = starts[count - 1]!;
    dotFour(weights, blocks[blockNumber]![of], starts, from, to, sums);
    for (let k = 0; k < count; k++) visit(waiting[k]!, sums[k]!);
    count = 0;
  };
  for (let c = 0; c < chosen.length; c++) {
    const row = chosen[c]!;
    const position = positions[row]!;
    const number = Math.floor(position / BLOCK_ROWS);
    if (number !== blockNumber) {
      flush();
      blockNumber = number;
    }
    waiting[count] = row;
    starts[count] = (position % BLOCK_ROWS) * stride;
    if (++count === 4) flush();
  }
  flush();
}
