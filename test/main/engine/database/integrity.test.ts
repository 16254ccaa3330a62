import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openingCheck } from '../../../../src/main/engine/database/integrity';
import { runThreadTask } from '../../../../src/main/engine/thread-task';
import { bundleForNode } from '../../../support/bundle';
import { temporaryFolder } from '../../../support/engine';

describe('the check of a big laboratory file', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'big.sqlite');
  beforeEach(() => {
    mkdirSync(folder.path, { recursive: true });
    const handle = new BetterSqlite3(file);
    handle.exec(
      'CREATE TABLE record (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT; CREATE TABLE bulk (key INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT',
    );
    const record = handle.prepare('INSERT INTO record VALUES (?, ?)');
    const bulk = handle.prepare('INSERT INTO bulk (data) VALUES (?)');
    handle.transaction(() => {
      for (let n = 0; n < 2000; n += 1) record.run(`record ${n}`, 'x'.repeat(200));
      for (let n = 0; n < 12_000; n += 1) bulk.run(Buffer.alloc(3000, n % 256));
    })();
    handle.close();
  });
  afterEach(() => folder.remove());

  /** Overwrites the middle of every page that a table's rows lie in. */
  const damage = (table: string) => {
    const handle = new BetterSqlite3(file, { readonly: true });
    const pages = handle
      .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno LIMIT 5")
      .pluck()
      .all(table);
    handle.close();
    const descriptor = openSync(file, 'r+');
    for (const page of pages) writeSync(descriptor, Buffer.alloc(64, 0xff), 0, 64, (page - 1) * 4096 + 8);
    closeSync(descriptor);
    return pages.length;
  };
  const check = () => {
    const handle = new BetterSqlite3(file, { readonly: true });
    try {
      return openingCheck(handle);
    } finally {
      handle.close();
    }
  };
  const checkInThread = async () => {
    const worker = new Worker(await bundleForNode(join(import.meta.dirname, '../../../../src/main/engine/threads/integrity.ts')));
    return runThreadTask<{ file: string }, never, { damage: string | null }>(worker, { file }).result;
  };

  it('looks at the records at once and at everything in a thread', async () => {
    expect(check()).toEqual({ damage: null, whole: false });
    expect(await checkInThread()).toEqual({ damage: null });
  });

  it('finds damaged records on opening', () => {
    expect(damage('record')).toBe(5);
    expect(check().damage).toMatch(/\w/);
  });

  it('finds damaged bulk rows in the thread', async () => {
    expect(damage('bulk')).toBe(5);
    expect(check()).toEqual({ damage: null, whole: false });
    expect((await checkInThread()).damage).toMatch(/\w/);
  });
});
