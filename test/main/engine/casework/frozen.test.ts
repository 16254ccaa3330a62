import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench, type WorkedCase, workTablets } from '../../../support/bench';
import { temporaryFolder } from '../../../support/engine';

describe('what evidence was judged by', () => {
  const folder = temporaryFolder();
  let bench: Bench;
  let worked: WorkedCase;
  beforeAll(async () => {
    bench = await openBench(folder.path, { lotExpiresOn: '2026-11-01' });
    worked = await workTablets(bench);
  });
  afterAll(async () => {
    await bench.engine.close();
    folder.remove();
  });
  const lot = () => bench.client.lots.get({ id: bench.lots.fentanyl });
  const levelNow = async () => (await bench.client.casework.checklist({ exhibitId: worked.exhibit.id }))[0]!.level;

  it('an expired lot that was injected does not become valid by editing it', async () => {
    const { code: _, substanceName: __, expired: ___, ...seen } = await lot();
    const edit = { ...seen, reason: 'The producer wrote.' };
    for (const change of [{ expiresOn: '2028-01-01' }, { expiresOn: null }, { traceability: 'SI' }, { certificateReference: 'Another' }])
      await expect(bench.client.lots.update({ ...edit, ...change })).rejects.toMatchObject({
        data: { code: 'lot.used', params: { lot: 'RM-2026-0001' } },
      });
    expect(await bench.client.lots.update({ ...edit, storage: 'Safe 3' })).toMatchObject({ storage: 'Safe 3', expired: true });
    expect(await levelNow()).toBe('tentative');
  });

  it('a comparison keeps the lot as it stood when it was used', async () => {
    const database = new Database(join(folder.path, 'laboratory.sqlite'));
    database.prepare('UPDATE reference_lot SET expires_on = ? WHERE id = ?').run('2030-01-01', bench.lots.fentanyl);
    database.close();
    expect((await lot()).expired).toBe(false);
    expect(await levelNow()).toBe('tentative');
  });

  it('a conclusion says what the substance was called, and a substance concluded on stays what it is', async () => {
    const { client, substances } = bench;
    const { exhibit, componentId } = worked;
    const id = substances.fentanyl;
    const { items } = await client.substances.control.list({ text: 'fentanyl' });
    const row = items.find(({ substanceId }) => substanceId === id)!;
    await client.substances.control.verify({ id: row.id, rowVersion: row.rowVersion, against: 'Yellow List', comparedOn: '2026-11-19' });
    await client.casework.conclusions.draw({ exhibitId: exhibit.id, componentId, expectedLevel: 'tentative', note: '' });

    const { rowVersion, substanceClass, cas, smiles, note, preferredName } = await client.substances.get({ id });
    const edit = { id, rowVersion, substanceClass, cas: cas ?? '', smiles: smiles ?? '', note, preferredName, reason: 'A better name' };
    for (const change of [{ cas: '58-08-2' }, { cas: '' }, { smiles: 'Cn1c(=O)c2c(ncn2C)n(C)c1=O' }])
      await expect(client.substances.update({ ...edit, ...change })).rejects.toMatchObject({
        data: { code: 'substance.concluded', params: { substance: 'Fentanyl' } },
      });
    const classed = await client.substances.update({ ...edit, note: 'Looked at' });
    expect(classed.controls.find((control) => control.id === row.id)).toMatchObject({ verifiedBy: 'Anna Keller' });
    const renamed = await client.substances.update({ ...edit, rowVersion: classed.rowVersion, preferredName: 'Caffeine base' });
    expect(renamed.controls.find((control) => control.id === row.id)).toMatchObject({ verifiedBy: null, verifiedAgainst: null });
    const { conclusions } = await client.casework.exhibits.get({ id: exhibit.id });
    expect(conclusions[0]).toMatchObject({ substanceName: 'Fentanyl', checklist: { substanceName: 'Fentanyl', cas: '437-38-7' } });
  });
});
