import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WireStep } from '../../../../src/contract/measurements';
import { readMeasurements } from '../../../../src/core/formats/read';
import { PROCESSING_VERSION } from '../../../../src/core/processing/chain/processing-step';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { inventedPeaks, writeMspFile } from '../../../support/msp';
import { startPrepared } from '../../../support/prepared-laboratory';
import { collect } from '../../../support/read-text';

/** An invented Raman spectrum as text of two columns with decimal commas. */
const RAMAN = [
  'Raman shift (cm-1);Intensity (counts)',
  ...Array.from({ length: 40 }, (_, i) => `${200 + i * 10},5;${100 + ((i * 37) % 50)},25`),
].join('\n');

describe('what is made of an opened item', () => {
  const folder = temporaryFolder();
  const files = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  let fileId: string;

  const open = async (path: string) => {
    for await (const event of await client.measurements.open({ tokens: [engine.file(path)] }))
      if (event.type === 'file') return event.file.id;
    throw new Error(`${path} was not opened`);
  };
  /** What is written to a file of that format. */
  const written = async (request: Omit<Parameters<Client['measurements']['saveExport']>[0], 'suggestedName'>) => {
    const path = join(files.path, `written.${request.format}`);
    engine.shell.nextSavePath = path;
    await client.measurements.saveExport({ ...request, suggestedName: 'written' });
    return readFileSync(path, 'utf8');
  };
  const curvesIn = (text: string) => collect(readMeasurements(memorySource('written', Buffer.from(text, 'utf8')))).curves;

  beforeAll(async () => {
    ({ engine, client } = await startPrepared(folder.path));
    writeFileSync(join(files.path, 'raman.txt'), RAMAN);
    fileId = await open(join(files.path, 'raman.txt'));
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });

  it('shows how a text of columns was laid out, and reads it again as a person corrects it', async () => {
    const file = await client.measurements.file({ id: fileId });
    expect(file.layout).toMatchObject({ separator: ';', decimal: ',', headerRows: 1, xColumn: 0, yColumns: [1], technique: 'raman' });
    expect(file.previewRows[0]).toEqual(['Raman shift (cm-1)', 'Intensity (counts)']);
    const before = await client.measurements.item({ fileId, index: 0 });
    if (before.kind !== 'curves' || file.layout === null) throw new Error('curves were written');
    expect([...(before.traces[0]?.y.values ?? [])].slice(0, 2)).toEqual([100.25, 137.25]);

    const reread = await client.measurements.reread({ id: fileId, layout: { ...file.layout, technique: 'infrared', headerRows: 3 } });
    expect(reread).toMatchObject({ rereadOf: fileId, sha256: file.sha256, techniques: ['infrared'], layout: { headerRows: 3 } });
    const after = await client.measurements.item({ fileId: reread.id, index: 0 });
    if (after.kind !== 'curves') throw new Error('curves were read');
    expect(after.technique).toBe('infrared');
    expect(after.traces[0]?.y.values).toHaveLength(38);
    // The first reading stays what it was.
    expect(await client.measurements.item({ fileId, index: 0 })).toEqual(before);
    expect((await client.audit.list({ action: 'measurements.reread' })).events).toHaveLength(1);
    await expect(client.measurements.reread({ id: fileId, layout: { ...file.layout, headerRows: 5000 } })).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
    });
  });

  it('keeps every chain of steps that was saved, checked against the steps there are', async () => {
    const steps: WireStep[] = [
      { step: 'crop', from: 250, to: 500 },
      { step: 'smooth', window: 5, order: 2 },
    ];
    const first = await client.measurements.saveChain({ fileId, index: 0, steps, version: PROCESSING_VERSION, note: 'tidied' });
    await client.measurements.saveChain({ fileId, index: 0, steps: steps.slice(0, 1), version: PROCESSING_VERSION, note: '' });
    expect((await client.measurements.chains({ fileId, index: 0 })).map((chain) => chain.steps.length)).toEqual([1, 2]);
    expect(first).toMatchObject({ steps, note: 'tidied', savedBy: 'Anna Keller' });
    const faulty: readonly { readonly steps: WireStep[]; readonly version: string; readonly code: string }[] = [
      { steps: [{ step: 'invent' }], version: PROCESSING_VERSION, code: 'measurements.step-refused' },
      { steps: [{ step: 'smooth', window: 4, order: 2 }], version: PROCESSING_VERSION, code: 'measurements.step-refused' },
      { steps, version: 'of another program', code: 'measurements.steps-version' },
    ];
    for (const { code, ...refused } of faulty)
      await expect(client.measurements.saveChain({ fileId, index: 0, note: '', ...refused })).rejects.toMatchObject({
        data: { code },
      });
    await expect(client.measurements.saveChain({ fileId, index: 7, steps, version: PROCESSING_VERSION, note: '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });

    const handle = new BetterSqlite3(join(folder.path, 'laboratory.sqlite'));
    try {
      for (const table of ['processing_chain', 'opened_file']) {
        expect(() => handle.exec(`DELETE FROM ${table}`)).toThrow(`append-only: ${table}`);
        expect(() => handle.exec(`UPDATE ${table} SET id = 'x'`)).toThrow(`append-only: ${table}`);
      }
    } finally {
      handle.close();
    }
  });

  it('writes curves as JCAMP-DX and CSV that read back the same, as they are and processed', async () => {
    const item = await client.measurements.item({ fileId, index: 0 });
    if (item.kind !== 'curves') throw new Error('curves were written');
    const choices = [{ fileId, index: 0 }];
    for (const format of ['jcamp', 'csv'] as const) {
      const [back] = curvesIn(await written({ choices, format }));
      expect(back?.traces[0]?.y.values).toEqual(item.traces[0]?.y.values);
    }
    const [cropped] = curvesIn(await written({ choices, format: 'jcamp', steps: [{ step: 'crop', from: 250, to: 500 }] }));
    expect(cropped?.traces[0]?.y.values.length).toBeLessThan(40);
    // A step that takes another record off finds it by the name the window gave it.
    const [nothing] = curvesIn(
      await written({ choices, format: 'jcamp', steps: [{ step: 'subtract', reference: `${fileId}/0`, factor: 1 }] }),
    );
    expect(Math.max(...(nothing?.traces[0]?.y.values ?? [1]).map(Math.abs))).toBe(0);
    await expect(written({ choices, format: 'msp' })).rejects.toMatchObject({
      data: { code: 'measurements.cannot-write' },
    });

    engine.shell.nextSavePath = join(files.path, 'saved.csv');
    expect(await client.measurements.saveExport({ choices, format: 'csv', suggestedName: 'raman.csv' })).toMatchObject({
      path: engine.shell.nextSavePath,
    });
    engine.shell.nextSavePath = null;
    expect(await client.measurements.saveExport({ choices, format: 'csv', suggestedName: 'raman.csv' })).toBeNull();
  });

  it('searches the library for a spectrum of an opened file, and for no curves', async () => {
    const masses = await open(writeMspFile(files.path, 'unknown.msp', [{ name: 'Unknown', peaks: inventedPeaks(3) }]));
    const filters = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };
    const search = (fileWith: string) =>
      client.identify.search({
        query: { kind: 'opened', fileId: fileWith, index: 0 },
        method: { family: 'ei', score: 'ei-identity' },
        top: 5,
        filters,
      });
    const stored = await search(masses);
    expect(stored).toMatchObject({
      query: { kind: 'opened', fileId: masses, index: 0, scan: null, averaging: null },
      queryName: 'Unknown',
    });
    expect(stored.queryPeaks.mz).toHaveLength(20);
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: true });
    await expect(search(fileId)).rejects.toMatchObject({ data: { code: 'identify.not-a-mass-spectrum' } });
  });
});
