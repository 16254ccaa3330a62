import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from '../../../../src/contract/jobs';
import type { Report } from '../../../../src/contract/reports';
import { at, type Bench, openBench, receiveTablets, type WorkedCase, workTablets } from '../../../support/bench';
import { type Client, temporaryFolder } from '../../../support/engine';
import { pdfPages } from '../../../support/pdf-text';

const CUSTOMER = 'شرطة المدينة – قسم المخدرات';

async function ended(client: Client, id: string): Promise<Job> {
  for await (const job of await client.jobs.watch()) if (job.id === id && job.state !== 'running') return job;
  throw new Error('the watch ended first');
}

async function draft(client: Client, caseId: string, language: 'en' | 'fr'): Promise<Report> {
  const { jobId } = await client.reports.draft({ caseId, language, waivers: [] });
  const now = await client.jobs.get({ id: jobId });
  const job = now.state === 'running' ? await ended(client, jobId) : now;
  expect(job).toMatchObject({ kind: 'report', state: 'finished', failure: null });
  const { items } = await client.reports.list({ caseId });
  return items.find(({ id }) => id === (job.outcome as { reportId: string }).reportId)!;
}

describe('the draft report of a whole case', () => {
  const folder = temporaryFolder();
  let bench: Bench;
  let worked: WorkedCase;
  const pathOf = ({ sha256 }: Report) => join(folder.path, 'attachments', sha256.slice(0, 2), sha256.slice(2));
  const textOf = async (report: Report) => (await pdfPages(readFileSync(pathOf(report)))).join('\n').replaceAll(/\s+/g, ' ');

  beforeAll(async () => {
    bench = await openBench(folder.path, { customer: CUSTOMER });
    worked = await workTablets(bench);
  });
  afterAll(async () => {
    await bench.engine.close();
    folder.remove();
  });

  it('is not made while something is missing, and says what and where', async () => {
    const { client } = bench;
    const { caseId, code } = worked.exhibit;
    const { items, ready } = await client.reports.readiness({ caseId });
    expect(ready).toBe(false);
    expect(items.filter(({ state }) => state === 'missing')).toEqual([
      { item: 'm', state: 'missing', missing: [{ code: 'conclusion', params: { exhibit: code } }], waivable: false, waiverReason: null },
    ]);
    await expect(client.reports.draft({ caseId, language: 'en', waivers: [] })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'report.not-ready', params: { items: 'm' } },
    });
    await expect(
      client.reports.draft({ caseId, language: 'en', waivers: [{ item: 'm', reason: 'no result is wanted' }] }),
    ).rejects.toMatchObject({ data: { code: 'report.item-not-waivable', params: { item: 'm' } } });
  });

  it('prints everything the record holds, and the hashes that prove it', async () => {
    const { client, engine } = bench;
    const { exhibit, componentId, batch } = worked;
    const entry = { exhibitId: exhibit.id, fromParty: '', toParty: '', sealBefore: '', sealAfter: '', witnessId: null };
    const stored = { ...entry, kind: 'stored' as const, occurredAt: at('09:00'), location: 'Safe 1', note: '', correctsId: null };
    const { id: correctsId } = await client.casework.custody.add(stored);
    await client.casework.custody.add({ ...stored, kind: 'correction', occurredAt: at('19:58'), note: 'It was safe 2.', correctsId });
    await client.casework.results.voidResult({ kind: 'colour-test', id: exhibit.colourTests[0]!.id, reason: 'The plate was dirty.' });
    await client.casework.conclusions.draw({
      exhibitId: exhibit.id,
      componentId,
      expectedLevel: 'criteria-met',
      note: 'Two tablets of fifty.',
    });
    const { items: controls } = await client.substances.control.list({ text: 'fentanyl' });
    const own = controls.find(({ substanceId }) => substanceId === bench.substances.fentanyl)!;
    await client.substances.control.verify({
      id: own.id,
      rowVersion: own.rowVersion,
      against: 'Yellow List, 64th edition',
      comparedOn: '2026-11-19',
    });
    const before = await client.audit.list({ limit: 1 });

    const report = await draft(client, exhibit.caseId, 'en');
    expect(report).toMatchObject({ code: 'R-2026-0001', version: 1, language: 'en', status: 'draft', customerName: CUSTOMER });
    expect(report.trailHead).toMatchObject({ sequence: before.events[0]!.sequence, hash: before.events[0]!.hash });
    const pages = await pdfPages(readFileSync(pathOf(report)));
    expect(pages).toHaveLength(report.pages);
    pages.forEach((page, index) => {
      expect(page).toContain('DRAFT, not reviewed');
      expect(page).toContain('Report R-2026-0001, version 1');
      expect(page).toContain(`Page ${index + 1} of ${report.pages}`);
    });
    const text = await textOf(report);
    for (const expected of [
      'Test laboratory',
      '1 Bench Road',
      'Dry, seal intact',
      exhibit.code,
      '5,512.30 ± 0.60 mg (k = 2)',
      batch.code,
      'M-2026-0001 version 1',
      'RM-2026-0001',
      '99.1 ± 0.6 % (k = 2)',
      'Fentanyl (CAS 437-38-7)',
      'criteria met, not yet reviewed',
      'Two tablets of fifty.',
      'Identity match factor',
      'mass spectrometry',
      'Sample 12.659 min, reference 12.674 min',
      'Yellow List, 64th edition (2026-11-19)',
      'Void: The plate was dirty.',
      'Colour test Marquis',
      'Aliquot C-2026-0001/1·P1·U1·A1·E1',
      'End of report R-2026-0001, version 1',
    ])
      expect(text).toContain(expected);
    // Written down eleven hours after it was stored; the correction two minutes after.
    expect(text.match(/Written down on 20 Nov 2026/g)).toHaveLength(1);
    expect(text).toMatch(/Corrects “stored” of 20 Nov 2026/i);
    // The face sets dots over letters as glyphs of their own, which a reader of the text finds as control characters.
    const letters = text.replaceAll(/[\p{Cc} ]/gu, '');
    for (const word of ['شرطة', 'المدينة', 'المخدرات']) expect(letters).toContain(word);
    expect(text).not.toContain('criteria:');
    expect(text).toContain(report.trailHead.hash);
    expect(engine.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    const out = process.env.ALIQUOT_KEEP_DRAFT;
    if (out !== undefined) writeFileSync(out, readFileSync(pathOf(report)));
  });

  it('gives the next draft the same code and a higher version, in French without a bare key', async () => {
    const report = await draft(bench.client, worked.exhibit.caseId, 'fr');
    expect(report).toMatchObject({ code: 'R-2026-0001', version: 2, language: 'fr' });
    const text = await textOf(report);
    expect(text).toContain('critères remplis, pas encore revus');
    expect(text).toContain('12,659');
    expect(text).not.toMatch(/\b(reports|criteria|casework|identify):[a-z]/);
    expect(text).not.toMatch(/\{\{|\$t\(/);
    const out = process.env.ALIQUOT_KEEP_DRAFT;
    if (out !== undefined) writeFileSync(`${out}.fr.pdf`, readFileSync(pathOf(report)));
  });

  it('opens a readable copy, saves another, and refuses a kept file that was altered', async () => {
    const { client, engine } = bench;
    const { items } = await client.reports.list({ caseId: worked.exhibit.caseId, text: 'r-2026' });
    const [second, first] = items;
    await client.reports.open({ id: first!.id });
    expect(engine.shell.opened.at(-1)).toMatch(/R-2026-0001-v1\.pdf$/);
    expect(readFileSync(engine.shell.opened.at(-1)!)).toEqual(readFileSync(pathOf(first!)));

    engine.shell.nextSavePath = null;
    expect(await client.reports.saveAs({ id: first!.id })).toBeNull();
    const path = join(folder.path, 'saved.pdf');
    engine.shell.nextSavePath = path;
    expect(await client.reports.saveAs({ id: first!.id })).toEqual({ path });
    expect(readFileSync(path)).toEqual(readFileSync(pathOf(first!)));

    const altered = readFileSync(pathOf(second!));
    altered[100] = altered[100]! ^ 1;
    writeFileSync(pathOf(second!), altered);
    const opened = engine.shell.opened.length;
    await expect(client.reports.open({ id: second!.id })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'report.file-damaged', params: { code: 'R-2026-0001', version: 2 } },
    });
    await expect(client.reports.saveAs({ id: second!.id })).rejects.toMatchObject({ data: { code: 'report.file-damaged' } });
    expect(engine.shell.opened).toHaveLength(opened);
    expect((await client.system.state()).phase).toBe('signed-in');
  });

  it('is not made again from a conclusion that its own evidence no longer carries', async () => {
    const { client } = bench;
    const { exhibit } = worked;
    for (const { id } of exhibit.comparisons)
      await client.casework.results.voidResult({ kind: 'comparison', id, reason: 'The wrong vial was injected.' });
    const { items } = await client.reports.readiness({ caseId: exhibit.caseId });
    expect(items.find(({ item }) => item === 'm')).toMatchObject({
      state: 'missing',
      missing: [{ code: 'conclusion-changed', params: { exhibit: exhibit.code, substance: 'Fentanyl' } }],
    });
  });

  it('lets an item be left out with a reason, and the page says it', async () => {
    const { client } = bench;
    const empty = await receiveTablets(bench);
    const { items } = await client.reports.readiness({
      caseId: empty.caseId,
      waivers: [
        { item: 'k', reason: 'the whole exhibit was taken' },
        { item: 'm', reason: 'nobody asked' },
      ],
    });
    expect(items.find(({ item }) => item === 'k')).toMatchObject({ state: 'waived', waiverReason: 'the whole exhibit was taken' });
    expect(items.find(({ item }) => item === 'm')).toMatchObject({ state: 'missing', waivable: false, waiverReason: null });
  });
});
