import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, type Bench, openBench, otherInjection, practiceText, type WorkedCase, workTablets } from '../../../support/bench';
import { temporaryFolder } from '../../../support/engine';

const refused = (code: string, params: object = {}) => ({ code: 'REFUSED', data: { code, params } });

describe('what was measured', () => {
  const folder = temporaryFolder();
  let bench: Bench;
  let worked: WorkedCase;

  /** A file whose retention times are taken out, and what they were. */
  function silent(name: string): { readonly file: string; readonly minutes: number[] } {
    const text = practiceText(name);
    const file = join(folder.path, `silent-${name}`);
    writeFileSync(file, text.replaceAll(/^RETENTIONTIME:.*\n/gm, ''));
    return { file, minutes: [...text.matchAll(/^RETENTIONTIME: ([\d.]+)/gm)].map(([, minutes]) => Number(minutes)) };
  }

  beforeAll(async () => {
    bench = await openBench(folder.path);
    // Reference at 2 and blank at 5 say nothing of retention: a person typed it.
    const typed = [silent('tablets-02-reference.msp'), silent('tablets-09-blank.msp')] as const;
    worked = await workTablets(bench, {
      judge: false,
      runs: (standard) => standard.map((run, index) => ({ ...run, ...(index === 1 ? typed[0] : index === 4 ? typed[1] : {}) })),
    });
  });
  afterAll(async () => {
    await bench.engine.close();
    folder.remove();
  });
  const injection = (position: number) => worked.batch.injections[position - 1]!;

  it('a retention that a person typed is marked in the comparison and warned of', async () => {
    const [comparison] = worked.exhibit.comparisons;
    expect(comparison!.retention.met).toBe(true);
    expect(comparison!.retention.findings.map(({ message }) => message.code)).toEqual(['retention-within', 'retention-reference-typed']);
    expect(comparison!.retention.findings[0]!.message.params).toMatchObject({ sampleFrom: 'file', referenceFrom: 'person' });
    const [before] = await bench.client.casework.checklist({ exhibitId: worked.exhibit.id });
    expect(before!.warnings.map(({ code }) => code)).not.toContain('retention-typed');
  });

  it('a retention cannot be typed anew once a comparison stands on its reference or the blank before', async () => {
    for (const position of [2, 5]) {
      const [spectrum] = injection(position).spectra;
      expect(spectrum!.retentionTimeFrom).toBe('person');
      await expect(
        bench.client.casework.batches.setRetentionTime({ spectrumId: spectrum!.id, minutes: 3, reason: 'Read again' }),
      ).rejects.toMatchObject(refused('spectrum.already-compared'));
    }
  });

  it('no file is added to an injection that a comparison stands on', async () => {
    const later = join(folder.path, 'later.msp');
    writeFileSync(later, otherInjection(practiceText('tablets-09-blank.msp')));
    const attach = (position: number) =>
      bench.client.casework.batches.attachFile({ injectionId: injection(position).id, token: bench.engine.file(later) });
    for (const position of [2, 5, 6, 7, 8])
      await expect(attach(position)).rejects.toMatchObject(refused('injection.compared', { position }));
    const { batch } = await attach(3);
    expect(batch.injections[2]!.spectra.length).toBeGreaterThan(injection(3).spectra.length);
  });

  it('the sample is not the reference under another file name', async () => {
    const { client, engine, methodId, instrumentId } = bench;
    const batch = await client.casework.batches.create({ methodId, instrumentId, startedAt: at('15:00') });
    const sampleId = worked.exhibit.samples[3]!.id;
    const { injections } = await client.casework.batches.addInjection({
      batchId: batch.id,
      vial: '1',
      kind: 'case',
      sampleId,
      referenceLotId: null,
      injectedAt: at('15:00'),
    });
    const copy = join(folder.path, 'sample.msp');
    writeFileSync(copy, `${practiceText('tablets-02-reference.msp')}\n`);
    await expect(client.casework.batches.attachFile({ injectionId: injections[0]!.id, token: engine.file(copy) })).rejects.toMatchObject(
      refused('injection.file-attached', { file: 'sample.msp', batch: worked.batch.code, position: 2 }),
    );
  });

  it('nothing is injected before it was sampled, before its batch began, or in the future', async () => {
    const { client, methodId, instrumentId } = bench;
    const begin = (startedAt: string) => client.casework.batches.create({ methodId, instrumentId, startedAt });
    await expect(begin('2026-11-21T09:00:00.000Z')).rejects.toMatchObject(refused('batch.in-the-future'));
    const batch = await begin(at('06:00'));
    const sample = worked.exhibit.samples[3]!;
    const inject = (injectedAt: string) =>
      client.casework.batches.addInjection({
        batchId: batch.id,
        vial: '1',
        kind: 'case',
        sampleId: sample.id,
        referenceLotId: null,
        injectedAt,
      });
    await expect(inject('2026-11-21T09:00:00.000Z')).rejects.toMatchObject(refused('injection.in-the-future'));
    await expect(inject(at('05:59'))).rejects.toMatchObject(refused('injection.before-batch', { batch: batch.code }));
    await expect(inject(at('07:29'))).rejects.toMatchObject(refused('injection.before-sampling', { sample: sample.code }));
    // The same instant written with fewer digits is not another one.
    const { injections } = await inject(`${at('07:30').slice(0, 16)}:00Z`);
    expect(injections).toHaveLength(1);
    await expect(inject(at('07:29'))).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await inject(at('07:30'))).injections).toHaveLength(2);
  });

  it('warns of the typed retention once its result counts', async () => {
    const { id } = worked.batch;
    const { rowVersion } = await bench.client.casework.batches.get({ id });
    await bench.client.casework.batches.judge({ id, rowVersion, accepted: true, note: 'Looked at all of it.' });
    const [checklist] = await bench.client.casework.checklist({ exhibitId: worked.exhibit.id });
    expect(checklist!.level).toBe('criteria-met');
    expect(checklist!.warnings.filter(({ code }) => code === 'retention-typed')).toHaveLength(2);
  });
});
