import type { RowSums } from './row-sums';

/** Sums of the rows of one coverage over one set of places, in the order of the coverage's positions. */
interface CachedSums {
  mean: Float64Array;
  length: Float64Array;
  count: number;
}

/** Sums kept, in rows of the whole index: a laboratory's queries come from few instruments. */
const KEPT = 8;

/** Row sums by what they are of, the oldest dropped first. A row's sums never change. */
export class RowSumsCache {
  readonly #kept = new Map<string, CachedSums>();
  #rows = 0;

  /** The sums of the first `count` rows; those not known yet are made by `sumsOf`. */
  get(key: string, count: number, indexSize: number, sumsOf: (row: number) => RowSums): Pick<CachedSums, 'mean' | 'length'> {
    const sums = this.#kept.get(key) ?? { mean: new Float64Array(0), length: new Float64Array(0), count: 0 };
    if (sums.mean.length < count) {
      const room = Math.max(count, Math.min(2 * sums.mean.length, indexSize));
      this.#rows += room - sums.mean.length;
      sums.mean = grown(sums.mean, room);
      sums.length = grown(sums.length, room);
    }
    for (; sums.count < count; sums.count++) {
      const { mean, length } = sumsOf(sums.count);
      sums.mean[sums.count] = mean;
      sums.length[sums.count] = length;
    }
    this.#kept.delete(key);
    this.#kept.set(key, sums);
    for (const [oldest, dropped] of this.#kept) {
      if (this.#rows <= KEPT * indexSize || oldest === key) break;
      this.#kept.delete(oldest);
      this.#rows -= dropped.mean.length;
    }
    return sums;
  }
}

function grown(array: Float64Array, length: number): Float64Array {
  const larger = new Float64Array(length);
  larger.set(array);
  return larger;
}
