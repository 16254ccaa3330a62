import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { swapIn } from '../../../../src/main/engine/backup/restore';
import { lockFolder } from '../../../../src/main/engine/database/folder-lock';
import {
  ADMINISTRATOR,
  type Client,
  FOUNDATION_ALONE,
  setUpLaboratory,
  startEngine,
  type TestEngine,
  temporaryFolder,
} from '../../../support/engine';
import { endOfJob } from '../../../support/jobs';

const reason = 'the disk was changed';
const pathOf = (hash: string) => `attachments/${hash.slice(0, 2)}/${hash.slice(2)}`;

describe('what a restore asks for and leaves behind', () => {
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
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
  });
  const keep = async (text: string) => {
    const { attachments, commands } = engine.engine.foundation()!;
    const kept = await attachments.keep({ bytes: Buffer.from(text) });
    await commands.run({ actor: null, permission: null, action: 'attachment.keep' }, (change) =>
      attachments.record(change, kept, { originalName: `${text}.txt`, mediaType: 'text/plain' }),
    );
    return kept.sha256;
  };
  const makeBackup = async (into = safe) => {
    engine.shell.nextOpenPaths = [into];
    const started = await client.backup.create();
    const job = await endOfJob(client, started!.jobId);
    const made = join(into, readdirSync(into).at(-1)!);
    engine.shell.nextOpenPaths = [made];
    return { job, made };
  };
  const manifestOf = (made: string) => JSON.parse(readFileSync(join(made, 'aliquot-backup.json'), 'utf8'));
  const rewrite = (made: string, change: object) =>
    writeFileSync(join(made, 'aliquot-backup.json'), JSON.stringify({ ...manifestOf(made), ...change }));
  const restoreChosen = async (on = client) => on.backup.restore({ token: (await on.backup.inspect())!.token, reason });
  const nothingRestored = () => expect(readdirSync(folder.path).sort()).toEqual(['laboratory', 'safe']);

  it('is refused without a session while another program holds the folder', async () => {
    const { made } = await makeBackup();
    const second = await startEngine(laboratory, FOUNDATION_ALONE);
    const stranger = second.window().client;
    expect((await stranger.system.state()).failure).toMatchObject({ kind: 'folder-in-use' });
    second.shell.nextOpenPaths = [made];
    const refusal = { code: 'REFUSED', data: { code: 'backup.not-the-way-out' } };
    await expect(stranger.backup.inspect()).rejects.toMatchObject(refusal);
    await expect(stranger.backup.restore({ token: '0196d0c0-0000-7000-8000-000000000001', reason })).rejects.toMatchObject(refusal);
    await second.close();
    nothingRestored();
  });

  it('is the way out when the database is gone', async () => {
    const hash = await keep('evidence');
    await makeBackup();
    await engine.close();
    rmSync(join(laboratory, 'laboratory.sqlite'));
    const { nextOpenPaths } = engine.shell;
    engine = await startEngine(laboratory, FOUNDATION_ALONE);
    engine.shell.nextOpenPaths = nextOpenPaths;
    client = engine.window().client;
    expect((await client.system.state()).failure).toMatchObject({ kind: 'database-missing' });
    const { keptAs } = await restoreChosen();
    expect(await client.system.state()).toMatchObject({ phase: 'sign-in', failure: null });
    expect(existsSync(join(keptAs, pathOf(hash)))).toBe(true);
  });

  it('says who restored and why, in the laboratory that comes and in the one that goes', async () => {
    await makeBackup();
    const { person } = await client.system.state();
    await expect(client.backup.restore({ token: (await client.backup.inspect())!.token, reason: '' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const { keptAs } = await restoreChosen();
    await client.people.signIn(ADMINISTRATOR);
    const { events } = await client.audit.list({ action: 'backup.restore' });
    expect(events[0]).toMatchObject({
      reason,
      actor: { id: person!.id, fullName: 'Anna Keller' },
      detail: { by: { id: person!.id, fullName: 'Anna Keller' } },
    });
    const former = new BetterSqlite3(join(keptAs, 'laboratory.sqlite'), { readonly: true });
    const last = former.prepare('SELECT action, actor_id, reason FROM audit_event ORDER BY sequence DESC LIMIT 1').get();
    former.close();
    expect(last).toEqual({ action: 'backup.restore-begin', actor_id: person!.id, reason });
  });

  it('names a person in the restored trail whom the restored file does not know', async () => {
    await makeBackup();
    await client.people.create({
      signInName: 'bert',
      fullName: 'Bert Later',
      initials: 'BL',
      title: '',
      roles: ['administrator'],
      language: 'en',
      initialPassword: 'first password',
    });
    const bert = engine.window().client;
    await bert.people.signIn({ signInName: 'bert', password: 'first password' });
    await bert.people.changeOwnPassword({ current: 'first password', next: 'their own password' });
    await restoreChosen(bert);
    await client.people.signIn(ADMINISTRATOR);
    const { events } = await client.audit.list({ action: 'backup.restore' });
    expect(events[0]).toMatchObject({ reason, actor: null, detail: { by: { fullName: 'Bert Later' } } });
  });

  it('refuses a manifest without the database, and one that names a file twice', async () => {
    const { made } = await makeBackup();
    const { files } = manifestOf(made);
    for (const altered of [[], [...files, ...files]]) {
      rewrite(made, { files: altered });
      await expect(client.backup.inspect()).rejects.toMatchObject({ data: { code: 'backup.not-one' } });
    }
  });

  it('refuses a database that is not the manifest’s, is no laboratory, or lacks attachments', async () => {
    const hash = await keep('evidence');
    const { made } = await makeBackup();
    const sound = manifestOf(made);
    const refusal = async (code: string) => {
      await expect(restoreChosen()).rejects.toMatchObject({ code: 'REFUSED', data: { code } });
      nothingRestored();
    };
    rewrite(made, { trailHead: { ...sound.trailHead, sequence: 1 } });
    await refusal('backup.contradicts');
    rewrite(made, { trailHead: sound.trailHead, schemaVersion: 10 });
    await refusal('backup.contradicts');
    rewrite(made, { ...sound, files: sound.files.filter(({ path }: { path: string }) => path !== pathOf(hash)) });
    await refusal('backup.incomplete');

    const database = join(made, 'laboratory.sqlite');
    const replaced = (bytes: Buffer) => {
      writeFileSync(database, bytes);
      const said = { path: 'laboratory.sqlite', size: statSync(database).size, sha256: createHash('sha256').update(bytes).digest('hex') };
      rewrite(made, { ...sound, files: sound.files.map((file: { path: string }) => (file.path === said.path ? said : file)) });
    };
    const whole = readFileSync(database);
    replaced(Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(whole.length - 8192, 0x5a)]));
    await refusal('backup.unsound');
    replaced(Buffer.from('no database at all'));
    await refusal('backup.unsound');
    expect((await client.system.state()).phase).toBe('signed-in');
  });

  it('says which attachments are damaged or gone when the backup is made, and restores it as it is', async () => {
    const [sound, altered, gone] = [await keep('sound'), await keep('altered'), await keep('gone')];
    writeFileSync(join(laboratory, pathOf(altered)), 'something else');
    rmSync(join(laboratory, pathOf(gone)));
    const { job, made } = await makeBackup();
    const damaged = [altered, gone].map(pathOf).sort();
    expect(job).toMatchObject({ state: 'finished', outcome: { files: 3, damaged } });
    expect((await client.system.state()).notices).toContainEqual({ code: 'backup-damaged', params: { count: 2, first: damaged[0] } });
    expect((await client.backup.inspect())!.manifest.damaged).toEqual(damaged);
    await restoreChosen();
    expect(readFileSync(join(laboratory, pathOf(sound)), 'utf8')).toBe('sound');
    expect((await client.system.state()).notices).toContainEqual({ code: 'attachments-missing', params: { count: 1 } });

    rewrite(made, { damaged: [pathOf(gone)] });
    await client.people.signIn(ADMINISTRATOR);
    expect((await client.backup.inspect())!.damaged).toEqual([pathOf(altered)]);
  });

  it('takes a backup beside the laboratory whose name only begins alike, and none inside it', async () => {
    const { made } = await makeBackup();
    const beside = `${laboratory}-backups`;
    cpSync(made, beside, { recursive: true });
    cpSync(made, join(laboratory, 'inside'), { recursive: true });
    engine.shell.nextOpenPaths = [join(laboratory, 'inside')];
    await expect(restoreChosen()).rejects.toMatchObject({ data: { code: 'backup.inside-laboratory' } });
    engine.shell.nextOpenPaths = [beside];
    await restoreChosen();
    expect((await client.system.state()).phase).toBe('sign-in');
  });

  it('puts the laboratory back when the copy cannot take its place, and leaves a held folder alone', async () => {
    await engine.close();
    await expect(swapIn(join(folder.path, 'no-such-copy'), laboratory, 'today')).rejects.toMatchObject({ code: 'ENOENT' });
    nothingRestored();
    mkdirSync(join(safe, 'copy'));
    const lock = lockFolder(laboratory);
    await expect(swapIn(join(safe, 'copy'), laboratory, 'today')).rejects.toMatchObject({ data: { code: 'backup.folder-in-use' } });
    lock.release();
    nothingRestored();
    engine = await startEngine(laboratory, FOUNDATION_ALONE);
    expect((await engine.window().client.system.state()).phase).toBe('sign-in');
  });
});
