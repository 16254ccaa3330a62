import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../../src/contract/jobs';
import { walkTrail } from '../../../../src/main/engine/audit/verify';
import {
  ADMINISTRATOR,
  type Client,
  FOUNDATION_ALONE,
  setUpLaboratory,
  startEngine,
  type TestEngine,
  temporaryFolder,
} from '../../../support/engine';

const REASON = 'back to the state of this morning';

describe('backup and restore of a real folder', () => {
  const folder = temporaryFolder();
  const laboratory = join(folder.path, 'laboratory');
  const safe = join(folder.path, 'safe');
  let engine: TestEngine;
  let client: Client;
  beforeEach(async () => {
    mkdirSync(safe, { recursive: true });
    engine = await startEngine(laboratory, FOUNDATION_ALONE);
    client = engine.window().client;
    await setUpLaboratory(client);
    await addCustomer('Before');
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
  });
  const addCustomer = (name: string) => client.laboratory.customers.create({ name, address: '', contactPerson: '', email: '', phone: '' });
  const keep = async (text: string) => {
    const { attachments, commands } = engine.engine.foundation()!;
    const kept = await attachments.keep({ bytes: Buffer.from(text) });
    await commands.run({ actor: null, permission: null, action: 'attachment.keep' }, (change) =>
      attachments.record(change, kept, { originalName: `${text}.txt`, mediaType: 'text/plain' }),
    );
    return kept.sha256;
  };
  const ended = async (jobId: string): Promise<Job> => {
    for await (const job of await client.jobs.watch()) if (job.id === jobId && job.state !== 'running') return job;
    throw new Error('the stream ended before the job');
  };
  const finished = async (jobId: string): Promise<Job> => {
    const now = await client.jobs.get({ id: jobId });
    return now.state === 'running' ? ended(jobId) : now;
  };
  const makeBackup = async () => {
    engine.shell.nextOpenPaths = [safe];
    const started = await client.backup.create();
    const job = await finished(started!.jobId);
    return { job, made: join(safe, readdirSync(safe).at(-1)!) };
  };

  it('copies everything with its hash, and says when the dialog was closed', async () => {
    expect(await client.backup.create()).toBeNull();
    const hash = await keep('a spectrum');
    const { job, made } = await makeBackup();
    expect(job).toMatchObject({ state: 'finished', kind: 'backup', outcome: { folder: made, files: 2 } });
    expect(readdirSync(made).sort()).toEqual(['aliquot-backup.json', 'attachments', 'laboratory.sqlite']);
    expect(readFileSync(join(made, 'attachments', hash.slice(0, 2), hash.slice(2)), 'utf8')).toBe('a spectrum');
    engine.shell.nextOpenPaths = [made];
    const inspected = await client.backup.inspect();
    expect(inspected).toMatchObject({ damaged: [], manifest: { laboratory: 'Test laboratory', applicationVersion: '0.0.0-test' } });
    const { events } = await client.audit.list({ action: 'backup.make' });
    expect(events[0]?.detail).toMatchObject({ files: 2 });
  });

  it('puts the checked copy in the laboratory’s place and keeps what was there', async () => {
    const hash = await keep('before');
    const { made } = await makeBackup();
    await addCustomer('After');
    const later = await keep('after');
    engine.shell.nextOpenPaths = [made];
    const { token } = (await client.backup.inspect())!;
    const { keptAs } = await client.backup.restore({ token, reason: REASON });

    // The same port goes on, signed out, on the restored laboratory.
    expect((await client.system.state()).phase).toBe('sign-in');
    await client.people.signIn(ADMINISTRATOR);
    expect((await client.laboratory.customers.list()).map(({ name }) => name)).toEqual(['Before']);
    const { attachments, database } = engine.engine.foundation()!;
    expect(Buffer.from(await attachments.read(hash)).toString()).toBe('before');
    await expect(attachments.read(later)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(existsSync(join(keptAs, 'attachments', later.slice(0, 2), later.slice(2)))).toBe(true);
    const reader = database.openReader();
    expect((await walkTrail(reader)).difference).toBeNull();
    reader.close();
    const { events } = await client.audit.list({ action: 'backup.restore' });
    expect(events).toHaveLength(1);
    await addCustomer('Work goes on');
  });

  it('names what is damaged in a backup, and restores none of it', async () => {
    const hash = await keep('before');
    const { made } = await makeBackup();
    writeFileSync(join(made, 'attachments', hash.slice(0, 2), hash.slice(2)), 'altered');
    engine.shell.nextOpenPaths = [made];
    const inspected = (await client.backup.inspect())!;
    expect(inspected.damaged).toEqual([`attachments/${hash.slice(0, 2)}/${hash.slice(2)}`]);
    await expect(client.backup.restore({ token: inspected.token, reason: REASON })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'backup.damaged' },
    });
    expect((await client.system.state()).phase).toBe('signed-in');
    expect(readdirSync(folder.path).sort()).toEqual(['laboratory', 'safe']);
  });

  it('refuses a folder that is no backup, one of a newer program, and one whose manifest points outside', async () => {
    engine.shell.nextOpenPaths = [safe];
    await expect(client.backup.inspect()).rejects.toMatchObject({ data: { code: 'backup.not-one' } });
    const { made } = await makeBackup();
    const manifest = JSON.parse(readFileSync(join(made, 'aliquot-backup.json'), 'utf8'));
    const rewrite = (change: object) => writeFileSync(join(made, 'aliquot-backup.json'), JSON.stringify({ ...manifest, ...change }));
    engine.shell.nextOpenPaths = [made];
    rewrite({ schemaVersion: 99_990 });
    await expect(client.backup.inspect()).rejects.toMatchObject({ data: { code: 'backup.newer' } });
    for (const path of ['../../etc/passwd', '/etc/passwd', 'attachments/../laboratory.sqlite', 'lock.sqlite']) {
      rewrite({ files: [{ ...manifest.files[0], path }] });
      await expect(client.backup.inspect()).rejects.toMatchObject({ data: { code: 'backup.not-one' } });
    }
  });

  it('asks for an administrator, but for nobody when the laboratory cannot be opened', async () => {
    const { made } = await makeBackup();
    const stranger = engine.window().client;
    engine.shell.nextOpenPaths = [made];
    await expect(stranger.backup.inspect()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await engine.close();
    writeFileSync(join(laboratory, 'laboratory.sqlite'), 'destroyed '.repeat(2000));
    engine = await startEngine(laboratory, FOUNDATION_ALONE);
    client = engine.window().client;
    expect(await client.system.state()).toMatchObject({ phase: 'failed', failure: { kind: 'corrupt' } });
    // What stands on an open laboratory is not there, what may be the way out is.
    await expect(client.people.signIn(ADMINISTRATOR)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    engine.shell.nextOpenPaths = [made];
    const { token } = (await client.backup.inspect())!;
    await client.backup.restore({ token, reason: REASON });
    expect(await client.system.state()).toMatchObject({ phase: 'sign-in', failure: null });
    await client.people.signIn(ADMINISTRATOR);
    expect((await client.laboratory.customers.list()).map(({ name }) => name)).toEqual(['Before']);
  });

  it('is read by a laboratory on another computer that has none yet', async () => {
    const { made } = await makeBackup();
    const elsewhere = join(folder.path, 'elsewhere');
    cpSync(made, join(elsewhere, 'stick'), { recursive: true });
    const other = await startEngine(join(elsewhere, 'laboratory'), FOUNDATION_ALONE);
    const window = other.window().client;
    other.shell.nextOpenPaths = [join(elsewhere, 'stick')];
    const { token } = (await window.backup.inspect())!;
    await window.backup.restore({ token, reason: REASON });
    await window.people.signIn(ADMINISTRATOR);
    expect((await window.laboratory.customers.list()).map(({ name }) => name)).toEqual(['Before']);
    await other.close();
  });
});
