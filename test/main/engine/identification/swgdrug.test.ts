import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { endOfJob } from '../../../support/jobs';
import { kept, openFile } from '../../../support/opened';
import { startPrepared } from '../../../support/prepared-laboratory';

const SWGDRUG = '../shared/data/ms/swgdrug/SWGDRUG39.msp';
const FENTANYL = '../shared/data/ms/msp_fentanyl_nist/FentanylReplicates';
const present = existsSync(SWGDRUG) && existsSync(FENTANYL);
if (!present) console.log(`not run: ${SWGDRUG} or ${FENTANYL} is not there`);

const EVERYTHING = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };

describe.skipIf(!present)('SWGDRUG 3.9 through the engine', () => {
  const folder = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  beforeAll(async () => {
    ({ engine, client } = await startPrepared(folder.path));
    const { jobId } = await client.library.startImport({
      token: engine.file(SWGDRUG),
      name: 'SWGDRUG 3.9',
      source: 'swgdrug.org',
      licence: '',
      version: '3.9',
      unstatedIonisation: 'EI',
      skipAlreadyHeld: true,
    });
    const job = await endOfJob(client, jobId);
    expect(job).toMatchObject({ state: 'finished', outcome: { imported: 3124, alreadyHeld: 0 } });
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
  });

  it('finds fentanyl first for a fentanyl of another laboratory, and says the same again', async () => {
    const { readdirSync } = await import('node:fs');
    const file = readdirSync(FENTANYL).find((name) => name.toLowerCase().endsWith('.msp'));
    if (file === undefined) throw new Error(`no MSP file in ${FENTANYL}`);
    const opened = await openFile(client, engine, join(FENTANYL, file));
    const query = kept(opened);
    const search = await client.identify.search({ query, method: { family: 'ei', score: 'ei-identity' }, filters: EVERYTHING });
    expect(search.candidates[0]?.inchikey).toBe('PJMPHNIQZUBGLI-UHFFFAOYSA-N');
    expect(search.candidates).toHaveLength(50);
    expect(await client.identify.rerun({ id: search.id })).toMatchObject({ same: true, snapshotHeld: true, differences: [] });
  });

  it('ranks it first by the Aliquot score, and sees its class where analogues are sought', async () => {
    const { readdirSync } = await import('node:fs');
    const file = readdirSync(FENTANYL).find((name) => name.toLowerCase().endsWith('.msp'));
    if (file === undefined) throw new Error(`no MSP file in ${FENTANYL}`);
    const opened = await openFile(client, engine, join(FENTANYL, file));
    const query = kept(opened);
    const aliquot = await client.identify.search({ query, method: { family: 'ei', score: 'ei-aliquot' }, filters: EVERYTHING });
    expect(aliquot.candidates[0]?.inchikey).toBe('PJMPHNIQZUBGLI-UHFFFAOYSA-N');
    const hybrid = await client.identify.search({ query, method: { family: 'ei', score: 'ei-hybrid' }, filters: EVERYTHING });
    expect(hybrid.judgement.classes[0]?.class).toBe('fentanyl');
    for (const { id } of [aliquot, hybrid]) expect(await client.identify.rerun({ id })).toMatchObject({ same: true, differences: [] });
    console.log(
      `milliseconds in the thread: Aliquot ${aliquot.milliseconds.toFixed(0)}, hybrid with classes ${hybrid.milliseconds.toFixed(0)}`,
    );
  });
});
