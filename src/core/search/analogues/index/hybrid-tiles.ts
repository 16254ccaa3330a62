import { INTENSITY_BITS, INTENSITY_MASK } from '../../index/packed-peaks';
import { sharedMemory } from '../../index/shared-arrays';

/** Entries of a tile: what the kernel (hybrid-kernel.wat) works on at once. */
export const LANES = 16;
/** Bytes of a row: one for every lane at each of two neighbouring m/z. */
const ROW_BYTES = 2 * LANES;
const HEADER_BYTES = 16;
const PAIRS = 32_768;
/** The largest root of a lane is stored as this; every root is rounded up, so that a sum of products is never too small. */
const LARGEST = 255;

/** Where one level of tiles lies in the memory of a block, in bytes. */
export interface HybridLevel {
  /** 16 bytes a tile: directory, first place, places (of two m/z each 2), rows less one. */
  readonly headers: number;
  /** Single precision for every lane: what a byte stands for. */
  readonly factors: number;
}

/** The peaks of a block as the kernel reads them, in memory that threads share: √(I / Σ I over peaks of at least 2). */
export interface HybridTiles {
  readonly memory: WebAssembly.Memory;
  readonly spectra: HybridLevel;
  /** A lane for every group: at each m/z the largest of its spectra. */
  readonly groups: HybridLevel;
}

interface Spectra {
  readonly starts: Uint32Array;
  readonly tokens: Uint16Array;
  readonly strong: Uint32Array;
}

interface Runs {
  readonly spectra: Uint32Array;
  readonly groups: Uint32Array;
  readonly tiles: Uint32Array;
  readonly groupTiles: Uint32Array;
}

interface Drawn {
  readonly rows: readonly Uint8Array[];
  readonly directories: readonly Uint16Array[];
  readonly firstPairs: readonly number[];
  readonly factors: Float32Array;
}

export function layHybridTiles(spectra: Spectra, groupStarts: Uint32Array, runs: Runs): HybridTiles {
  const single = new TileDrawing((entry, each) => eachRoot(spectra, entry, each));
  const grouped = new TileDrawing((group, each) => {
    for (let slot = groupStarts[group]!; slot < groupStarts[group + 1]!; slot++) eachRoot(spectra, slot, each);
  });
  return placed(single.draw(runs.spectra, runs.tiles), grouped.draw(runs.groups, runs.groupTiles));
}

type EachRoot = (mz: number, root: number) => void;

function eachRoot({ starts, tokens, strong }: Spectra, slot: number, each: EachRoot): void {
  let m = 0;
  for (let at = starts[slot]!; at < starts[slot + 1]!; at++) {
    const token = tokens[at]!;
    m += token >> INTENSITY_BITS;
    if ((token & INTENSITY_MASK) !== 0) each(m, Math.sqrt((token & INTENSITY_MASK) / strong[slot]!));
  }
}

/** Draws one level tile by tile, over the same working memory. */
class TileDrawing {
  readonly #roots: (entry: number, each: EachRoot) => void;
  readonly #rowOf = new Uint16Array(PAIRS);
  #bytes = new Uint8Array(256 * ROW_BYTES);
  #used = 0;
  #lowest = PAIRS;
  #highest = -1;

  constructor(roots: (entry: number, each: EachRoot) => void) {
    this.#roots = roots;
  }

  /** `runs`: the first entry of each run, and the end; a tile holds entries of one. `tiles`: the first tile of each, and the end. */
  draw(runs: Uint32Array, tiles: Uint32Array): Drawn {
    const rows: Uint8Array[] = [];
    const directories: Uint16Array[] = [];
    const firstPairs: number[] = [];
    const factors: number[] = [];
    for (let run = 0; run + 1 < runs.length; run++) {
      const end = runs[run + 1]!;
      for (let tile = tiles[run]!; tile < tiles[run + 1]!; tile++) {
        const from = runs[run]! + LANES * (tile - tiles[run]!);
        this.#used = 0;
        this.#lowest = PAIRS;
        this.#highest = -1;
        for (let lane = 0; lane < LANES; lane++) factors.push(from + lane < end ? this.#lane(from + lane, lane) : 0);
        rows.push(this.#bytes.slice(0, this.#used * ROW_BYTES));
        directories.push(this.#highest < 0 ? new Uint16Array(0) : this.#rowOf.slice(this.#lowest, this.#highest + 1));
        firstPairs.push(this.#highest < 0 ? 0 : this.#lowest);
        this.#bytes.fill(0, 0, this.#used * ROW_BYTES);
        if (this.#highest >= 0) this.#rowOf.fill(0, this.#lowest, this.#highest + 1);
      }
    }
    return { rows, directories, firstPairs, factors: Float32Array.from(factors) };
  }

  /** Writes the roots of an entry; returns what a byte stands for, not less. */
  #lane(entry: number, lane: number): number {
    let largest = 0;
    this.#roots(entry, (_, root) => {
      if (root > largest) largest = root;
    });
    if (largest === 0) return 0;
    const scale = LARGEST / largest;
    this.#roots(entry, (m, root) => {
      const at = this.#row(m >> 1) + 2 * lane + (m & 1);
      const byte = Math.min(LARGEST, Math.ceil(root * scale));
      if (byte > this.#bytes[at]!) this.#bytes[at] = byte;
    });
    return (largest / LARGEST) * (1 + 2 ** -22);
  }

  /** Where the row of a pair of m/z begins, made where there is none. */
  #row(pair: number): number {
    let row = this.#rowOf[pair]!;
    if (row === 0) {
      row = this.#rowOf[pair] = ++this.#used;
      if (pair < this.#lowest) this.#lowest = pair;
      if (pair > this.#highest) this.#highest = pair;
      if (this.#used * ROW_BYTES > this.#bytes.length) {
        const larger = new Uint8Array(2 * this.#bytes.length);
        larger.set(this.#bytes);
        this.#bytes = larger;
      }
    }
    return (row - 1) * ROW_BYTES;
  }
}

/** Both levels in one memory. */
function placed(spectra: Drawn, groups: Drawn): HybridTiles {
  let end = 0;
  const take = (bytes: number): number => {
    const at = end;
    end = Math.ceil((at + bytes) / ROW_BYTES) * ROW_BYTES;
    return at;
  };
  const plan = [spectra, groups].map((drawn) => ({
    drawn,
    headers: take(drawn.rows.length * HEADER_BYTES),
    directories: take(drawn.directories.reduce((sum, { byteLength }) => sum + byteLength, 0)),
    rows: take(drawn.rows.reduce((sum, { length }) => sum + length, 0)),
    factors: take(drawn.factors.byteLength),
  }));
  const memory = sharedMemory(end);
  const levels = plan.map(({ drawn, headers, directories, rows, factors }): HybridLevel => {
    const words = new Int32Array(memory.buffer, headers, (drawn.rows.length * HEADER_BYTES) / 4);
    const bytes = new Uint8Array(memory.buffer);
    let directory = directories;
    let row = rows;
    drawn.rows.forEach((tileRows, tile) => {
      const places = drawn.directories[tile]!;
      words.set([directory, 2 * drawn.firstPairs[tile]!, 2 * places.length, row - ROW_BYTES], (tile * HEADER_BYTES) / 4);
      new Uint16Array(memory.buffer, directory, places.length).set(places);
      bytes.set(tileRows, row);
      directory += places.byteLength;
      row += tileRows.length;
    });
    new Float32Array(memory.buffer, factors, drawn.factors.length).set(drawn.factors);
    return { headers, factors };
  });
  return { memory, spectra: levels[0]!, groups: levels[1]! };
}
