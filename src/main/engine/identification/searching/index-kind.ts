import type { Technique, Trace } from '../../../../core/spectrum/curves';
import type { Ionisation } from '../../../../core/spectrum/mass-spectrum';

/** A reference as an index takes it in: the peaks of a mass spectrum, or the trace of curves. */
export interface IndexedRow {
  readonly key: number;
  readonly ordinal: number;
  readonly ionisation: Ionisation;
  readonly precursorMz: number | null;
  readonly nominalMass: number | null;
  /** Empty for curves. */
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  readonly technique: Technique;
  /** Null for a mass spectrum. */
  readonly trace: Trace | null;
}

/**
 * An index over references of one family: which rows it takes, how it is made, joined and taken up. `State` is plain: objects and arrays of
 * numbers, words, typed arrays and memories (`shared-state`), so that threads can share it and a file can keep it. `settings` is what all of its rows were prepared by, as JSON;
 * '' where there is but one way.
 */
export interface IndexKind<Index, State> {
  /** What the numbers inside depend on: another version of the preparation makes another index. */
  readonly version: string;
  readonly technique: (settings: string) => Technique;
  /** Further condition on rows of reference_spectrum (as `spectrum`). */
  readonly rows: string;
  /** Ionisations taken where a search names none; null where how ions were made is no question. */
  readonly ionisation: readonly Ionisation[] | null;
  /** Rows that one thread builds at a time. */
  readonly rowsPerStep: number;
  build(rows: Iterable<IndexedRow>, settings: string): State;
  join(states: readonly State[]): State;
  open(state: State): Index;
  /** Takes more rows into an index of this thread alone. */
  extend(index: Index | undefined, rows: readonly IndexedRow[], settings: string): Index;
}
