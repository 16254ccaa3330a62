import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpectrumFacts } from '../../../../src/contract/library';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { endOfJob } from '../../../support/jobs';
import { inventedPeaks, writeMspFile } from '../../../support/msp';
import { startPrepared } from '../../../support/prepared-laboratory';

const script = join(import.meta.dirname, '../../../../tools/verify/verify.mjs');
const EVERYTHING = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };
/** An invented infrared spectrum as text of two columns. */
const INFRARED = [
  'Wavenumber (cm-1),Absorbance',
  ...Array.from({ length: 50 }, (_, i) => `${4000 - i * 50},${(0.1 + (i % 7) / 10).toFixed(3)}`),
].join('\n');

const facts = (name: string, more: Partial<SpectrumFacts> = {}): SpectrumFacts => ({
  name,
  synonyms: [],
  cas: null,
  inchikey: null,
  formula: null,
  smiles: null,
  ionisation: 'EI',
  instrument: '',
  origin: 'here',
  licence: '',
  ...more,
});

describe('a collection of the laboratory’s own', () => {
  const folder = temporaryFolder();
  const files = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  let collectionId: string;
  let massFile: string;
  let curveFile: string;

  const open = async (path: string) => {
    for await (const event of await client.measurements.open({ tokens: [engine.file(path)] }))
      if (event.type === 'file') return event.file.id;
    throw new Error(`${path} was not opened`);
  };
  /** What is written to a file of that format. */
  const written = async (key: number, format: 'msp' | 'jcamp') => {
    const path = join(files.path, `written.${format}`);
    engine.shell.nextSavePath = path;
    await client.library.saveSpectra({ keys: [key], format, suggestedName: 'written' });
    return readFileSync(path, 'utf8');
  };
  const search = async () => {
    const { items } = await client.library.spectra({ collectionId });
    return { items };
  };
  const found = async () =>
    await client.identify.search({
      query: { kind: 'opened', fileId: massFile, index: 0 },
      method: { family: 'ei', score: 'ei-identity' },
      top: 5,
      filters: { ...EVERYTHING, collectionIds: [collectionId] },
    });
  const verified = async () => {
    expect((await endOfJob(client, (await client.audit.verify()).jobId)).outcome).toMatchObject({ difference: null });
    expect(spawnSync(process.execPath, ['--no-warnings', script, folder.path], { encoding: 'utf8' })).toMatchObject({ status: 0 });
  };

  beforeAll(async () => {
    ({ engine, client } = await startPrepared(folder.path));
    massFile = await open(
      writeMspFile(files.path, 'mine.msp', [
        { name: 'Measured', peaks: inventedPeaks(1) },
        { name: 'Other', peaks: inventedPeaks(9) },
      ]),
    );
    writeFileSync(join(files.path, 'mine.csv'), INFRARED);
    curveFile = await open(join(files.path, 'mine.csv'));
    collectionId = (await client.library.createCollection({ name: 'Ours', source: 'here', licence: '', version: '1' })).id;
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });

  it('takes a mass spectrum and curves from opened files, with every number and their proof', async () => {
    const before = await found();
    expect(before.candidates).toEqual([]);
    const mass = await client.library.addSpectrum({
      collectionId,
      fileId: massFile,
      index: 0,
      facts: facts('Inventamine', { cas: '50-00-0' }),
      substanceId: null,
      note: 'first',
    });
    const curve = await client.library.addSpectrum({
      collectionId,
      fileId: curveFile,
      index: 0,
      facts: facts('Inventamine, infrared'),
      substanceId: null,
      note: '',
    });
    expect((await client.library.collections()).find(({ id }) => id === collectionId)).toMatchObject({ kind: 'own', spectra: 2 });
    expect((await search()).items.map(({ name, technique }) => [name, technique])).toEqual([
      ['Inventamine', 'mass-spectrometry'],
      ['Inventamine, infrared', 'infrared'],
    ]);
    expect((await client.library.spectra({ technique: 'infrared' })).items.map(({ key }) => key)).toEqual([curve.key]);

    const record = await client.library.spectrum({ key: curve.key });
    const item = await client.measurements.item({ fileId: curveFile, index: 0 });
    if (item.kind !== 'curves') throw new Error('curves were written');
    expect(record.traces).toEqual(item.traces);
    expect(record).toMatchObject({
      ionisation: 'unknown',
      msLevel: 0,
      peakCount: 50,
      originalFile: 'mine.csv',
      added: { by: 'Anna Keller', openedFileId: curveFile, corrects: null },
      withdrawn: null,
    });
    expect(await client.library.spectrum({ key: mass.key })).toMatchObject({
      ionisation: 'EI',
      cas: '50-00-0',
      added: { reason: 'first' },
      originalFile: 'mine.msp',
    });

    // The search has the mass spectrum, and no curves.
    expect((await found()).candidates.map(({ spectrumKey }) => spectrumKey)).toEqual([mass.key]);
    expect(await client.identify.rerun({ id: before.id })).toMatchObject({
      same: true,
      snapshotHeld: true,
      libraryChanged: true,
      differences: [],
    });
    await verified();
  });

  it('refuses identifiers that are none, and collections that are not its own', async () => {
    const wrong = { collectionId, fileId: massFile, index: 0, facts: facts('X', { cas: '50-00-1' }), substanceId: null, note: '' };
    await expect(client.library.addSpectrum(wrong)).rejects.toMatchObject({ data: { code: 'library.cas-invalid' } });
    const starter = (await client.library.collections()).find(({ kind }) => kind === 'starter');
    await expect(client.library.addSpectrum({ ...wrong, facts: facts('X'), collectionId: starter?.id ?? '' })).rejects.toMatchObject({
      data: { code: 'library.not-own' },
    });
    expect((await search()).items).toHaveLength(2);
  });

  it('puts facts right beside the old record, which stays for the searches that used it', async () => {
    const before = await found();
    const [old] = before.candidates;
    const key = old?.spectrumKey ?? 0;
    const { key: corrected } = await client.library.correctSpectrum({
      key,
      facts: facts('Isoinventamine', { formula: 'C8H11N' }),
      substanceId: null,
      reason: 'read the label again',
    });
    expect((await search()).items.map(({ name }) => name)).toEqual(['Inventamine, infrared', 'Isoinventamine']);
    expect((await client.library.spectra({ text: 'isoinventamine' })).items.map((item) => item.key)).toEqual([corrected]);
    expect((await client.library.spectra({ collectionId, withdrawn: true })).items.map((item) => item.key)).toEqual([key]);
    const [was, is] = [await client.library.spectrum({ key }), await client.library.spectrum({ key: corrected })];
    expect(was).toMatchObject({ name: 'Inventamine', withdrawn: { reason: 'read the label again', correctedBy: corrected } });
    expect(is).toMatchObject({ name: 'Isoinventamine', nominalMass: 121, originalFile: 'mine.msp', added: { corrects: key } });
    expect(is.peaks).toEqual(was.peaks);
    const { events } = await client.audit.list({ action: 'library.correct-spectrum' });
    expect(events[0]).toMatchObject({
      reason: 'read the label again',
      detail: { before: { name: 'Inventamine' }, after: { name: 'Isoinventamine' } },
    });
    await expect(
      client.library.correctSpectrum({ key, facts: facts('Again'), substanceId: null, reason: 'once more' }),
    ).rejects.toMatchObject({
      data: { code: 'library.already-withdrawn' },
    });

    expect((await found()).candidates.map(({ name }) => name)).toEqual(['Isoinventamine']);
    expect(await client.identify.rerun({ id: before.id })).toMatchObject({
      same: true,
      snapshotHeld: true,
      libraryChanged: true,
      differences: [],
    });
  });

  it('retires a spectrum: searched no more, and earlier searches come out as they did', async () => {
    const before = await found();
    const key = before.candidates[0]?.spectrumKey ?? 0;
    await client.library.retireSpectrum({ key, reason: 'contaminated' });
    expect((await found()).candidates).toEqual([]);
    expect(await client.identify.rerun({ id: before.id })).toMatchObject({
      same: true,
      snapshotHeld: true,
      libraryChanged: true,
      differences: [],
    });
    expect((await client.library.collections()).find(({ id }) => id === collectionId)?.spectra).toBe(1);
    await verified();
  });

  it('writes spectra out and gives the original back', async () => {
    const [withdrawn] = (await client.library.spectra({ collectionId, withdrawn: true })).items;
    const key = withdrawn?.key ?? 0;
    expect(await written(key, 'msp')).toContain('Num Peaks: 20');
    engine.shell.nextSavePath = join(files.path, 'back.msp');
    expect(await client.library.saveOriginal({ key })).toEqual({ path: engine.shell.nextSavePath });
    expect(readFileSync(join(files.path, 'back.msp'))).toEqual(readFileSync(join(files.path, 'mine.msp')));
  });

  it('imports curves of any format, previews them, and finds no run in them', async () => {
    const path = join(files.path, 'optical.jdx');
    writeFileSync(
      path,
      [
        '##TITLE=Invented ketone',
        '##JCAMP-DX=4.24',
        '##DATA TYPE=INFRARED SPECTRUM',
        '##XUNITS=1/CM',
        '##YUNITS=ABSORBANCE',
        '##XFACTOR=1',
        '##YFACTOR=0.5',
        '##FIRSTX=1000',
        '##LASTX=1008',
        '##NPOINTS=5',
        '##FIRSTY=1',
        '##XYDATA=(X++(Y..Y))',
        '1000 2 4 6 8 10',
        '##END=',
        '',
      ].join('\n'),
    );
    for await (const event of await client.library.preview({ token: engine.file(path) }))
      if (event.type === 'preview') {
        const { preview } = event;
        expect(preview).toMatchObject({
          spectra: 1,
          curves: 1,
          runs: 0,
          statedEi: 0,
          unstated: 0,
          first: [{ name: 'Invented ketone', technique: 'infrared', peakCount: 5 }],
        });
        expect([...(preview.first[0]?.traces[0]?.y.values ?? [])]).toEqual([1, 2, 3, 4, 5]);
      }
    const { jobId } = await client.library.startImport({
      token: engine.file(path),
      name: 'Optical',
      source: '',
      licence: '',
      version: '',
      unstatedIonisation: 'EI',
      skipAlreadyHeld: true,
    });
    expect(await endOfJob(client, jobId)).toMatchObject({ state: 'finished', outcome: { imported: 1 } });
    const [item] = (await client.library.spectra({ text: 'ketone', technique: 'infrared' })).items;
    expect(item).toMatchObject({ name: 'Invented ketone', ionisation: 'unknown', msLevel: 0 });
    const record = await client.library.spectrum({ key: item?.key ?? 0 });
    expect([...(record.traces[0]?.y.values ?? [])]).toEqual([1, 2, 3, 4, 5]);
    expect(record.traces[0]?.x).toMatchObject({ kind: 'regular', first: 1000, last: 1008, count: 5 });
    expect(record.originalFile).toBe('optical.jdx');
    expect(await written(record.key, 'jcamp')).toContain('##DATA TYPE= INFRARED SPECTRUM');
    await verified();
  });

  it('lets nobody but the custodian and the manager change what it holds', async () => {
    await client.people.create({
      signInName: 'tess',
      fullName: 'Tess Bench',
      initials: 'TB',
      title: '',
      language: 'en',
      roles: ['technician'],
      initialPassword: 'first word of many',
    });
    const { client: tess } = engine.window();
    await tess.people.signIn({ signInName: 'tess', password: 'first word of many' });
    await tess.people.changeOwnPassword({ current: 'first word of many', next: 'second word of many' });
    const denied = { code: 'FORBIDDEN', data: { permission: 'library.edit' } };
    const [item] = (await tess.library.spectra({ collectionId })).items;
    const key = item?.key ?? 0;
    await expect(
      tess.library.addSpectrum({ collectionId, fileId: massFile, index: 1, facts: facts('Mine'), substanceId: null, note: '' }),
    ).rejects.toMatchObject(denied);
    await expect(tess.library.correctSpectrum({ key, facts: facts('Mine'), substanceId: null, reason: 'because' })).rejects.toMatchObject(
      denied,
    );
    await expect(tess.library.retireSpectrum({ key, reason: 'because' })).rejects.toMatchObject(denied);
    await expect(tess.library.createCollection({ name: 'Mine', source: '', licence: '', version: '' })).rejects.toMatchObject(denied);
    expect((await client.library.spectra({ collectionId })).items).toEqual([item]);
    await verified();
  });

  it('shows that an added spectrum was altered, or put in behind the trail’s back', async () => {
    const copy = new BetterSqlite3(join(folder.path, 'laboratory.sqlite'));
    try {
      const { key, numbers } = copy
        .prepare<[], { key: number; numbers: Buffer }>('SELECT key, numbers FROM reference_curves LIMIT 1')
        .get()!;
      const altered = Buffer.from(numbers);
      altered.writeDoubleLE(altered.readDoubleLE(8) + 1, 8);
      copy.prepare('UPDATE reference_curves SET numbers = ? WHERE key = ?').run(altered, key);
      expect((await endOfJob(client, (await client.audit.verify()).jobId)).outcome).toMatchObject({
        difference: { table: 'added_spectrum', column: 'row_sha256' },
      });
      expect(spawnSync(process.execPath, ['--no-warnings', script, folder.path], { encoding: 'utf8' }).status).toBe(1);
      copy.prepare('UPDATE reference_curves SET numbers = ? WHERE key = ?').run(numbers, key);
      copy.exec(`INSERT INTO reference_spectrum (import_key, ordinal, name, folded, ionisation, ionisation_stated, ms_level, peak_count, content_sha256)
        SELECT import_key, 99, name, folded, ionisation, ionisation_stated, ms_level, peak_count, content_sha256 FROM reference_spectrum WHERE key = ${key}`);
      expect((await endOfJob(client, (await client.audit.verify()).jobId)).outcome).toMatchObject({
        difference: { table: 'collection', column: 'spectra' },
      });
    } finally {
      copy.close();
    }
  });
});
