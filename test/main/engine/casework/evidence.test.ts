import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, criterion, openBench, otherInjection, practiceText, workTablets } from '../../../support/bench';
import { temporaryFolder } from '../../../support/engine';

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

async function opened(options: Parameters<typeof openBench>[1] = {}): Promise<Bench & { readonly folder: string }> {
  const folder = temporaryFolder();
  const bench = await openBench(folder.path, options);
  close = async () => {
    await bench.engine.close();
    folder.remove();
  };
  return { ...bench, folder: folder.path };
}

const checklistOf = async ({ client }: Bench, exhibitId: string) => (await client.casework.checklist({ exhibitId }))[0]!;

describe('evidence that is not enough', () => {
  it('a blank that shows the substance blocks, and says how much of it', async () => {
    const bench = await opened();
    // Carry-over: the vial before was not clean.
    const carried = join(bench.folder, 'carried-over.msp');
    writeFileSync(carried, otherInjection(practiceText('tablets-10-case.msp').replaceAll('vial 10', 'vial 5')));
    const { exhibit, batch, componentId } = await workTablets(bench, {
      runs: (standard) => standard.slice(0, 6).map((run, index) => (index === 4 ? { kind: 'blank', file: carried } : run)),
    });
    expect(batch.findings.filter(({ met }) => !met).map(({ message }) => message.code)).toEqual(['blank-not-clean']);
    const [comparison] = exhibit.comparisons;
    expect(comparison!.spectrum.met).toBe(false);
    expect(comparison!.spectrum.findings.find(({ met }) => !met)?.message).toMatchObject({
      code: 'blank-not-clean',
      params: { percent: 100 },
    });
    const checklist = await checklistOf(bench, exhibit.id);
    expect(checklist.level).toBe('presumptive');
    expect(criterion(checklist, 'comparison')).toMatchObject({ state: 'blocked' });
    expect(checklist.blocks.map(({ code }) => code)).toContain('comparison-not-met');
    await expect(
      bench.client.casework.conclusions.draw({ exhibitId: exhibit.id, componentId, expectedLevel: 'criteria-met', note: '' }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'conclusion.changed', params: { now: 'presumptive' } } });
  });

  it('an expired lot leaves tentative at most, and only a deviation signed before its use lifts it', async () => {
    const bench = await opened({ lotExpiresOn: '2026-11-01' });
    const { exhibit } = await workTablets(bench);
    const checklist = await checklistOf(bench, exhibit.id);
    expect(checklist.level).toBe('tentative');
    expect(criterion(checklist, 'reference')).toMatchObject({ state: 'blocked', waysOut: ['requalified-standard'] });
    expect(criterion(checklist, 'reference').reasons[0]).toMatchObject({
      code: 'reference-expired',
      params: { lot: 'RM-2026-0001', expired: '2026-11-01', used: '2026-11-20' },
    });
    expect(criterion(checklist, 'reference').actions).toContain('repeat-with-valid-lot');

    const head = await bench.person('head', ['manager']);
    const late = {
      exhibitId: exhibit.id,
      kind: 'requalified-standard',
      criterion: 'reference',
      reason: 'Requalified against the new lot.',
    };
    expect(await head.casework.deviations.authorise(late)).toMatchObject({
      appliesTo: ['RM-2026-0001'],
      authorisedBy: { fullName: 'head Example' },
    });
    expect((await checklistOf(bench, exhibit.id)).level).toBe('tentative');
  });

  it('a lot requalified before its use counts, as a deviation', async () => {
    const bench = await opened({ lotExpiresOn: '2026-11-01' });
    const head = await bench.person('head', ['manager']);
    const { exhibit } = await workTablets(bench, {
      onReceipt: (exhibitId) =>
        head.casework.deviations.authorise({
          exhibitId,
          kind: 'requalified-standard',
          criterion: 'reference',
          referenceLotId: bench.lots.fentanyl,
          reason: 'Requalified against the new lot on 15 November.',
        }),
    });
    const checklist = await checklistOf(bench, exhibit.id);
    expect(checklist.level).toBe('criteria-met');
    expect(criterion(checklist, 'reference').state).toBe('waived');
  });

  it('one sampling is not two, until a person says why no second could be taken', async () => {
    const bench = await opened();
    const { exhibit } = await workTablets(bench, { runs: (standard) => standard.slice(0, 6) });
    const before = await checklistOf(bench, exhibit.id);
    expect(before.level).toBe('tentative');
    expect(criterion(before, 'sampling')).toMatchObject({ state: 'not-met', waysOut: ['limited-sample'], actions: ['second-aliquot'] });
    const { client } = bench;
    const said = { exhibitId: exhibit.id, criterion: 'sampling', reason: 'Residue alone was left after the first aliquot.' };
    await expect(client.casework.deviations.authorise({ ...said, kind: 'artefact-excluded' })).rejects.toMatchObject({
      data: { code: 'deviation.nothing-to-lift', params: { kind: 'artefact-excluded', criterion: 'sampling' } },
    });
    expect(await client.casework.deviations.authorise({ ...said, kind: 'limited-sample' })).toMatchObject({
      appliesTo: ['C-2026-0001/1·P1·U1·A1'],
    });
    const after = await checklistOf(bench, exhibit.id);
    expect(after.level).toBe('criteria-met');
    expect(criterion(after, 'sampling').state).toBe('waived');
  });

  it('a batch nobody has judged proves nothing, and one that was rejected neither', async () => {
    const bench = await opened();
    const { exhibit, batch } = await workTablets(bench, { judge: false });
    expect((await checklistOf(bench, exhibit.id)).blocks.map(({ code }) => code)).toContain('batch-not-judged');
    await expect(
      bench.client.casework.batches.judge({ id: batch.id, rowVersion: batch.rowVersion, accepted: false, note: '' }),
    ).rejects.toMatchObject({ data: { code: 'batch.note-needed' } });
    await bench.client.casework.batches.judge({
      id: batch.id,
      rowVersion: batch.rowVersion,
      accepted: false,
      note: 'The syringe was blocked.',
    });
    const checklist = await checklistOf(bench, exhibit.id);
    expect(checklist.level).toBe('presumptive');
    expect(checklist.blocks.map(({ code, params }) => [code, params.batch])).toContainEqual(['batch-rejected', batch.code]);
  });

  it('a void result stays and counts no more', async () => {
    const bench = await opened();
    const { exhibit, componentId } = await workTablets(bench);
    const { client } = bench;
    await client.casework.results.voidResult({ kind: 'comparison', id: exhibit.comparisons[0]!.id, reason: 'The vials were mixed up.' });
    await client.casework.results.voidResult({ kind: 'colour-test', id: exhibit.colourTests[0]!.id, reason: 'The plate was dirty.' });
    const now = await client.casework.exhibits.get({ id: exhibit.id });
    expect(now.comparisons.map(({ voidedReason }) => voidedReason)).toEqual(['The vials were mixed up.', null]);
    const checklist = await checklistOf(bench, exhibit.id);
    expect(criterion(checklist, 'positive-results').reasons[0]).toMatchObject({ params: { recorded: 2 } });
    expect(checklist.level).toBe('tentative');
    await expect(
      client.casework.conclusions.draw({ exhibitId: exhibit.id, componentId, expectedLevel: 'criteria-met', note: '' }),
    ).rejects.toMatchObject({ data: { code: 'conclusion.changed', params: { expected: 'criteria-met', now: 'tentative' } } });
    await expect(
      client.casework.results.voidResult({ kind: 'comparison', id: exhibit.comparisons[0]!.id, reason: 'Again.' }),
    ).rejects.toMatchObject({ data: { code: 'result.void-already' } });
  });
});
