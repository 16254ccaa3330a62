import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../../../src/main/engine/database/migrations';
import { openLaboratory } from '../../../../src/main/engine/database/open';
import { systemFailureOf } from '../../../../src/main/engine/database/opening-failure';
import { FOUNDATION_ALONE, setUpLaboratory, startEngine, temporaryFolder } from '../../../support/engine';

const now = '2026-11-21T09:00:00.000Z';
/** Writes until the disk takes no more. */
function fill(path: string): void {
  const descriptor = openSync(path, 'w');
  for (const size of [1 << 20, 4096]) {
    try {
      for (;;) writeSync(descriptor, Buffer.alloc(size));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
  closeSync(descriptor);
}

/** Mounting needs root; where a test is not root it says so and does not run. */
const isRoot = process.getuid?.() === 0;
const canMount = isRoot && process.platform === 'linux';

describe('opening a laboratory folder', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  const mounted: string[] = [];
  afterEach(() => {
    for (const path of mounted.splice(0)) execFileSync('umount', [path]);
    folder.remove();
  });

  const open = (path = folder.path) => openLaboratory({ folder: path, migrations, now });
  const failureOf = (path = folder.path) => {
    try {
      open(path).close();
    } catch (error) {
      return systemFailureOf(error);
    }
    return null;
  };

  it('makes the folder, sets what must be set on both connections, and opens again', () => {
    const path = join(folder.path, 'new', 'laboratory');
    const database = open(path);
    const reader = database.openReader();
    for (const handle of [database.writer.handle, reader]) {
      const pragma = (name: string) => handle.pragma(name, { simple: true });
      expect({
        journal: pragma('journal_mode'),
        synchronous: pragma('synchronous'),
        foreignKeys: pragma('foreign_keys'),
        recursive: pragma('recursive_triggers'),
        trusted: pragma('trusted_schema'),
      }).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1, recursive: 1, trusted: 0 });
    }
    expect(() => reader.exec('DELETE FROM job')).toThrow(/readonly/);
    reader.close();
    database.close();
    expect(failureOf(path)).toBeNull();
  });

  it('keeps every table STRICT', () => {
    const database = open();
    const loose = database.writer.handle
      .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'")
      .all();
    database.close();
    expect(loose).toEqual([]);
  });

  it('is held by one program, until that program ends in whatever way', async () => {
    const script = `const D = require('better-sqlite3'); const d = new D(process.argv[1]); d.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => 1, 1000);`;
    const holder = spawn(process.execPath, ['-e', script, join(folder.path, 'lock.sqlite')], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect(failureOf()).toEqual({ kind: 'folder-in-use', params: { folder: folder.path } });
    const gone = once(holder, 'exit');
    holder.kill('SIGKILL');
    await gone;
    expect(failureOf()).toBeNull();
  });

  it('names a file that is not a database, a truncated one and one with a damaged page', () => {
    writeFileSync(join(folder.path, 'laboratory.sqlite'), 'this is no database at all, '.repeat(400));
    expect(failureOf()?.kind).toBe('corrupt');

    const second = join(folder.path, 'second');
    open(second).close();
    const file = join(second, 'laboratory.sqlite');
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, 10_000));
    expect(failureOf(second)?.kind).toBe('corrupt');

    writeFileSync(file, whole);
    const pageSize = 4096;
    const descriptor = openSync(file, 'r+');
    for (let page = 3; page < Math.min(40, statSync(file).size / pageSize); page += 1)
      writeSync(descriptor, Buffer.alloc(2000, 0x5a), 0, 2000, page * pageSize + 100);
    closeSync(descriptor);
    expect(failureOf(second)?.kind).toBe('corrupt');
  });

  it('does not take another program’s database for a laboratory', () => {
    const handle = new BetterSqlite3(join(folder.path, 'laboratory.sqlite'));
    handle.exec('CREATE TABLE bookmarks (url TEXT)');
    handle.close();
    expect(failureOf()).toMatchObject({ kind: 'corrupt', params: { code: 'NOT_A_LABORATORY' } });
  });

  it.each(['gone', 'emptied'])('makes no new database beside the files of one that is %s', async (how) => {
    const engine = await startEngine(folder.path, FOUNDATION_ALONE);
    await setUpLaboratory(engine.window().client);
    const { attachments, commands } = engine.engine.foundation()!;
    const kept = await attachments.keep({ bytes: Buffer.from('evidence') });
    await commands.run({ actor: null, permission: null, action: 'attachment.keep' }, (change) =>
      attachments.record(change, kept, { originalName: 'evidence.msp', mediaType: 'text/plain' }),
    );
    await engine.close();
    const file = join(folder.path, 'laboratory.sqlite');
    if (how === 'gone') rmSync(file);
    else writeFileSync(file, '');
    const again = await startEngine(folder.path, FOUNDATION_ALONE);
    expect(await again.window().client.system.state()).toMatchObject({
      phase: 'failed',
      failure: { kind: 'database-missing', params: { folder: folder.path, filled: 'attachments' } },
    });
    await again.close();
    expect(readFileSync(attachments.path(kept.sha256), 'utf8')).toBe('evidence');
    expect(existsSync(file)).toBe(how === 'emptied');
  });

  it('makes no new database beside copies made before a migration', () => {
    mkdirSync(join(folder.path, 'backups'));
    expect(failureOf()).toBeNull();
    rmSync(join(folder.path, 'laboratory.sqlite'));
    writeFileSync(join(folder.path, 'backups', 'before-migration-0010.sqlite'), 'copy');
    expect(failureOf()).toMatchObject({ kind: 'database-missing', params: { filled: 'backups' } });
  });

  it('says that a folder cannot be made where a file lies', () => {
    writeFileSync(join(folder.path, 'file'), '');
    expect(failureOf(join(folder.path, 'file', 'laboratory'))?.kind).toBe('not-writable');
  });

  describe.skipIf(!canMount)('on a small disk of its own (needs root, to mount)', () => {
    const disk = (name: string, options: string) => {
      const path = join(folder.path, name);
      mkdirSync(path, { recursive: true });
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'aliquot-test', path]);
      mounted.push(path);
      return path;
    };

    it('names a full disk, leaves no half file, and opens when there is room', () => {
      const path = disk('full', 'size=128k');
      expect(failureOf(path)?.kind).toBe('disk-full');
      execFileSync('mount', ['-o', 'remount,size=16m', path]);
      expect(failureOf(path)).toBeNull();
    });

    it('names a disk that is mounted read-only, new folder or old', () => {
      const path = disk('read-only', 'size=16m');
      open(join(path, 'laboratory')).close();
      execFileSync('mount', ['-o', 'remount,ro', path]);
      expect(failureOf(join(path, 'laboratory'))?.kind).toBe('read-only');
      expect(failureOf(join(path, 'other'))?.kind).toBe('read-only');
      execFileSync('mount', ['-o', 'remount,rw', path]);
      expect(failureOf(join(path, 'laboratory'))).toBeNull();
    });

    it('tells a full disk in the middle of work, keeps the session, and goes on when there is room', async () => {
      const path = disk('work', 'size=16m');
      const engine = await startEngine(join(path, 'laboratory'), FOUNDATION_ALONE);
      const { client } = engine.window();
      await setUpLaboratory(client);
      fill(join(path, 'ballast'));
      const add = (name: string) =>
        client.laboratory.customers.create({ name, address: 'x'.repeat(1900), contactPerson: '', email: '', phone: '' });
      await expect(
        (async () => {
          for (let number = 0; number < 500; number += 1) await add(`Customer ${number}`);
        })(),
      ).rejects.toMatchObject({ code: 'STORAGE', data: { kind: 'disk-full' }, defined: true });
      const state = await client.system.state();
      expect(state).toMatchObject({ phase: 'signed-in', failure: { kind: 'disk-full' } });
      const kept = await client.laboratory.customers.list();

      rmSync(join(path, 'ballast'));
      await add('After');
      expect((await client.system.state()).failure).toBeNull();
      expect((await client.laboratory.customers.list()).length).toBe(kept.length + 1);
      await engine.close();
    });
  });
});
