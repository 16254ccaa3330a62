import type { BlockSpectra } from './ei-block';
import { INTENSITY_BITS, INTENSITY_MASK } from './packed-peaks';
import { sharedMemory } from './shared-arrays';

/** Spectra of a tile: what the kernel (tile-kernel.wat) works on at once. */
export const LANES = 32;
/** Spectra, next to each other, that one cover is for. */
export const COVERED = 8;
/** Bytes of a row: one for every lane at each of two neighbouring m/z. */
const ROW_BYTES = 2 * LANES;
/** A tile begins with 16 bytes: its first place in the directory, how many places that has, where rows and logarithms begin, less one row. */
const HEADER_BYTES = 16;
/** Then, by lane, 1/√ of its norm: as the cosine asks for it (Σ m²·I), the match factors (Σ m·I), the simple score (Σ I). Then the directory. */
export const FACTORS = { square: HEADER_BYTES, mass: HEADER_BYTES + 4 * LANES, plain: HEADER_BYTES + 8 * LANES } as const;
const DIRECTORY = HEADER_BYTES + 12 * LANES;

/** Peaks from this m/z on stand in one place: a bound takes them together. */
export const LAST_PLACE = 2046;
const PAIRS = LAST_PLACE / 2 + 1;

/** √999 is stored as 255; every root is rounded up, so that a sum of products is never too small. */
export const ROOT_STEPS = 255 / Math.sqrt(999);
const BYTE_OF_INTENSITY: Uint8Array = Uint8Array.from({ length: 1000 }, (_, intensity) => rootByte(intensity));
/** Logarithms of intensities as bytes: 0 for no peak, else 1 + 32·ln I to the nearest, at most 222. */
export const LOGARITHM_OF_INTENSITY: Uint8Array = Uint8Array.from({ length: 1000 }, (_, intensity) =>
  intensity === 0 ? 0 : 1 + Math.round(32 * Math.log(intensity)),
);
/** Of intensity 1; a peak above it counts even where the other spectrum has none. */
export const STRONG_LOGARITHM = LOGARITHM_OF_INTENSITY[1]!;

/** One level of tiles: how many, and where in memory their addresses stand, 4 bytes each. */
export interface TileLevel {
  readonly tiles: number;
  readonly addresses: number;
}

/** The peaks of a block as the kernel reads them, in memory that threads share. */
export interface EiTiles {
  readonly memory: WebAssembly.Memory;
  /** Spectra by their place in the block. */
  readonly spectra: TileLevel;
  /** Eight neighbours as if they were a spectrum: at every m/z the largest share of √(norm of Σ I) that one of them has. */
  readonly covers: TileLevel;
}

/** A tile while it is made: its rows, which of them each pair of m/z has, and its lanes' factors. */
interface Drawn {
  readonly rows: Uint8Array;
  readonly logarithms: Uint8Array;
  readonly firstPair: number;
  readonly directory: Uint16Array;
  readonly factors: readonly Float32Array[];
}

/** Writes what one entry of a level has: at every m/z a byte, and a logarithm. */
type Writer = (entry: number, put: (mz: number, byte: number, logarithm: number) => void) => void;

/** Lays the spectra of a block out in tiles, and covers over them; none where there is no room for another memory. */
export function layTiles(spectra: BlockSpectra): EiTiles | undefined {
  const { count, starts, tokens } = spectra;
  const covers = Math.ceil(count / COVERED);
  const inverse = [spectra.squareNorm, spectra.massNorm, spectra.plainNorm].map((norms) => inverseRoots(norms, tilesOf(count) * LANES));
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
  const drawnSpectra = draw(count, inverse, (s, put) =>
    peaksOf(s, (m, intensity) => put(m, BYTE_OF_INTENSITY[intensity]!, LOGARITHM_OF_INTENSITY[intensity]!)),
  );
  // A cover's factor makes a share of √(Σ I) a share of the norm that the score asks for.
  const factors = [square, mass, plain].map((roots) => largestShare(roots, plain, tilesOf(covers) * LANES));
  const drawnCovers = draw(covers, factors, (cover, put) => {
    for (let s = cover * COVERED; s < Math.min(count, (cover + 1) * COVERED); s++) {
      const scale = 255 * plain[s]!;
      peaksOf(s, (m, intensity) => put(m, Math.min(255, Math.ceil(Math.sqrt(intensity) * scale)), 0));
    }
  });
  return placed(drawnSpectra, drawnCovers);
}

function draw(entries: number, factors: readonly Float32Array[], write: Writer): readonly Drawn[] {
  const drawn: Drawn[] = [];
  const filled = new Uint8Array(PAIRS * ROW_BYTES);
  const filledLogarithms = new Uint8Array(PAIRS * ROW_BYTES);
  const rowOf = new Uint16Array(PAIRS);
  let used = 0;
  let lowest = PAIRS;
  let highest = -1;
  let lane = 0;
  const put = (mz: number, byte: number, logarithm: number): void => {
    const place = mz < LAST_PLACE ? mz : LAST_PLACE;
    const pair = place >> 1;
    let row = rowOf[pair]!;
    if (row === 0) {
      row = rowOf[pair] = ++used;
      if (pair < lowest) lowest = pair;
      if (pair > highest) highest = pair;
    }
    const at = (row - 1) * ROW_BYTES + 2 * lane + (place & 1);
    if (byte <= filled[at]!) return;
    filled[at] = byte;
    filledLogarithms[at] = logarithm;
  };
  for (let first = 0; first < entries; first += LANES) {
    const end = Math.min(entries, first + LANES);
    for (let entry = first; entry < end; entry++) {
      lane = entry - first;
      write(entry, put);
    }
    drawn.push({
      rows: filled.slice(0, used * ROW_BYTES),
      logarithms: filledLogarithms.slice(0, used * ROW_BYTES),
      firstPair: highest < 0 ? 0 : lowest,
      directory: rowOf.slice(lowest, highest + 1),
      factors: factors.map((ofLanes) => ofLanes.subarray(first, first + LANES)),
    });
    filled.fill(0, 0, used * ROW_BYTES);
    filledLogarithms.fill(0, 0, used * ROW_BYTES);
    rowOf.fill(0);
    used = 0;
    lowest = PAIRS;
    highest = -1;
  }
  return drawn;
}

/** Both levels in one memory: the addresses of the tiles, then one tile after the other, each as a whole. */
function placed(spectra: readonly Drawn[], covers: readonly Drawn[]): EiTiles | undefined {
  const all = [...spectra, ...covers];
  const starts = new Uint32Array(all.length);
  let end = aligned(4 * all.length);
  all.forEach(({ directory, rows, logarithms }, i) => {
    starts[i] = end;
    end += aligned(DIRECTORY + directory.byteLength) + rows.length + logarithms.length;
  });
  const memory = memoryIfRoom(end);
  if (memory === undefined) return undefined;
  new Uint32Array(memory.buffer).set(starts);
  const bytes = new Uint8Array(memory.buffer);
  all.forEach(({ directory, rows, logarithms, firstPair, factors }, i) => {
    const start = starts[i]!;
    const ofRows = start + aligned(DIRECTORY + directory.byteLength);
    const ofLogarithms = ofRows + rows.length;
    const header = [2 * firstPair, 2 * directory.length, ofRows - ROW_BYTES, ofLogarithms - ROW_BYTES];
    new Int32Array(memory.buffer, start, header.length).set(header);
    factors.forEach((ofLanes, kind) => {
      new Float32Array(memory.buffer, start + HEADER_BYTES + 4 * LANES * kind, ofLanes.length).set(ofLanes);
    });
    new Uint16Array(memory.buffer, start + DIRECTORY, directory.length).set(directory);
    bytes.set(rows, ofRows);
    bytes.set(logarithms, ofLogarithms);
  });
  return {
    memory,
    spectra: { tiles: spectra.length, addresses: 0 },
    covers: { tiles: covers.length, addresses: 4 * spectra.length },
  };
}

/** Without tiles a search is slower, and the same. */
function memoryIfRoom(bytes: number): WebAssembly.Memory | undefined {
  try {
    return sharedMemory(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** At the begin of a row. */
const aligned = (bytes: number): number => Math.ceil(bytes / ROW_BYTES) * ROW_BYTES;

/** 1/√x of every norm in single precision, never below the true value; 0 where there is no spectrum or no peak that counts. */
function inverseRoots(norms: Float64Array, length: number): Float32Array {
  const roots = new Float32Array(length);
  for (let s = 0; s < norms.length; s++) if (norms[s]! > 0) roots[s] = (1 / Math.sqrt(norms[s]!)) * (1 + 2 ** -22);
  return roots;
}

/** For every cover the largest of roots ÷ of, rounded up. */
function largestShare(roots: Float32Array, of: Float32Array, length: number): Float32Array {
  const largest = new Float32Array(length);
  for (let s = 0; s < roots.length; s++) {
    const cover = Math.floor(s / COVERED);
    if (of[s]! > 0) largest[cover] = Math.max(largest[cover]!, (roots[s]! / of[s]!) * (1 + 2 ** -20));
  }
  return largest;
}

const tilesOf = (entries: number): number => Math.ceil(entries / LANES);

function rootByte(intensity: number): number {
  const byte = Math.ceil(Math.sqrt(intensity) * ROOT_STEPS - 1e-9);
  // Rounding of the product must not make the stored root smaller than the true one.
  return byte < 255 && byte / ROOT_STEPS < Math.sqrt(intensity) ? byte + 1 : byte;
}
