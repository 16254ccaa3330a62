import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, startEngine, type TestEngine, temporaryFolder } from '../../../support/engine';

describe('the practice laboratory', () => {
  const folder = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  beforeAll(async () => {
    engine = await startEngine(folder.path, { demo: true });
    ({ client } = engine.window());
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
  });

  it('shows its invented people before anyone signs in, each able to sign in', async () => {
    const state = await client.system.state();
    expect(state).toMatchObject({ phase: 'sign-in', practice: true });
    expect(state.practicePeople.map(({ signInName }) => signInName)).toEqual(['mara', 'jonas', 'elise', 'samir']);
    for (const { signInName, password } of state.practicePeople) await client.people.signIn({ signInName, password });
  });

  it('holds one case worked to its conclusions and one that waits', async () => {
    await client.people.signIn({ signInName: 'jonas', password: 'practice-password' });
    const { items } = await client.casework.cases.list({});
    expect(items.map(({ title, exhibits, conclusions }) => [title, exhibits, conclusions])).toEqual(
      expect.arrayContaining([
        ['Parcel at the harbour depot (practice)', 2, 3],
        ['Suitcase at the ferry terminal (practice)', 1, 0],
      ]),
    );
    const parcel = await client.casework.cases.get({ id: items.find(({ exhibits }) => exhibits === 2)!.id });
    const tablets = await client.casework.exhibits.get({ id: parcel.exhibitList[0]!.id });
    expect(tablets.highPotencySuspected).toBe(true);
    expect(tablets.custody.map(({ kind }) => kind)).toEqual(['received', 'stored', 'transferred', 'opened', 'sampled', 'resealed']);
    expect(tablets.conclusions.map(({ substanceName, level }) => [substanceName, level])).toEqual([
      ['Fentanyl', 'criteria-met'],
      ['Caffeine', 'criteria-met'],
    ]);
    expect(tablets.conclusions.flatMap(({ checklist }) => checklist.criteria.filter(({ id }) => id === 'limits'))).toMatchObject([
      { state: 'met' },
      { state: 'met' },
    ]);
    expect((await client.casework.criteria.get()).adopted?.by.fullName).toBe('Samir Mithal (practice)');
    expect((await client.reports.readiness({ caseId: parcel.id })).ready).toBe(true);

    const suitcase = await client.casework.cases.get({ id: items.find(({ exhibits }) => exhibits === 1)!.id });
    const powder = await client.casework.exhibits.get({ id: suitcase.exhibitList[0]!.id });
    expect(powder.batches).toMatchObject([{ status: 'open' }]);
    expect(powder.comparisons).toEqual([]);
    const batch = await client.casework.batches.get({ id: powder.batches[0]!.id });
    expect(batch.injections.every(({ spectra }) => spectra.length > 0)).toBe(true);
    expect(batch.findings.filter(({ met }) => !met)).toEqual([]);
  });

  it('is filled once: a second start finds it as it was left, and the trail holds', async () => {
    await engine.close();
    engine = await startEngine(folder.path, { demo: true });
    ({ client } = engine.window());
    await client.people.signIn({ signInName: 'samir', password: 'practice-password' });
    expect((await client.casework.cases.list({})).total).toBe(2);
    const { jobId } = await client.audit.verify();
    let job = await client.jobs.get({ id: jobId });
    while (job.state === 'running') job = await client.jobs.get({ id: jobId });
    expect(job).toMatchObject({ state: 'finished', outcome: { difference: null } });
  });
});
