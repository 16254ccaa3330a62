import type { NominalSpectrum } from '../scores/nominal-spectrum';
import { INTENSITY_BITS, INTENSITY_MASK, packedLength, packPeaks } from './packed-peaks';
import { sharedFloat64, sharedUint16, sharedUint32 } from './shared-arrays';
import { similarOrder } from './similar-order';
import { type EiTiles, layTiles } from './tile-layout';
import { summariseTiles, type TileSummaries } from './tile-summaries';

/** Spectra in one block at most. */
export const BLOCK_SIZE = 262_144;

/** What is known of each spectrum of a block; like spectra stand together, 32 to a tile. */
export interface BlockSpectra {
  readonly count: number;
  readonly keys: Float64Array;
  /** Spectrum s is tokens[starts[s] … starts[s + 1]). */
  readonly starts: Uint32Array;
  readonly tokens: Uint16Array;
  readonly firstMz: Uint16Array;
  readonly peakCount: Uint16Array;
  /** Σ m·I and Σ I over peaks of at least 2, Σ m²·I over all: whole numbers, exact. */
  readonly massNorm: Float64Array;
  readonly plainNorm: Float64Array;
  readonly squareNorm: Float64Array;
}

/** Up to `BLOCK_SIZE` spectra as plain typed arrays over shared memory, which several threads may search at once. */
export interface EiBlock extends BlockSpectra, TileSummaries {
  /** None where there are few spectra, or no room for another memory: they are looked at one by one. */
  readonly tiles: EiTiles | undefined;
}

export interface TiledBlock extends EiBlock {
  readonly tiles: EiTiles;
}

export const isTiled = (block: EiBlock): block is TiledBlock => block.tiles !== undefined;

/** A block that is being filled. */
export interface OpenBlock {
  count: number;
  keys: Float64Array;
  starts: Uint32Array;
  tokens: Uint16Array;
}

export function openBlock(): OpenBlock {
  return { count: 0, keys: new Float64Array(64), starts: new Uint32Array(65), tokens: new Uint16Array(4096) };
}

/** Appends one prepared spectrum; the caller sees to it that the block has room. */
export function appendSpectrum(block: OpenBlock, key: number, spectrum: NominalSpectrum): void {
  const end = reserve(block, packedLength(spectrum));
  block.keys[block.count] = key;
  packPeaks(spectrum, block.tokens, block.starts[block.count]!);
  block.starts[block.count + 1] = end;
  block.count++;
}

/** Appends every spectrum of a sealed block. */
export function appendBlock(open: OpenBlock, block: BlockSpectra): void {
  for (let s = 0; s < block.count; s++) {
    const from = block.starts[s]!;
    const to = block.starts[s + 1]!;
    const end = reserve(open, to - from);
    open.tokens.set(block.tokens.subarray(from, to), open.starts[open.count]!);
    open.keys[open.count] = block.keys[s]!;
    open.starts[open.count + 1] = end;
    open.count++;
  }
}

/** Makes room for one more spectrum of so many tokens; returns where it will end. */
function reserve(block: OpenBlock, tokens: number): number {
  const end = block.starts[block.count]! + tokens;
  if (end > block.tokens.length) block.tokens = grown(block.tokens, new Uint16Array(Math.max(end, 2 * block.tokens.length)));
  if (block.count === block.keys.length) {
    block.keys = grown(block.keys, new Float64Array(2 * block.keys.length));
    block.starts = grown(block.starts, new Uint32Array(2 * block.keys.length + 1));
  }
  return end;
}

function grown<T extends Float64Array | Uint32Array | Uint16Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Puts like spectra together, copies them to memory of their final size, and lays them out in tiles. */
export function sealBlock(open: OpenBlock, tiledFrom: number): EiBlock {
  const spectra = arranged(open);
  return { ...spectra, ...summariseTiles(spectra), tiles: spectra.count < tiledFrom ? undefined : layTiles(spectra) };
}

function arranged(open: OpenBlock): BlockSpectra {
  const { count } = open;
  const order = similarOrder(count, open.starts, open.tokens);
  const keys = sharedFloat64(count);
  const starts = sharedUint32(count + 1);
  const tokens = sharedUint16(open.starts[count]!);
  const firstMz = sharedUint16(count);
  const peakCount = sharedUint16(count);
  const massNorm = sharedFloat64(count);
  const plainNorm = sharedFloat64(count);
  const squareNorm = sharedFloat64(count);
  let at = 0;
  for (let slot = 0; slot < count; slot++) {
    const source = order[slot]!;
    keys[slot] = open.keys[source]!;
    let m = 0;
    let peaks = 0;
    let first = 0;
    let mass = 0;
    let plain = 0;
    let square = 0;
    const end = open.starts[source + 1]!;
    for (let from = open.starts[source]!; from < end; from++) {
      const token = open.tokens[from]!;
      tokens[at++] = token;
      m += token >> INTENSITY_BITS;
      const intensity = token & INTENSITY_MASK;
      if (intensity === 0) continue;
      if (peaks === 0) first = m;
      peaks++;
      square += m * m * intensity;
      if (intensity < 2) continue;
      mass += m * intensity;
      plain += intensity;
    }
    starts[slot + 1] = at;
    firstMz[slot] = first;
    peakCount[slot] = peaks;
    massNorm[slot] = mass;
    plainNorm[slot] = plain;
    squareNorm[slot] = square;
  }
  return { count, keys, starts, tokens, firstMz, peakCount, massNorm, plainNorm, squareNorm };
}
