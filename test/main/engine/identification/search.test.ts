import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuerySource } from '../../../../src/contract/search-method';
import { type Client, startEngine, type TestEngine, temporaryFolder } from '../../../support/engine';
import { endOfJob } from '../../../support/jobs';
import { inventedPeaks, type MspRecord, writeMspFile } from '../../../support/msp';
import { kept, openFile } from '../../../support/opened';
import { startPrepared } from '../../../support/prepared-laboratory';

const EVERYTHING = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };
const FENTANYL = 'PJMPHNIQZUBGLI-UHFFFAOYSA-N';
const PEAKS = inventedPeaks(1);
/** An invented isomer whose spectrum is all but the first one's. */
const TWIN_PEAKS = PEAKS.map(([mz, intensity], i) => [mz, i === 3 ? intensity + 1 : intensity] as const);

const RECORDS: readonly MspRecord[] = [
  { name: 'Inventamine', fields: { InChIKey: FENTANYL, Formula: 'C22H28N2O' }, peaks: PEAKS },
  { name: 'Isoinventamine', fields: { Ionization: 'EI', Formula: 'C9H13N' }, peaks: TWIN_PEAKS },
  { name: 'Remotol', fields: { Ionization: 'EI', Formula: 'C9H13N' }, peaks: inventedPeaks(4) },
  { name: 'Sprayed', fields: { Ionization: 'ESI' }, peaks: PEAKS },
];

describe('a search and what follows from it', () => {
  const folder = temporaryFolder();
  const files = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  let query: QuerySource;

  const importFile = async (name: string, records: readonly MspRecord[]) => {
    const { jobId } = await client.library.startImport({
      token: engine.file(writeMspFile(files.path, `${name}.msp`, records)),
      name,
      source: '',
      licence: '',
      version: '',
      unstatedIonisation: 'EI',
      skipAlreadyHeld: true,
    });
    expect((await endOfJob(client, jobId)).state).toBe('finished');
    const collection = (await client.library.collections()).find((each) => each.name === name);
    if (collection === undefined) throw new Error(`${name} was not published`);
    return collection;
  };
  const search = () => client.identify.search({ query, method: { family: 'ei', score: 'ei-identity' }, top: 10, filters: EVERYTHING });

  beforeAll(async () => {
    ({ engine, client } = await startPrepared(folder.path));
    await importFile('Invented', RECORDS);
    const unknown = writeMspFile(files.path, 'unknown.msp', [{ name: 'Unknown', fields: { 'X-Vial': '7' }, peaks: PEAKS }]);
    const file = await openFile(client, engine, unknown);
    query = kept(file);
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });

  it('ranks electron ionisation alone, and stores what was asked of what', async () => {
    const stored = await search();
    expect(stored.candidates.slice(0, 2).map(({ name }) => name)).toEqual(['Inventamine', 'Isoinventamine']);
    expect(stored.candidates.map(({ name }) => name)).not.toContain('Sprayed');
    expect(stored).toMatchObject({
      by: 'Anna Keller',
      algorithmVersion: '1',
      parameters: { top: 10, mzPower: 0.5 },
      chosenRank: null,
      revealed: [],
    });
    expect(stored.librarySnapshot.collections.map(({ name }) => name)).toContain('Invented');
    expect(await client.identify.get({ id: stored.id })).toEqual(stored);
    expect((await client.identify.list({})).items.find(({ id }) => id === stored.id)).toMatchObject({
      first: 'Inventamine',
      queryName: 'Unknown',
    });
    const { events } = await client.audit.list({ action: 'identify.search' });
    expect(events.some(({ subjectId }) => subjectId === stored.id)).toBe(true);
  });

  it('records its filters and keeps to them', async () => {
    const filters = { ...EVERYTHING, formula: 'C9H13N', nominalMassFrom: 100, nominalMassTo: 200 };
    const stored = await client.identify.search({ query, method: { family: 'ei', score: 'ei-cosine-mz-sqrt' }, top: 10, filters });
    expect(stored.candidates.every(({ formula }) => formula === 'C9H13N')).toBe(true);
    expect(stored.candidates[0]?.name).toBe('Isoinventamine');
    expect(stored.filters).toEqual(filters);
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: true });
  });

  it('shows a card with names, quality and what cannot be told apart, and keeps control status for a recorded question', async () => {
    const stored = await search();
    const card = await client.identify.candidate({ searchId: stored.id, rank: 1 });
    expect(card.names).toContainEqual({ language: 'zh', name: '芬太尼' });
    expect(card.indistinguishable.map(({ name }) => name)).toContain('Isoinventamine');
    expect(card.quality.map(({ code }) => code)).toEqual(expect.arrayContaining(['peaks', 'molecular-ion-absent', 'no-licence']));
    expect([...card.referencePeaks.mz]).toEqual(PEAKS.map(([mz]) => mz));
    expect(JSON.stringify(card)).not.toContain('1961');

    const chosen = await client.identify.choose({ searchId: stored.id, ranks: [2], note: 'retention fits' });
    expect(chosen.chosenRank).toBe(2);
    const revealed = await client.identify.reveal({ searchId: stored.id, rank: 1, onDay: '2026-01-01' });
    expect(revealed.substanceClass).toBe('synthetic opioid: fentanyl family');
    expect(revealed.onDay).toContainEqual({ convention: '1961', schedule: 'I', status: 'controlled' });
    expect((await client.identify.get({ id: stored.id })).revealed).toMatchObject([{ rank: 1, by: 'Anna Keller' }]);
    const { events } = await client.audit.list({ subjectId: stored.id });
    expect(events.map(({ action }) => action).toSorted()).toEqual(['identify.choose', 'identify.reveal', 'identify.search']);
    const revealChange = events.find(({ action }) => action === 'identify.reveal')?.changes[0];
    expect(revealChange?.after).toMatchObject({ chosen_before: 1 });
  });

  it('warns of a starter list, of which nothing may be concluded', async () => {
    const starter = (await client.library.collections()).find(({ kind }) => kind === 'starter');
    if (starter === undefined) throw new Error('there is no starter list');
    const stored = await client.identify.search({
      query,
      method: { family: 'ei', score: 'ei-reverse' },
      filters: { ...EVERYTHING, collectionIds: [starter.id] },
    });
    const [first] = stored.candidates;
    expect(first?.collectionKind).toBe('starter');
    const card = await client.identify.candidate({ searchId: stored.id, rank: 1 });
    expect(card.quality.map(({ code }) => code)).toContain('orientation-only');
  });

  it('runs again over a collection that has been retired meanwhile, which new searches leave out', async () => {
    const other = await importFile('Other', [{ name: 'Otherol', peaks: PEAKS.map(([mz, intensity]) => [mz, intensity + 2] as const) }]);
    const stored = await search();
    expect(stored.candidates.map(({ name }) => name)).toContain('Otherol');
    await client.library.retireCollection({
      id: other.id,
      rowVersion: other.rowVersion,
      retired: true,
      reason: 'superseded by a newer version',
    });
    expect((await search()).candidates.map(({ name }) => name)).not.toContain('Otherol');
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: true, snapshotHeld: true, differences: [] });
    await expect(
      client.identify.search({
        query,
        method: { family: 'ei', score: 'ei-identity' },
        filters: { ...EVERYTHING, collectionIds: [other.id] },
      }),
    ).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'identify.collection-retired' },
    });
  });

  it('says that a snapshot is not held when its collection has other rows than it had', async () => {
    const stored = await search();
    const handle = engine.engine.foundation()?.database.writer.handle;
    handle?.prepare("UPDATE collection SET rows_sha256 = 'altered' WHERE name = 'Invented'").run();
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: false, snapshotHeld: false, differences: [] });
    const { rowsSha256 } = JSON.parse(
      handle?.prepare<[string], string>('SELECT snapshot_json FROM search WHERE id = ?').pluck().get(stored.id) ?? '[]',
    ).find((collection: { readonly name: string }) => collection.name === 'Invented') as { readonly rowsSha256: string };
    handle?.prepare("UPDATE collection SET rows_sha256 = ? WHERE name = 'Invented'").run(rowsSha256);
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: true });
  });

  it('answers the same from the index file of a large collection, and without it when it is damaged', async () => {
    await importFile(
      'Large',
      Array.from({ length: 6000 }, (_, i) => ({ name: `Invented ${i}`, peaks: inventedPeaks(i + 5) })),
    );
    const stored = await search();
    const indexes = join(folder.path, 'search-index');
    await expect.poll(() => readdirSync(indexes).filter((name) => name.endsWith('.ei-index'))).toHaveLength(1);
    const [name] = readdirSync(indexes);
    const restart = async () => {
      await engine.close();
      engine = await startEngine(folder.path);
      client = engine.window().client;
      await client.people.signIn({ signInName: 'anna', password: 'correct horse battery' });
    };
    await restart();
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: true, snapshotHeld: true, differences: [] });
    await engine.close();
    const file = join(indexes, name ?? '');
    const bytes = readFileSync(file);
    bytes[bytes.length - 1000] = (bytes[bytes.length - 1000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await restart();
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: true, snapshotHeld: true, differences: [] });
  });
});
