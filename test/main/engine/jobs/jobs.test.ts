import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../../src/contract/jobs';
import type { Role } from '../../../../src/contract/permissions';
import { Failure, refused } from '../../../../src/main/engine/failures';
import { createProgressMeter } from '../../../../src/main/engine/jobs/progress';
import type { JobHandle, JobRequest } from '../../../../src/main/engine/jobs/service';
import {
  ADMINISTRATOR,
  type Client,
  FOUNDATION_ALONE,
  setUpLaboratory,
  startEngine,
  type TestEngine,
  temporaryFolder,
} from '../../../support/engine';

describe('jobs over the wire', () => {
  const folder = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  let request: JobRequest;
  beforeEach(async () => {
    engine = await startEngine(folder.path, FOUNDATION_ALONE);
    client = engine.window().client;
    await setUpLaboratory(client);
    const { person } = await client.system.state();
    request = { kind: 'integrity-check', subject: 'a test', session: { personId: person!.id }, canCancel: true };
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
  });
  const start = (body: (handle: JobHandle) => Promise<unknown>, change: Partial<JobRequest> = {}) =>
    engine.engine.foundation()!.jobs.start({ ...request, ...change }, body);
  const untilAborted = (signal: AbortSignal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

  it('records what came out, also for a body that ends at once', async () => {
    const { jobId, ended } = await start(async () => ({ rows: 3 }));
    expect(await ended).toMatchObject({ state: 'finished', outcome: { rows: 3 }, startedBy: 'Anna Keller', canCancel: false });
    expect(await client.jobs.get({ id: jobId })).toMatchObject({ state: 'finished', outcome: { rows: 3 }, failure: null });
    expect(await client.jobs.list({})).toHaveLength(1);
  });

  it('streams progress with rate and time left, and ends the stream of a window that leaves', async () => {
    const seen: Job[] = [];
    const { ended, jobId } = await start(async ({ progress }) => {
      for (let done = 0; done <= 40; done += 1) {
        progress({ done, total: 40, unit: 'rows' });
        await sleep(15);
      }
    });
    const watching = new AbortController();
    for await (const job of await client.jobs.watch(undefined, { signal: watching.signal })) {
      if (job.id !== jobId) continue;
      seen.push(job);
      if (job.state !== 'running') break;
    }
    watching.abort();
    await ended;
    const progress = seen.map((job) => job.progress?.done ?? 0);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ state: 'finished' });
    expect(seen.some((job) => (job.progress?.rate ?? 0) > 0 && job.progress?.secondsLeft !== null)).toBe(true);
  });

  it('cancels what can be cancelled', async () => {
    const { jobId, ended } = await start(({ signal }) => untilAborted(signal));
    await client.jobs.cancel({ id: jobId });
    expect(await ended).toMatchObject({ state: 'cancelled', outcome: null, failure: null });
    await expect(client.jobs.cancel({ id: jobId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    let finish: () => void = () => undefined;
    const fixed = await start(() => new Promise<void>((resolve) => (finish = resolve)), { canCancel: false });
    await expect(client.jobs.cancel({ id: fixed.jobId })).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'job.cannot-cancel' } });
    finish();
    await fixed.ended;
  });

  const person = async (signInName: string, roles: Role[]) => {
    const made = await client.people.create({
      signInName,
      fullName: signInName,
      initials: 'X',
      title: '',
      roles,
      language: 'en',
      initialPassword: 'first password',
    });
    const own = engine.window().client;
    await own.people.signIn({ signInName, password: 'first password' });
    await own.people.changeOwnPassword({ current: 'first password', next: 'their own password' });
    return { id: made.id, client: own };
  };

  it('are ended by who started them or who may start their kind, and by nobody else; the trail says by whom', async () => {
    const custodian = await person('carla', ['custodian']);
    const manager = await person('mario', ['manager']);
    const first = await start(({ signal }) => untilAborted(signal), { kind: 'backup', subject: 'stick' });
    await expect(custodian.client.jobs.cancel({ id: first.jobId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'backup.make' },
    });
    expect(await client.jobs.get({ id: first.jobId })).toMatchObject({ state: 'running' });
    await manager.client.jobs.cancel({ id: first.jobId });
    expect(await first.ended).toMatchObject({ state: 'cancelled' });
    const own = await start(({ signal }) => untilAborted(signal), { kind: 'backup', session: { personId: custodian.id } });
    await custodian.client.jobs.cancel({ id: own.jobId });
    await own.ended;
    const { events } = await client.audit.list({ action: 'job.cancel' });
    expect(events.map(({ actor, subjectId, subjectCode, detail }) => [actor?.fullName, subjectId, subjectCode, detail])).toEqual([
      ['carla', own.jobId, 'a test', { kind: 'backup', startedBy: 'carla' }],
      ['mario', first.jobId, 'stick', { kind: 'backup', startedBy: 'Anna Keller' }],
    ]);
  });

  it('show what the verification of the trail found only to who may read the trail', async () => {
    const custodian = await person('carla', ['custodian']);
    const heard: Job[] = [];
    const listening = (async () => {
      for await (const job of await custodian.client.jobs.watch()) {
        heard.push(job);
        if (job.state !== 'running') return;
      }
    })();
    await custodian.client.jobs.list({});
    const { jobId } = await client.audit.verify();
    await listening;
    expect(heard.at(-1)).toMatchObject({ id: jobId, state: 'finished', outcome: null });
    expect(await custodian.client.jobs.get({ id: jobId })).toMatchObject({ state: 'finished', outcome: null });
    expect(await custodian.client.jobs.list({})).toMatchObject([{ id: jobId, outcome: null }]);
    expect(await client.jobs.get({ id: jobId })).toMatchObject({ outcome: { difference: null } });
    expect(await client.jobs.list({})).toMatchObject([{ id: jobId, outcome: { difference: null } }]);
  });

  it.each([
    ['locks', (own: Client) => own.people.lock()],
    ['is signed out', (own: Client) => own.people.signOut()],
    [
      'ends with its account',
      async () => {
        const carla = (await client.people.list()).find(({ signInName }) => signInName === 'carla')!;
        await client.people.setDisabled({ id: carla.id, rowVersion: carla.rowVersion, disabled: true, reason: 'left the laboratory' });
      },
    ],
  ])('end their stream when the session %s', async (_, end) => {
    const { client: own } = await person('carla', ['custodian']);
    const { progress, finish } = await new Promise<{ progress: () => void; finish: () => void }>((resolve) => {
      void start(
        (handle) =>
          new Promise<void>((ended) =>
            resolve({ progress: () => handle.progress({ done: 1, total: 2, unit: 'rows' }), finish: () => ended() }),
          ),
      );
    });
    const stream = await own.jobs.watch();
    expect((await stream.next()).value).toMatchObject({ state: 'running', progress: null });
    await end(own);
    progress();
    expect(await stream.next()).toMatchObject({ done: true });
    finish();
  });

  it.each([
    ['a rule', refused('job.cannot-cancel', { n: 1 }), { code: 'job.cannot-cancel', params: { n: 1 } }],
    [
      'a file',
      new Failure('UNREADABLE_FILE', { fileName: 'a.msp', code: 'empty', params: {} }),
      { code: 'failed.unreadable-file', params: { fileName: 'a.msp', code: 'empty' } },
    ],
    [
      'the storage',
      Object.assign(new Error('full'), { code: 'ENOSPC' }),
      { code: 'failed.storage-disk-full', params: { kind: 'disk-full' } },
    ],
  ])('says why it failed: %s', async (_, error, failure) => {
    const { ended } = await start(async () => {
      throw error;
    });
    expect(await ended).toMatchObject({ state: 'failed', failure });
  });

  it('gives an unexpected failure a reference that is in the log', async () => {
    const { ended } = await start(async () => {
      throw new Error('nobody expected this');
    });
    const { failure } = await ended;
    expect(failure).toMatchObject({ code: 'failed.unexpected', params: { reference: expect.stringMatching(/^[2-9B-Z]{8}$/) } });
    expect(engine.log.lines.find(({ code }) => code === 'unexpected')?.data).toMatchObject({
      reference: failure!.params.reference,
      error: expect.stringContaining('nobody expected this'),
    });
  });

  it('marks as interrupted what ran when the program died, and says so at the next start', async () => {
    const { handle } = engine.engine.foundation()!.database.writer;
    handle.exec(
      `INSERT INTO job (job_id, kind, state, subject, started_by, started_at) VALUES ('0196d0c0-0000-7000-8000-000000000001', 'library-import', 'running', 'a.msp', 'Anna', '2026-11-21T09:00:00.000Z')`,
    );
    await engine.close();
    engine = await startEngine(folder.path, FOUNDATION_ALONE);
    const again = engine.window().client;
    expect((await again.system.state()).notices).toContainEqual({
      code: 'job-interrupted',
      params: { kind: 'library-import', subject: 'a.msp' },
    });
    await expect(again.system.dismissNotices()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await again.people.signIn(ADMINISTRATOR);
    await again.system.dismissNotices();
    expect((await again.system.state()).notices).toEqual([]);
    const { events } = await again.audit.list({ action: 'notices.dismiss' });
    expect(events[0]).toMatchObject({
      actor: { fullName: 'Anna Keller' },
      detail: { notices: [{ code: 'job-interrupted', params: { kind: 'library-import', subject: 'a.msp' } }] },
    });
  });

  it('is cancelled, and recorded so, when the engine closes', async () => {
    const { jobId } = await start(({ signal }) => untilAborted(signal));
    await engine.close();
    engine = await startEngine(folder.path, FOUNDATION_ALONE);
    expect(await engine.engine.foundation()!.jobs.get(request.session!, jobId)).toMatchObject({ state: 'cancelled' });
  });
});

describe('the rate of a job', () => {
  it('follows the last seconds', () => {
    const meter = createProgressMeter();
    expect(meter({ done: 0, total: 1000, unit: 'rows' }, 0)).toMatchObject({ rate: null, secondsLeft: null });
    expect(meter({ done: 100, total: 1000, unit: 'rows' }, 1000)).toMatchObject({ rate: 100, secondsLeft: 9 });
    for (let second = 2; second <= 12; second += 1) meter({ done: 100 + (second - 1) * 10, total: 1000, unit: 'rows' }, second * 1000);
    expect(meter({ done: 220, total: 1000, unit: 'rows' }, 13_000).rate).toBeCloseTo(10, 0);
    expect(meter({ done: 230, total: null, unit: 'rows' }, 14_000).secondsLeft).toBeNull();
  });
});
