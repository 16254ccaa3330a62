import { limits } from '../limits';

/** Peaks ready for a spectrum, and what had to be noticed on the way. */
export interface FinishedPeaks {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  /** Whether the file gave them out of order. */
  readonly sorted: boolean;
  /** Peaks whose m/z an earlier peak already has; both are kept. */
  readonly repeated: number;
  /** The first m/z given twice. */
  readonly repeatedMz: number;
}

/** Grows as peaks are found, never by a number a file states; used again for every record. */
export class PeakList {
  #mz = new Float64Array(512);
  #intensity = new Float64Array(512);
  length = 0;
  /** Peaks beyond the limit were met; they are not kept, and the record is to be refused. */
  overflowed = false;

  clear(): void {
    this.length = 0;
    this.overflowed = false;
  }

  /** Takes back all peaks from `length` on. */
  truncate(length: number): void {
    this.length = length;
  }

  push(mz: number, intensity: number): void {
    const at = this.length;
    if (at === this.#mz.length) {
      if (at >= limits.peaksPerSpectrum) {
        this.overflowed = true;
        return;
      }
      this.#grow(Math.min(2 * at, limits.peaksPerSpectrum));
    }
    this.#mz[at] = mz;
    this.#intensity[at] = intensity;
    this.length = at + 1;
  }

  lastMz(): number {
    return this.#mz[this.length - 1] as number;
  }

  /** Copies out, in ascending m/z (stable: of equal m/z the first in the file comes first), multiplied by the factors of the file. */
  finish(mzFactor = 1, intensityFactor = 1): FinishedPeaks {
    const length = this.length;
    // One piece of memory for both: making and freeing it costs as much as filling it.
    const memory = new ArrayBuffer(16 * length);
    const mz = new Float64Array(memory, 0, length);
    const intensity = new Float64Array(memory, 8 * length, length);
    copy(this.#mz, mz);
    copy(this.#intensity, intensity);
    if (mzFactor !== 1) for (let i = 0; i < length; i++) mz[i] = (mz[i] as number) * mzFactor;
    if (intensityFactor !== 1) for (let i = 0; i < length; i++) intensity[i] = (intensity[i] as number) * intensityFactor;
    const rises = xRises(mz, length);
    const sorted = rises || xIsAscending(mz);
    if (!sorted) sortTogether(mz, intensity);
    return { mz, intensity, sorted, ...(rises ? NO_REPEATS : repeatsOf(mz)) };
  }

  #grow(capacity: number): void {
    const mz = new Float64Array(capacity);
    const intensity = new Float64Array(capacity);
    mz.set(this.#mz);
    intensity.set(this.#intensity);
    this.#mz = mz;
    this.#intensity = intensity;
  }
}

/** As long as `into`; for the few dozens of most spectra faster than `set` of a part. */
function copy(from: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = from[i] as number;
}

const NO_REPEATS = { repeated: 0, repeatedMz: 0 } as const;

/** Whether every m/z is above the one before, as in nearly every record. */
function xRises(x: Float64Array, length: number): boolean {
  for (let i = 1; i < length; i++) if (!((x[i] as number) > (x[i - 1] as number))) return false;
  return true;
}

function repeatsOf(mz: Float64Array): Pick<FinishedPeaks, 'repeated' | 'repeatedMz'> {
  let repeated = 0;
  let repeatedMz = 0;
  let before = Number.NaN;
  for (let i = 0; i < mz.length; i++) {
    const here = mz[i] as number;
    if (here === before && repeated++ === 0) repeatedMz = here;
    before = here;
  }
  return { repeated, repeatedMz };
}

function xIsAscending(x: Float64Array): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    const here = x[i] as number;
    if (here < before) return false;
    before = here;
  }
  return true;
}

function sortTogether(mz: Float64Array, intensity: Float64Array): void {
  const order = Uint32Array.from(mz, (_, i) => i).sort((a, b) => (mz[a] as number) - (mz[b] as number) || a - b);
  const oldMz = mz.slice();
  const oldIntensity = intensity.slice();
  for (let i = 0; i < order.length; i++) {
    const from = order[i] as number;
    mz[i] = oldMz[from] as number;
    intensity[i] = oldIntensity[from] as number;
  }
}
