import type BetterSqlite3 from 'better-sqlite3';
import type { BulkCheck } from '../audit/service';
import { RowsDigest } from './rows-digest';
import type { SpectrumRow } from './spectrum-row';

const ROWS_AT_ONCE = 200;

/**
 * Computes the digest of every collection again from its stored rows. The digest that the import recorded stands in the collection's own
 * row, which the trail accounts for.
 */
export const importedRows: BulkCheck = {
  count: (reader) => Number(reader.prepare('SELECT coalesce(sum(spectra), 0) FROM collection').pluck().get()),
  find: firstAltered,
};

async function firstAltered(reader: BetterSqlite3.Database, breathe: () => Promise<void>): ReturnType<BulkCheck['find']> {
  const collections = reader
    .prepare<[], { id: string; import_key: number; rows_sha256: string }>(
      'SELECT id, import_key, rows_sha256 FROM collection ORDER BY import_key',
    )
    .all();
  for (const { id, import_key, rows_sha256 } of collections) {
    const found = await digestOfImport(reader, import_key, breathe);
    if (found !== rows_sha256) return { table: 'collection', rowId: id, column: 'rows_sha256', expected: rows_sha256, found };
  }
  return null;
}

async function digestOfImport(reader: BetterSqlite3.Database, importKey: number, breathe: () => Promise<void>): Promise<string> {
  const digest = new RowsDigest();
  const next = reader.prepare<[number, number], SpectrumRow & { readonly ordinal: number }>(
    `SELECT * FROM reference_spectrum JOIN reference_spectrum_content USING (key) WHERE import_key = ? AND ordinal > ? ORDER BY ordinal LIMIT ${ROWS_AT_ONCE}`,
  );
  for (let rows = next.all(importKey, -1); rows.length > 0; rows = next.all(importKey, rows.at(-1)?.ordinal ?? 0)) {
    for (const row of rows) {
      digest.add(row);
      await breathe();
    }
  }
  return digest.end();
}
