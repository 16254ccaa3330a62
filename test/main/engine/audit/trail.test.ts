import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttachmentsService } from '../../../../src/main/engine/attachments/service';
import { createAttachmentFiles } from '../../../../src/main/engine/attachments/store';
import { auditedTables } from '../../../../src/main/engine/audit/audited-tables';
import { walkTrail } from '../../../../src/main/engine/audit/verify';
import { temporaryFolder } from '../../../support/engine';
import { customerRow, openRecords, SYSTEM } from '../../../support/records';

const script = join(import.meta.dirname, '../../../../tools/verify/verify.mjs');

/** What the stand-alone script says of a folder, and how it ended. */
async function verifyAlone(folder: string, ...rest: readonly string[]): Promise<{ readonly text: string; readonly code: number }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script, folder, ...rest]);
    return { text: stdout, code: 0 };
  } catch (error) {
    const { stdout, code } = error as { stdout: string; code: number };
    return { text: stdout, code };
  }
}

async function walk(file: string) {
  const reader = new BetterSqlite3(file, { readonly: true });
  try {
    return await walkTrail(reader);
  } finally {
    reader.close();
  }
}

describe('the trail', () => {
  const folder = temporaryFolder();
  const original = join(folder.path, 'laboratory');
  const copy = join(folder.path, 'copy');
  const file = join(copy, 'laboratory.sqlite');
  let kept = '';

  beforeAll(async () => {
    const { database, commands, clock } = openRecords(original);
    const attachments = createAttachmentsService(createAttachmentFiles(original, () => 'half-done'));
    for (let number = 1; number <= 4; number += 1) {
      clock.advance(61_000);
      const { id } = await commands.run(
        { ...SYSTEM, action: 'customer.create', reason: number === 2 ? 'Ω ünïcode 吗啡 \u0001' : undefined },
        (change) =>
          change.insert('customer', { ...customerRow(change.newId(), `Customer ${number}`), retired_at: number === 4 ? change.now : null }),
      );
      if (number % 2 === 0)
        await commands.run({ ...SYSTEM, action: 'customer.update' }, (change) => change.update('customer', id, 1, { phone: `${number}` }));
    }
    const bytes = await attachments.keep({ bytes: Buffer.from('a spectrum') });
    kept = bytes.sha256;
    await commands.run({ ...SYSTEM, action: 'attachment.keep' }, (change) =>
      attachments.record(change, bytes, { originalName: 'a.msp', mediaType: 'text/plain' }),
    );
    await commands.run({ ...SYSTEM, action: 'instrument.create' }, async (change) =>
      change.insert('instrument', {
        id: change.newId(),
        code: await change.nextCode('instrument'),
        name: 'GC-MS 1',
        maker: 'long '.repeat(1200),
        model: '',
        serial_number: '',
        kind: 'gcms',
        in_service: 1,
        calibrated_on: '2026-01-02',
        calibration_due_on: null,
      }),
    );
    database.writer.handle.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
  });
  afterAll(() => folder.remove());

  const freshCopy = () => {
    rmSync(copy, { recursive: true, force: true });
    cpSync(original, copy, { recursive: true });
  };

  /** A copy on which somebody with the file and a tool has done something. */
  const tamper = (statement: string, ...parameters: readonly unknown[]): number => {
    freshCopy();
    const handle = new BetterSqlite3(file);
    handle.pragma('ignore_check_constraints = ON');
    handle.pragma('foreign_keys = OFF');
    const triggers = handle.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
    for (const trigger of triggers) handle.exec(`DROP TRIGGER ${trigger}`);
    const { changes } = handle.prepare(statement).run(...parameters);
    handle.close();
    return changes;
  };

  it('is whole when nobody touched it, by the engine and by the script alone', async () => {
    freshCopy();
    const verdict = await walk(file);
    expect(verdict).toMatchObject({ difference: null, events: 9, rowsCompared: 6 });
    const { text, code } = await verifyAlone(copy);
    expect(code).toBe(0);
    expect(text).toContain('events 9, rows 6, spectra 0, kept files 1');
    expect(text).toContain(`head ${verdict.head.sequence}:${verdict.head.hash}`);
    expect((await verifyAlone(copy, '--printed', `9:${verdict.head.hash.slice(0, 16)}`)).code).toBe(0);
    expect(await verifyAlone(copy, '--printed', `8:${verdict.head.hash}`)).toMatchObject({
      code: 1,
      text: expect.stringContaining('printed'),
    });
  });

  it('shows any single change to any column of any event or record', async () => {
    const probe = new BetterSqlite3(join(original, 'laboratory.sqlite'), { readonly: true });
    const cells = [...auditedTables(probe), 'audit_event'].flatMap((table) => {
      const rows = probe.prepare<[], Record<string, unknown>>(`SELECT rowid AS "row", * FROM "${table}"`).all();
      return rows.flatMap(({ row, ...columns }) => Object.entries(columns).map(([column, value]) => ({ table, row, column, value })));
    });
    probe.close();
    expect(cells.length).toBeGreaterThan(150);
    // What another value of the same kind is: STRICT tables take no other kind.
    const another = (value: unknown, suffix: string) =>
      typeof value === 'number' ? value + 100 + suffix.length : value === null ? suffix : `${value}${suffix}`;
    let checkedAlone = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cells), fc.stringMatching(/^[ -~é吗]{1,8}$/), async ({ table, row, column, value }, suffix) => {
        tamper(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`, another(value, suffix), row);
        const { difference } = await walk(file);
        expect(difference, `${table}.${column}`).not.toBeNull();
        if (checkedAlone % 6 === 0) expect((await verifyAlone(copy)).code, `${table}.${column}`).toBe(1);
        checkedAlone += 1;
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it.each([
    ['an event in the middle', 'DELETE FROM audit_event WHERE sequence = 3', { kind: 'chain', sequence: 4 }],
    ['the first event', 'DELETE FROM audit_event WHERE sequence = 1', { kind: 'chain', sequence: 2 }],
    ['the last event', 'DELETE FROM audit_event WHERE sequence = 9', { kind: 'unrecorded', table: 'instrument' }],
    ['a record', "DELETE FROM customer WHERE name = 'Customer 1'", { kind: 'missing-row', table: 'customer', sequence: 2 }],
  ])('shows that somebody removed %s', async (_, statement, expected) => {
    expect(tamper(statement)).toBe(1);
    expect((await walk(file)).difference).toMatchObject(expected);
    expect((await verifyAlone(copy)).code).toBe(1);
  });

  it('shows a blank more in the text of an event', async () => {
    tamper("UPDATE audit_event SET changes_json = changes_json || ' ' WHERE sequence = 4");
    expect((await walk(file)).difference).toMatchObject({ kind: 'chain', sequence: 4 });
    expect((await verifyAlone(copy)).text).toContain('not canonical');
  });

  it('shows a record that no change made, and names a column that was altered', async () => {
    tamper("INSERT INTO customer (id, name, address, contact_person, email, phone) VALUES ('x', 'y', '', '', '', '')");
    expect((await walk(file)).difference).toMatchObject({ kind: 'unrecorded', table: 'customer', rowId: 'x' });
    expect((await verifyAlone(copy)).text).toContain('customer x is there, but no event says so');
    tamper("UPDATE customer SET email = 'me@example.org' WHERE name = 'Customer 2'");
    expect((await walk(file)).difference).toMatchObject({
      kind: 'row',
      table: 'customer',
      column: 'email',
      expected: '""',
      found: '"me@example.org"',
    });
    expect((await verifyAlone(copy)).text).toContain('email is not what event');
  });

  it('shows a kept file that was altered or is gone', async () => {
    freshCopy();
    const path = join(copy, 'attachments', kept.slice(0, 2), kept.slice(2));
    writeFileSync(path, 'another spectrum');
    expect(await verifyAlone(copy)).toMatchObject({ code: 1, text: expect.stringContaining('was altered') });
    rmSync(path);
    expect(await verifyAlone(copy)).toMatchObject({ code: 1, text: expect.stringContaining('is gone') });
  });

  it('says what it cannot read', async () => {
    const empty = join(folder.path, 'empty');
    mkdirSync(empty);
    expect(await verifyAlone(empty)).toMatchObject({ code: 2, text: expect.stringContaining('is not there') });
    copyFileSync(script, join(empty, 'laboratory.sqlite'));
    expect((await verifyAlone(empty)).code).toBe(2);
  });
});
