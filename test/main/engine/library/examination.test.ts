import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { endOfJob } from '../../../support/jobs';
import { inventedPeaks, type MspRecord, writeMspFile } from '../../../support/msp';
import { startPrepared } from '../../../support/prepared-laboratory';

const FIELDS = { source: 'invented', licence: 'CC0', version: '1', unstatedIonisation: 'EI', skipAlreadyHeld: false } as const;
const LISTING = { text: '', offset: 0, limit: 100 } as const;

const KEY = 'AAAAAAAAAAAAAA-BBBBBBBBSA-N';
const RECORDS: readonly MspRecord[] = [
  { name: 'Onepeakine', fields: { Ionization: 'EI' }, peaks: [[58, 999]] },
  { name: 'Twice', fields: { Ionization: 'EI', InChIKey: KEY }, peaks: inventedPeaks(7) },
  { name: 'Twice again', fields: { Ionization: 'EI', InChIKey: KEY }, peaks: inventedPeaks(7) },
  { name: 'Wrongcasine', fields: { Ionization: 'EI', 'CAS#': '50-00-1' }, peaks: inventedPeaks(9) },
];

describe('the examination of a collection', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let files: ReturnType<typeof temporaryFolder>;
  let engine: TestEngine;
  let client: Client;
  beforeEach(async () => {
    folder = temporaryFolder();
    files = temporaryFolder();
    ({ engine, client } = await startPrepared(folder.path));
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });

  const examined = async (name: string) => (await client.library.collections()).find((collection) => collection.name === name)?.examined;

  it('follows an import by itself, grades every entry, and can be filtered by', async () => {
    const path = writeMspFile(files.path, 'invented.msp', RECORDS);
    const { jobId } = await client.library.startImport({ ...FIELDS, token: engine.file(path), name: 'Invented' });
    await endOfJob(client, jobId);
    await expect.poll(() => examined('Invented')).not.toBeNull();
    const found = await examined('Invented');
    expect(Object.values(found?.grades ?? {}).reduce((sum, count) => sum + count, 0)).toBe(RECORDS.length);
    expect(found?.findings).toContainEqual({ code: 'duplicate-spectrum', count: 2 });

    const named = async (narrowing: object) => (await client.library.spectra({ ...LISTING, ...narrowing })).items.map(({ name }) => name);
    expect(await named({ finding: 'duplicate-spectrum' })).toEqual(['Twice', 'Twice again']);
    expect(await named({ finding: 'one-peak' })).toContain('Onepeakine');
    expect(await named({ grades: ['C', 'D'] })).toContain('Onepeakine');
    const { items } = await client.library.spectra({ ...LISTING, finding: 'one-peak', text: 'Onepeakine' });
    expect(items[0]?.grade).toBe('C');
    const { findings } = await client.library.spectrum({ key: items[0]?.key ?? 0 });
    expect(findings.map(({ code }) => code)).toContain('one-peak');
  });

  it('is made again on demand, and what was withdrawn takes no part', async () => {
    const path = writeMspFile(files.path, 'invented.msp', RECORDS);
    const { jobId } = await client.library.startImport({ ...FIELDS, token: engine.file(path), name: 'Invented' });
    await endOfJob(client, jobId);
    await expect.poll(() => examined('Invented')).not.toBeNull();
    const [collection] = (await client.library.collections()).filter(({ name }) => name === 'Invented');
    const { items } = await client.library.spectra({ ...LISTING, finding: 'duplicate-spectrum' });
    await client.library.retireSpectrum({ key: items[0]?.key ?? 0, reason: 'Held twice' });
    const again = await client.library.examine({ collectionId: collection?.id ?? '' });
    const job = await endOfJob(client, again.jobId);
    expect(job.outcome).toMatchObject({ entries: RECORDS.length - 1 });
    expect((await examined('Invented'))?.findings.map(({ code }) => code)).not.toContain('duplicate-spectrum');
  });
});
