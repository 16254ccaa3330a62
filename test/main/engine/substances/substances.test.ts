import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, setUpLaboratory, startEngine, type TestEngine, temporaryFolder } from '../../../support/engine';

const CAFFEINE = { smiles: 'CN1C=NC2=C1C(=O)N(C(=O)N2C)C', inchikey: 'RYYVLZVUVIJVGH-UHFFFAOYSA-N' };

describe('substances and their control', () => {
  const folder = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  beforeAll(async () => {
    engine = await startEngine(folder.path);
    client = engine.window().client;
    await setUpLaboratory(client);
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
  });

  const first = async (text: string) => (await client.substances.search({ text })).items[0];

  it('begins with the shipped list, its starter ions and names, all audited and unverified', async () => {
    const header = await client.substances.control.header();
    expect(header).toMatchObject({ version: '1', rows: 409, verified: 0 });
    expect((await client.substances.search({})).total).toBeGreaterThanOrEqual(384);
    expect((await client.library.collections()).map(({ kind, spectra }) => [kind, spectra])).toEqual([['starter', 130]]);
    const { events } = await client.audit.list({ action: 'reference-data.take' });
    expect(events).toHaveLength(2);
  });

  it('takes the shipped tables once', async () => {
    const before = await client.substances.search({});
    await engine.close();
    engine = await startEngine(folder.path);
    client = engine.window().client;
    await client.people.signIn({ signInName: 'anna', password: 'correct horse battery' });
    expect(await client.substances.search({})).toEqual(before);
    expect(await client.library.collections()).toHaveLength(1);
  });

  it.each(['fentanyl', '芬太尼', 'فنتانيل', 'Фентанил', '437-38-7', 'PJMPHNIQZUBGLI-UHFFFAOYSA-N'])(
    'finds fentanyl by %s',
    async (text) => {
      expect((await first(text))?.inchikey).toBe('PJMPHNIQZUBGLI-UHFFFAOYSA-N');
    },
  );

  it('works out formula, masses and InChIKey of a structure', async () => {
    const made = await client.substances.create({
      preferredName: 'Coffee base',
      substanceClass: 'stimulant',
      cas: '58-08-2',
      inchikey: '',
      smiles: CAFFEINE.smiles,
      note: '',
    });
    expect(made).toMatchObject({ formula: 'C8H10N4O2', inchikey: CAFFEINE.inchikey, confidence: 'laboratory', displayName: 'Coffee base' });
    expect(made.averageMass).toBeCloseTo(194.19, 1);
    expect(made.monoisotopicMass).toBeCloseTo(194.0804, 3);
    const named = await client.substances.addName({ substanceId: made.id, language: 'fr', name: 'Base de café' });
    expect(named.names).toContainEqual(expect.objectContaining({ language: 'fr', name: 'Base de café' }));
    expect((await first('base de cafe'))?.id).toBe(made.id);
    const edit = { id: made.id, substanceClass: 'stimulant', cas: '', smiles: CAFFEINE.smiles, note: '', reason: 'the trivial name' };
    const renamed = await client.substances.update({ ...edit, rowVersion: made.rowVersion, preferredName: 'Cafein' });
    expect(renamed).toMatchObject({ preferredName: 'Cafein', cas: null, inchikey: CAFFEINE.inchikey, formula: 'C8H10N4O2' });
    expect((await first('cafein'))?.id).toBe(made.id);
    await expect(client.substances.update({ ...edit, rowVersion: made.rowVersion, preferredName: 'Late' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it.each([
    [{ cas: '58-08-3' }, 'substance.cas'],
    [{ smiles: 'C1CC(' }, 'substance.smiles'],
    [{ inchikey: 'NOKEY' }, 'substance.inchikey'],
    [{ smiles: CAFFEINE.smiles, inchikey: 'PJMPHNIQZUBGLI-UHFFFAOYSA-N' }, 'substance.inchikey-differs'],
  ])('refuses %o', async (fields, code) => {
    const blank = { preferredName: 'Wrong', substanceClass: '', cas: '', inchikey: '', smiles: '', note: '' };
    await expect(client.substances.create({ ...blank, ...fields })).rejects.toMatchObject({ code: 'REFUSED', data: { code } });
    expect((await client.substances.search({ text: 'Wrong' })).total).toBe(0);
  });

  it('verifies a row against a named list, and forgets the verification when the row is edited', async () => {
    const { items } = await client.substances.control.list({ text: 'tramadol', convention: null });
    expect(items).toEqual([]);
    const { items: rows, total } = await client.substances.control.list({ text: 'fentanyl', convention: '1961' });
    expect(total).toBe(rows.length);
    const row = rows.find(({ substanceName, schedule }) => substanceName === 'Fentanyl' && schedule === 'I');
    if (row === undefined) throw new Error('fentanyl is not on the list');
    const verified = await client.substances.control.verify({
      id: row.id,
      rowVersion: row.rowVersion,
      against: 'INCB Yellow List, 64th edition',
      comparedOn: '2026-11-20',
    });
    expect(verified).toMatchObject({ verifiedBy: 'Anna Keller', verifiedAgainst: 'INCB Yellow List, 64th edition (2026-11-20)' });
    expect((await client.substances.control.list({ verified: true })).total).toBe(1);
    const edited = await client.substances.control.update({
      id: row.id,
      rowVersion: verified.rowVersion,
      schedule: 'I',
      fromDate: '1964-12-13',
      fromPrecision: 'day',
      toDate: null,
      toPrecision: 'in-force',
      scope: 'salts',
      reason: 'date of entry into force read in the list',
    });
    expect(edited).toMatchObject({
      verifiedBy: null,
      verifiedAt: null,
      verifiedAgainst: null,
      listedByYear: null,
      confidence: 'laboratory',
    });
    expect((await client.substances.control.header()).verified).toBe(0);
  });

  it.each([
    [{ fromDate: '1964', fromPrecision: 'day' }, 'control.date'],
    [{ fromDate: '1964-13-01', fromPrecision: 'day' }, 'control.date'],
    [{ fromDate: null, fromPrecision: 'year' }, 'control.date'],
    [{ fromDate: '1990', fromPrecision: 'year', toDate: '1989-12-31', toPrecision: 'day' }, 'control.ends-before-it-begins'],
  ] as const)('refuses the dates %o', async (dates, code) => {
    const [row] = (await client.substances.control.list({ text: 'cocaine' })).items;
    if (row === undefined) throw new Error('cocaine is not on the list');
    const { id, rowVersion } = row;
    const edit = { id, rowVersion, schedule: 'I', toDate: null, toPrecision: 'in-force', scope: '', reason: 'a wrong date' } as const;
    await expect(client.substances.control.update({ ...edit, ...dates })).rejects.toMatchObject({ code: 'REFUSED', data: { code } });
  });
});
