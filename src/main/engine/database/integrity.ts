import type BetterSqlite3 from 'better-sqlite3';

/** Up to this size the whole file is checked before it is used: a tenth of a second. */
const CHECKED_WHOLE_BYTES = 32 << 20;

export interface OpeningCheck {
  /** What SQLite says of the first damage, null when it found none. */
  readonly damage: string | null;
  /** Whether all of the file was looked at; if not, `wholeCheck` is due. */
  readonly whole: boolean;
}

/**
 * The check before a laboratory file is used. Of a big file only the records are checked and not the bulk rows (those whose key is an
 * integer `key`, the spectra), because a cold start must not wait for them; they are checked afterwards by a thread.
 */
export function openingCheck(handle: BetterSqlite3.Database): OpeningCheck {
  const pages = Number(handle.pragma('page_count', { simple: true }));
  const size = pages * Number(handle.pragma('page_size', { simple: true }));
  if (size <= CHECKED_WHOLE_BYTES) return { damage: wholeCheck(handle), whole: true };
  const tables = handle
    .prepare<[], string>(
      `SELECT m.name FROM sqlite_master AS m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND NOT EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS c WHERE c.name = 'key' AND c.pk = 1)`,
    )
    .pluck()
    .all();
  const damage = tables
    .map((table) => verdictOf(handle.pragma(`quick_check('${table.replaceAll("'", "''")}')`, { simple: true })))
    .find((verdict) => verdict !== null);
  return { damage: damage ?? null, whole: false };
}

/** SQLite's quick_check of everything. */
export function wholeCheck(handle: BetterSqlite3.Database): string | null {
  return verdictOf(handle.pragma('quick_check(1)', { simple: true }));
}

const verdictOf = (verdict: unknown): string | null => (verdict === 'ok' ? null : String(verdict));
