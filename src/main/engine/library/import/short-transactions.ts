import type BetterSqlite3 from 'better-sqlite3';

/** A transaction of the bulk work aims at this and ends below twice as much: the engine waits for it when it has something to write. */
const AIM_MILLISECONDS = 20;
const FEWEST = 4;
const MOST = 1500;

export interface ShortTransactions {
  /** How many rows the next transaction should take. */
  readonly size: number;
  /** Runs one transaction over the given number of rows and learns from how long it took. */
  run(rows: number, body: () => void): void;
  /** The longest so far, milliseconds. */
  readonly longest: number;
}

/** Immediate transactions whose size follows the machine: the write lock is never held for long. */
export function shortTransactions(handle: BetterSqlite3.Database): ShortTransactions {
  let size = 40;
  let longest = 0;
  return {
    get size() {
      return size;
    },
    get longest() {
      return longest;
    },
    run(rows, body) {
      handle.exec('BEGIN IMMEDIATE');
      const begun = performance.now();
      try {
        body();
        handle.exec('COMMIT');
      } catch (error) {
        if (handle.inTransaction) handle.exec('ROLLBACK');
        throw error;
      }
      const took = performance.now() - begun;
      longest = Math.max(longest, took);
      const suggested = (rows * AIM_MILLISECONDS) / Math.max(1, took);
      size = Math.round(Math.min(MOST, Math.max(FEWEST, Math.min(suggested, size * 1.5))));
    },
  };
}
