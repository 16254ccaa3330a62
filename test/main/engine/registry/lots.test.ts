import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, type Client, type TestEngine, temporaryFolder, testClock } from '../../../support/engine';
import { startPrepared } from '../../../support/prepared-laboratory';

describe('reference lots', () => {
  const folder = temporaryFolder();
  const clock = testClock('2026-11-21T09:00:00.000Z');
  let engine: TestEngine;
  let client: Client;
  let substanceId: string;
  beforeAll(async () => {
    ({ engine, client } = await startPrepared(folder.path, { clock }));
    substanceId = (await client.substances.search({ text: 'fentanyl' })).items[0]?.id ?? '';
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
  });

  const fields = () => ({
    substanceId,
    saltForm: 'hydrochloride',
    producer: 'Invented Standards',
    lotNumber: 'IS-77',
    certificateReference: 'CoA 77',
    certifiedPurityPercent: '99.1',
    expandedUncertaintyPercent: '0.4',
    coverageFactor: 2,
    traceability: 'SI, by qNMR',
    kind: 'certified-reference-material' as const,
    receivedOn: '2026-01-10',
    expiresOn: '2026-11-21',
    storage: '-20 °C',
    receivedMassMicrograms: 10_000,
  });

  it('gives codes without gaps, and lets a lot be used on the day it expires', async () => {
    await expect(client.lots.create({ ...fields(), expiresOn: '2025-01-01' })).rejects.toMatchObject({ code: 'REFUSED' });
    const lot = await client.lots.create(fields());
    expect(lot).toMatchObject({ code: 'RM-2026-0001', substanceName: 'Fentanyl', expired: false, withdrawn: false });
    clock.set('2026-11-22T09:00:00.000Z');
    // A night without work locks the session.
    await client.people.unlock({ password: ADMINISTRATOR.password });
    expect((await client.lots.get({ id: lot.id })).expired).toBe(true);
    expect((await client.substances.get({ id: substanceId })).referenceLots).toBe(1);
  });

  it('withdraws a lot with a reason, and refuses a stale edit', async () => {
    const lot = await client.lots.create({ ...fields(), expiresOn: null });
    const edit = { ...fields(), id: lot.id, rowVersion: lot.rowVersion, expiresOn: null, withdrawn: true, reason: 'the vial was broken' };
    expect(await client.lots.update(edit)).toMatchObject({ code: 'RM-2026-0002', withdrawn: true });
    await expect(client.lots.update(edit)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await client.lots.list()).map(({ code }) => code)).toEqual(['RM-2026-0001', 'RM-2026-0002']);
  });

  it.each([
    [{ certifiedPurityPercent: '100.5' }, 'lot.purity-over-100'],
    [{ certifiedPurityPercent: null }, 'lot.uncertainty-without-value'],
    [{ coverageFactor: null }, 'lot.uncertainty-without-factor'],
  ])('refuses %o', async (wrong, code) => {
    await expect(client.lots.create({ ...fields(), ...wrong })).rejects.toMatchObject({ code: 'REFUSED', data: { code } });
  });
});
