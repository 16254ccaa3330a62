import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchInput } from '../../../../src/contract/batches';
import type { OpenedFileSummary } from '../../../../src/contract/measurements';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { endOfJob } from '../../../support/jobs';
import { inventedPeaks, writeMspFile } from '../../../support/msp';
import { pdfPages } from '../../../support/pdf-text';
import { startPrepared } from '../../../support/prepared-laboratory';

const RUN = '../shared/data/formats/ms/andi_cdf/agilent-gcms.cdf';
const present = existsSync(RUN);
if (!present) console.log(`skipped: ${RUN} is not beside the project`);

const FIELDS = { source: 'invented', licence: 'CC0', version: '1', unstatedIonisation: 'EI', skipAlreadyHeld: false } as const;
const NO_FILTERS = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };

describe('a batch search', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let files: ReturnType<typeof temporaryFolder>;
  let engine: TestEngine;
  let client: Client;
  beforeEach(async () => {
    folder = temporaryFolder();
    files = temporaryFolder();
    ({ engine, client } = await startPrepared(folder.path));
    const library = Array.from({ length: 12 }, (_, seed) => ({
      name: `Invented ${seed}`,
      fields: { Ionization: 'EI' },
      peaks: inventedPeaks(seed),
    }));
    const path = writeMspFile(files.path, 'library.msp', library);
    const { jobId } = await client.library.startImport({ ...FIELDS, token: engine.file(path), name: 'Invented' });
    await endOfJob(client, jobId);
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });

  async function open(path: string): Promise<OpenedFileSummary> {
    for await (const event of await client.measurements.open({ tokens: [engine.file(path)] })) if (event.type === 'file') return event.file;
    throw new Error(`${path} was not opened`);
  }

  async function run(input: BatchInput) {
    const { batchId, jobId } = await client.batches.start(input);
    const job = await endOfJob(client, jobId);
    return { job, batch: await client.batches.get({ id: batchId }), ...(await client.batches.rows({ id: batchId, limit: 1000 })) };
  }

  it('gives a row for each unknown in their order, each a stored search, and goes on past one that cannot be searched', async () => {
    const seeds = [3, 7, 1, 11, 0, 5, 2, 9, 4, 8];
    const unknowns = [
      ...seeds.map((seed) => ({ name: `Unknown ${seed}`, fields: { Ionization: 'EI' }, peaks: inventedPeaks(seed) })),
      { name: 'Zero', fields: { Ionization: 'EI' }, peaks: [[50, 0]] as const },
    ];
    const file = await open(writeMspFile(files.path, 'unknowns.msp', unknowns));
    const items = Array.from({ length: file.items }, (_, index) => ({ fileId: file.id, index }));
    const { job, batch, items: rows, total } = await run({ kind: 'spectra', name: 'Ten', items, filters: NO_FILTERS, exhibitId: null });
    expect(job.state).toBe('finished');
    expect(batch).toMatchObject({ state: 'finished', rows: unknowns.length, name: 'Ten' });
    expect(batch.done + batch.refused).toBe(unknowns.length);
    expect(total).toBe(unknowns.length);
    expect(rows.map(({ row }) => row)).toEqual(items.map(({ index }) => index));
    expect(rows.slice(0, seeds.length).map(({ first }) => first?.name)).toEqual(seeds.map((seed) => `Invented ${seed}`));
    const last = rows.at(-1);
    expect(last).toMatchObject({ state: 'refused', searchId: null });
    expect(last?.failure).not.toBeNull();
    const stored = await client.identify.get({ id: rows[0]?.searchId ?? '' });
    expect(stored.candidates[0]?.name).toBe('Invented 3');
    expect((await client.identify.rerun({ id: stored.id })).same).toBe(true);
    expect((await client.batches.list({})).items.map(({ id }) => id)).toEqual([batch.id]);

    const saved = async (format: 'csv' | 'json' | 'pdf') => {
      engine.shell.nextSavePath = join(files.path, `saved.${format}`);
      expect(await client.batches.save({ id: batch.id, format, language: 'fr' })).toEqual({ path: engine.shell.nextSavePath });
      return readFileSync(join(files.path, `saved.${format}`));
    };
    const lines = (await saved('csv')).toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(unknowns.length + 1);
    expect(lines[1]).toContain('Invented 3');
    expect(JSON.parse((await saved('json')).toString('utf8'))).toMatchObject({
      batch: { id: batch.id },
      rows: rows.map(({ first }) => ({ first })),
    });
    const text = (await pdfPages(await saved('pdf'))).join(' ');
    for (const word of ['Ten', 'pas un rapport d’essai', 'Unknown 3', 'Invented 8', 'Zero']) expect(text).toContain(word);
  });

  it('stops when told to, and what was found stays', async () => {
    const unknowns = Array.from({ length: 200 }, (_, i) => ({
      name: `Unknown ${i}`,
      fields: { Ionization: 'EI' },
      peaks: inventedPeaks(i % 12),
    }));
    const file = await open(writeMspFile(files.path, 'unknowns.msp', unknowns));
    const items = Array.from({ length: file.items }, (_, index) => ({ fileId: file.id, index }));
    const { batchId, jobId } = await client.batches.start({ kind: 'spectra', name: 'Many', items, filters: NO_FILTERS, exhibitId: null });
    await expect.poll(async () => (await client.batches.get({ id: batchId })).done).toBeGreaterThan(0);
    await client.jobs.cancel({ id: jobId });
    await endOfJob(client, jobId);
    const batch = await client.batches.get({ id: batchId });
    expect(batch.state).toBe('cancelled');
    expect(batch.done).toBeGreaterThan(0);
    expect((await client.batches.rows({ id: batchId, limit: 1000 })).total).toBe(batch.done);
  });

  it.skipIf(!present)('takes a run apart and searches every component, whose spectrum can be searched again', async () => {
    const file = await open(RUN);
    const {
      job,
      batch,
      items: rows,
    } = await run({
      kind: 'run',
      fileId: file.id,
      index: 0,
      detection: 'components',
      leastSignalToNoise: 10,
      ladder: [],
      filters: NO_FILTERS,
      exhibitId: null,
    });
    expect(job.state).toBe('finished');
    expect(batch.rows).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(3);
    const times = rows.map(({ time }) => time?.apex ?? Number.NaN);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(rows.reduce((sum, { areaShare }) => sum + (areaShare ?? 0), 0)).toBeCloseTo(1, 6);
    const unknown = await client.identify.query({ query: rows[0]?.query ?? { kind: 'component', batchId: batch.id, row: 0 } });
    expect(unknown.peaks.mz.length).toBeGreaterThan(0);
  });
});
