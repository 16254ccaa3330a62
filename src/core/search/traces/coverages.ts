import { intersection, pointsOf, type Segments, segmentsKey } from './segments';

/** Rows that have values at the same places. */
export interface Coverage {
  readonly segments: Segments;
  /** Positions of its rows in the index, ascending. */
  readonly positions: number[];
}

/** The coverages of an index: few, since instruments of a laboratory record the same range again and again. */
export class Coverages {
  readonly all: Coverage[] = [];
  readonly #byKey = new Map<string, number>();

  /** Number of the coverage with these segments; a new one where there is none. */
  numberOf(segments: Segments): number {
    const key = segmentsKey(segments);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.#byKey.set(key, this.all.length);
    this.all.push({ segments, positions: [] });
    return this.all.length - 1;
  }
}

/** What a query and a coverage have in common. */
export interface Overlap {
  readonly common: Segments;
  readonly points: number;
  /** Of the query's points, 0 to 1. */
  readonly share: number;
}

export function overlapOf(query: Segments, coverage: Segments): Overlap {
  const common = intersection(query, coverage);
  const points = pointsOf(common);
  return { common, points, share: points / pointsOf(query) };
}
