import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from './schema';

/** How long a statement waits for a lock of another process (a backup tool, the verifier on a live folder). */
const BUSY_TIMEOUT_MILLISECONDS = 5000;

/** A handle with the settings every connection to a laboratory file has. */
export function openConnection(path: string, options: { readonly queryOnly: boolean }): BetterSqlite3.Database {
  const handle = new BetterSqlite3(path, { timeout: BUSY_TIMEOUT_MILLISECONDS, fileMustExist: options.queryOnly });
  try {
    handle.pragma('journal_mode = WAL');
    handle.pragma('synchronous = FULL');
    handle.pragma('foreign_keys = ON');
    // Without it INSERT OR REPLACE slips past a delete trigger.
    handle.pragma('recursive_triggers = ON');
    // The schema of a file that came from elsewhere runs no functions with side effects.
    handle.pragma('trusted_schema = OFF');
    if (options.queryOnly) handle.pragma('query_only = ON');
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}

export function kyselyOn(handle: BetterSqlite3.Database): Kysely<Database> {
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: handle }) });
}
