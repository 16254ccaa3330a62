import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OpenEvent } from '../../../../src/contract/measurements';
import { freshLaboratory, openedIn } from '../../../support/fresh-laboratory';
import { inventedPeaks, writeMspFile } from '../../../support/msp';

describe('opening files', () => {
  const laboratory = freshLaboratory();

  const refused = (events: readonly OpenEvent[]) => events.flatMap((event) => (event.type === 'refused' ? [event.file] : []));
  const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  const mspFile = (name: string, seeds: readonly number[]) =>
    writeMspFile(
      laboratory.files,
      name,
      seeds.map((seed) => ({ name: `Invented ${seed}`, fields: { Ionization: 'EI' }, peaks: inventedPeaks(seed) })),
    );

  it('keeps a file byte for byte and gives every number of its items', async () => {
    const path = mspFile('two.msp', [1, 2]);
    const events = await laboratory.open(path);
    const [file] = openedIn(events);
    expect(events.at(-1)).toMatchObject({ type: 'end', opened: 1, refused: 0 });
    expect(file).toMatchObject({
      name: 'two.msp',
      path: 'two.msp',
      format: 'msp',
      items: 2,
      techniques: ['mass-spectrometry'],
      sha256: sha256(path),
    });
    expect(readFileSync(join(laboratory.folder, 'attachments', sha256(path).slice(0, 2), sha256(path).slice(2)))).toEqual(
      readFileSync(path),
    );
    const fileId = file?.id ?? '';
    const { items, total } = await laboratory.client.measurements.items({ fileId });
    expect(total).toBe(2);
    expect(items.map(({ name, kind, points }) => ({ name, kind, points }))).toEqual(
      [1, 2].map((seed) => ({ name: `Invented ${seed}`, kind: 'spectrum', points: inventedPeaks(seed).length })),
    );
    expect((await laboratory.client.measurements.items({ fileId, text: 'invented 2' })).items.map(({ index }) => index)).toEqual([1]);
    const item = await laboratory.client.measurements.item({ fileId, index: 1 });
    if (item.kind !== 'spectrum') throw new Error('a spectrum was written');
    expect([...item.peaks.mz].map((mz, i) => [mz, item.peaks.intensity[i]])).toEqual(inventedPeaks(2).toSorted(([a], [b]) => a - b));
    await expect(laboratory.client.measurements.item({ fileId, index: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const record = await laboratory.client.measurements.file({ id: fileId });
    expect(record).toMatchObject({ warningTotal: 0, refusal: null, companions: [], layout: null });
    const { events: trail } = await laboratory.client.audit.list({ action: 'measurements.open-file' });
    expect(trail[0]).toMatchObject({ subjectId: fileId, actor: { fullName: 'Anna Keller' } });
  });

  it('opens a folder that was chosen in the dialog, and nothing when it was closed', async () => {
    expect(await laboratory.client.measurements.chooseFolder()).toBeNull();
    mspFile('one.msp', [1]);
    laboratory.engine.shell.nextOpenPaths = [laboratory.files];
    const chosen = await laboratory.client.measurements.chooseFolder();
    expect(chosen?.name).toBe(basename(laboratory.files));
    const events: OpenEvent[] = [];
    for await (const event of await laboratory.client.measurements.open({ tokens: [chosen?.token ?? ''] })) events.push(event);
    expect(openedIn(events).map(({ path }) => path)).toEqual([`${basename(laboratory.files)}/one.msp`]);
  });

  it('goes through folders and zips, past bad files, and names each with its reason', async () => {
    const batch = join(laboratory.files, 'batch');
    mkdirSync(join(batch, 'deep'), { recursive: true });
    writeFileSync(join(batch, 'deep', 'b10.msp'), readFileSync(mspFile('x.msp', [3])));
    writeFileSync(join(batch, 'deep', 'b9.msp'), readFileSync(mspFile('y.msp', [4])));
    writeFileSync(join(batch, 'bad.msp'), new Uint8Array([0, 1, 2, 3, 0, 255]));
    writeFileSync(join(batch, 'empty.txt'), '');
    writeFileSync(join(batch, 'Thumbs.db'), 'nobody measured this');
    const msp = readFileSync(mspFile('z.msp', [5]), 'utf8');
    writeFileSync(join(batch, 'packed.zip'), zipSync({ 'inner/z.msp': strToU8(msp), 'inner/no.bin': new Uint8Array([0, 0, 1]) }));
    const before = readdirSync(batch, { recursive: true }).sort();
    const events = await laboratory.open(batch);
    expect(openedIn(events).map(({ path, order }) => [path, order])).toEqual([
      ['batch/deep/b9.msp', 1],
      ['batch/deep/b10.msp', 2],
      ['batch/packed.zip/inner/z.msp', 4],
    ]);
    expect(refused(events).map(({ path, refusal }) => [path, refusal.code])).toEqual([
      ['batch/bad.msp', 'file-binary'],
      ['batch/empty.txt', 'file-empty'],
      ['batch/packed.zip/inner/no.bin', 'file-binary'],
    ]);
    expect(readdirSync(batch, { recursive: true }).sort()).toEqual(before);
    const end = events.at(-1);
    if (end?.type !== 'end') throw new Error('a batch ends with its end');
    expect(await laboratory.client.measurements.batch({ id: end.batchId })).toMatchObject({
      name: 'batch',
      finished: true,
      opened: 3,
      refused: [{}, {}, {}],
    });
    expect((await laboratory.client.measurements.files({ batchId: end.batchId })).items.map(({ name }) => name)).toEqual([
      'b9.msp',
      'b10.msp',
      'z.msp',
    ]);
    expect((await laboratory.client.measurements.files({ text: 'B10' })).total).toBe(1);
    expect((await laboratory.client.measurements.files({ technique: 'infrared' })).total).toBe(0);
    // What could not be read left nothing behind.
    const kept = readdirSync(join(laboratory.folder, 'attachments'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(kept).toHaveLength(3);
    expect(readdirSync(join(laboratory.folder, 'staging'))).toEqual([]);
  });

  it('lists a batch of nothing but bad files, too', async () => {
    const path = join(laboratory.files, 'none.bin');
    writeFileSync(path, new Uint8Array([0, 0, 0, 1]));
    const events = await laboratory.open(path);
    const end = events.at(-1);
    if (end?.type !== 'end') throw new Error('a batch ends with its end');
    expect(await laboratory.client.measurements.batch({ id: end.batchId })).toMatchObject({
      finished: true,
      opened: 0,
      refused: [{ path: 'none.bin' }],
    });
  });

  it('makes a reading again whose scratch file is gone', async () => {
    const [file] = openedIn(await laboratory.open(mspFile('again.msp', [6])));
    await laboratory.engine.close();
    await laboratory.startAgain();
    await laboratory.client.people.signIn({ signInName: 'anna', password: 'correct horse battery' });
    expect(await laboratory.client.measurements.item({ fileId: file?.id ?? '', index: 0 })).toMatchObject({
      kind: 'spectrum',
      identity: { name: 'Invented 6' },
    });
  });

  it('keeps nothing of a file whose opening is left, and leaves the rest whole', async () => {
    const large = mspFile(
      'large.msp',
      Array.from({ length: 60_000 }, (_, i) => i),
    );
    const small = mspFile('small.msp', [7]);
    const stream = await laboratory.client.measurements.open({ tokens: [laboratory.engine.file(small), laboratory.engine.file(large)] });
    for await (const event of stream) if (event.type === 'progress' && event.file === 'large.msp') break;
    expect((await laboratory.client.measurements.files({})).items.map(({ name }) => name)).toEqual(['small.msp']);
    const [file] = (await laboratory.client.measurements.files({})).items;
    expect(await laboratory.client.measurements.batch({ id: file?.batchId ?? '' })).toMatchObject({ finished: false, opened: 1 });
    expect(await laboratory.client.measurements.item({ fileId: file?.id ?? '', index: 0 })).toMatchObject({
      identity: { name: 'Invented 7' },
    });
  });

  it('leaves nothing half when the program ends while files are opened', async () => {
    const large = mspFile(
      'large.msp',
      Array.from({ length: 60_000 }, (_, i) => i),
    );
    const stream = await laboratory.client.measurements.open({
      tokens: [laboratory.engine.file(mspFile('small.msp', [7])), laboratory.engine.file(large)],
    });
    for await (const event of stream)
      if (event.type === 'progress' && event.file === 'large.msp') {
        await laboratory.engine.close();
        break;
      }
    await laboratory.startAgain();
    await laboratory.client.people.signIn({ signInName: 'anna', password: 'correct horse battery' });
    const { items } = await laboratory.client.measurements.files({});
    expect(items.map(({ name }) => name)).toEqual(['small.msp']);
    expect(await laboratory.client.measurements.batch({ id: items[0]?.batchId ?? '' })).toMatchObject({ finished: false, opened: 1 });
    const kept = readdirSync(join(laboratory.folder, 'attachments'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(kept).toHaveLength(1);
    expect(await laboratory.client.measurements.item({ fileId: items[0]?.id ?? '', index: 0 })).toMatchObject({
      identity: { name: 'Invented 7' },
    });
  });

  it('lets the administrator alone neither open nor see', async () => {
    const path = mspFile('mine.msp', [8]);
    const [file] = openedIn(await laboratory.open(path));
    await laboratory.client.people.create({
      signInName: 'otto',
      fullName: 'Otto Only',
      initials: 'OO',
      title: '',
      language: 'en',
      roles: ['administrator'],
      initialPassword: 'first word of many',
    });
    const { client: other } = laboratory.engine.window();
    await other.people.signIn({ signInName: 'otto', password: 'first word of many' });
    await other.people.changeOwnPassword({ current: 'first word of many', next: 'second word of many' });
    await expect((await other.measurements.open({ tokens: [laboratory.engine.file(path)] })).next()).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'measurements.open' },
    });
    await expect(other.measurements.files({})).rejects.toMatchObject({ code: 'FORBIDDEN', data: { permission: 'measurements.read' } });
    await expect(other.measurements.item({ fileId: file?.id ?? '', index: 0 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
