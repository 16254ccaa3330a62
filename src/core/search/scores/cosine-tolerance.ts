import { halfWidths, type MzTolerance } from '../tandem/tolerance';
import { assignMost } from './assignment';
import type { CosineWeights } from './cosine';
import type { PeakArrays } from './nominal-spectrum';

export interface ToleranceOptions extends CosineWeights {
  /** Two peaks may match when |m/z difference| ≤ this: Da, or relative to the query's m/z. */
  readonly tolerance: number | MzTolerance;
  /**
   * m/z added to the library's peaks for a second chance to match (precursor difference of the modified cosine), Da.
   * @default none
   */
  readonly shift?: number;
  /** How peaks that compete are paired: largest product first, or the assignment with the largest sum. @default 'greedy' */
  readonly pairing?: 'greedy' | 'optimal';
}

export interface ToleranceScore {
  /** 0 to 1. */
  readonly score: number;
  readonly matches: number;
}

/** The score with the peaks that made it. */
export interface PairedCosine extends ToleranceScore {
  /** For each query peak the library's peak it was paired with, −1 without one. */
  readonly partner: Int32Array;
  /** 1 where the pair was found after shifting the library's peak. */
  readonly byLoss: Uint8Array;
}

/**
 * Cosine of accurate-mass spectra: peaks within the tolerance match, each peak once. Weights w = m^p · I^q with the defaults
 * p = 0, q = 1 (as matchms). With `shift` it is the modified cosine (Watrous et al., PNAS 109 (2012) E1743). Peaks in any order.
 */
export function cosineWithTolerance(query: PeakArrays, library: PeakArrays, options: ToleranceOptions): PairedCosine {
  const pairs = new PairList(weightsOf(query, options), weightsOf(library, options));
  const widths = widthsOf(options.tolerance, query.mz);
  const order = ascendingOrder(library.mz);
  pairs.collect(query.mz, library.mz, order, widths, 'fragment');
  if (options.shift !== undefined) pairs.collect(query.mz, library.mz, order, widths, 'loss', options.shift);
  return pairs.score(options.pairing ?? 'greedy');
}

/**
 * Cosine of neutral losses (precursor − m/z): peaks at or above the precursor are left out, then losses are matched within the
 * tolerance (relative: to the query's fragment m/z). Precursors in m/z.
 */
export function neutralLossCosine(
  query: PeakArrays & { readonly precursorMz: number },
  library: PeakArrays & { readonly precursorMz: number },
  options: Omit<ToleranceOptions, 'shift'>,
): PairedCosine {
  const pairs = new PairList(weightsOf(query, options, query.precursorMz), weightsOf(library, options, library.precursorMz));
  const widths = widthsOf(options.tolerance, query.mz);
  pairs.collect(query.mz, library.mz, ascendingOrder(library.mz), widths, 'loss', query.precursorMz - library.precursorMz);
  return pairs.score(options.pairing ?? 'greedy');
}

/** Pairs that may match, and their products. A peak of weight 0 never matches. */
class PairList {
  readonly #query: Float64Array;
  readonly #library: Float64Array;
  readonly #i: number[] = [];
  readonly #j: number[] = [];
  readonly #product: number[] = [];
  readonly #byLoss: number[] = [];

  constructor(query: Float64Array, library: Float64Array) {
    this.#query = query;
    this.#library = library;
  }

  /** Takes in what lies within the window after shifting the library; `order` lists the library's peaks by ascending m/z. */
  collect(
    query: ArrayLike<number>,
    library: ArrayLike<number>,
    order: ArrayLike<number>,
    widths: Float64Array,
    by: 'fragment' | 'loss',
    shift = 0,
  ): void {
    for (let i = 0; i < query.length; i++) {
      const weight = this.#query[i]!;
      if (!(weight > 0)) continue;
      const width = widths[i]!;
      const slack = 1e-9 * (1 + query[i]!);
      for (let at = firstAtLeast(library, order, query[i]! - shift - width - slack); at < order.length; at++) {
        const j = order[at]!;
        const difference = query[i]! - library[j]! - shift;
        if (difference < -width - slack) break;
        if (!(Math.abs(difference) <= width) || !(this.#library[j]! > 0)) continue;
        this.#i.push(i);
        this.#j.push(j);
        this.#byLoss.push(by === 'loss' ? 1 : 0);
        this.#product.push(weight * this.#library[j]!);
      }
    }
  }

  score(pairing: 'greedy' | 'optimal'): PairedCosine {
    const chosen = pairing === 'optimal' ? this.#optimally() : this.#greedily();
    const partner = new Int32Array(this.#query.length).fill(-1);
    const byLoss = new Uint8Array(this.#query.length);
    let sum = 0;
    for (const k of chosen) {
      byLoss[this.#i[k]!] = this.#byLoss[k]!;
      partner[this.#i[k]!] = this.#j[k]!;
      sum += this.#product[k]!;
    }
    const norm = Math.sqrt(sumOfSquares(this.#query) * sumOfSquares(this.#library));
    return { score: norm > 0 ? Math.min(1, sum / norm) : 0, matches: chosen.length, partner, byLoss };
  }

  #greedily(): readonly number[] {
    const usedQuery = new Uint8Array(this.#query.length);
    const usedLibrary = new Uint8Array(this.#library.length);
    const by = (a: number, b: number) =>
      this.#product[b]! - this.#product[a]! || this.#i[a]! - this.#i[b]! || this.#j[a]! - this.#j[b]! || a - b;
    const order = this.#product.map((_, k) => k).sort(by);
    return order.filter((k) => {
      if (usedQuery[this.#i[k]!] === 1 || usedLibrary[this.#j[k]!] === 1) return false;
      usedQuery[this.#i[k]!] = 1;
      usedLibrary[this.#j[k]!] = 1;
      return true;
    });
  }

  #optimally(): readonly number[] {
    const columns = this.#library.length;
    const gain = new Float64Array(this.#query.length * columns);
    const byCell = new Map<number, number>();
    this.#product.forEach((product, k) => {
      const cell = this.#i[k]! * columns + this.#j[k]!;
      gain[cell] = product;
      byCell.set(cell, k);
    });
    return assignMost(gain, this.#query.length, columns).flatMap((column, row) => {
      const k = column < 0 ? undefined : byCell.get(row * columns + column);
      return k === undefined ? [] : [k];
    });
  }
}

/** m^p · I^q; 0 at or above `below`. */
function weightsOf(peaks: PeakArrays, powers: CosineWeights, below = Number.POSITIVE_INFINITY): Float64Array {
  const { mzPower = 0, intensityPower = 1 } = powers;
  return Float64Array.from({ length: peaks.mz.length }, (_, i) =>
    peaks.mz[i]! < below ? peaks.mz[i]! ** mzPower * peaks.intensity[i]! ** intensityPower : 0,
  );
}

function widthsOf(tolerance: number | MzTolerance, mz: ArrayLike<number>): Float64Array {
  return halfWidths(typeof tolerance === 'number' ? { value: tolerance, unit: 'Da' } : tolerance, mz);
}

function ascendingOrder(mz: ArrayLike<number>): ArrayLike<number> {
  const order = Int32Array.from({ length: mz.length }, (_, i) => i);
  for (let i = 1; i < mz.length; i++) if (mz[i]! < mz[i - 1]!) return order.sort((a, b) => mz[a]! - mz[b]! || a - b);
  return order;
}

function firstAtLeast(mz: ArrayLike<number>, order: ArrayLike<number>, value: number): number {
  let from = 0;
  let to = order.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (mz[order[middle]!]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return sum;
}
