import { compileKernel } from '../../index/compile-kernel';
import { PAGE } from '../../index/shared-arrays';
import { HYBRID_BLOCK_SIZE } from './hybrid-block';
import { HYBRID_KERNEL } from './hybrid-kernel-bytes';
import { type HybridLevel, type HybridTiles, LANES } from './hybrid-tiles';

/** `sumProducts` of hybrid-kernel.wat; all numbers are places in memory in bytes, but `unit`. */
type SumProducts = (
  query: number,
  queryEnd: number,
  list: number,
  listEnd: number,
  headers: number,
  factors: number,
  unit: number,
  passing: number,
  out: number,
) => number;

/** A list holds tiles of one run. */
const MOST_TILES = HYBRID_BLOCK_SIZE / LANES;
const LIST = 0;
const PASSING = LIST + 8 * MOST_TILES;
const OUT = PASSING + 4 * MOST_TILES;
const ROWS = OUT + 4 * LANES * MOST_TILES;

/** Rows of a query in working memory: what each pair of m/z is multiplied by. */
export interface QueryRows {
  readonly from: number;
  readonly to: number;
}

let compiled: WebAssembly.Module | undefined;
let ofThread: TileSums | undefined;

/**
 * The one of this thread. A search ends before another begins, and takes up rows of its own. One for every index would not do: V8 reserves
 * 8 GiB of addresses for a memory, and Electron's sandbox has room for 125 of them in a process (measured).
 */
export function tileSums(): TileSums {
  ofThread ??= new TileSums();
  return ofThread;
}

/** The kernel over the tiles of any block, with working memory of its own. */
export class TileSums {
  readonly #own = new WebAssembly.Memory({ initial: Math.ceil(ROWS / PAGE) + 1 });
  readonly #kernels = new WeakMap<WebAssembly.Memory, SumProducts>();
  #rowsEnd = ROWS;
  #ints = new Int32Array(this.#own.buffer);
  #floats = new Float32Array(this.#own.buffer);

  /** Listed tile i. @param needed what the largest of its sums must reach for it to pass */
  list(i: number, tile: number, needed: number): void {
    this.#ints[LIST / 4 + 2 * i] = tile;
    // Single precision may round up.
    this.#floats[LIST / 4 + 2 * i + 1] = needed * (1 - 2 ** -20);
  }

  /** The i-th of the tiles that passed. */
  passing(i: number): number {
    return this.#ints[PASSING / 4 + i]!;
  }

  /** Sums of the lanes of the i-th tile that passed begin at 16·i. Valid until rows are taken up. */
  get sums(): Float32Array {
    return this.#floats.subarray(OUT / 4, ROWS / 4);
  }

  forgetRows(): void {
    this.#rowsEnd = ROWS;
  }

  /** Takes up rows: for each the even m/z and two factors of 16 bits, the even m/z's low. */
  takeUp(rows: Int32Array): QueryRows {
    const from = this.#rowsEnd;
    this.#rowsEnd += rows.byteLength;
    if (this.#rowsEnd > this.#own.buffer.byteLength) {
      this.#own.grow(Math.ceil((2 * this.#rowsEnd - this.#own.buffer.byteLength) / PAGE));
      this.#ints = new Int32Array(this.#own.buffer);
      this.#floats = new Float32Array(this.#own.buffer);
    }
    this.#ints.set(rows, from / 4);
    return { from, to: this.#rowsEnd };
  }

  /** Σ of products of the rows with the lanes of the listed tiles, times each lane's factor and `unit`; returns how many tiles pass. */
  compute({ memory }: HybridTiles, { headers, factors }: HybridLevel, { from, to }: QueryRows, listed: number, unit: number): number {
    return this.#over(memory)(from, to, LIST, LIST + 8 * listed, headers, factors, unit, PASSING, OUT);
  }

  #over(memory: WebAssembly.Memory): SumProducts {
    let kernel = this.#kernels.get(memory);
    if (kernel === undefined) {
      compiled ??= compileKernel(HYBRID_KERNEL);
      const { exports } = new WebAssembly.Instance(compiled, { tiles: { memory }, own: { memory: this.#own } });
      kernel = exports.sumProducts as SumProducts;
      this.#kernels.set(memory, kernel);
    }
    return kernel;
  }
}
