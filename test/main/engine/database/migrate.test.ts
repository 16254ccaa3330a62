import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walkTrail } from '../../../../src/main/engine/audit/verify';
import { openConnection } from '../../../../src/main/engine/database/connection';
import { migrate, schemaVersion } from '../../../../src/main/engine/database/migrate';
import type { Migration } from '../../../../src/main/engine/database/migration';
import { migrations } from '../../../../src/main/engine/database/migrations';
import { temporaryFolder } from '../../../support/engine';
import { customerRow, openRecords, SYSTEM } from '../../../support/records';

const now = '2027-01-02T03:04:05.000Z';
const later = (sql: string, number = 9000): readonly Migration[] => [...migrations, { number, name: 'planted-for-a-test', sql }];

describe('the migration runner', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'laboratory.sqlite');
  const backups = join(folder.path, 'backups');
  let handle: BetterSqlite3.Database;
  beforeEach(async () => {
    const { database, commands } = openRecords(folder.path);
    await commands.run({ ...SYSTEM, action: 'customer.create' }, (change) => change.insert('customer', customerRow(change.newId())));
    database.close();
    handle = openConnection(file, { queryOnly: false });
  });
  afterEach(() => {
    handle.close();
    folder.remove();
  });
  const run = (list: readonly Migration[]) => migrate(handle, list, { backups, now });
  const newest = migrations.at(-1)!.number;

  it('does nothing and copies nothing when nothing is pending', () => {
    expect(run(migrations)).toEqual({ from: newest, to: newest, backup: null });
    expect(existsSync(backups)).toBe(false);
  });

  it('makes a checked copy first, and records what happened to every record', async () => {
    const done = run(later("ALTER TABLE customer ADD COLUMN website TEXT NOT NULL DEFAULT 'none'; UPDATE customer SET phone = '117'"));
    expect(done).toMatchObject({ from: newest, to: 9000 });
    const copy = new BetterSqlite3(done.backup!, { readonly: true });
    expect(schemaVersion(copy)).toBe(newest);
    expect(copy.prepare('SELECT phone FROM customer').pluck().get()).toBe('');
    copy.close();
    const event = handle.prepare<[], { action: string; changes_json: string }>('SELECT * FROM audit_event ORDER BY sequence DESC').get()!;
    expect(event.action).toBe('database.migrate');
    expect(JSON.parse(event.changes_json)).toMatchObject([
      { table: 'customer', before: { phone: '' }, after: { phone: '117', website: 'none' } },
    ]);
    expect((await walkTrail(handle)).difference).toBeNull();
  });

  it.each([
    ['a statement that fails', 'CREATE TABLE half (x INTEGER) STRICT; UPDATE customer SET name = NULL'],
    ['broken references', "CREATE TABLE half (x TEXT REFERENCES customer (id)) STRICT; INSERT INTO half VALUES ('nobody')"],
    ['no SQL at all', 'CREATE TABLE half (x INTEGER) STRICT; this is not SQL'],
  ])('leaves the file as it was after %s, and keeps the copy', async (_, sql) => {
    expect(() => run(later(sql))).toThrow();
    expect(handle.inTransaction).toBe(false);
    expect(schemaVersion(handle)).toBe(newest);
    expect(handle.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").get()).toBeUndefined();
    expect(Number(handle.pragma('foreign_keys', { simple: true }))).toBe(1);
    expect(handle.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(1);
    expect((await walkTrail(handle)).difference).toBeNull();
    expect(readdirSync(backups)).toHaveLength(1);
    // The same file takes the repaired migration.
    expect(run(later('CREATE TABLE half (x INTEGER) STRICT')).to).toBe(9000);
  });

  it('rebuilds a table without losing its children', () => {
    run(
      later(
        'CREATE TABLE parent (k INTEGER PRIMARY KEY) STRICT; CREATE TABLE child (k INTEGER REFERENCES parent (k) ON DELETE CASCADE) STRICT',
      ),
    );
    handle.exec('INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1)');
    run([
      ...later(''),
      {
        number: 9010,
        name: 'rebuild',
        sql: 'CREATE TABLE p2 (k INTEGER PRIMARY KEY, n TEXT) STRICT; INSERT INTO p2 (k) SELECT k FROM parent; DROP TABLE parent; ALTER TABLE p2 RENAME TO parent',
      },
    ]);
    expect(handle.prepare('SELECT count(*) FROM child').pluck().get()).toBe(1);
  });

  it('refuses a file that a newer program has migrated', () => {
    run(later('CREATE TABLE future (x INTEGER) STRICT'));
    expect(() => run(migrations)).toThrowError(
      expect.objectContaining({ failure: { kind: 'newer-file', params: { file: 9000, program: newest } } }),
    );
  });

  it('refuses a file whose two records of its version disagree', () => {
    handle.pragma('user_version = 10');
    if (newest !== 10)
      expect(() => run(migrations)).toThrowError(expect.objectContaining({ failure: expect.objectContaining({ kind: 'corrupt' }) }));
  });
});
