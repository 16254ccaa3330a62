import BetterSqlite3 from 'better-sqlite3';
import { wholeCheck } from '../database/integrity';
import { serveTask } from './serve-task';

/** Checks a whole laboratory file; it may take seconds for a big library, which is why it is a thread. */
serveTask<{ readonly file: string }, never, { readonly damage: string | null }>(({ file }) => {
  const handle = new BetterSqlite3(file, { readonly: true });
  try {
    return { damage: wholeCheck(handle) };
  } finally {
    handle.close();
  }
});
