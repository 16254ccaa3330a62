import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OpenEvent } from '../../../../src/contract/measurements';
import { dotD, type MemoryFolder, text } from '../../../core/formats/folder/agilent-folder';
import { zipOf } from '../../../core/formats/zip/zip-file';
import { freshLaboratory, openedIn } from '../../../support/fresh-laboratory';
import { sharedPath } from '../../../support/read-text';

const REAL = sharedPath('ms/agilent_d/GC01_0812_066.D');
if (!existsSync(REAL)) console.warn(`skipped: ${REAL} is not on this computer`);

/** An evening of injections: a blank, a control, a sample and a damaged one, with what instruments and people leave between them. */
const evening: MemoryFolder = {
  ...dotD(
    'evening/C.D',
    { sample: 'case 12/1', date: '21 Nov 26  10:40 am', vial: 3, sequence: 3 },
    { RunType: 'Sample', ALS_Bottle: '3', SequenceComment: 'night run' },
  ),
  'evening/C.D/FOUND.RES': text('compounds found'),
  'evening/C.D/.DS_Store': text('nobody measured this'),
  ...dotD('evening/A.D', { sample: 'MeOH', date: '21 Nov 26  09:00 am', vial: 1, sequence: 1 }, { RunType: 'Blank', ALS_Bottle: '1' }),
  ...dotD('evening/B.D', { sample: 'QC mix', date: '21 Nov 26  09:50 am', vial: 2, sequence: 2 }, { ALS_Bottle: '2' }),
  ...dotD('evening/D.D', {}),
  'evening/D.D/DATA.MS': text('nothing of a run'),
  'evening/E.d/AcqData/MSScan.bin': text('another maker'),
  'evening/night.S': text('a list'),
  'evening/Thumbs.db': text('pictures'),
  'evening/notes.msp': text('Name: x\nNum Peaks: 1\n50 1\n\n'),
};

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe("instruments' folders", () => {
  const laboratory = freshLaboratory();

  const batchOf = (events: readonly OpenEvent[]) => {
    const end = events.at(-1);
    if (end?.type !== 'end') throw new Error('a batch ends with its end');
    return end.batchId;
  };
  const write = (folder: MemoryFolder) => {
    for (const [path, bytes] of Object.entries(folder)) {
      mkdirSync(dirname(join(laboratory.files, path)), { recursive: true });
      writeFileSync(join(laboratory.files, path), bytes);
    }
  };
  const below = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) => entry.isFile());
  const kept = (hash: string) => readFileSync(join(laboratory.folder, 'attachments', hash.slice(0, 2), hash.slice(2)));

  it('are one file each, kept whole, in the order of their injections, past a bad one', async () => {
    write(evening);
    const before = below(laboratory.files)
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort();
    const events = await laboratory.open(join(laboratory.files, 'evening'));
    expect(
      below(laboratory.files)
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort(),
    ).toEqual(before);

    expect(openedIn(events).map(({ name, path, format, sha256: hash, scans }) => [name, path, format, hash, scans])).toEqual([
      ...['A.D', 'B.D', 'C.D'].map((name) => [
        name,
        `evening/${name}`,
        'chemstation',
        sha256(evening[`evening/${name}/DATA.MS`] ?? new Uint8Array()),
        1,
      ]),
      ['notes.msp', 'evening/notes.msp', 'msp', sha256(evening['evening/notes.msp'] ?? new Uint8Array()), 0],
    ]);
    const batchId = batchOf(events);
    const { refused, passedOver } = await laboratory.client.measurements.batch({ id: batchId });
    expect(refused.map(({ path, run }) => [path, run])).toEqual([['evening/D.D', true]]);
    expect(passedOver.map(({ path, reason, what }) => [path, reason, what]).sort()).toEqual([
      ['evening/C.D', 'folder-part', 'FOUND.RES'],
      ['evening/C.D/.DS_Store', 'system-file', ''],
      ['evening/E.d', 'instrument-folder', 'Agilent MassHunter .d'],
      ['evening/Thumbs.db', 'system-file', ''],
      ['evening/night.S', 'sequence-file', 'night.S'],
    ]);

    const { injections, notes } = await laboratory.client.measurements.sequence({ batchId });
    expect(
      injections.map(({ order, path, sample, vial, injectedAt, place, kind, kindReason }) => [
        order,
        path,
        sample,
        vial,
        injectedAt,
        place,
        kind,
        kindReason.by,
        kindReason.text,
      ]),
    ).toEqual([
      [1, 'evening/A.D', 'MeOH', '1', '2026-11-21T09:00', '1', 'blank', 'run-type', 'Blank'],
      [2, 'evening/B.D', 'QC mix', '2', '2026-11-21T09:50', '2', 'control', 'sample-name', 'QC'],
      [3, 'evening/C.D', 'case 12/1', '3', '2026-11-21T10:40', '3', 'sample', 'run-type', 'Sample'],
    ]);
    expect(notes).toEqual([{ code: 'not-read', files: ['evening/D.D', 'evening/E.d'] }]);
  });

  it('keep their companions byte for byte, and are read from what is kept as they were where they lay', async () => {
    write(evening);
    const [file] = openedIn(await laboratory.open(join(laboratory.files, 'evening', 'C.D')));
    if (file === undefined) throw new Error('the folder is read');
    expect(file).toMatchObject({ name: 'C.D', path: 'C.D', sample: 'case 12/1', warningTotal: 1 });
    const { companions, warnings } = await laboratory.client.measurements.file({ id: file.id });
    expect(companions.map(({ path }) => path)).toEqual(['FOUND.RES', 'PRE_POST.INI', 'acqmeth.txt']);
    for (const { path, sha256: hash, size } of companions) {
      expect(new Uint8Array(kept(hash))).toEqual(evening[`evening/C.D/${path}`]);
      expect(size).toBe(evening[`evening/C.D/${path}`]?.length);
    }
    expect(warnings.map(({ code, params }) => [code, params.part])).toEqual([['part-unused', 'FOUND.RES']]);
    const item = await laboratory.client.measurements.item({ fileId: file.id, index: 0 });
    expect(item).toMatchObject({
      kind: 'run',
      conditions: { instrument: 'GCMS 3', method: 'DRUGS_LONG_METHOD_NAME.M', vial: '3', injectionVolume: '1.0 uL', comment: 'night run' },
    });

    // A new start of the program has no readings: the run is read again, from what was kept alone.
    await laboratory.engine.close();
    rmSync(laboratory.files, { recursive: true });
    await laboratory.startAgain();
    await laboratory.client.people.signIn({ signInName: 'anna', password: 'correct horse battery' });
    expect(await laboratory.client.measurements.item({ fileId: file.id, index: 0 })).toEqual(item);

    const saved = join(laboratory.folder, 'saved.zip');
    laboratory.engine.shell.nextSavePath = saved;
    expect(await laboratory.client.measurements.saveOriginal({ id: file.id })).toEqual({ path: saved });
    const again = unzipSync(new Uint8Array(readFileSync(saved)));
    expect(Object.keys(again).sort()).toEqual(['C.D/DATA.MS', 'C.D/FOUND.RES', 'C.D/PRE_POST.INI', 'C.D/acqmeth.txt']);
    for (const [path, bytes] of Object.entries(again)) expect(bytes).toEqual(evening[`evening/${path}`]);
  });

  it('are the same in a zip, also one of a folder’s files alone; a damaged companion is told and the rest read', async () => {
    const { 'evening/C.D/.DS_Store': _, ...clean } = evening;
    const zip = zipOf(clean);
    const at = new TextDecoder('latin1').decode(zip).indexOf('evening/C.D/FOUND.RES') + 'evening/C.D/FOUND.RES'.length;
    zip.fill(0xff, at, at + 4);
    writeFileSync(join(laboratory.files, 'evening.zip'), zip);
    const flat = Object.entries(evening).flatMap(([path, bytes]) => (path.startsWith('evening/A.D/') ? [[path.slice(12), bytes]] : []));
    writeFileSync(join(laboratory.files, 'A.D.zip'), zipOf(Object.fromEntries(flat)));
    const events = await laboratory.open(join(laboratory.files, 'evening.zip'), join(laboratory.files, 'A.D.zip'));
    expect(openedIn(events).map(({ path }) => path)).toEqual([
      'evening.zip/evening/C.D',
      'evening.zip/evening/A.D',
      'evening.zip/evening/B.D',
      'evening.zip/evening/notes.msp',
      'A.D.zip',
    ]);
    const batchId = batchOf(events);
    const { refused } = await laboratory.client.measurements.batch({ id: batchId });
    expect(refused.map(({ path, refusal }) => [path, refusal.code])).toEqual([
      ['evening.zip/evening/C.D/FOUND.RES', 'structure-damaged'],
      ['evening.zip/evening/D.D', expect.any(String)],
    ]);
    const { injections, notes } = await laboratory.client.measurements.sequence({ batchId });
    expect(injections.map(({ path, kind, method }) => [path, kind, method])).toEqual([
      ['A.D.zip', 'blank', 'DRUGS_LONG_METHOD_NAME.M'],
      ['evening.zip/evening/A.D', 'blank', 'DRUGS_LONG_METHOD_NAME.M'],
      ['evening.zip/evening/B.D', 'control', 'DRUGS_LONG_METHOD_NAME.M'],
      ['evening.zip/evening/C.D', 'sample', 'DRUGS_LONG_METHOD_NAME.M'],
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['same-time', 'not-read']);
    expect(readdirSync(join(laboratory.folder, 'staging'))).toEqual([]);
  });

  it.skipIf(!existsSync(REAL))('of a real instrument, dropped itself, give what its texts state', async () => {
    const [file] = openedIn(await laboratory.open(REAL));
    expect(file).toMatchObject({
      name: 'GC01_0812_066.D',
      format: 'chemstation',
      scans: 9865,
      sample: 'mix ma',
      measuredAt: '2008-12-18T15:45',
    });
    const fileId = file?.id ?? '';
    const { companions } = await laboratory.client.measurements.file({ id: fileId });
    expect(companions.map(({ path }) => path)).toEqual(['FOUND.RES', 'GC.ini', 'PRE_POST.INI', 'acqmeth.txt', 'cnorm.ini']);
    for (const { path, sha256: hash } of companions) expect(kept(hash).equals(readFileSync(join(REAL, path)))).toBe(true);
    expect(file?.sha256).toBe(sha256(readFileSync(join(REAL, 'DATA.MS'))));
    expect(await laboratory.client.measurements.item({ fileId, index: 0 })).toMatchObject({
      scans: 9865,
      conditions: {
        instrument: 'Demo 7890-7975C',
        instrumentSerial: 'US71225882',
        method: 'MA_5C.M',
        vial: '1',
        injectionVolume: '1.0 uL',
        column: 'Varian CP9013, 30m x 0.25mm ID x 0.25 um VF-5',
      },
    });
    const { injections, notes } = await laboratory.client.measurements.sequence({ batchId: file?.batchId ?? '' });
    expect(injections).toMatchObject([{ order: 1, fileId, sample: 'mix ma', kind: 'sample', kindReason: { by: 'run-type' } }]);
    expect(notes).toEqual([]);
  });

  it.skipIf(!existsSync(REAL))('are told apart in one drop when two have one name', async () => {
    for (const folder of ['one', 'two']) cpSync(REAL, join(laboratory.files, folder, 'X.D'), { recursive: true });
    const events = await laboratory.open(join(laboratory.files, 'one', 'X.D'), join(laboratory.files, 'two', 'X.D'));
    expect(openedIn(events).map(({ path, order }) => [path, order])).toEqual([
      ['X.D', 0],
      ['X.D', 1],
    ]);
    const { injections } = await laboratory.client.measurements.sequence({ batchId: batchOf(events) });
    expect(new Set(injections.map(({ fileId }) => fileId)).size).toBe(2);
  });
});
