import type { BlockSpectra } from './ei-block';
import { INTENSITY_BITS, INTENSITY_MASK } from './packed-peaks';

/** Spectra of a tile: what the kernel (tile-kernel.wat) works on at once. */
export const LANES = 32;
/** Bytes of a row: one for every lane at each of two neighbouring m/z. */
const ROW_BYTES = 2 * LANES;
const HEADER_BYTES = 16;
const PAGE = 65_536;

/** Peaks from this m/z on stand in one place: a bound takes them together. */
export const LAST_PLACE = 2046;
const PAIRS = LAST_PLACE / 2 + 1;

/** √999 is stored as 255; every root is rounded up, so that a sum of products is never too small. */
export const ROOT_STEPS = 255 / Math.sqrt(999);
const BYTE_OF_INTENSITY: Uint8Array = Uint8Array.from({ length: 1000 }, (_, intensity) => rootByte(intensity));
/** From this byte on an intensity is at least 2. */
export const STRONG_BYTE = BYTE_OF_INTENSITY[2]!;

/** Where one level of tiles lies in the memory of a block: in bytes. */
export interface TileLevel {
  readonly tiles: number;
  /** Headers of 16 bytes: directory less its first place, first place, places, rows less one (places are 2·pair). */
  readonly headers: number;
  /** Factors of the lanes, 128 bytes a tile, for the cosine, the match factors and the simple score. */
  readonly square: number;
  readonly mass: number;
  readonly plain: number;
}

/** The peaks of a block as the kernel reads them, in memory that threads share. */
export interface EiTiles {
  readonly memory: WebAssembly.Memory;
  /** Spectra by their place in the block; a lane's factor is 1/√ of its norm. */
  readonly spectra: TileLevel;
  /** Tiles as if each were a spectrum, at every m/z the largest share of √(norm of Σ I) that one of its spectra has. */
  readonly covers: TileLevel;
}

/** One level while it is made: rows and directories tile by tile. */
interface Drawn {
  readonly rows: readonly Uint8Array[];
  readonly directories: readonly Uint16Array[];
  readonly firstPairs: readonly number[];
  readonly factors: readonly Float32Array[];
}

/** Writes what one entry of a level has: at every m/z a byte. */
type Writer = (entry: number, put: (mz: number, byte: number) => void) => void;

/** Lays the spectra of a block out in tiles, and covers over them. */
export function layTiles(spectra: BlockSpectra): EiTiles {
  const { count, starts, tokens } = spectra;
  const tiles = Math.ceil(count / LANES);
  const inverse = [spectra.squareNorm, spectra.massNorm, spectra.plainNorm].map((norms) => inverseRoots(norms, tiles * LANES));
  const [square, mass, plain] = inverse as [Float32Array, Float32Array, Float32Array];
  const peaksOf = (s: number, each: (mz: number, intensity: number) => void): void => {
    let m = 0;
    const end = starts[s + 1]!;
    for (let at = starts[s]!; at < end; at++) {
      const token = tokens[at]!;
      m += token >> INTENSITY_BITS;
      if ((token & INTENSITY_MASK) !== 0) each(m, token & INTENSITY_MASK);
    }
  };
  const drawnSpectra = draw(count, inverse, (s, put) => peaksOf(s, (m, intensity) => put(m, BYTE_OF_INTENSITY[intensity]!)));
  // A cover's lane stands for a tile: its factor makes a share of √(Σ I) a share of the norm that the score asks for.
  const factors = [square, mass, plain].map((roots) => largestShare(roots, plain, tiles));
  const drawnCovers = draw(tiles, factors, (tile, put) => {
    for (let s = tile * LANES; s < Math.min(count, (tile + 1) * LANES); s++) {
      const scale = 255 * plain[s]!;
      peaksOf(s, (m, intensity) => put(m, Math.min(255, Math.ceil(Math.sqrt(intensity) * scale))));
    }
  });
  return placed(drawnSpectra, drawnCovers);
}

function draw(entries: number, factors: readonly Float32Array[], write: Writer): Drawn {
  const tiles = Math.ceil(entries / LANES);
  const rows: Uint8Array[] = [];
  const directories: Uint16Array[] = [];
  const firstPairs: number[] = [];
  const filled = new Uint8Array(PAIRS * ROW_BYTES);
  const rowOf = new Uint16Array(PAIRS);
  for (let tile = 0; tile < tiles; tile++) {
    let used = 0;
    let lowest = PAIRS;
    let highest = -1;
    let lane = 0;
    const put = (mz: number, byte: number): void => {
      const place = mz < LAST_PLACE ? mz : LAST_PLACE;
      const pair = place >> 1;
      let row = rowOf[pair]!;
      if (row === 0) {
        row = rowOf[pair] = ++used;
        if (pair < lowest) lowest = pair;
        if (pair > highest) highest = pair;
      }
      const at = (row - 1) * ROW_BYTES + 2 * lane + (place & 1);
      if (byte > filled[at]!) filled[at] = byte;
    };
    const end = Math.min(entries, (tile + 1) * LANES);
    for (let entry = tile * LANES; entry < end; entry++) {
      lane = entry - tile * LANES;
      write(entry, put);
    }
    rows.push(filled.slice(0, used * ROW_BYTES));
    directories.push(highest < 0 ? new Uint16Array(0) : rowOf.slice(lowest, highest + 1));
    firstPairs.push(highest < 0 ? 0 : lowest);
    filled.fill(0, 0, used * ROW_BYTES);
    rowOf.fill(0);
  }
  return { rows, directories, firstPairs, factors };
}

/** Both levels in one memory: headers, directories, rows, factors. */
function placed(spectra: Drawn, covers: Drawn): EiTiles {
  let end = 0;
  const take = (bytes: number): number => {
    const at = end;
    end = Math.ceil((at + bytes) / ROW_BYTES) * ROW_BYTES;
    return at;
  };
  const plan = [spectra, covers].map((drawn) => ({
    drawn,
    headers: take(drawn.rows.length * HEADER_BYTES),
    directories: take(2 * drawn.directories.reduce((sum, { length }) => sum + length, 0)),
    rows: take(drawn.rows.reduce((sum, { length }) => sum + length, 0)),
    factors: drawn.factors.map(({ byteLength }) => take(byteLength)),
  }));
  const pages = Math.max(1, Math.ceil(end / PAGE));
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const levels = plan.map(({ drawn, headers, directories, rows, factors }): TileLevel => {
    const words = new Int32Array(memory.buffer, headers, (drawn.rows.length * HEADER_BYTES) / 4);
    const bytes = new Uint8Array(memory.buffer);
    let directory = directories;
    let row = rows;
    drawn.rows.forEach((tileRows, tile) => {
      const places = drawn.directories[tile]!;
      const first = drawn.firstPairs[tile]!;
      words.set([directory, 2 * first, 2 * places.length, row - ROW_BYTES], (tile * HEADER_BYTES) / 4);
      new Uint16Array(memory.buffer, directory, places.length).set(places);
      bytes.set(tileRows, row);
      directory += places.byteLength;
      row += tileRows.length;
    });
    drawn.factors.forEach((values, i) => {
      new Float32Array(memory.buffer, factors[i]!, values.length).set(values);
    });
    return { tiles: drawn.rows.length, headers, square: factors[0]!, mass: factors[1]!, plain: factors[2]! };
  });
  return { memory, spectra: levels[0]!, covers: levels[1]! };
}

/** 1/√x of every norm in single precision, never below the true value; 0 where there is no spectrum or no peak that counts. */
function inverseRoots(norms: Float64Array, length: number): Float32Array {
  const roots = new Float32Array(length);
  for (let s = 0; s < norms.length; s++) if (norms[s]! > 0) roots[s] = (1 / Math.sqrt(norms[s]!)) * (1 + 2 ** -22);
  return roots;
}

/** For every tile the largest of roots ÷ of, rounded up; over the lanes of a level of covers. */
function largestShare(roots: Float32Array, of: Float32Array, tiles: number): Float32Array {
  const largest = new Float32Array(Math.ceil(tiles / LANES) * LANES);
  for (let s = 0; s < roots.length; s++) {
    const tile = Math.floor(s / LANES);
    if (of[s]! > 0) largest[tile] = Math.max(largest[tile]!, (roots[s]! / of[s]!) * (1 + 2 ** -20));
  }
  return largest;
}

function rootByte(intensity: number): number {
  const byte = Math.ceil(Math.sqrt(intensity) * ROOT_STEPS - 1e-9);
  // Rounding of the product must not make the stored root smaller than the true one.
  return byte < 255 && byte / ROOT_STEPS < Math.sqrt(intensity) ? byte + 1 : byte;
}
