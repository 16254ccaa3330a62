import type { EiBlock } from './ei-block';
import { TILE_KERNEL } from './tile-kernel-bytes';
import { LANES, STRONG_BYTE, type TileLevel } from './tile-layout';

/** What tile-kernel.wat exports; all numbers are places in memory in bytes, but `unit`. */
interface Kernel {
  sumProducts(
    query: number,
    stages: number,
    last: number,
    list: number,
    listEnd: number,
    headers: number,
    factors: number,
    unit: number,
    passing: number,
    out: number,
  ): number;
  countMatches(program: number, end: number, list: number, listEnd: number, headers: number, strong: number, out: number): void;
  sumRatios(program: number, end: number, list: number, listEnd: number, headers: number, strong: number, out: number): void;
}

const PAGE = 65_536;
/** The query in pairs of m/z, 1,024 at most, for sums of products and as a program for ratios; where the pairs of a stage end. */
const PAIRS = 0;
const PROGRAM = PAIRS + 8 * 1024;
const STAGES = PROGRAM + 16 * 1024;
/** How many stages a query has, at most. */
export const MOST_STAGES = 4;
const LISTS = STAGES + 4 * MOST_STAGES;
/** A quad is four lanes of a tile. */
export const QUAD = 4;
const QUADS = LANES / QUAD;
/** Numbers that `countMatches` gives a tile, and `sumRatios` a quad. */
export const MATCH_COUNTS = 3 * LANES;
export const RATIO_SUMS = 2 * QUAD;

/** A pair of neighbouring m/z of the query. */
export interface QueryPair {
  /** The even m/z. */
  readonly place: number;
  /** Whole-number factors of the two, at most 32,767. */
  readonly factors: readonly [number, number];
}

/** A query one m/z after the other, two by two from its first: 0 where it has no peak. */
export interface RatioProgram {
  readonly firstPair: number;
  /** Roots of its intensities. */
  readonly roots: Float32Array;
  /** What share of Σ m·U each peak is, of 65,535, rounded down. */
  readonly shares: Uint16Array;
}

let compiled: WebAssembly.Module | undefined;

/** The kernel over the tiles of any block, with working memory of its own: one for an index, never used by two threads. */
export class TileKernel {
  readonly #own = new WebAssembly.Memory({ initial: 1 });
  readonly #kernels = new WeakMap<WebAssembly.Memory, Kernel>();
  #ints = new Int32Array(this.#own.buffer);
  #floats = new Float32Array(this.#own.buffer);
  #tiles = 0;
  #stages = 0;
  #programEnd = PROGRAM;

  /** Takes up a query: its pairs, and how many of them every stage has together with those before it. */
  setPairs(pairs: readonly QueryPair[], stages: readonly number[]): void {
    let at = PAIRS / 4;
    for (const { place, factors } of pairs) {
      this.#ints[at++] = place;
      this.#ints[at++] = factors[0] | (factors[1] << 16);
    }
    stages.forEach((end, i) => {
      this.#ints[STAGES / 4 + i] = PAIRS + 8 * end;
    });
    this.#stages = stages.length;
  }

  setProgram({ firstPair, roots, shares }: RatioProgram): void {
    let at = PROGRAM / 4;
    for (let i = 0; i < roots.length; i += 2) {
      this.#ints[at++] = 2 * firstPair + i;
      this.#floats[at++] = roots[i]!;
      this.#floats[at++] = roots[i + 1]!;
      this.#ints[at++] = shares[i]! | (shares[i + 1]! << 16);
    }
    this.#programEnd = 4 * at;
  }

  /** Lists of tiles and their results are read and written through these; they change when a larger block comes. */
  open({ tiles: { spectra, covers } }: EiBlock): TileLists {
    const tiles = Math.max(spectra.tiles, LANES * covers.tiles);
    if (tiles > this.#tiles) {
      const needed = Math.ceil((LISTS + tiles * TILE_BYTES) / PAGE) - this.#own.buffer.byteLength / PAGE;
      if (needed > 0) this.#own.grow(needed);
      this.#ints = new Int32Array(this.#own.buffer);
      this.#floats = new Float32Array(this.#own.buffer);
      this.#tiles = tiles;
    }
    const { list, passing, out, counts, quads, ratios } = this.#places();
    return {
      list: this.#ints.subarray(list / 4, passing / 4),
      needed: this.#floats.subarray(list / 4, passing / 4),
      passing: this.#ints.subarray(passing / 4, out / 4),
      sums: this.#floats.subarray(out / 4, counts / 4),
      counts: new Uint16Array(this.#own.buffer, counts, MATCH_COUNTS * this.#tiles),
      quads: this.#ints.subarray(quads / 4, ratios / 4),
      ratios: this.#floats.subarray(ratios / 4),
    };
  }

  /**
   * The sums of products of listed tiles, in the last so many stages of the query (1: all pairs at once). Returns how many tiles are at
   * least what they must be in each; see `TileLists`.
   */
  sumProducts({ tiles: { memory } }: EiBlock, level: TileLevel, factors: number, unit: number, listed: number, stages = 1): number {
    const { list, passing, out } = this.#places();
    const last = STAGES + 4 * this.#stages;
    const from = last - 4 * stages;
    const listEnd = list + 4 * (1 + stages) * listed;
    return this.#over(memory).sumProducts(PAIRS, from, last, list, listEnd, level.headers, factors, unit, passing, out);
  }

  /** What matches of the spectra of the tiles that passed. */
  countMatches({ tiles: { memory, spectra } }: EiBlock, listed: number): void {
    const { passing, counts } = this.#places();
    this.#over(memory).countMatches(PROGRAM, this.#programEnd, passing, passing + 4 * listed, spectra.headers, STRONG_BYTE, counts);
  }

  /** The sums over ratios of listed quads. */
  sumRatios({ tiles: { memory, spectra } }: EiBlock, listed: number): void {
    const { quads, ratios } = this.#places();
    this.#over(memory).sumRatios(PROGRAM, this.#programEnd, quads, quads + 4 * listed, spectra.headers, STRONG_BYTE, ratios);
  }

  #places() {
    const list = LISTS;
    const passing = list + 4 * (1 + MOST_STAGES) * this.#tiles;
    const out = passing + 4 * this.#tiles;
    const counts = out + 4 * LANES * this.#tiles;
    const quads = counts + 2 * MATCH_COUNTS * this.#tiles;
    const ratios = quads + 4 * QUADS * this.#tiles;
    return { list, passing, out, counts, quads, ratios };
  }

  #over(memory: WebAssembly.Memory): Kernel {
    let kernel = this.#kernels.get(memory);
    if (kernel === undefined) {
      compiled ??= new WebAssembly.Module(Uint8Array.from(TILE_KERNEL.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
      const instance = new WebAssembly.Instance(compiled, { tiles: { memory }, own: { memory: this.#own } });
      kernel = instance.exports as unknown as Kernel;
      this.#kernels.set(memory, kernel);
    }
    return kernel;
  }
}

const TILE_BYTES = 4 * (1 + MOST_STAGES) + 4 + 4 * LANES + 2 * MATCH_COUNTS + 4 * QUADS + 4 * RATIO_SUMS * QUADS;

/** Working lists, by place; what is in them is valid until the kernel is called again. */
export interface TileLists {
  /** One listed tile after the other: its number, then, in `needed`, what the largest of its sums must reach in every stage. */
  readonly list: Int32Array;
  readonly needed: Float32Array;
  /** Tiles that reached it, and their sums, 32 each. */
  readonly passing: Int32Array;
  readonly sums: Float32Array;
  /** Of tile i of those that passed, 96 numbers: matched peaks, ratios and matched shares of its spectra. */
  readonly counts: Uint16Array;
  /** Listed quads (8·tile + quad), and eight numbers of each: Σ m·(largest that the ratio can be), Σ m over ratios. */
  readonly quads: Int32Array;
  readonly ratios: Float32Array;
}
