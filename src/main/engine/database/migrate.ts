import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { appendEvent } from '../audit/append';
import { changesBetween, recordedRows } from '../audit/audited-tables';
import { syncFile, syncFolder } from './durable';
import type { Migration } from './migration';
import { OpeningFailure } from './opening-failure';

/** Kept in the file's header, so that a stranger's tool can tell whose file it is: "Alqt". */
export const APPLICATION_ID = 0x416c7174;

export interface MigrationRun {
  readonly from: number;
  readonly to: number;
  /** The verified copy made before, null for a new file or when nothing was pending. */
  readonly backup: string | null;
}

/** The number of the newest migration that a file has seen, 0 for a new one. */
export function schemaVersion(handle: BetterSqlite3.Database): number {
  return Number(handle.pragma('user_version', { simple: true }));
}

/**
 * Brings a laboratory file up to the program: verified backup, foreign keys off (SQLite ignores the pragma inside a transaction, and a
 * table rebuild with them on would delete children by cascade), every pending migration in one transaction, foreign_key_check before
 * COMMIT. What a migration does to records is an event of the trail like any other change. Either all of it stays or nothing.
 *
 * @param backups folder for the copy made before
 * @throws OpeningFailure `newer-file` when the file knows a migration that the program does not
 */
export function migrate(
  handle: BetterSqlite3.Database,
  migrations: readonly Migration[],
  options: { readonly backups: string; readonly now: string },
): MigrationRun {
  const from = schemaVersion(handle);
  const newest = migrations.at(-1)?.number ?? 0;
  refuseForeignOrNewer(handle, from, newest);
  const pending = migrations.filter(({ number }) => number > from);
  if (pending.length === 0) return { from, to: from, backup: null };

  const backup = from === 0 ? null : verifiedCopy(handle, options.backups, from, options.now);
  handle.pragma('foreign_keys = OFF');
  try {
    handle.exec('BEGIN IMMEDIATE');
    const before = recordedRows(handle);
    applyAll(handle, pending, options.now);
    handle.pragma(`user_version = ${newest}`);
    handle.pragma(`application_id = ${APPLICATION_ID}`);
    const broken = handle.pragma('foreign_key_check') as readonly { readonly table: string }[];
    if (broken.length > 0) throw new Error(`the migration leaves ${broken.length} broken references, the first in ${broken[0]?.table}`);
    appendEvent(handle, {
      at: options.now,
      actorId: null,
      actorName: null,
      action: 'database.migrate',
      subjectType: 'database',
      subjectId: 'laboratory.sqlite',
      subjectCode: null,
      reason: null,
      detail: { from, to: newest, migrations: pending.map(({ number, name }) => `${String(number).padStart(4, '0')}-${name}`) },
      changes: changesBetween(before, recordedRows(handle)),
    });
    handle.exec('COMMIT');
  } catch (error) {
    if (handle.inTransaction) handle.exec('ROLLBACK');
    throw error;
  } finally {
    handle.pragma('foreign_keys = ON');
  }
  return { from, to: newest, backup };
}

function refuseForeignOrNewer(handle: BetterSqlite3.Database, from: number, newest: number): void {
  const owner = Number(handle.pragma('application_id', { simple: true }));
  const tables = handle.prepare<[], { n: number }>("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get()?.n ?? 0;
  if (owner !== APPLICATION_ID && tables > 0) throw new OpeningFailure('corrupt', { code: 'NOT_A_LABORATORY', detail: 'application_id' });
  const recorded =
    tables === 0 ? 0 : (handle.prepare<[], { n: number | null }>('SELECT max(number) AS n FROM schema_migration').get()?.n ?? 0);
  const seen = Math.max(from, recorded);
  if (seen > newest) throw new OpeningFailure('newer-file', { file: seen, program: newest });
  if (from !== recorded)
    throw new OpeningFailure('corrupt', { code: 'SCHEMA_VERSION', detail: `user_version ${from}, schema_migration ${recorded}` });
}

function applyAll(handle: BetterSqlite3.Database, pending: readonly Migration[], now: string): void {
  handle.exec(
    'CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  const record = handle.prepare('INSERT INTO schema_migration (number, name, applied_at) VALUES (?, ?, ?)');
  for (const { number, name, sql } of pending) {
    handle.exec(sql);
    record.run(number, name, now);
  }
}

/** A copy of the file as it is, opened again and checked before anyone relies on it. */
function verifiedCopy(handle: BetterSqlite3.Database, folder: string, version: number, now: string): string {
  mkdirSync(folder, { recursive: true });
  const name = `before-migration-${String(version).padStart(4, '0')}-${now.replaceAll(':', '')}.sqlite`;
  const unchecked = join(folder, `${name}.unchecked`);
  if (existsSync(unchecked)) rmSync(unchecked);
  handle.prepare('VACUUM INTO ?').run(unchecked);
  const copy = new BetterSqlite3(unchecked, { readonly: true });
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok' || schemaVersion(copy) !== version)
      throw new Error(`the copy made before the migration is not sound: ${String(verdict)}`);
  } finally {
    copy.close();
  }
  syncFile(unchecked);
  renameSync(unchecked, join(folder, name));
  syncFolder(folder);
  return join(folder, name);
}
