import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../support/engine';
import { customerRow, type OpenRecords, openRecords, SYSTEM } from '../../../support/records';

describe('the change wrapper', () => {
  const folder = temporaryFolder();
  let records: OpenRecords;
  beforeEach(() => {
    records = openRecords(folder.path);
  });
  afterEach(() => {
    records.database.close();
    folder.remove();
  });

  const events = () => records.database.read.selectFrom('audit_event').selectAll().orderBy('sequence').execute();
  const createCustomer = (name?: string) =>
    records.commands.run({ ...SYSTEM, action: 'customer.create' }, (change) =>
      change.insert('customer', customerRow(change.newId(), name)),
    );

  it('commits the rows and one event with what they were and what they are', async () => {
    const created = await createCustomer();
    await records.commands.run(
      { ...SYSTEM, action: 'customer.update', reason: 'new telephone', subject: { type: 'customer', id: created.id } },
      (change) => change.update('customer', created.id, 1, { phone: '+41 44 000 00 00' }),
    );
    const [, first, second] = await events();
    expect(first).toMatchObject({ action: 'customer.create', actor_id: null, at: '2026-11-21T09:00:00.000Z' });
    expect(JSON.parse(first!.changes_json)).toEqual([{ table: 'customer', id: created.id, before: null, after: created }]);
    expect(second).toMatchObject({ reason: 'new telephone', subject_id: created.id, previous_hash: first!.hash });
    expect(JSON.parse(second!.changes_json)).toEqual([
      { table: 'customer', id: created.id, before: created, after: { ...created, phone: '+41 44 000 00 00', row_version: 2 } },
    ]);
    expect(records.changed).toEqual([['customer'], ['customer']]);
  });

  it('refuses a stale edit and a record that is not there, and leaves no trace of either', async () => {
    const { id } = await createCustomer();
    const rename = (version: number, target = id) =>
      records.commands.run({ ...SYSTEM, action: 'customer.update' }, (change) =>
        change.update('customer', target, version, { name: 'Other' }),
      );
    await rename(1);
    const before = (await events()).length;
    await expect(rename(1)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { subject: 'customer', id, expectedVersion: 1, currentVersion: 2 },
    });
    await expect(rename(1, 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND', data: { subject: 'customer', id: 'nobody' } });
    expect((await events()).length).toBe(before);
  });

  it('takes back everything, codes too, when the body fails', async () => {
    const code = (fail: boolean) =>
      records.commands.run({ ...SYSTEM, action: 'case.create' }, async (change) => {
        const next = await change.nextCode('case');
        await change.insert('customer', customerRow(change.newId(), next));
        if (fail) throw new Error('the body fails');
        return next;
      });
    expect(await code(false)).toBe('C-2026-0001');
    await expect(code(true)).rejects.toThrow('the body fails');
    expect(await code(false)).toBe('C-2026-0002');
    expect((await records.database.read.selectFrom('customer').select('name').orderBy('name').execute()).map((row) => row.name)).toEqual([
      'C-2026-0001',
      'C-2026-0002',
    ]);
  });

  it('starts codes again in a new year', async () => {
    const next = () => records.commands.run({ ...SYSTEM, action: 'lot.create' }, (change) => change.nextCode('lot'));
    expect([await next(), await next()]).toEqual(['RM-2026-0001', 'RM-2026-0002']);
    records.clock.set('2027-01-01T00:00:00.000Z');
    expect(await next()).toBe('RM-2027-0001');
  });

  it('runs one change at a time, whatever order they come in', async () => {
    const codes = await Promise.all(
      Array.from({ length: 25 }, () => records.commands.run({ ...SYSTEM, action: 'case.create' }, (change) => change.nextCode('case'))),
    );
    expect(codes).toEqual(Array.from({ length: 25 }, (_, index) => `C-2026-${String(index + 1).padStart(4, '0')}`));
  });

  it('refuses a body that awaits something else than SQL', async () => {
    await expect(
      records.commands.run({ ...SYSTEM, action: 'customer.create' }, async (change) => {
        await change.insert('customer', customerRow(change.newId()));
        await sleep(5);
      }),
    ).rejects.toThrow('awaited something else than SQL');
    expect(await records.database.read.selectFrom('customer').selectAll().execute()).toEqual([]);
  });

  it('waits for another writer without blocking, and then goes on', async () => {
    const other = new BetterSqlite3(records.database.file);
    other.exec('BEGIN IMMEDIATE');
    let turned = 0;
    const timer = setInterval(() => {
      turned += 1;
      if (turned === 5) other.exec('COMMIT');
    }, 1);
    await createCustomer();
    clearInterval(timer);
    other.close();
    expect(turned).toBeGreaterThanOrEqual(5);
    expect(await records.database.read.selectFrom('customer').selectAll().execute()).toHaveLength(1);
  });

  it('records a clock that went back, once', async () => {
    await createCustomer();
    records.clock.advance(3_600_000);
    await createCustomer();
    records.clock.set('2026-11-21T08:00:00.000Z');
    await createCustomer();
    await createCustomer();
    expect(records.clockSteps).toEqual([{ lastSeen: '2026-11-21T10:00:00.000Z', now: '2026-11-21T08:00:00.000Z' }]);
    const steps = (await events()).filter(({ action }) => action === 'clock.went-back');
    expect(steps).toHaveLength(1);
    expect(JSON.parse(steps[0]!.detail_json)).toEqual({ lastSeen: '2026-11-21T10:00:00.000Z', now: '2026-11-21T08:00:00.000Z' });
  });

  it('keeps secrets and bulky texts by their hash', async () => {
    const row = await createCustomer('x'.repeat(5000));
    const [change] = JSON.parse((await events()).at(-1)!.changes_json);
    expect(change.after.name).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 5000 });
    expect(row.name).toHaveLength(5000);
  });

  it('lets nobody alter or remove what is append-only', () => {
    const { handle } = records.database.writer;
    for (const statement of [
      "UPDATE audit_event SET reason = 'x'",
      'DELETE FROM audit_event',
      'INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE sequence = 1',
    ])
      expect(() => handle.exec(statement)).toThrow(/append-only/);
  });
});
