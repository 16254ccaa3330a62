import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CandidateCard } from '../../../../src/contract/identify';
import type { QuerySource, SearchMethod } from '../../../../src/contract/search-method';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { type Band, infraredText, writeCurves } from '../../../support/invented-curves';
import { endOfJob } from '../../../support/jobs';
import { inventedPeaks, type MspRecord, writeMspFile } from '../../../support/msp';
import { pdfPages } from '../../../support/pdf-text';
import { startPrepared } from '../../../support/prepared-laboratory';

const EVERYTHING = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };
const EI: MspRecord['fields'] = { Ionization: 'EI' };
const PEAKS = inventedPeaks(1);
/** The same spectrum measured again: each peak a little higher or lower. */
const again = (percent: number) =>
  PEAKS.map(([mz, intensity], i) => [mz, Math.max(1, intensity * (1 + ((i % 3) - 1) * percent * 0.01))] as const);
const TWIN_BANDS: readonly Band[] = [
  [760, 12, 0.9],
  [1600, 10, 1],
];
const OWN_BANDS: readonly Band[] = [
  [1040, 12, 0.8],
  [1720, 10, 1],
];
/** Fentanyl by its ions at 245 and 146, and the same with 14 on both. */
const FENTANYL: MspRecord = {
  name: 'Fentanyl',
  fields: { ...EI, Formula: 'C22H28N2O', SMILES: 'CCC(=O)N(C1CCN(CC1)CCC1=CC=CC=C1)C1=CC=CC=C1' },
  peaks: [
    [42, 120],
    [105, 90],
    [146, 500],
    [189, 260],
    [245, 999],
    [336, 8],
  ],
};
const ANALOGUE: MspRecord['peaks'] = [
  [42, 120],
  [105, 90],
  [160, 500],
  [203, 260],
  [259, 999],
  [350, 8],
];

describe('the card of a candidate, the fit of a mixture, and what is saved of them', () => {
  const folder = temporaryFolder();
  const files = temporaryFolder();
  let engine: TestEngine;
  let client: Client;

  const importFile = async (path: string, name: string) => {
    const facts = { source: '', licence: '', version: '', unstatedIonisation: 'EI', skipAlreadyHeld: false } as const;
    const { jobId } = await client.library.startImport({ token: engine.file(path), name, ...facts });
    expect((await endOfJob(client, jobId)).state).toBe('finished');
  };
  const opened = async (path: string): Promise<QuerySource> => {
    for await (const event of await client.measurements.open({ tokens: [engine.file(path)] }))
      if (event.type === 'file') return { kind: 'opened', fileId: event.file.id, index: 0, scan: null, averaging: null };
    throw new Error(`${path} was not opened`);
  };
  const search = (query: QuerySource, method: Parameters<Client['identify']['search']>[0]['method']) =>
    client.identify.search({ query, method, top: 10, filters: EVERYTHING });
  const spectrum = (name: string, peaks: MspRecord['peaks']) =>
    opened(writeMspFile(files.path, `${name}.msp`, [{ name, fields: EI, peaks }]));
  const infrared = (name: string, bands: readonly Band[]) => writeCurves(files.path, `${name}.jdx`, infraredText(name, bands));
  const traceMethod = async (query: QuerySource, family: SearchMethod['family']) => {
    const found = (await client.identify.query({ query })).offers.find(({ method }) => method.family === family);
    if (found === undefined) throw new Error(`no ${family} was offered`);
    return found.method;
  };
  const saved = async (name: string, request: Parameters<Client['identify']['save']>[0]) => {
    engine.shell.nextSavePath = join(files.path, name);
    expect(await client.identify.save(request)).toEqual({ path: join(files.path, name) });
    return readFileSync(join(files.path, name));
  };

  beforeAll(async () => {
    ({ engine, client } = await startPrepared(folder.path));
    const spectra: readonly MspRecord[] = [
      { name: 'Replicol', fields: EI, peaks: PEAKS },
      { name: 'Replicol', fields: EI, peaks: again(4) },
      { name: 'Replicol', fields: EI, peaks: again(-5) },
      { name: '=Twinol', fields: EI, peaks: again(1) },
      { name: 'Remotol', fields: EI, peaks: inventedPeaks(4) },
      FENTANYL,
    ];
    await importFile(writeMspFile(files.path, 'spectra.msp', spectra), 'Spectra');
    await importFile(infrared('Replicol', OWN_BANDS), 'Infrared of one');
    await importFile(infrared('=Twinol', TWIN_BANDS), 'Infrared of the other');
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });

  it('takes the spread from replicates, tests them, and names what would tell the twin apart', async () => {
    const examined = async () => (await client.library.collections()).find(({ name }) => name === 'Spectra')?.examined;
    // An import is followed by an examination, which goes on by itself.
    await expect.poll(examined).toBeTruthy();
    const stored = await search(await spectrum('Unknown', again(2)), { family: 'ei', score: 'ei-identity' });
    const rank = stored.candidates.find(({ name }) => name === 'Replicol')?.rank ?? 0;
    const card: CandidateCard = await client.identify.candidate({ searchId: stored.id, rank });
    expect(card.spread).toMatchObject({ basis: 'replicates', replicates: 3, score: 'ei-identity' });
    expect(card.indistinguishable).toMatchObject([{ name: '=Twinol', separatedBy: [{ technique: 'infrared' }] }]);
    expect(card.indistinguishable[0]?.rank).toBe(stored.candidates.find(({ name }) => name === '=Twinol')?.rank);
    expect(card.indistinguishable[0]?.separatedBy[0]?.separation).toBeGreaterThan(2);
    expect(card.replicateTests.map(({ test, verdict }) => [test, verdict.code])).toEqual([
      ['min-max', 'verdict.min-max.not-discriminated'],
      ['unequal-variance', 'verdict.unequal-variance.associated'],
    ]);
    expect(card.replicateTests[0]?.conditions.map(({ code }) => code)).toContain('condition.single-query');
    const next = stored.candidates.find(({ name, rank: place }) => place > rank && name !== 'Replicol');
    expect(card.gap).toMatchObject({ name: next?.name, rank: next?.rank });
    expect(card.gap?.points).toBeCloseTo((stored.candidates[rank - 1]?.score ?? 0) - (next?.score ?? 0), 9);
    expect([card.grade, card.quality.filter(({ code }) => code === 'no-identifiers').length]).toEqual([expect.stringMatching(/[A-D]/), 1]);

    const other = await client.identify.candidate({
      searchId: stored.id,
      rank: stored.candidates.find(({ name }) => name === 'Remotol')?.rank ?? 0,
    });
    expect([other.spread, other.indistinguishable, other.replicateTests]).toEqual([
      { limit: 900, score: 'ei-identity', basis: 'convention', replicates: 1 },
      [],
      [],
    ]);
  });

  it('says what a parent and its relative differ by', async () => {
    const stored = await search(await spectrum('Analogue', ANALOGUE), { family: 'ei', score: 'ei-hybrid', molecularMass: 350 });
    expect(stored.candidates[0]?.name).toBe('Fentanyl');
    const { analogue } = await client.identify.candidate({ searchId: stored.id, rank: 1 });
    expect(analogue).toContainEqual({
      code: 'one-change',
      params: expect.objectContaining({ delta: '+14', first: 'difference-methylene.more' }),
    });
    expect(analogue).toContainEqual({ code: 'ions-shifted', params: { ions: '146 → 160, 189 → 203, 245 → 259' } });
    expect(analogue.find(({ code }) => code === 'ions-kept')?.params.ions).toContain('105');
  });

  it('shows traces as they were compared, and the fit of a mixture that adds up', async () => {
    const query = await opened(infrared('Measured', OWN_BANDS));
    const stored = await search(query, await traceMethod(query, 'trace'));
    const { compared, spread, referencePeaks } = await client.identify.candidate({ searchId: stored.id, rank: 1 });
    expect([stored.candidates[0]?.name, spread?.score, referencePeaks.mz.length]).toEqual(['Replicol', 'trace-correlation', 0]);
    expect(compared?.reference.y.values).toEqual(compared?.query.y.values);
    await expect(client.identify.fit({ searchId: stored.id })).rejects.toMatchObject({ data: { code: 'identify.no-fit' } });

    const mixture = await opened(infrared('Mixed', [...OWN_BANDS, ...TWIN_BANDS.map(([x, w, h]): Band => [x, w, h / 2])]));
    const taken = await search(mixture, await traceMethod(mixture, 'mixture'));
    const fit = await client.identify.fit({ searchId: taken.id });
    expect(fit.components.map(({ rank }) => taken.candidates.find((each) => each.rank === rank)?.name)).toEqual(['Replicol', '=Twinol']);
    for (const [i, value] of fit.residual.y.values.entries()) {
      if (Number.isNaN(value)) continue;
      expect(Math.abs(value)).toBeLessThan(1e-4);
      expect((fit.fitted.y.values[i] ?? 0) + value).toBeCloseTo(fit.measured.y.values[i] ?? 0, 9);
    }
    const pdf = await saved('mixture.pdf', { searchId: taken.id, rank: 1, format: 'pdf', language: 'en' });
    expect((await pdfPages(pdf)).join(' ')).toContain('not mass fractions');
  });

  it('saves the list as a table that no spreadsheet runs, as everything, and as a figure without a probability', async () => {
    const stored = await search(await spectrum('Unknown to keep', again(2)), { family: 'ei', score: 'ei-identity' });
    const request = { searchId: stored.id, rank: 1, language: 'fr' } as const;
    const csv = (await saved('list.csv', { ...request, format: 'csv' })).toString('utf8');
    expect(csv).toContain(",'=Twinol,");
    expect(csv.trim().split('\r\n')).toHaveLength(stored.candidates.length + 1);
    const json: unknown = JSON.parse((await saved('list.json', { ...request, format: 'json' })).toString('utf8'));
    expect(json).toMatchObject({
      search: {
        id: stored.id,
        candidates: stored.candidates,
        parameters: stored.parameters,
        queryPeaks: { mz: [...stored.queryPeaks.mz] },
      },
    });
    const [first, ...more] = await pdfPages(await saved('figure.pdf', { ...request, format: 'pdf' }));
    const text = [first, ...more].join(' ');
    expect(text).toContain('pas un rapport d’essai');
    expect(text).toContain('Unknown to keep');
    expect(text).toContain('=Twinol');
    expect(text).toContain(stored.librarySnapshot.id.slice(0, 20));
    expect(text).not.toMatch(/probabilit/i);
    engine.shell.nextSavePath = null;
    expect(await client.identify.save({ ...request, format: 'csv' })).toBeNull();
  });
});
