import type { Ionisation } from '../../../../core/spectrum/mass-spectrum';

/** A reference spectrum as an index takes it in. */
export interface IndexedRow {
  readonly key: number;
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  readonly precursorMz: number | null;
}

/**
 * An index over reference spectra of one family: which rows it takes, how it is made, joined and taken up. `State` is plain: objects and arrays of
 * numbers, words and typed arrays, so that threads can share it and a file can keep it.
 */
export interface IndexKind<Index, State> {
  /** What the numbers inside depend on: another version of the preparation makes another index. */
  readonly version: string;
  /** Condition on rows of reference_spectrum (as `spectrum`). */
  readonly rows: string;
  /** Ionisations taken where a search names none. */
  readonly ionisation: readonly Ionisation[];
  /** Rows that one thread builds at a time; states of so many each can be joined. */
  readonly rowsPerStep: number;
  build(rows: Iterable<IndexedRow>): State;
  join(states: readonly State[]): State;
  open(state: State): Index;
  /** Takes more rows into an index of this thread alone. */
  extend(index: Index | undefined, rows: readonly IndexedRow[]): Index;
  readonly sizeOf: (index: Index) => number;
}
