import { useCallback, useState } from 'react';

interface Past<T> {
  readonly before: readonly T[];
  readonly now: T;
  readonly after: readonly T[];
}

/** Steps that can be taken back. */
const MOST_STEPS = 100;

/** A value whose changes can be undone and done again. */
export interface Undoable<T> {
  readonly value: T;
  readonly set: (next: T) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

export function useUndoable<T>(first: T): Undoable<T> {
  const [past, setPast] = useState<Past<T>>({ before: [], now: first, after: [] });
  const set = useCallback(
    (next: T) => setPast(({ before, now }) => ({ before: [...before.slice(1 - MOST_STEPS), now], now: next, after: [] })),
    [],
  );
  const undo = useCallback(
    () =>
      setPast((current) => {
        const last = current.before.at(-1);
        return last === undefined ? current : { before: current.before.slice(0, -1), now: last, after: [current.now, ...current.after] };
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setPast((current) => {
        const [next, ...after] = current.after;
        return next === undefined ? current : { before: [...current.before, current.now], now: next, after };
      }),
    [],
  );
  return { value: past.now, set, undo: past.before.length > 0 ? undo : undefined, redo: past.after.length > 0 ? redo : undefined };
}
