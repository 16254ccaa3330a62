import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, FOUNDATION_ALONE, setUpLaboratory, startEngine, type TestEngine, temporaryFolder } from '../../../support/engine';

describe('the laboratory’s own records over the wire', () => {
  const folder = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  beforeEach(async () => {
    engine = await startEngine(folder.path, FOUNDATION_ALONE);
    client = engine.window().client;
    await setUpLaboratory(client);
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
  });
  const year = new Date().getUTCFullYear();

  it('changes the laboratory with a reason, and the time after which it locks', async () => {
    const held = await client.laboratory.get();
    const changed = await client.laboratory.update({ ...held, accreditation: 'SIS 0999', lockAfterMinutes: 3, reason: 'accredited' });
    expect(changed).toEqual({ ...held, accreditation: 'SIS 0999', lockAfterMinutes: 3, rowVersion: held.rowVersion + 1 });
    expect((await client.system.state()).lockAfterMinutes).toBe(3);
    await expect(client.laboratory.update({ ...held, reason: 'stale edit' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(client.laboratory.update({ ...changed, reason: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const { events } = await client.audit.list({ action: 'laboratory.update' });
    expect(events[0]).toMatchObject({
      reason: 'accredited',
      actor: { fullName: 'Anna Keller' },
      changes: [{ before: { accreditation: '' }, after: { accreditation: 'SIS 0999' } }],
    });
  });

  it.each([
    ['a name without end', { name: 'x'.repeat(201) }],
    ['no name', { name: '  ' }],
    ['an address without end', { address: 'x'.repeat(2001) }],
    ['an accreditation without end', { accreditation: 'x'.repeat(2001) }],
    ['a country that is no code', { country: 'Switzerland' }],
    ['a time zone that nobody knows', { timeZone: 'Atlantis/Poseidonis' }],
    ['no time zone', { timeZone: '' }],
  ])('does not take %s', async (_, change) => {
    const held = await client.laboratory.get();
    await expect(client.laboratory.update({ ...held, ...change, reason: 'moved house' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await client.laboratory.get()).toEqual(held);
    for (const timeZone of ['UTC', 'Asia/Kolkata', 'America/Argentina/Ushuaia'])
      expect(await client.laboratory.update({ ...(await client.laboratory.get()), timeZone, reason: 'moved house' })).toMatchObject({
        timeZone,
      });
  });

  it('gives methods versions: a revision retires the old one, which stays', async () => {
    const fields = {
      title: 'GC-MS screening',
      kind: 'gcms' as const,
      procedureReference: 'SOP 12',
      solvent: 'methanol',
      stationaryPhase: '5 % phenyl',
      validatedOn: '2026-03-01',
      validationReference: 'VAL 7',
      tolerances: { retentionTimeMinutes: 0.1, ionRatioPercent: 20, matchFactor: 850, diagnosticIonsNeeded: 3, blankPercent: 1 },
    };
    const first = await client.laboratory.methods.create(fields);
    expect(first).toMatchObject({ ...fields, code: `M-${year}-0001`, version: 1, retiredAt: null });
    const second = await client.laboratory.methods.revise({
      ...fields,
      solvent: 'ethyl acetate',
      id: first.id,
      rowVersion: first.rowVersion,
      reason: 'new solvent',
    });
    expect(second).toMatchObject({ code: first.code, version: 2, solvent: 'ethyl acetate', retiredAt: null });
    const listed = await client.laboratory.methods.list();
    expect(listed.map(({ version, retiredAt }) => [version, retiredAt === null])).toEqual([
      [2, true],
      [1, false],
    ]);
    await expect(
      client.laboratory.methods.revise({ ...fields, id: first.id, rowVersion: 2, reason: 'the old one again' }),
    ).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'method.already-revised' },
    });
    expect(await client.laboratory.methods.list()).toHaveLength(2);
  });

  it('keeps instruments and customers', async () => {
    const fields = {
      name: 'GC-MS 1',
      maker: 'M',
      model: 'X',
      serialNumber: '7',
      kind: 'gcms' as const,
      inService: true,
      calibratedOn: '2026-01-02',
      calibrationDueOn: '2027-01-02',
    };
    const instrument = await client.laboratory.instruments.create(fields);
    expect(instrument.code).toBe(`I-${year}-0001`);
    const out = await client.laboratory.instruments.update({
      ...fields,
      inService: false,
      id: instrument.id,
      rowVersion: 1,
      reason: 'ion source cleaned',
    });
    expect(await client.laboratory.instruments.list()).toEqual([out]);
    const customer = await client.laboratory.customers.create({ name: ' Court ', address: '', contactPerson: '', email: '', phone: '' });
    expect(customer.name).toBe('Court');
    await client.laboratory.customers.update({
      name: 'High court',
      address: '',
      contactPerson: '',
      email: '',
      phone: '',
      id: customer.id,
      rowVersion: 1,
      reason: 'renamed',
    });
    expect((await client.laboratory.customers.list()).map(({ name }) => name)).toEqual(['High court']);
  });

  it('lists the trail by person, record, action, text and time', async () => {
    const customer = await client.laboratory.customers.create({
      name: 'Zürich 100% _court_',
      address: '',
      contactPerson: '',
      email: '',
      phone: '',
    });
    const { person } = await client.system.state();
    const count = async (filter: Parameters<Client['audit']['list']>[0]) => (await client.audit.list(filter)).total;
    expect(await count({ subjectId: customer.id })).toBe(1);
    expect(await count({ actorId: person!.id, action: 'customer.create' })).toBe(1);
    expect(await count({ text: '100% _court_' })).toBe(1);
    expect(await count({ text: '100x' })).toBe(0);
    expect(await count({ to: '2020-01-01T00:00:00.000Z' })).toBe(0);
    const all = await client.audit.list({});
    const firstPage = await client.audit.list({ limit: 2 });
    expect(firstPage.events.map(({ sequence }) => sequence)).toEqual([all.total, all.total - 1]);
    expect(await client.audit.head()).toMatchObject({ sequence: all.total, hash: all.events[0]!.hash });
    const { jobId } = await client.audit.verify();
    await expect.poll(async () => (await client.jobs.get({ id: jobId })).state).toBe('finished');
    expect((await client.jobs.get({ id: jobId })).outcome).toMatchObject({ difference: null, events: all.total });
  });
});
