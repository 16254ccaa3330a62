import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench, type WorkedCase, workTablets } from '../../../support/bench';
import { ADMINISTRATOR, type Client, startEngine, type TestEngine, temporaryFolder } from '../../../support/engine';

const shipped = join(import.meta.dirname, '../../../../resources');
const NOTE = 'Read against procedure QP-7';

/** The shipped resources, with one row of the criteria read in another source: the version's name stays. */
function resourcesWithOneRowChanged(folder: string): string {
  const changed = join(folder, 'resources');
  mkdirSync(changed);
  for (const name of readdirSync(shipped)) if (name !== 'criteria') symlinkSync(join(shipped, name), join(changed, name));
  cpSync(join(shipped, 'criteria'), join(changed, 'criteria'), { recursive: true });
  const file = join(changed, 'criteria/techniques.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"source": "SWG8 IIIB.3.1"', '"source": "another clause"'));
  return changed;
}

describe('the edition of the criteria', () => {
  const folder = temporaryFolder();
  const elsewhere = temporaryFolder();
  let bench: Bench;
  let engine: TestEngine;
  let client: Client;
  let worked: WorkedCase;
  beforeAll(async () => {
    bench = await openBench(folder.path);
    ({ engine, client } = bench);
    worked = await workTablets(bench);
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
    elsewhere.remove();
  });
  const limitsNow = async () => {
    const [checklist] = await client.casework.checklist({ exhibitId: worked.exhibit.id });
    const { state, reasons } = checklist!.criteria.find(({ id }) => id === 'limits')!;
    return { state, reasons, warned: checklist!.warnings.some(({ code }) => code === 'criteria-not-adopted') };
  };
  const adoption = async () => {
    const { version, sha256 } = await client.casework.criteria.get();
    return { version, sha256, note: NOTE };
  };

  it('is nobody’s own at first, and a manager alone may adopt it, as it is and not as it was', async () => {
    const edition = await client.casework.criteria.get();
    expect(edition.adopted).toBeNull();
    expect(edition.techniques).toContainEqual({ id: 'ms', category: 'A', source: 'SWG82, TWG', flag: 'R' });
    expect(edition.sources.TWG).toContain('TWGDRUG');
    expect(await limitsNow()).toMatchObject({ state: 'not-met', warned: true });

    const technician = await bench.person('tina', ['technician']);
    expect((await technician.casework.criteria.get()).sha256).toBe(edition.sha256);
    await expect(technician.casework.criteria.adopt(await adoption())).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'criteria.adopt' },
    });
    for (const other of [{ version: 'criteria-2025-9' }, { sha256: 'a'.repeat(64) }])
      await expect(client.casework.criteria.adopt({ ...(await adoption()), ...other })).rejects.toMatchObject({
        code: 'REFUSED',
        data: { code: 'criteria.changed' },
      });
    expect(await limitsNow()).toMatchObject({ state: 'not-met' });
  });

  it('once adopted, every checklist and conclusion says so, and the trail says who', async () => {
    const { sha256 } = await adoption();
    const { adopted, version, edition } = await client.casework.criteria.adopt(await adoption());
    expect(adopted).toMatchObject({ by: { fullName: ADMINISTRATOR.fullName }, note: NOTE });
    expect(await limitsNow()).toEqual({
      state: 'met',
      reasons: [{ code: 'criteria-adopted', params: { edition, on: adopted!.at } }],
      warned: false,
    });
    await expect(client.casework.criteria.adopt(await adoption())).rejects.toMatchObject({ data: { code: 'criteria.adopted-already' } });
    // The tables are the same ones: what is hashed is the edition, not what the laboratory did with it.
    expect((await adoption()).sha256).toBe(sha256);

    const { componentId, exhibit } = worked;
    const { level } = (await client.casework.checklist({ exhibitId: exhibit.id }))[0]!;
    const { checklist } = await client.casework.conclusions.draw({ exhibitId: exhibit.id, componentId, expectedLevel: level, note: '' });
    expect(checklist.criteria.find(({ id }) => id === 'limits')).toMatchObject({ state: 'met' });
    const { events } = await client.audit.list({ text: NOTE, offset: 0, limit: 10 });
    expect(events).toMatchObject([
      {
        action: 'criteria.adopt',
        actor: { fullName: ADMINISTRATOR.fullName },
        subjectType: 'criteria',
        subjectCode: version,
        reason: NOTE,
      },
    ]);
  });

  it('is not adopted any more when one row of the tables is another', async () => {
    await engine.close();
    bench.clock.advance(60_000);
    engine = await startEngine(folder.path, { clock: bench.clock, resourcesFolder: resourcesWithOneRowChanged(elsewhere.path) });
    ({ client } = engine.window());
    await client.people.signIn({ signInName: ADMINISTRATOR.signInName, password: ADMINISTRATOR.password });
    expect((await client.casework.criteria.get()).adopted).toBeNull();
    expect(await limitsNow()).toMatchObject({ state: 'not-met', warned: true });
    await client.casework.criteria.adopt(await adoption());
    expect(await limitsNow()).toMatchObject({ state: 'met', warned: false });

    // The first edition again: the laboratory's last word was about another.
    await engine.close();
    engine = await startEngine(folder.path, { clock: bench.clock });
    ({ client } = engine.window());
    await client.people.signIn({ signInName: ADMINISTRATOR.signInName, password: ADMINISTRATOR.password });
    expect(await limitsNow()).toMatchObject({ state: 'not-met' });
  });
});
