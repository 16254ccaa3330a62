import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { OpeningFailure } from './opening-failure';
import { storageFailureKind } from './storage-failure';

export interface FolderLock {
  release(): void;
}

/**
 * Takes the laboratory folder for this program: an exclusive transaction on lock.sqlite, held for the life of the engine. The system
 * lets it go when the process ends in whatever way, so a lock is never left behind.
 *
 * @throws OpeningFailure `folder-in-use` when another program holds it
 */
export function lockFolder(folder: string): FolderLock {
  const handle = new BetterSqlite3(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    handle.pragma('journal_mode = DELETE');
    handle.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    handle.close();
    if (storageFailureKind(error) === 'busy') throw new OpeningFailure('folder-in-use', { folder }, error);
    throw error;
  }
  return { release: () => handle.close() };
}
