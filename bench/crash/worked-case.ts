import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Batch, Exhibit } from '../../src/contract/casework';
import { EXHIBIT, spectrumAt, spectrumFile, TOLERANCES } from '../../test/support/bench';
import type { Work } from './workload';

/** Where the tablets of the practice spectra show their fentanyl. */
const FENTANYL_MINUTES = 12.67;
const SEQUENCE = [
  { kind: 'blank', file: 'tablets-01-blank.msp' },
  { kind: 'reference', file: 'tablets-02-reference.msp' },
  { kind: 'blank', file: 'tablets-09-blank.msp' },
  { kind: 'case', file: 'tablets-10-case.msp' },
  { kind: 'blank', file: 'tablets-11-blank.msp' },
  { kind: 'case', file: 'tablets-12-case.msp' },
] as const;

/** How far the client was told that casework has come: a kill may fall between any two steps, and the next round goes on from there. */
export interface Casework {
  /** Ids by what they are of. */
  readonly ids: Map<string, string>;
  /** Which case is in work; its names and its files are its own. */
  number: number;
}

export const noCasework = (): Casework => ({ ids: new Map(), number: 0 });

export interface ReadyForConclusions {
  readonly exhibitId: string;
  readonly componentId: string;
}

/** Works a case from its receipt to its comparisons, or what of that is left to do: everything but the conclusion. */
export async function workCase(work: Work): Promise<ReadyForConclusions> {
  const { client, acknowledged } = work;
  const { ids, number } = acknowledged.casework;
  const once = async (name: string, make: () => Promise<{ readonly id: string }>): Promise<string> => {
    const held = ids.get(name);
    if (held !== undefined) return held;
    const { id } = await make();
    ids.set(name, id);
    return id;
  };
  const laboratory = await equip(work, once);
  const ofCase = (name: string) => `${name} of case ${number}`;
  const exhibitId = await once(ofCase('exhibit'), async () => {
    const { id: caseId } = await client.casework.cases.create({
      title: `Parcel ${number}`,
      customerId: laboratory.customerId,
      customerReference: '',
      receivedAt: new Date().toISOString(),
      seizedOn: null,
      seizurePlace: '',
      request: 'Identify the tablets.',
    });
    return client.casework.exhibits.create({ ...EXHIBIT, caseId });
  });
  const sample = (kind: 'population' | 'unit' | 'aliquot' | 'extract', name: string, parentId: string | null) =>
    once(ofCase(`${kind} ${name}`), () =>
      client.casework.samples.add({
        exhibitId,
        parentId,
        kind,
        description: '',
        unitCount: null,
        massMicrograms: null,
        solvent: kind === 'extract' ? 'methanol' : '',
        volumeMicrolitres: kind === 'extract' ? 1000 : null,
      }),
    );
  const population = await sample('population', '', null);
  const extracts: string[] = [];
  for (const name of ['a', 'b'])
    extracts.push(await sample('extract', name, await sample('aliquot', name, await sample('unit', name, population))));

  const batchId = await once(ofCase('batch'), () =>
    client.casework.batches.create({
      methodId: laboratory.methodId,
      instrumentId: laboratory.instrumentId,
      startedAt: new Date().toISOString(),
    }),
  );
  const batch = await runSequence(work, batchId, { extracts, lotId: laboratory.lotId });
  const componentId = await compareAll(work, await client.casework.exhibits.get({ id: exhibitId }), batch, laboratory.substanceId);
  if (batch.status === 'open')
    await client.casework.batches.judge({ id: batch.id, rowVersion: batch.rowVersion, accepted: true, note: 'crash bench' });
  return { exhibitId, componentId };
}

type Once = (name: string, make: () => Promise<{ readonly id: string }>) => Promise<string>;

async function equip({ client, random }: Work, once: Once) {
  const tag = Math.floor(random() * 1e9).toString(36);
  const customerId = await once('customer', () =>
    client.laboratory.customers.create({ name: `Police ${tag}`, address: '', contactPerson: '', email: '', phone: '' }),
  );
  const methodId = await once('method', () =>
    client.laboratory.methods.create({
      title: `GC-MS ${tag}`,
      kind: 'gcms',
      procedureReference: 'SOP-11',
      solvent: 'methanol',
      stationaryPhase: '5 % phenyl, 30 m',
      validatedOn: '2026-01-10',
      validationReference: 'VAL-11',
      tolerances: TOLERANCES,
    }),
  );
  const instrumentId = await once('instrument', () =>
    client.laboratory.instruments.create({
      name: `GC-MS ${tag}`,
      maker: '',
      model: '',
      serialNumber: '',
      kind: 'gcms',
      inService: true,
      calibratedOn: null,
      calibrationDueOn: null,
    }),
  );
  const substanceId = await once('fentanyl', async () => {
    const { items } = await client.substances.search({ text: 'fentanyl', offset: 0, limit: 20 });
    const found = items.find(({ preferredName }) => preferredName.toLowerCase() === 'fentanyl');
    if (found === undefined) throw new Error('fentanyl is not among the substances that ship');
    return found;
  });
  const lotId = await once('lot', () =>
    client.lots.create({
      substanceId,
      saltForm: '',
      kind: 'certified-reference-material',
      producer: 'Example Standards',
      lotNumber: `FEN-${tag}`,
      certificateReference: `Certificate ${tag}`,
      certifiedPurityPercent: '99.1',
      expandedUncertaintyPercent: '0.6',
      coverageFactor: 2,
      traceability: 'SI through mass balance',
      receivedOn: '2025-01-01',
      expiresOn: null,
      storage: '',
      receivedMassMicrograms: null,
    }),
  );
  return { customerId, methodId, instrumentId, substanceId, lotId };
}

/** The sequence from where it stands: what a kill left without its answer is there or is not, and is looked for first. */
async function runSequence(
  { client, acknowledged, scratch, token }: Work,
  batchId: string,
  { extracts, lotId }: { readonly extracts: readonly string[]; readonly lotId: string },
): Promise<Batch> {
  const samples = [...extracts];
  let batch = await client.casework.batches.get({ id: batchId });
  for (const [index, { kind, file }] of SEQUENCE.entries()) {
    const sampleId = kind === 'case' ? (samples.shift() ?? null) : null;
    if (batch.injections[index] === undefined)
      batch = await client.casework.batches.addInjection({
        batchId,
        vial: String(index + 1),
        kind,
        sampleId,
        referenceLotId: kind === 'reference' ? lotId : null,
        injectedAt: new Date().toISOString(),
      });
    const injection = batch.injections[index];
    if (injection === undefined) throw new Error(`injection ${index + 1} is not in its batch`);
    if (injection.spectra.length > 0) continue;
    const path = anotherInjection(spectrumFile(file), scratch, acknowledged.casework.number);
    ({ batch } = await client.casework.batches.attachFile({ injectionId: injection.id, token: await token(path) }));
  }
  return batch;
}

/** The same spectra as of another injection, which never gives exactly the same counts: those of each first peak are raised. */
function anotherInjection(file: string, scratch: string, by: number): string {
  const text = readFileSync(file, 'utf8').replaceAll(
    /(num peaks: *\d+\s+\S+\s+)(\d+)/gi,
    (_, head: string, counts: string) => `${head}${Number(counts) + by}`,
  );
  const path = join(scratch, `${by}-${basename(file)}`);
  mkdirSync(scratch, { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function compareAll({ client }: Work, exhibit: Exhibit, batch: Batch, substanceId: string): Promise<string> {
  const exhibitId = exhibit.id;
  const { id: componentId } =
    exhibit.components.find((component) => component.substanceId === substanceId) ??
    (await client.casework.components.propose({ exhibitId, substanceId, saltClaim: '', proposedFrom: 'Library search' }));
  const referenceSpectrumId = spectrumAt(batch, 2, FENTANYL_MINUTES);
  for (const { position, kind } of batch.injections) {
    const spectrumId = spectrumAt(batch, position, FENTANYL_MINUTES);
    if (kind !== 'case' || exhibit.comparisons.some((comparison) => comparison.spectrumId === spectrumId)) continue;
    await client.casework.results.compare({ exhibitId, componentId, spectrumId, referenceSpectrumId });
  }
  return componentId;
}
