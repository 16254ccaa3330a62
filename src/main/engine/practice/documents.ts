import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { exhibitSummary, sample } from '../../../contract/casework';
import { customer, instrument, method } from '../../../contract/laboratory';
import { referenceLot } from '../../../contract/lots';

/** A day or a moment relative to the day the practice laboratory is opened: `D-120`, `D-3T08:10` (resources/practice/README.md). */
const day = z.string().regex(/^D[+-]\d+$/);
const moment = z.string().regex(/^D[+-]\d+T\d\d:\d\d$/);
const key = z.string();
const outcome = z.enum(['positive', 'negative', 'inconclusive']);
const marked = z.object({ practice: z.literal(true), format: z.literal('aliquot-practice/1') });

const laboratory = marked.extend({
  customers: z.array(customer.pick({ name: true, address: true, contactPerson: true, email: true, phone: true }).extend({ key })),
  substances: z.array(z.object({ key, name: z.string(), inchikey: z.string(), cas: z.string(), smiles: z.string() })),
  lots: z.array(
    referenceLot
      .omit({ id: true, rowVersion: true, code: true, substanceName: true, expired: true, withdrawn: true, substanceId: true })
      .extend({ key, substance: key, receivedOn: day, expiresOn: day }),
  ),
  methods: z.array(
    method
      .omit({ id: true, rowVersion: true, code: true, version: true, validFrom: true, retiredAt: true })
      .extend({ key, validatedOn: day }),
  ),
  instruments: z.array(
    instrument.omit({ id: true, rowVersion: true, code: true }).extend({ key, calibratedOn: day, calibrationDueOn: day }),
  ),
});

const exhibit = exhibitSummary.omit({ id: true, rowVersion: true, caseId: true, code: true, number: true, balanceId: true }).extend({
  key,
  balance: key,
  custody: z.array(
    z.object({
      kind: z.enum(['received', 'opened', 'sampled', 'resealed', 'stored', 'transferred', 'returned']),
      occurredAt: moment,
      by: key,
      fromParty: z.string(),
      toParty: z.string(),
      sealBefore: z.string(),
      sealAfter: z.string(),
      location: z.string(),
      witness: key.nullable(),
      note: z.string(),
    }),
  ),
  samples: z.array(
    sample
      .pick({ kind: true, description: true, unitCount: true, massMicrograms: true, solvent: true, volumeMicrolitres: true })
      .extend({ key, parent: key.nullable(), takenBy: key, takenAt: moment }),
  ),
  colourTests: z.array(
    z.object({
      sample: key,
      reagent: z.string(),
      reagentLot: z.string(),
      reagentExpiresOn: day,
      positiveControl: outcome,
      blankControl: outcome,
      observed: z.array(z.object({ seconds: z.int(), colour: z.string() })),
      outcome,
      analyst: key,
      performedAt: moment,
    }),
  ),
  components: z.array(z.object({ substance: key, saltClaim: z.string(), proposedFrom: z.string() })),
});

const casework = marked.extend({
  cases: z.array(
    z.object({
      key,
      title: z.string(),
      customer: key,
      customerReference: z.string(),
      receivedAt: moment,
      seizedOn: day,
      seizurePlace: z.string(),
      request: z.string(),
      exhibits: z.array(exhibit),
    }),
  ),
});

const batches = marked.extend({
  batches: z.array(
    z.object({
      key,
      method: key,
      instrument: key,
      analyst: key,
      startedAt: moment,
      judged: z.object({ accepted: z.boolean(), by: key, note: z.string() }).nullable(),
      injections: z.array(
        z.object({
          injectedAt: moment,
          vial: z.string(),
          kind: z.enum(['blank', 'reference', 'control', 'case']),
          sample: key.nullable(),
          lot: key.nullable(),
          file: z.string(),
        }),
      ),
    }),
  ),
});

export type PracticeLaboratory = z.infer<typeof laboratory>;
export type PracticeCase = z.infer<typeof casework>['cases'][number];
export type PracticeBatch = z.infer<typeof batches>['batches'][number];

export interface PracticeDocuments {
  readonly laboratory: PracticeLaboratory;
  readonly cases: readonly PracticeCase[];
  readonly batches: readonly PracticeBatch[];
}

/** @throws ZodError when a document is not what this program was built with */
export async function readPracticeDocuments(folder: string): Promise<PracticeDocuments> {
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'));
  return {
    laboratory: laboratory.parse(await json('laboratory.json')),
    cases: casework.parse(await json('casework.json')).cases,
    batches: batches.parse(await json('batches.json')).batches,
  };
}
