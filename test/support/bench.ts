import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch, ComponentChecklist, Exhibit } from '../../src/contract/casework';
import type { Role } from '../../src/contract/permissions';
import { type Client, type TestClock, type TestEngine, testClock } from './engine';
import { startPrepared } from './prepared-laboratory';

const practice = join(import.meta.dirname, '../../resources/practice');
export const spectrumFile = (name: string): string => join(practice, 'spectra', name);
export const practiceText = (name: string): string => readFileSync(spectrumFile(name), 'utf8');

/** The text of a spectrum file as if of another injection: the first count of every spectrum differs by one. */
export const otherInjection = (text: string): string =>
  text.replaceAll(/(num peaks: *\d+\s+\S+\s+)(\d+)/gi, (_, head: string, counts: string) => `${head}${Number(counts) + 1}`);

export const TOLERANCES = { retentionTimeMinutes: 0.05, ionRatioPercent: 20, matchFactor: 850, diagnosticIonsNeeded: 3, blankPercent: 1 };
/** The day everything of the bench is measured on; the clock stands at its evening. */
export const DAY = '2026-11-20';
export const at = (time: string): string => `${DAY}T${time}:00.000Z`;

/** A laboratory with what a case needs, and its head signed in on one window. */
export interface Bench {
  readonly engine: TestEngine;
  readonly client: Client;
  readonly clock: TestClock;
  readonly customerId: string;
  readonly methodId: string;
  readonly instrumentId: string;
  readonly substances: { readonly fentanyl: string; readonly caffeine: string };
  readonly lots: { readonly fentanyl: string; readonly caffeine: string };
  /** Another person, signed in on a window of their own. */
  person(name: string, roles: Role[]): Promise<Client>;
}

export async function openBench(
  folder: string,
  options: { readonly customer?: string; readonly lotExpiresOn?: string } = {},
): Promise<Bench> {
  const clock = testClock(at('20:00'));
  const { engine, client } = await startPrepared(folder, { clock });
  const customer = await client.laboratory.customers.create({
    name: options.customer ?? 'Harbour Police',
    address: '2 Quay',
    contactPerson: 'Inspector Other',
    email: '',
    phone: '',
  });
  const method = await client.laboratory.methods.create({
    title: 'GC-MS general screen',
    kind: 'gcms',
    procedureReference: 'SOP-11',
    solvent: 'methanol',
    stationaryPhase: '5 % phenyl, 30 m',
    validatedOn: '2026-01-10',
    validationReference: 'VAL-11',
    tolerances: TOLERANCES,
  });
  await client.laboratory.methods.create({
    title: 'Marquis test',
    kind: 'colour',
    procedureReference: 'SOP-02',
    solvent: '',
    stationaryPhase: '',
    validatedOn: '2026-01-10',
    validationReference: 'VAL-02',
    tolerances: null,
  });
  const instrument = await client.laboratory.instruments.create({
    name: 'GC-MS 1',
    maker: '',
    model: '',
    serialNumber: '',
    kind: 'gcms',
    inService: true,
    calibratedOn: null,
    calibrationDueOn: null,
  });
  const substance = async (text: string) => {
    const found = await client.substances.search({ text, offset: 0, limit: 20 });
    const exact = found.items.find(({ preferredName }) => preferredName.toLowerCase() === text);
    if (exact !== undefined) return exact.id;
    const made = await client.substances.create({ preferredName: text, substanceClass: '', cas: '', inchikey: '', smiles: '', note: '' });
    return made.id;
  };
  const substances = { fentanyl: await substance('fentanyl'), caffeine: await substance('caffeine') };
  const lot = async (substanceId: string, lotNumber: string) =>
    (
      await client.lots.create({
        substanceId,
        saltForm: '',
        kind: 'certified-reference-material',
        producer: 'Example Standards',
        lotNumber,
        certificateReference: `Certificate ${lotNumber}`,
        certifiedPurityPercent: '99.1',
        expandedUncertaintyPercent: '0.6',
        coverageFactor: 2,
        traceability: 'SI through mass balance',
        receivedOn: '2025-01-01',
        expiresOn: options.lotExpiresOn ?? '2028-01-01',
        storage: '',
        receivedMassMicrograms: null,
      })
    ).id;
  return {
    engine,
    client,
    clock,
    customerId: customer.id,
    methodId: method.id,
    instrumentId: instrument.id,
    substances,
    lots: { fentanyl: await lot(substances.fentanyl, 'FEN-01'), caffeine: await lot(substances.caffeine, 'CAF-01') },
    person: async (name, roles) => {
      await client.people.create({
        signInName: name,
        fullName: `${name} Example`,
        initials: 'XX',
        title: '',
        roles,
        language: 'en',
        initialPassword: 'first password',
      });
      const { client: own } = engine.window();
      await own.people.signIn({ signInName: name, password: 'first password' });
      await own.people.changeOwnPassword({ current: 'first password', next: 'their own password' });
      return own;
    },
  };
}

export const EXHIBIT = {
  description: '50 round blue tablets',
  packaging: 'Evidence bag',
  conditionOnReceipt: 'Dry, seal intact',
  sealNumber: 'S-101',
  sealState: 'intact' as const,
  appearance: 'blue, 6 mm',
  unitCount: 50,
  grossMassMicrograms: 8_421_000,
  netMassMicrograms: 5_512_300,
  massUncertaintyMicrograms: 600,
  balanceId: null,
  highPotencySuspected: true,
  receivedFrom: 'Inspector Other',
  location: 'Reception',
};

export async function receiveTablets({ client, customerId }: Bench): Promise<Exhibit> {
  const opened = await client.casework.cases.create({
    title: 'Parcel at the depot',
    customerId,
    customerReference: 'HP-1',
    receivedAt: at('07:00'),
    seizedOn: '2026-11-18',
    seizurePlace: 'Depot',
    request: 'Identify the tablets.',
  });
  return client.casework.exhibits.create({ ...EXHIBIT, caseId: opened.id });
}

type SampleKind = 'population' | 'unit' | 'aliquot' | 'extract';
/** Two tablets of the population, each powdered and extracted: the ids of the aliquots and the extracts. */
export async function takeSamples({ client }: Bench, exhibitId: string) {
  const add = (kind: SampleKind, parentId: string | null, solvent = '') =>
    client.casework.samples.add({
      exhibitId,
      parentId,
      kind,
      description: '',
      unitCount: null,
      massMicrograms: null,
      solvent,
      volumeMicrolitres: solvent === '' ? null : 1000,
      takenAt: at('07:30'),
    });
  const population = await add('population', null);
  const branch = async () => {
    const unit = await add('unit', population.id);
    const aliquot = await add('aliquot', unit.id);
    return { aliquot, extract: await add('extract', aliquot.id, 'methanol') };
  };
  return [await branch(), await branch()] as const;
}

/** What is injected one after the other: a file of the practice spectra each, or a file of the test's own. */
export interface Run {
  readonly kind: 'blank' | 'reference' | 'control' | 'case';
  readonly file: string;
  readonly sampleId?: string;
  readonly lotId?: string;
  /** Retention times a person types for a file that states none. */
  readonly minutes?: (number | null)[];
}

export function tabletRuns(bench: Bench, extracts: readonly [string, string]): readonly Run[] {
  const file = (name: string) => spectrumFile(name);
  return [
    { kind: 'blank', file: file('tablets-01-blank.msp') },
    { kind: 'reference', file: file('tablets-02-reference.msp'), lotId: bench.lots.fentanyl },
    { kind: 'blank', file: file('tablets-03-blank.msp') },
    { kind: 'reference', file: file('tablets-04-reference.msp'), lotId: bench.lots.caffeine },
    { kind: 'blank', file: file('tablets-09-blank.msp') },
    { kind: 'case', file: file('tablets-10-case.msp'), sampleId: extracts[0] },
    { kind: 'blank', file: file('tablets-11-blank.msp') },
    { kind: 'case', file: file('tablets-12-case.msp'), sampleId: extracts[1] },
  ];
}

export async function runBatch({ client, engine, methodId, instrumentId }: Bench, runs: readonly Run[]): Promise<Batch> {
  let batch = await client.casework.batches.create({ methodId, instrumentId, startedAt: at('08:00') });
  for (const [index, run] of runs.entries()) {
    batch = await client.casework.batches.addInjection({
      batchId: batch.id,
      vial: String(index + 1),
      kind: run.kind,
      sampleId: run.sampleId ?? null,
      referenceLotId: run.lotId ?? null,
      injectedAt: at(`${String(8 + Math.floor(index / 3)).padStart(2, '0')}:${String((index % 3) * 20).padStart(2, '0')}`),
    });
    const injection = batch.injections[index]!;
    ({ batch } = await client.casework.batches.attachFile({
      injectionId: injection.id,
      token: engine.file(run.file),
      retentionTimesMinutes: run.minutes ?? [],
    }));
  }
  return batch;
}

/** The spectrum of an injection at a retention time. */
export function spectrumAt(batch: Batch, position: number, minutes: number): string {
  const { spectra } = batch.injections[position - 1]!;
  return spectra.reduce((best, one) =>
    Math.abs(one.retentionTimeMinutes! - minutes) < Math.abs(best.retentionTimeMinutes! - minutes) ? one : best,
  ).id;
}

export const criterion = (checklist: ComponentChecklist, id: string) => checklist.criteria.find((one) => one.id === id)!;

export interface WorkedCase {
  readonly exhibit: Exhibit;
  readonly batch: Batch;
  readonly componentId: string;
}

const FENTANYL_MINUTES = 12.67;

/** Both extracts compared with the fentanyl reference of their batch, a colour test, the batch judged; everything but the conclusion. */
export async function workTablets(
  bench: Bench,
  options: {
    readonly runs?: (standard: readonly Run[]) => readonly Run[];
    readonly judge?: boolean;
    /** What is done before anything is sampled, when the exhibit has just come in. */
    readonly onReceipt?: (exhibitId: string) => Promise<unknown>;
  } = {},
): Promise<WorkedCase> {
  const { client, substances } = bench;
  bench.clock.set(at('07:10'));
  const received = await receiveTablets(bench);
  await options.onReceipt?.(received.id);
  bench.clock.set(at('20:00'));
  const [first, second] = await takeSamples(bench, received.id);
  const standard = tabletRuns(bench, [first.extract.id, second.extract.id]);
  let batch = await runBatch(bench, options.runs?.(standard) ?? standard);
  await client.casework.results.recordColourTest({
    exhibitId: received.id,
    sampleId: first.aliquot.id,
    reagent: 'marquis',
    reagentLot: 'MAR-09',
    reagentExpiresOn: '2027-01-31',
    positiveControl: 'positive',
    blankControl: 'negative',
    observed: [{ seconds: 5, colour: 'orange' }],
    outcome: 'positive',
    performedAt: at('07:40'),
  });
  const component = await client.casework.components.propose({
    exhibitId: received.id,
    substanceId: substances.fentanyl,
    saltClaim: '',
    proposedFrom: 'Library search',
  });
  const reference = batch.injections.find(({ referenceLotId }) => referenceLotId === bench.lots.fentanyl)!;
  for (const { position } of batch.injections.filter(({ kind }) => kind === 'case'))
    await client.casework.results.compare({
      exhibitId: received.id,
      componentId: component.id,
      spectrumId: spectrumAt(batch, position, FENTANYL_MINUTES),
      referenceSpectrumId: reference.spectra[0]!.id,
    });
  if (options.judge !== false)
    batch = await client.casework.batches.judge({
      id: batch.id,
      rowVersion: batch.rowVersion,
      accepted: true,
      note: 'Looked at all of it.',
    });
  return { exhibit: await client.casework.exhibits.get({ id: received.id }), batch, componentId: component.id };
}
