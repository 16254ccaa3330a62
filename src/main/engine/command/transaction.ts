import { setTimeout as sleep } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import { asStorageFailure, storageFailureKind } from '../database/storage-failure';

/** How long a change waits while a thread of a bulk import holds the file's write lock. */
const PATIENCE_MILLISECONDS = 10_000;
const RETRY_MILLISECONDS = 2;

/**
 * One immediate transaction on the writing connection: all of the body or nothing. The body awaits SQL alone: the whole of it must be
 * over before the event loop turns, so that no other statement can slip onto the connection and the file is never locked by waiting.
 *
 * @throws Failure STORAGE when the file cannot take it; what the body threw, after ROLLBACK
 */
export async function immediateTransaction<T>(handle: BetterSqlite3.Database, body: () => Promise<T>): Promise<T> {
  try {
    await begin(handle);
    let loopTurned = false;
    const witness = setImmediate(() => {
      loopTurned = true;
    });
    try {
      const result = await body();
      if (loopTurned) throw new Error('a change awaited something else than SQL');
      handle.exec('COMMIT');
      return result;
    } finally {
      clearImmediate(witness);
    }
  } catch (error) {
    if (handle.open && handle.inTransaction) handle.exec('ROLLBACK');
    throw asStorageFailure(error);
  }
}

/** BEGIN IMMEDIATE with patience that does not block the engine (the handle's own busy timeout would). */
async function begin(handle: BetterSqlite3.Database): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      handle.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (storageFailureKind(error) !== 'busy' || performance.now() > giveUpAt) throw error;
      await sleep(RETRY_MILLISECONDS);
    }
  }
}
