import type { NominalSpectrum } from '../scores/nominal-spectrum';
import { forEachPackedPeak, packedLength, packPeaks } from './packed-peaks';

/** Spectra in one block: its array of sums (8 bytes each) stays in the processor's second-level cache. */
export const BLOCK_SIZE = 32_768;

/** √999 is stored as 255; every root is rounded up, so that a sum of products is never too small. */
const ROOT_STEPS = 255 / Math.sqrt(999);

/** The root that a stored byte stands for (at least √intensity). */
export const ROOT_OF_BYTE: Float64Array = Float64Array.from({ length: 256 }, (_, byte) => byte / ROOT_STEPS);
const BYTE_OF_INTENSITY: Uint8Array = Uint8Array.from({ length: 1000 }, (_, intensity) => rootByte(intensity));

/** Up to `BLOCK_SIZE` spectra as plain typed arrays; what moves between threads. */
export interface EiBlock {
  readonly count: number;
  readonly keys: Float64Array<ArrayBuffer>;
  /** Spectrum s is tokens[starts[s] … starts[s + 1]). */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly tokens: Uint16Array<ArrayBuffer>;
  readonly firstMz: Uint16Array<ArrayBuffer>;
  readonly peakCount: Uint16Array<ArrayBuffer>;
  /** Σ m·I and Σ I over peaks of at least 2, Σ m²·I over all: whole numbers, exact. */
  readonly massNorm: Float64Array<ArrayBuffer>;
  readonly plainNorm: Float64Array<ArrayBuffer>;
  readonly squareNorm: Float64Array<ArrayBuffer>;
  /** Which spectra have a peak at m/z m: slots[postings[m] … postings[m + 1]), and its root as a byte. */
  readonly postings: Uint32Array<ArrayBuffer>;
  readonly slots: Uint16Array<ArrayBuffer>;
  readonly roots: Uint8Array<ArrayBuffer>;
}

/** A block that is being filled. */
export interface OpenBlock {
  count: number;
  readonly keys: Float64Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
  tokens: Uint16Array<ArrayBuffer>;
}

export function openBlock(): OpenBlock {
  return { count: 0, keys: new Float64Array(BLOCK_SIZE), starts: new Uint32Array(BLOCK_SIZE + 1), tokens: new Uint16Array(65_536) };
}

/** Appends one prepared spectrum; the caller sees to it that the block has room. */
export function appendSpectrum(block: OpenBlock, key: number, spectrum: NominalSpectrum): void {
  const start = block.starts[block.count]!;
  const needed = start + packedLength(spectrum);
  if (needed > block.tokens.length) {
    const larger = new Uint16Array(Math.max(needed, Math.ceil(block.tokens.length * 1.5)));
    larger.set(block.tokens);
    block.tokens = larger;
  }
  block.keys[block.count] = key;
  block.starts[block.count + 1] = packPeaks(spectrum, block.tokens, start);
  block.count++;
}

/** Copies an open block to its final size and builds its posting lists by a counting sort over m/z. */
export function sealBlock(open: OpenBlock): EiBlock {
  const { count } = open;
  const starts = open.starts.slice(0, count + 1);
  const tokens = open.tokens.slice(0, starts[count]!);
  const firstMz = new Uint16Array(count);
  const peakCount = new Uint16Array(count);
  const massNorm = new Float64Array(count);
  const plainNorm = new Float64Array(count);
  const squareNorm = new Float64Array(count);
  const perMz = new Uint32Array(65_537);
  let highest = 0;
  for (let slot = 0; slot < count; slot++) {
    forEachPackedPeak(tokens, starts[slot]!, starts[slot + 1]!, (mz, intensity) => {
      if (peakCount[slot] === 0) firstMz[slot] = mz;
      peakCount[slot]!++;
      perMz[mz]!++;
      if (mz > highest) highest = mz;
      squareNorm[slot]! += mz * mz * intensity;
      if (intensity < 2) return;
      massNorm[slot]! += mz * intensity;
      plainNorm[slot]! += intensity;
    });
  }
  const postings = new Uint32Array(highest + 2);
  for (let mz = 0; mz <= highest; mz++) postings[mz + 1] = postings[mz]! + perMz[mz]!;
  const slots = new Uint16Array(postings[highest + 1]!);
  const roots = new Uint8Array(slots.length);
  const next = postings.slice();
  for (let slot = 0; slot < count; slot++) {
    forEachPackedPeak(tokens, starts[slot]!, starts[slot + 1]!, (mz, intensity) => {
      const at = next[mz]!;
      next[mz] = at + 1;
      slots[at] = slot;
      roots[at] = BYTE_OF_INTENSITY[intensity]!;
    });
  }
  return {
    count,
    keys: open.keys.slice(0, count),
    starts,
    tokens,
    firstMz,
    peakCount,
    massNorm,
    plainNorm,
    squareNorm,
    postings,
    slots,
    roots,
  };
}

/** Continues a sealed block that is not full. */
export function reopenBlock(block: EiBlock): OpenBlock {
  const open = openBlock();
  open.count = block.count;
  open.keys.set(block.keys);
  open.starts.set(block.starts);
  open.tokens = block.tokens.slice();
  return open;
}

function rootByte(intensity: number): number {
  const byte = Math.ceil(Math.sqrt(intensity) * ROOT_STEPS - 1e-9);
  // Rounding of the product must not make the stored root smaller than the true one.
  return byte < 255 && byte / ROOT_STEPS < Math.sqrt(intensity) ? byte + 1 : byte;
}
