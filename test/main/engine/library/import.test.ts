import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../../src/contract/library';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { importSpectra } from '../../../../src/main/engine/library/import/import-spectra';
import { openBulkConnection } from '../../../../src/main/engine/library/import/import-task';
import { RowsDigest } from '../../../../src/main/engine/library/rows-digest';
import type { SpectrumRow } from '../../../../src/main/engine/library/spectrum-row';
import { freshLaboratory } from '../../../support/fresh-laboratory';
import { endOfJob } from '../../../support/jobs';
import { inventedPeaks, type MspRecord, mspText, writeMspFile } from '../../../support/msp';

const FIELDS = { source: 'invented', licence: 'CC0', version: '1', unstatedIonisation: 'EI', skipAlreadyHeld: true } as const;

const RECORDS: readonly MspRecord[] = [
  {
    name: 'Inventamine',
    fields: { 'CAS#': '50-00-0', Formula: 'C8H11N', InChIKey: 'AAAAAAAAAAAAAA-BBBBBBBBSA-N' },
    synonyms: ['吗啡'],
    peaks: inventedPeaks(1),
  },
  { name: 'α-Fictitol', fields: { Ionization: 'EI', 'X-Own': 'kept' }, peaks: inventedPeaks(2) },
  { name: 'أمفيتامين', fields: { Ionization: 'ESI' }, peaks: inventedPeaks(3) },
];

describe('importing a library', () => {
  const laboratory = freshLaboratory();

  const start = async (path: string, name = 'Invented', options: Partial<typeof FIELDS> | { readonly skipAlreadyHeld: boolean } = {}) =>
    (await laboratory.client.library.startImport({ ...FIELDS, ...options, token: laboratory.engine.file(path), name })).jobId;
  const run = async (...given: Parameters<typeof start>) => endOfJob(laboratory.client, await start(...given));
  const count = (sql: string) => laboratory.engine.engine.foundation()?.database.writer.handle.prepare<[], number>(sql).pluck().get();

  it.skipIf(process.platform === 'win32')('refuses a folder, a device and a pipe before anything is read', async () => {
    const pipe = join(laboratory.files, 'pipe.msp');
    execFileSync('mkfifo', [pipe]);
    for (const path of [laboratory.files, '/dev/zero', pipe]) {
      const token = laboratory.engine.file(path);
      const refusal = { code: 'UNREADABLE_FILE', data: { fileName: basename(path), code: 'not-a-file' } };
      await expect(laboratory.client.library.startImport({ ...FIELDS, token, name: 'Endless' })).rejects.toMatchObject(refusal);
      await expect((await laboratory.client.library.preview({ token })).next()).rejects.toMatchObject(refusal);
    }
    await expect(
      laboratory.client.library.startImport({ ...FIELDS, token: laboratory.engine.file(join(laboratory.files, 'gone.msp')), name: 'Gone' }),
    ).rejects.toMatchObject({
      data: { code: 'not-readable', params: { code: 'ENOENT' } },
    });
    expect(await laboratory.client.jobs.list({})).toEqual([]);
  });

  it('stops reading a preview when the session locks', async () => {
    const many = Array.from({ length: 40_000 }, (_, seed) => ({ name: `Spectrum ${seed}`, peaks: inventedPeaks(seed) }));
    const stream = await laboratory.client.library.preview({
      token: laboratory.engine.file(writeMspFile(laboratory.files, 'many.msp', many)),
    });
    expect((await stream.next()).value).toMatchObject({ type: 'progress', done: 0 });
    await laboratory.client.people.lock();
    const rest = (async () => {
      for await (const event of stream) expect(event.type).toBe('progress');
    })();
    await expect(rest).rejects.toMatchObject({ code: 'UNAUTHENTICATED', defined: true, data: { locked: true } });
  });

  it('publishes a collection with the kept file and a digest that anyone can compute again', async () => {
    const path = writeMspFile(laboratory.files, 'invented.msp', RECORDS);
    const job = await run(path);
    expect(job).toMatchObject({ state: 'finished', outcome: { imported: 3, alreadyHeld: 0, leftOut: 0 } });
    const { collectionId } = job.outcome as ImportOutcome;
    const collection = (await laboratory.client.library.collections()).find(({ id }) => id === collectionId);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(collection).toMatchObject({
      kind: 'imported',
      spectra: 3,
      originalFile: 'invented.msp',
      originalSha256: sha256,
      importedBy: 'Anna Keller',
    });
    expect(readFileSync(join(laboratory.folder, 'attachments', sha256.slice(0, 2), sha256.slice(2)))).toEqual(readFileSync(path));

    const handle = laboratory.engine.engine.foundation()?.database.writer.handle;
    const rows = handle
      ?.prepare<[string], SpectrumRow>(
        `SELECT spectrum.*, content.* FROM collection
         JOIN reference_spectrum AS spectrum ON spectrum.import_key = collection.import_key
         JOIN reference_spectrum_content AS content ON content.key = spectrum.key WHERE collection.id = ? ORDER BY spectrum.ordinal`,
      )
      .all(collectionId);
    const digest = new RowsDigest();
    for (const row of rows ?? []) digest.add(row);
    const again = digest.end();
    const { events } = await laboratory.client.audit.list({ action: 'library.import' });
    expect(events[0]?.changes.find(({ table }) => table === 'collection')?.after?.rows_sha256).toBe(again);
    expect(count('SELECT count(*) FROM library_import')).toBe(0);
  });

  it('keeps every field and finds names in any script, identifiers and accessions', async () => {
    const { collectionId } = (await run(writeMspFile(laboratory.files, 'invented.msp', RECORDS))).outcome as ImportOutcome;
    const found = async (text: string) => (await laboratory.client.library.spectra({ text, collectionId })).items.map(({ name }) => name);
    // By the names of the laboratory's substances in any language, too: the starter list itself has English ones alone.
    expect((await laboratory.client.library.spectra({ text: '吗啡' })).items.map(({ name }) => name)).toContain('Morphine');
    expect(await found('吗啡')).toEqual(['Inventamine']);
    expect(await found('امفيتامين')).toEqual(['أمفيتامين']);
    expect(await found('ALPHA fictitol')).toEqual(['α-Fictitol']);
    expect(await found('fictitol alpha')).toEqual(['α-Fictitol']);
    expect(await found('50-00-0')).toEqual(['Inventamine']);
    expect(await found('AAAAAAAAAAAAAA')).toEqual(['Inventamine']);
    expect(await found('aaaaaaaaaaaaaa-bbbbbbbbsa-n')).toEqual(['Inventamine']);
    expect(await found('C8H11N')).toContain('Inventamine');
    expect(await found('ventamineα')).toEqual([]);
    expect(await found('---')).toEqual([]);
    const [fictitol] = (await laboratory.client.library.spectra({ text: 'fictitol' })).items;
    const spectrum = await laboratory.client.library.spectrum({ key: fictitol?.key ?? 0 });
    expect(spectrum.otherFields).toContainEqual({ field: 'X-Own', value: 'kept' });
    expect([...spectrum.peaks.mz]).toEqual(inventedPeaks(2).map(([mz]) => mz));
    const esi = await laboratory.client.library.spectra({ ionisation: 'ESI' });
    expect(esi).toMatchObject({ total: 1, items: [{ name: 'أمفيتامين', ionisation: 'ESI' }] });
  });

  it('recognises what is there already, whole files and single spectra', async () => {
    const path = writeMspFile(laboratory.files, 'invented.msp', RECORDS);
    await run(path);
    const again = await run(path, 'Again');
    expect(again).toMatchObject({ state: 'failed', failure: { code: 'library.nothing-new', params: { alreadyHeld: 3 } } });
    const more = await run(writeMspFile(laboratory.files, 'more.msp', [...RECORDS, { name: 'Novelol', peaks: inventedPeaks(9) }]), 'More');
    expect(more).toMatchObject({ state: 'finished', outcome: { imported: 1, alreadyHeld: 3, leftOut: 3 } });
    const whole = await run(path, 'Whole', { skipAlreadyHeld: false });
    expect(whole).toMatchObject({ state: 'finished', outcome: { imported: 3, alreadyHeld: 3, leftOut: 0 } });
    expect(count('SELECT count(*) FROM library_import')).toBe(0);
    expect(count('SELECT count(*) FROM reference_spectrum WHERE import_key NOT IN (SELECT import_key FROM collection)')).toBe(0);
  });

  it('leaves nothing of a file that ends in the middle of a record', async () => {
    const path = join(laboratory.files, 'cut.msp');
    writeFileSync(path, `${mspText(RECORDS)}\nName: Cut\nNum Peaks: 4\n40 1\n`);
    const before = await laboratory.client.library.collections();
    const job = await run(path);
    expect(job).toMatchObject({
      state: 'failed',
      failure: { code: 'failed.unreadable-file', params: { fileName: 'cut.msp', code: 'record-truncated' } },
    });
    expect(await laboratory.client.library.collections()).toEqual(before);
    await expect.poll(() => count('SELECT count(*) FROM library_import')).toBe(0);
    expect(count('SELECT count(*) FROM reference_spectrum WHERE import_key NOT IN (SELECT import_key FROM collection)')).toBe(0);
  });

  it('stops when told to, and takes out again what it had written', async () => {
    const path = writeMspFile(
      laboratory.files,
      'large.msp',
      Array.from({ length: 40_000 }, (_, i) => ({ name: `Invented ${i}`, peaks: inventedPeaks(i) })),
    );
    const before = await laboratory.client.library.collections();
    const jobId = await start(path);
    await expect
      .poll(() => count('SELECT count(*) FROM library_import JOIN reference_spectrum USING (import_key)'), { interval: 5 })
      .toBeGreaterThan(0);
    await laboratory.client.jobs.cancel({ id: jobId });
    expect(await endOfJob(laboratory.client, jobId)).toMatchObject({ state: 'cancelled' });
    expect(await laboratory.client.library.collections()).toEqual(before);
    expect((await laboratory.client.library.spectra({ text: 'Invented' })).total).toBe(0);
    await expect.poll(() => count('SELECT count(*) FROM library_import')).toBe(0);
    expect(count('SELECT count(*) FROM reference_spectrum WHERE import_key NOT IN (SELECT import_key FROM collection)')).toBe(0);
  });

  it('sweeps an import that the program did not live to publish, and says so at the next start', async () => {
    const { database } = laboratory.engine.engine.foundation() ?? {};
    if (database === undefined) throw new Error('no laboratory is open');
    await laboratory.engine.close();
    const handle = openBulkConnection(database.file);
    const { lastInsertRowid } = handle
      .prepare("INSERT INTO library_import (job_id, file_name, started_at) VALUES ('job', 'killed.msp', '2026-11-21T10:00:00.000Z')")
      .run();
    const source = memorySource('killed.msp', new TextEncoder().encode(mspText(RECORDS)));
    const options = { importKey: Number(lastInsertRowid), unstatedIonisation: 'EI', skipAlreadyHeld: false } as const;
    importSpectra(handle, source, options, { cancelled: () => false, progress: () => undefined });
    expect(handle.prepare('SELECT count(*) FROM reference_spectrum WHERE import_key = ?').pluck().get(lastInsertRowid)).toBe(3);
    handle.close();

    await laboratory.startAgain();
    const { notices } = await laboratory.client.system.state();
    expect(notices).toContainEqual({ code: 'import-abandoned', params: { fileName: 'killed.msp' } });
    await expect.poll(() => count('SELECT count(*) FROM library_import')).toBe(0);
    expect(count('SELECT count(*) FROM reference_spectrum WHERE import_key NOT IN (SELECT import_key FROM collection)')).toBe(0);
    expect(count('SELECT count(*) FROM spectrum_name_index WHERE spectrum_name_index MATCH \'"69x6e 6ex76"\'')).toBe(0);
  });

  it('shows a preview without keeping anything, and refuses what is no spectrum', async () => {
    const path = writeMspFile(laboratory.files, 'invented.msp', RECORDS);
    const events = [];
    for await (const event of await laboratory.client.library.preview({ token: laboratory.engine.file(path) })) events.push(event);
    expect(events.at(-1)).toMatchObject({
      type: 'preview',
      preview: {
        format: 'msp',
        spectra: 3,
        statedEi: 1,
        statedOther: 1,
        unstated: 1,
        alreadyImportedAs: null,
        unusedFields: [{ field: 'X-Own', count: 1 }],
      },
    });
    expect(readdirSync(join(laboratory.folder, 'attachments'))).toEqual([]);
    const picture = join(laboratory.files, 'picture.msp');
    writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    const refused = (async () => {
      for await (const event of await laboratory.client.library.preview({ token: laboratory.engine.file(picture) }))
        expect(event.type).toBe('progress');
    })();
    await expect(refused).rejects.toMatchObject({ code: 'UNREADABLE_FILE', data: { fileName: 'picture.msp', code: 'format-unsupported' } });
  });
});
