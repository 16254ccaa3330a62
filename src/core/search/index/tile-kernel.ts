import { compileKernel } from './compile-kernel';
import type { TiledBlock } from './ei-block';
import { PAGE } from './shared-arrays';
import { TILE_KERNEL } from './tile-kernel-bytes';
import { LANES, STRONG_LOGARITHM, type TileLevel } from './tile-layout';

/** What tile-kernel.wat exports; all numbers are places in memory in bytes, but `unit`. */
interface Kernel {
  sumProducts(
    query: number,
    stages: number,
    last: number,
    list: number,
    listEnd: number,
    addresses: number,
    factors: number,
    unit: number,
    passing: number,
    out: number,
  ): number;
  sumRatios(
    program: number,
    end: number,
    list: number,
    listEnd: number,
    addresses: number,
    strong: number,
    tables: number,
    out: number,
  ): void;
}

/** The query in pairs of m/z, 1,024 at most, for sums of products and as a program for ratios; where the pairs of a stage end. */
const PAIRS = 0;
const PROGRAM = PAIRS + 8 * 1024;
const STAGES = PROGRAM + 16 * 1024;
/** How many stages a query has, at most. */
export const MOST_STAGES = 4;
const TABLES = STAGES + 4 * MOST_STAGES;
const LISTS = TABLES + 32;
/** Numbers of a tile that `sumRatios` gives, each of 32 spectra, one kind after the other. */
export const RATIO_SUMS = 5 * LANES;

/** A query one m/z after the other, two by two from its first: 0 where it has no peak. */
export interface RatioProgram {
  readonly firstPair: number;
  /** Logarithms of its intensities, as `LOGARITHM_OF_INTENSITY` has them. */
  readonly logarithms: Uint8Array;
  /** m as a share of Σ m, of 32,767, to the nearest. */
  readonly weights: Uint16Array;
  /** m·U as a share of Σ m·U, of 65,535, rounded down. */
  readonly shares: Uint16Array;
}

/** How alike ratios are whose logarithms differ so much: e to the power of −k/4, then of −k/64, of 255 and rounded up. */
const LIKENESS: Uint8Array = Uint8Array.from({ length: 32 }, (_, k) => Math.ceil(255 * Math.exp(k < 16 ? -k / 4 : -(k - 16) / 64)));

let compiled: WebAssembly.Module | undefined;
let ofThread: TileKernel | undefined;

/**
 * The one of this thread: a search ends before another begins. One for every index would not do: V8 reserves 8 GiB of addresses for a memory, and
 * Electron's sandbox has room for 125 of them in a process (measured).
 */
export function tileKernel(): TileKernel {
  ofThread ??= new TileKernel();
  return ofThread;
}

/** The kernel over the tiles of any block, with working memory of its own. */
export class TileKernel {
  readonly #own = new WebAssembly.Memory({ initial: 1 });
  readonly #kernels = new WeakMap<WebAssembly.Memory, Kernel>();
  #ints = new Int32Array(this.#own.buffer);
  #floats = new Float32Array(this.#own.buffer);
  #tiles = 0;
  #stages = 0;
  #programEnd = PROGRAM;

  /**
   * Takes up a query: by pair of m/z the even one and the whole-number factors of both, 16 bits each with the even one low, and how many pairs every
   * stage has together with those before it.
   */
  setPairs(pairs: Int32Array, stages: readonly number[]): void {
    this.#ints.set(pairs, PAIRS / 4);
    stages.forEach((end, i) => {
      this.#ints[STAGES / 4 + i] = PAIRS + 8 * end;
    });
    this.#stages = stages.length;
  }

  setProgram({ firstPair, logarithms, weights, shares }: RatioProgram): void {
    let at = PROGRAM / 4;
    for (let i = 0; i < logarithms.length; i += 2) {
      this.#ints[at++] = 2 * firstPair + i;
      for (const ofQuery of [logarithms, weights, shares]) this.#ints[at++] = ofQuery[i]! | (ofQuery[i + 1]! << 16);
    }
    this.#programEnd = 4 * at;
    new Uint8Array(this.#own.buffer, TABLES, 32).set(LIKENESS);
  }

  /** Lists of tiles and their results are read and written through these; they change when a larger block comes. */
  open({ tiles: { spectra, covers } }: TiledBlock): TileLists {
    const tiles = Math.max(spectra.tiles, covers.tiles);
    if (tiles > this.#tiles) {
      const needed = Math.ceil((LISTS + tiles * TILE_BYTES) / PAGE) - this.#own.buffer.byteLength / PAGE;
      if (needed > 0) this.#own.grow(needed);
      this.#ints = new Int32Array(this.#own.buffer);
      this.#floats = new Float32Array(this.#own.buffer);
      this.#tiles = tiles;
    }
    const { list, passing, out, ratios } = this.#places();
    return {
      list: this.#ints.subarray(list / 4, passing / 4),
      needed: this.#floats.subarray(list / 4, passing / 4),
      passing: this.#ints.subarray(passing / 4, out / 4),
      sums: this.#floats.subarray(out / 4, ratios / 4),
      ratios: new Uint16Array(this.#own.buffer, ratios, RATIO_SUMS * this.#tiles),
    };
  }

  /**
   * The sums of products of listed tiles, in the last so many stages of the query (1: all pairs at once). Returns how many tiles are at
   * least what they must be in each; see `TileLists`.
   */
  sumProducts({ tiles: { memory } }: TiledBlock, level: TileLevel, factors: number, unit: number, listed: number, stages = 1): number {
    const { list, passing, out } = this.#places();
    const last = STAGES + 4 * this.#stages;
    const from = last - 4 * stages;
    const listEnd = list + 4 * (1 + stages) * listed;
    return this.#over(memory).sumProducts(PAIRS, from, last, list, listEnd, level.addresses, factors, unit, passing, out);
  }

  /** The sums over matched peaks and ratios of the tiles that passed. */
  sumRatios({ tiles: { memory, spectra } }: TiledBlock, listed: number): void {
    const { passing, ratios } = this.#places();
    const end = passing + 4 * listed;
    this.#over(memory).sumRatios(PROGRAM, this.#programEnd, passing, end, spectra.addresses, STRONG_LOGARITHM, TABLES, ratios);
  }

  #places() {
    const list = LISTS;
    const passing = list + 4 * (1 + MOST_STAGES) * this.#tiles;
    const out = passing + 4 * this.#tiles;
    const ratios = out + 4 * LANES * this.#tiles;
    return { list, passing, out, ratios };
  }

  #over(memory: WebAssembly.Memory): Kernel {
    let kernel = this.#kernels.get(memory);
    if (kernel === undefined) {
      compiled ??= compileKernel(TILE_KERNEL);
      const instance = new WebAssembly.Instance(compiled, { tiles: { memory }, own: { memory: this.#own } });
      kernel = instance.exports as unknown as Kernel;
      this.#kernels.set(memory, kernel);
    }
    return kernel;
  }
}

const TILE_BYTES = 4 * (1 + MOST_STAGES) + 4 + 4 * LANES + 2 * RATIO_SUMS;

/** Working lists, by place; what is in them is valid until the kernel is called again. */
export interface TileLists {
  /** One listed tile after the other: its number, then, in `needed`, what the largest of its sums must reach in every stage. */
  readonly list: Int32Array;
  readonly needed: Float32Array;
  /** Tiles that reached it, and their sums, 32 each. */
  readonly passing: Int32Array;
  readonly sums: Float32Array;
  /** Of tile i of those that passed, 160 numbers: its spectra's matched peaks, ratios, Σ weight·likeness and Σ weight over these, shares. */
  readonly ratios: Uint16Array;
}
