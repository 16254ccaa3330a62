import type { TandemSpectrum } from './clean-spectrum';
import { shareCode } from './share-codes';
import { entropyShares } from './spectral-entropy';
import type { SpectrumStore } from './spectrum-store';

/** Spectra in one block at most: its sums (4 bytes each) stay in the processor's cache, and a slot fits 16 bits. */
export const BLOCK_SIZE = 32_768;

/** Posting lists per Da. */
export const BUCKETS_PER_DA = 100;
/** All m/z from 3000 on share the last list. */
export const LAST_BUCKET = 3000 * BUCKETS_PER_DA;

/** Up to `BLOCK_SIZE` prepared spectra, ascending by precursor m/z, as plain typed arrays over shared memory. */
export interface TandemBlock {
  readonly count: number;
  readonly keys: Float64Array<SharedArrayBuffer>;
  /** Ascending; 0 (not known) first. */
  readonly precursors: Float64Array<SharedArrayBuffer>;
  /** Spectral entropy of each spectrum, nats. */
  readonly entropies: Float64Array<SharedArrayBuffer>;
  /** Spectrum s is mz[starts[s] … starts[s + 1]). */
  readonly starts: Uint32Array<SharedArrayBuffer>;
  readonly mz: Float64Array<SharedArrayBuffer>;
  readonly intensity: Float32Array<SharedArrayBuffer>;
  /** Beside every peak its weighted share and its share, a byte each (`shareCode`), weighted in the high byte. */
  readonly codes: Uint16Array<SharedArrayBuffer>;
  /** At least 1 / ‖I‖, over all peaks and over those below the precursor. */
  readonly inverseNorm: Float32Array<SharedArrayBuffer>;
  readonly inverseLossNorm: Float32Array<SharedArrayBuffer>;
  readonly fragments: TandemPostings;
  readonly losses: TandemPostings;
}

/** Bucket b is entries[starts[b] … starts[b + 1]): slot in the high 16 bits, below it the two share codes. */
export interface TandemPostings {
  readonly starts: Uint32Array<SharedArrayBuffer>;
  readonly entries: Uint32Array<SharedArrayBuffer>;
}

/** The list of an m/z or a loss; grows with it. Negative values: the first list. */
export function bucketOf(value: number): number {
  const bucket = Math.floor(value * BUCKETS_PER_DA);
  return bucket < 0 ? 0 : bucket > LAST_BUCKET ? LAST_BUCKET : bucket;
}

/** Where a spectrum to be sealed stands. */
export interface StoredPlace {
  readonly store: Pick<SpectrumStore, 'keys' | 'precursors' | 'entropies' | 'starts' | 'mz' | 'intensity'>;
  readonly slot: number;
}

/** Gathers spectra, sorted by precursor and key by the caller, into a block and makes its posting lists by counting sorts. */
export function sealBlock(places: readonly StoredPlace[]): TandemBlock {
  const count = places.length;
  const peaks = places.reduce((sum, { store, slot }) => sum + store.starts[slot + 1]! - store.starts[slot]!, 0);
  const block = {
    count,
    keys: new Float64Array(new SharedArrayBuffer(8 * count)),
    precursors: new Float64Array(new SharedArrayBuffer(8 * count)),
    entropies: new Float64Array(new SharedArrayBuffer(8 * count)),
    starts: new Uint32Array(new SharedArrayBuffer(4 * (count + 1))),
    mz: new Float64Array(new SharedArrayBuffer(8 * peaks)),
    intensity: new Float32Array(new SharedArrayBuffer(4 * peaks)),
    codes: new Uint16Array(new SharedArrayBuffer(2 * peaks)),
    inverseNorm: new Float32Array(new SharedArrayBuffer(4 * count)),
    inverseLossNorm: new Float32Array(new SharedArrayBuffer(4 * count)),
  };
  for (let slot = 0; slot < count; slot++) {
    const { store, slot: from } = places[slot]!;
    const start = block.starts[slot]!;
    const first = store.starts[from]!;
    const last = store.starts[from + 1]!;
    const intensity = store.intensity.subarray(first, last);
    const precursor = store.precursors[from]!;
    block.keys[slot] = store.keys[from]!;
    block.precursors[slot] = precursor;
    block.entropies[slot] = store.entropies[from]!;
    block.starts[slot + 1] = start + last - first;
    const mz = store.mz.subarray(first, last);
    block.mz.set(mz, start);
    block.intensity.set(intensity, start);
    writeCodes(block, slot, mz, intensity, precursor);
  }
  return { ...block, fragments: fragmentPostings(block), losses: lossPostings(block) };
}

type Gathered = Omit<TandemBlock, 'fragments' | 'losses'>;

function writeCodes(block: Gathered, slot: number, mz: Float64Array, intensity: Float32Array, precursor: number): void {
  const start = block.starts[slot]!;
  const weighted = entropyShares(intensity, true, block.entropies[slot]!);
  let sum = 0;
  for (let i = 0; i < intensity.length; i++) sum += intensity[i]!;
  let squares = 0;
  let lossSquares = 0;
  for (let i = 0; i < intensity.length; i++) {
    const value = intensity[i]!;
    // The cosine bound multiplies the intensity itself, the entropy bound the share (of sum 1): the larger of the two bounds both.
    block.codes[start + i] = (shareCode(weighted[i]!) << 8) | shareCode(Math.max(value, value / sum));
    squares += value * value;
    if (mz[i]! < precursor) lossSquares += value * value;
  }
  block.inverseNorm[slot] = squares > 0 ? (1 + 1e-6) / Math.sqrt(squares) : 0;
  block.inverseLossNorm[slot] = lossSquares > 0 ? (1 + 1e-6) / Math.sqrt(lossSquares) : 0;
}

function fragmentPostings(block: Gathered): TandemPostings {
  const buckets = new Uint32Array(block.mz.length);
  for (let at = 0; at < buckets.length; at++) buckets[at] = bucketOf(block.mz[at]!);
  return countingSort(block, buckets);
}

/** Losses of spectra with a known precursor; those of peaks above it, below 0, are in the first list. */
function lossPostings(block: Gathered): TandemPostings {
  const buckets = new Uint32Array(block.mz.length).fill(NO_BUCKET);
  for (let slot = 0; slot < block.count; slot++) {
    const precursor = block.precursors[slot]!;
    if (precursor === 0) continue;
    for (let at = block.starts[slot]!; at < block.starts[slot + 1]!; at++) {
      buckets[at] = bucketOf(precursor - block.mz[at]!);
    }
  }
  return countingSort(block, buckets);
}

const NO_BUCKET = 0xffff_ffff;

function countingSort(block: Gathered, buckets: Uint32Array): TandemPostings {
  let highest = -1;
  for (let at = 0; at < buckets.length; at++) if (buckets[at] !== NO_BUCKET && buckets[at]! > highest) highest = buckets[at]!;
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (highest + 2)));
  const next = new Uint32Array(highest + 2);
  for (let at = 0; at < buckets.length; at++) if (buckets[at] !== NO_BUCKET) next[buckets[at]! + 1]!++;
  for (let bucket = 0; bucket <= highest; bucket++) next[bucket + 1]! += next[bucket]!;
  starts.set(next);
  const entries = new Uint32Array(new SharedArrayBuffer(4 * next[highest + 1]!));
  for (let slot = 0; slot < block.count; slot++) {
    for (let at = block.starts[slot]!; at < block.starts[slot + 1]!; at++) {
      const bucket = buckets[at]!;
      if (bucket === NO_BUCKET) continue;
      entries[next[bucket]!] = ((slot << 16) | block.codes[at]!) >>> 0;
      next[bucket]!++;
    }
  }
  return { starts, entries };
}

/** A view of one spectrum of a block, not a copy. */
export function blockSpectrum(block: TandemBlock, slot: number): TandemSpectrum {
  const start = block.starts[slot]!;
  const end = block.starts[slot + 1]!;
  return {
    mz: block.mz.subarray(start, end) as Float64Array,
    intensity: block.intensity.subarray(start, end) as Float32Array,
    precursorMz: block.precursors[slot]!,
  };
}
