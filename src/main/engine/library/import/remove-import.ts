import type BetterSqlite3 from 'better-sqlite3';
import { shortTransactions } from './short-transactions';

/** Removes the rows of an import that never came to be published, in short transactions, and then the import itself. */
export function removeImport(handle: BetterSqlite3.Database, importKey: number): number {
  const published = handle.prepare('SELECT 1 FROM collection WHERE import_key = ?').get(importKey);
  if (published !== undefined) throw new Error(`import ${importKey} is published`);
  const some = handle.prepare<[number, number], { key: number }>('SELECT key FROM reference_spectrum WHERE import_key = ? LIMIT ?');
  const removals = [
    handle.prepare('DELETE FROM spectrum_name_index WHERE rowid = ?'),
    handle.prepare('DELETE FROM reference_curves WHERE key = ?'),
    handle.prepare('DELETE FROM reference_spectrum_content WHERE key = ?'),
    handle.prepare('DELETE FROM reference_spectrum WHERE key = ?'),
  ];
  const transactions = shortTransactions(handle);
  let removed = 0;
  for (;;) {
    const keys = some.all(importKey, transactions.size);
    if (keys.length === 0) break;
    transactions.run(keys.length, () => {
      for (const { key } of keys) for (const removal of removals) removal.run(key);
    });
    removed += keys.length;
  }
  handle.prepare('DELETE FROM library_import WHERE import_key = ?').run(importKey);
  return removed;
}
