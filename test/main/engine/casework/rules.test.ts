import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  at,
  type Bench,
  EXHIBIT,
  openBench,
  otherInjection,
  practiceText,
  receiveTablets,
  spectrumAt,
  spectrumFile,
  TOLERANCES,
  type WorkedCase,
  workTablets,
} from '../../../support/bench';
import { type Client, temporaryFolder } from '../../../support/engine';

const refused = (code: string, params: object = {}) => ({ code: 'REFUSED', data: { code, params } });

describe('the rules of casework', () => {
  const folder = temporaryFolder();
  let bench: Bench;
  let client: Client;
  let worked: WorkedCase;
  beforeAll(async () => {
    bench = await openBench(folder.path);
    ({ client } = bench);
    worked = await workTablets(bench);
  });
  afterAll(async () => {
    await bench.engine.close();
    folder.remove();
  });

  it('a stale edit changes nothing and says which version is current', async () => {
    const { caseId } = worked.exhibit;
    const { exhibitList: _, ...seen } = await client.casework.cases.get({ id: caseId });
    const edit = { ...seen, title: 'Parcel, corrected', reason: 'Spelling' };
    const changed = await client.casework.cases.update(edit);
    expect(changed.rowVersion).toBe(seen.rowVersion + 1);
    await expect(client.casework.cases.update({ ...edit, title: 'Lost edit' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { expectedVersion: seen.rowVersion, currentVersion: changed.rowVersion },
    });
    expect((await client.casework.cases.get({ id: caseId })).title).toBe('Parcel, corrected');
    await expect(
      client.casework.batches.judge({ id: worked.batch.id, rowVersion: worked.batch.rowVersion, accepted: true, note: 'Twice' }),
    ).rejects.toMatchObject(refused('batch.judged', { code: worked.batch.code }));
  });

  it('each role may do its own work and no more', async () => {
    const { exhibit, componentId } = worked;
    const [custodian, technician, reviewer] = [
      await bench.person('carl', ['custodian']),
      await bench.person('tina', ['technician']),
      await bench.person('rene', ['reviewer']),
    ];
    const sample = {
      exhibitId: exhibit.id,
      parentId: null,
      kind: 'aliquot' as const,
      description: '',
      unitCount: null,
      massMicrograms: null,
      solvent: '',
      volumeMicrolitres: null,
    };
    const drawing = { exhibitId: exhibit.id, componentId, expectedLevel: 'criteria-met', note: '' };
    const forbidden = (permission: string) => ({ code: 'FORBIDDEN', data: { permission } });
    await expect(custodian.casework.samples.add(sample)).rejects.toMatchObject(forbidden('casework.do'));
    await expect(custodian.casework.conclusions.draw(drawing)).rejects.toMatchObject(forbidden('conclusions.draw'));
    await expect(reviewer.casework.conclusions.draw(drawing)).rejects.toMatchObject(forbidden('conclusions.draw'));
    await expect(
      reviewer.casework.custody.add({
        exhibitId: exhibit.id,
        kind: 'stored',
        occurredAt: at('19:00'),
        fromParty: '',
        toParty: '',
        sealBefore: '',
        sealAfter: '',
        location: 'Safe',
        witnessId: null,
        note: '',
        correctsId: null,
      }),
    ).rejects.toMatchObject(forbidden('cases.receive'));
    await expect(
      technician.casework.deviations.authorise({
        exhibitId: exhibit.id,
        kind: 'limited-sample',
        criterion: 'sampling',
        reason: 'None left',
      }),
    ).rejects.toMatchObject(forbidden('deviations.authorise'));
    await expect(reviewer.reports.draft({ caseId: exhibit.caseId, language: 'en', waivers: [] })).rejects.toMatchObject(
      forbidden('reports.draft'),
    );
    expect((await reviewer.casework.checklist({ exhibitId: exhibit.id })).length).toBe(1);
    expect((await technician.casework.samples.add(sample)).takenBy.fullName).toBe('tina Example');
  });

  it('custody is only ever added to: a correction names what it corrects and why', async () => {
    const { id: exhibitId, custody } = worked.exhibit;
    const entry = {
      exhibitId,
      kind: 'stored' as const,
      occurredAt: at('18:00'),
      fromParty: '',
      toParty: '',
      sealBefore: 'S-101',
      sealAfter: 'S-101',
      location: 'Safe 1',
      witnessId: null,
      note: '',
      correctsId: null,
    };
    const wrong = await client.casework.custody.add(entry);
    await expect(client.casework.custody.add({ ...entry, kind: 'correction' })).rejects.toMatchObject(
      refused('custody.correction-incomplete'),
    );
    const { id: own } = custody[0]!.recordedBy;
    await expect(client.casework.custody.add({ ...entry, witnessId: own })).rejects.toMatchObject(refused('custody.own-witness'));
    await expect(client.casework.custody.add({ ...entry, occurredAt: '2027-01-01T00:00:00.000Z' })).rejects.toMatchObject(
      refused('custody.in-the-future'),
    );
    const corrected = await client.casework.custody.add({
      ...entry,
      kind: 'correction',
      location: 'Safe 2',
      note: 'Written down for the wrong safe.',
      correctsId: wrong.id,
    });
    const after = (await client.casework.exhibits.get({ id: exhibitId })).custody;
    expect(after.filter(({ id }) => id === wrong.id || id === corrected.id).map(({ location }) => location)).toEqual(
      expect.arrayContaining(['Safe 1', 'Safe 2']),
    );
  });

  it('only what can be compared is: one batch, a reference of the same substance, once', async () => {
    const { exhibit, batch, componentId } = worked;
    const asked = {
      exhibitId: exhibit.id,
      componentId,
      spectrumId: spectrumAt(batch, 6, 12.67),
      referenceSpectrumId: spectrumAt(batch, 2, 12.67),
    };
    const compare = client.casework.results.compare;
    await expect(compare(asked)).rejects.toMatchObject(refused('comparison.made-already'));
    await expect(compare({ ...asked, referenceSpectrumId: spectrumAt(batch, 4, 7.47) })).rejects.toMatchObject(
      refused('comparison.other-substance', { component: 'Fentanyl' }),
    );
    await expect(compare({ ...asked, referenceSpectrumId: spectrumAt(batch, 8, 12.67) })).rejects.toMatchObject(
      refused('comparison.not-a-reference'),
    );
    await expect(compare({ ...asked, spectrumId: spectrumAt(batch, 1, 12.67) })).rejects.toMatchObject(
      refused('comparison.not-of-exhibit'),
    );
    const wrongPeak = await compare({ ...asked, spectrumId: spectrumAt(batch, 6, 7.47) });
    expect(wrongPeak.retention.met).toBe(false);
    const [checklist] = await client.casework.checklist({ exhibitId: exhibit.id });
    expect(checklist).toMatchObject({ level: 'inconclusive' });
    expect(checklist!.blocks[0]).toMatchObject({ code: 'discrepancy', params: { result: exhibit.samples[3]!.code } });
    await client.casework.results.voidResult({ kind: 'comparison', id: wrongPeak.id, reason: 'Not the peak of this substance.' });
    // It is void, and it still contradicts: the contradiction is another person's to resolve.
    expect((await client.casework.checklist({ exhibitId: exhibit.id }))[0]).toMatchObject({ level: 'inconclusive' });
    const head = await bench.person('hana', ['manager']);
    const resolving = { exhibitId: exhibit.id, kind: 'discrepancy-resolved', criterion: 'discrepancy', reason: 'The peak is caffeine.' };
    await expect(client.casework.deviations.authorise(resolving)).rejects.toMatchObject(refused('deviation.own-work'));
    await head.casework.deviations.authorise(resolving);
    expect((await client.casework.checklist({ exhibitId: exhibit.id }))[0]).toMatchObject({ level: 'criteria-met' });
  });

  it('a file belongs to one injection, and says what is wrong with it', async () => {
    const { methodId, instrumentId, engine } = bench;
    const batch = await client.casework.batches.create({ methodId, instrumentId, startedAt: at('13:00') });
    const blank = { batchId: batch.id, vial: '1', kind: 'blank' as const, sampleId: null, referenceLotId: null, injectedAt: at('15:00') };
    const { injections } = await client.casework.batches.addInjection(blank);
    const attach = (path: string, retentionTimesMinutes: (number | null)[] = []) =>
      client.casework.batches.attachFile({ injectionId: injections[0]!.id, token: engine.file(path), retentionTimesMinutes });
    await expect(attach(spectrumFile('tablets-01-blank.msp'))).rejects.toMatchObject(
      refused('injection.file-attached', { batch: worked.batch.code, position: 1 }),
    );
    const binary = join(folder.path, 'binary.msp');
    writeFileSync(binary, Buffer.from([0, 1, 2, 3, 0, 255]));
    await expect(attach(binary)).rejects.toMatchObject({ code: 'UNREADABLE_FILE', data: { fileName: 'binary.msp', code: 'file-binary' } });
    await expect(attach(join(folder.path, 'nowhere.msp'))).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      data: { code: 'not-readable' },
    });

    // A file that does not say when its peak came: a person says so, and may correct it with a reason until it is compared.
    const silent = join(folder.path, 'silent.msp');
    const measured = practiceText('tablets-02-reference.msp').replace(/^RETENTIONTIME:.*\n/m, '');
    writeFileSync(silent, `${measured}\n`);
    // The same peaks in another file are the same measurement.
    await expect(attach(silent, [12.5])).rejects.toMatchObject(
      refused('injection.file-attached', { batch: worked.batch.code, position: 2 }),
    );
    writeFileSync(silent, otherInjection(measured));
    const { batch: attached } = await attach(silent, [12.5]);
    const [spectrum] = attached.injections[0]!.spectra;
    expect(spectrum).toMatchObject({ retentionTimeMinutes: 12.5, retentionTimeFrom: 'person' });
    const corrected = await client.casework.batches.setRetentionTime({
      spectrumId: spectrum!.id,
      minutes: 12.67,
      reason: 'Read from the wrong trace',
    });
    expect(corrected.injections[0]!.spectra[0]).toMatchObject({ retentionTimeMinutes: 12.67 });
    await expect(
      client.casework.batches.setRetentionTime({ spectrumId: spectrumAt(worked.batch, 1, 12.67), minutes: 1, reason: 'Guessing' }),
    ).rejects.toMatchObject(refused('batch.judged'));
    await expect(client.casework.batches.addInjection({ ...blank, injectedAt: at('14:00') })).rejects.toMatchObject(
      refused('injection.out-of-order', { position: 1 }),
    );
  });

  it('a method states tolerances that can fail, and a validation that has happened and is on record', async () => {
    const { laboratory } = client;
    const method = {
      title: 'GC-MS, wide open',
      kind: 'gcms' as const,
      procedureReference: '',
      solvent: '',
      stationaryPhase: '',
      validatedOn: '2026-01-10',
      validationReference: 'VAL-9',
      tolerances: TOLERANCES,
    };
    for (const wide of [
      { ionRatioPercent: 100 },
      { retentionTimeMinutes: 30 },
      { matchFactor: 0 },
      { diagnosticIonsNeeded: 1 },
      { blankPercent: 100 },
    ])
      await expect(laboratory.methods.create({ ...method, tolerances: { ...TOLERANCES, ...wide } })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    await expect(laboratory.methods.create({ ...method, validationReference: '' })).rejects.toMatchObject(
      refused('method.validation-without-reference'),
    );
    await expect(laboratory.methods.create({ ...method, validatedOn: '2026-12-01' })).rejects.toMatchObject(
      refused('method.validated-in-the-future', { day: '2026-12-01' }),
    );
  });

  it('nothing is done on a closed case until it is opened again', async () => {
    const received = await receiveTablets(bench);
    const { exhibitList: _, ...seen } = await client.casework.cases.get({ id: received.caseId });
    const closed = await client.casework.cases.update({ ...seen, status: 'closed', reason: 'Sent to another laboratory' });
    await expect(client.casework.exhibits.create({ ...EXHIBIT, caseId: received.caseId })).rejects.toMatchObject(
      refused('case.closed', { code: seen.code }),
    );
    await client.casework.cases.update({ ...closed, status: 'open', reason: 'It came back' });
    const second = await client.casework.exhibits.create({ ...EXHIBIT, caseId: received.caseId });
    expect(second.code).toBe(`${seen.code}/2`);
    expect((await client.casework.cases.list({ text: 'HARBOUR p' })).total).toBe(2);
    expect((await client.casework.cases.list({ text: 'nothing like it' })).total).toBe(0);
  });

  it('a substance is proposed once, and withdrawn only while nothing was concluded on it', async () => {
    const { exhibit, componentId } = worked;
    const proposal = { exhibitId: exhibit.id, substanceId: bench.substances.caffeine, saltClaim: '', proposedFrom: '' };
    const { id } = await client.casework.components.propose(proposal);
    await expect(client.casework.components.propose(proposal)).rejects.toMatchObject(refused('component.already-proposed'));
    expect(await client.casework.components.withdraw({ id, reason: 'Not looked for.' })).toMatchObject({
      withdrawnReason: 'Not looked for.',
    });
    await client.casework.conclusions.draw({ exhibitId: exhibit.id, componentId, expectedLevel: 'criteria-met', note: '' });
    await expect(client.casework.components.withdraw({ id: componentId, reason: 'Changed my mind.' })).rejects.toMatchObject(
      refused('component.concluded'),
    );
  });
});
