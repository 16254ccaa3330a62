import type { NominalSpectrum } from '../scores/nominal-spectrum';
import { clusterSpectra } from './clusters';
import { summariseGroups } from './group-summaries';
import { INTENSITY_BITS, INTENSITY_MASK, packedLength, packPeaks } from './packed-peaks';
import { sharedFloat64, sharedUint16, sharedUint32 } from './shared-arrays';

/** Spectra in one block at most. */
export const BLOCK_SIZE = 262_144;

/** What is known of each spectrum of a block; like spectra stand together as a group. */
export interface BlockSpectra {
  readonly count: number;
  readonly groups: number;
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
  /** Group g is the spectra groupStarts[g] … groupStarts[g + 1]. */
  readonly groupStarts: Uint32Array;
}

/** What is known of each group: bounds that hold for every spectrum of it. Arrays by group unless said otherwise. */
export interface GroupSummaries {
  /** 1/√ of the least norm, rounded up. */
  readonly inverseMass: Float32Array;
  readonly inversePlain: Float32Array;
  readonly inverseSquare: Float32Array;
  /** The highest first m/z. */
  readonly lastFirstMz: Uint16Array;
  /** The least share of the norm (of 255, rounded down) from a checkpoint on: [checkpoint · groups + group]. */
  readonly massFrom: Uint8Array;
  readonly plainFrom: Uint8Array;
  /** Which groups have a peak at m/z m: postings[m] … postings[m + 1] of `posted`, each group · 256 + largest root as a byte. */
  readonly postings: Uint32Array;
  readonly posted: Uint32Array;
  /** One bit a group, 32 to a word, [word · RUN_MZ + m]: some spectrum has a peak there; all have one of at least 2. */
  readonly somePeak: Uint32Array;
  readonly allStrong: Uint32Array;
}

/** Up to `BLOCK_SIZE` spectra as plain typed arrays over shared memory, which several threads may search at once. */
export interface EiBlock extends BlockSpectra, GroupSummaries {}

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

/** Puts like spectra together, copies them to memory of their final size, and sums up every group. */
export function sealBlock(open: OpenBlock): EiBlock {
  const spectra = arranged(open);
  return { ...spectra, ...summariseGroups(spectra) };
}

function arranged(open: OpenBlock): BlockSpectra {
  const { count } = open;
  const { groups, groupOf } = clusterSpectra(count, open.starts, open.tokens);
  const groupStarts = sharedUint32(groups + 1);
  for (let s = 0; s < count; s++) groupStarts[groupOf[s]! + 1]!++;
  for (let g = 0; g < groups; g++) groupStarts[g + 1]! += groupStarts[g]!;
  const next = Uint32Array.from(groupStarts);
  const placeOf = new Uint32Array(count);
  for (let s = 0; s < count; s++) placeOf[next[groupOf[s]!]!++] = s;

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
    const source = placeOf[slot]!;
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
  return { count, groups, keys, starts, tokens, firstMz, peakCount, massNorm, plainNorm, squareNorm, groupStarts };
}
