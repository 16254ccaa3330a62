import type BetterSqlite3 from 'better-sqlite3';
import type { BulkCheck } from '../audit/service';
import { RowsDigest, rowHash } from './rows-digest';
import type { SpectrumRow } from './spectrum-row';

const ROWS_AT_ONCE = 200;

const WHOLE_ROWS = `reference_spectrum JOIN reference_spectrum_content USING (key) LEFT JOIN reference_curves USING (key)`;

type StoredRow = SpectrumRow & { readonly ordinal: number; readonly key: number };

interface StoredCollection {
  readonly id: string;
  readonly import_key: number;
  readonly spectra: number;
  readonly rows_sha256: string;
}

/**
 * Computes the digest of every collection again from its stored rows, and the hash of every spectrum added since. The digest that the import recorded
 * stands in the collection's own row, the hashes in rows of added_spectrum; the trail accounts for both.
 */
export const importedRows: BulkCheck = {
  count: (reader) =>
    Number(
      reader.prepare('SELECT (SELECT coalesce(sum(spectra), 0) FROM collection) + (SELECT count(*) FROM added_spectrum)').pluck().get(),
    ),
  find: firstAltered,
};

async function firstAltered(reader: BetterSqlite3.Database, breathe: () => Promise<void>): ReturnType<BulkCheck['find']> {
  const collections = reader
    .prepare<[], StoredCollection>('SELECT id, import_key, spectra, rows_sha256 FROM collection ORDER BY import_key')
    .all();
  for (const collection of collections) {
    const { id, rows_sha256 } = collection;
    const found = await digestOfImport(reader, collection, breathe);
    if (found !== rows_sha256) return { table: 'collection', rowId: id, column: 'rows_sha256', expected: rows_sha256, found };
    const altered = await firstAlteredAddition(reader, collection, breathe);
    if (altered !== null) return altered;
  }
  return null;
}

async function digestOfImport(reader: BetterSqlite3.Database, collection: StoredCollection, breathe: () => Promise<void>): Promise<string> {
  const digest = new RowsDigest();
  const next = reader.prepare<[number, number, number], StoredRow>(
    `SELECT * FROM ${WHOLE_ROWS} WHERE import_key = ? AND ordinal > ? AND ordinal < ? ORDER BY ordinal LIMIT ${ROWS_AT_ONCE}`,
  );
  const { import_key: importKey, spectra } = collection;
  for (let rows = next.all(importKey, -1, spectra); rows.length > 0; rows = next.all(importKey, rows.at(-1)?.ordinal ?? 0, spectra)) {
    for (const row of rows) {
      digest.add(row);
      await breathe();
    }
  }
  return digest.end();
}

/** Rows behind the published ones are those that were added, one for one. */
async function firstAlteredAddition(
  reader: BetterSqlite3.Database,
  { id, import_key, spectra }: StoredCollection,
  breathe: () => Promise<void>,
): ReturnType<BulkCheck['find']> {
  const added = reader
    .prepare<[string], { id: string; place: number; spectrum_key: number; row_sha256: string }>(
      'SELECT id, place, spectrum_key, row_sha256 FROM added_spectrum WHERE collection_id = ? ORDER BY place',
    )
    .all(id);
  const rows = reader.prepare<[number, number], StoredRow>(`SELECT * FROM ${WHOLE_ROWS} WHERE import_key = ? AND ordinal = ?`);
  for (const { id: rowId, place, spectrum_key, row_sha256 } of added) {
    const row = rows.get(import_key, spectra + place);
    const found = row?.key === spectrum_key ? rowHash(row).toString('hex') : '';
    if (found !== row_sha256) return { table: 'added_spectrum', rowId, column: 'row_sha256', expected: row_sha256, found };
    await breathe();
  }
  const behind = Number(
    reader.prepare('SELECT count(*) FROM reference_spectrum WHERE import_key = ? AND ordinal >= ?').pluck().get(import_key, spectra),
  );
  if (behind === added.length) return null;
  return { table: 'collection', rowId: id, column: 'spectra', expected: String(spectra + added.length), found: String(spectra + behind) };
}
