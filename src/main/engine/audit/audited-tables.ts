import type BetterSqlite3 from 'better-sqlite3';
import { type RecordedChange, type RecordedRow, recordedRow } from './event';

/** Audited tables are those whose column `id` is TEXT; nothing else can take a table out of the trail. */
export function auditedTables(handle: BetterSqlite3.Database): readonly string[] {
  return handle
    .prepare<[], string>(
      `SELECT m.name FROM sqlite_master AS m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS c WHERE c.name = 'id' AND c.type = 'TEXT') ORDER BY m.name`,
    )
    .pluck()
    .all();
}

/** Every audited row as the trail keeps it, by table and id: what a migration is measured against. */
export function recordedRows(handle: BetterSqlite3.Database): ReadonlyMap<string, ReadonlyMap<string, RecordedRow>> {
  const rowsOf = (table: string) => handle.prepare<[], Record<string, unknown> & { readonly id: string }>(`SELECT * FROM "${table}"`).all();
  return new Map(auditedTables(handle).map((table) => [table, new Map(rowsOf(table).map((row) => [row.id, recordedRow(table, row)]))]));
}

/** What became of every audited row between two states: a new column is a change too. */
export function changesBetween(
  before: ReadonlyMap<string, ReadonlyMap<string, RecordedRow>>,
  after: ReadonlyMap<string, ReadonlyMap<string, RecordedRow>>,
): readonly RecordedChange[] {
  const changes: RecordedChange[] = [];
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(table), after.get(table)];
    for (const id of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])) {
      const [was, is] = [old?.get(id) ?? null, now?.get(id) ?? null];
      if (JSON.stringify(was) !== JSON.stringify(is)) changes.push({ table, id, before: was, after: is });
    }
  }
  return changes;
}
