import { z } from 'zod';
import { language } from '../../src/contract/base';
import { comparisonTolerances } from '../../src/contract/laboratory';
import { password, signInName } from '../../src/contract/people';
import { role } from '../../src/contract/permissions';
import { inchikeyText, readResource } from './read-resource';

const day = z.string().regex(/^D[+-]\d+$/);
const moment = z.string().regex(/^D[+-]\d+T\d\d:\d\d$/);
const marked = { practice: z.literal(true), format: z.literal('aliquot-practice/1') };
const outcome = z.enum(['positive', 'negative', 'inconclusive']);
const micrograms = z.int().nonnegative();

export const laboratory = readResource(
  'practice/laboratory.json',
  z.strictObject({
    ...marked,
    laboratory: z.strictObject({
      name: z.string(),
      address: z.string(),
      country: z.string().length(2),
      language,
      phone: z.string(),
      email: z.string(),
      accreditation: z.string(),
      timeZone: z.string(),
      lockAfterMinutes: z.int(),
    }),
    people: z.array(
      z.strictObject({
        key: z.string(),
        signInName,
        fullName: z.string(),
        initials: z.string(),
        title: z.string(),
        roles: z.array(role).min(1),
        language,
        practicePassword: password,
      }),
    ),
    customers: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        address: z.string(),
        contactPerson: z.string(),
        email: z.string(),
        phone: z.string(),
      }),
    ),
    substances: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        inchikey: inchikeyText,
        cas: z.string(),
        formula: z.string(),
        smiles: z.string(),
      }),
    ),
    lots: z.array(
      z.strictObject({
        key: z.string(),
        substance: z.string(),
        saltForm: z.string(),
        producer: z.string(),
        lotNumber: z.string(),
        certificateReference: z.string(),
        certifiedPurityPercent: z.string(),
        expandedUncertaintyPercent: z.string(),
        coverageFactor: z.number(),
        traceability: z.string(),
        kind: z.enum(['certified-reference-material', 'reference-material', 'reference-sample']),
        receivedOn: day,
        expiresOn: day,
        storage: z.string(),
        receivedMassMicrograms: micrograms,
      }),
    ),
    methods: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        kind: z.enum(['gcms', 'colour', 'ir']),
        procedureReference: z.string(),
        solvent: z.string(),
        stationaryPhase: z.string(),
        validatedOn: day,
        validationReference: z.string(),
        tolerances: comparisonTolerances.nullable(),
      }),
    ),
    instruments: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        maker: z.string(),
        model: z.string(),
        serialNumber: z.string(),
        kind: z.enum(['gcms', 'ir', 'balance']),
        inService: z.boolean(),
        calibratedOn: day,
        calibrationDueOn: day,
      }),
    ),
  }),
);

const custody = z.strictObject({
  kind: z.enum(['received', 'opened', 'sampled', 'resealed', 'stored', 'transferred', 'returned']),
  occurredAt: moment,
  by: z.string(),
  fromParty: z.string(),
  toParty: z.string(),
  sealBefore: z.string(),
  sealAfter: z.string(),
  location: z.string(),
  witness: z.string().nullable(),
  note: z.string(),
});
const sample = z.strictObject({
  key: z.string(),
  parent: z.string().nullable(),
  kind: z.enum(['population', 'unit', 'aliquot', 'extract']),
  description: z.string(),
  unitCount: z.int().positive().nullable(),
  massMicrograms: micrograms.nullable(),
  solvent: z.string(),
  volumeMicrolitres: z.int().positive().nullable(),
  takenBy: z.string(),
  takenAt: moment,
});
const colourTest = z.strictObject({
  sample: z.string(),
  reagent: z.string(),
  reagentLot: z.string(),
  reagentExpiresOn: day,
  positiveControl: outcome,
  blankControl: outcome,
  observed: z.array(z.strictObject({ seconds: z.int().nonnegative(), colour: z.string() })).min(1),
  outcome,
  analyst: z.string(),
  performedAt: moment,
});
const exhibit = z.strictObject({
  key: z.string(),
  number: z.int().positive(),
  description: z.string(),
  packaging: z.string(),
  conditionOnReceipt: z.string(),
  sealNumber: z.string(),
  sealState: z.literal('intact'),
  appearance: z.string(),
  unitCount: z.int().positive(),
  grossMassMicrograms: micrograms,
  netMassMicrograms: micrograms,
  massUncertaintyMicrograms: micrograms,
  balance: z.string(),
  highPotencySuspected: z.boolean(),
  custody: z.array(custody).min(1),
  samples: z.array(sample).min(1),
  colourTests: z.array(colourTest),
  components: z.array(z.strictObject({ substance: z.string(), saltClaim: z.string(), proposedFrom: z.string() })),
  answer: z.array(z.string()).min(1),
});
export const casework = readResource(
  'practice/casework.json',
  z.strictObject({
    ...marked,
    cases: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        customer: z.string(),
        customerReference: z.string(),
        receivedAt: moment,
        seizedOn: day,
        seizurePlace: z.string(),
        request: z.string(),
        exhibits: z.array(exhibit).min(1),
      }),
    ),
  }),
);

const injection = z.strictObject({
  position: z.int().positive(),
  injectedAt: moment,
  vial: z.string(),
  kind: z.enum(['blank', 'reference', 'control', 'case']),
  sample: z.string().nullable(),
  lot: z.string().nullable(),
  file: z.string(),
  retentionTimeMin: z.number().positive().nullable(),
  peaks: z
    .array(z.strictObject({ retentionTimeMin: z.number().positive(), spectrumFile: z.string(), record: z.int().nonnegative() }))
    .min(1),
});
export const batches = readResource(
  'practice/batches.json',
  z.strictObject({
    ...marked,
    batches: z.array(
      z.strictObject({
        key: z.string(),
        method: z.string(),
        instrument: z.string(),
        analyst: z.string(),
        startedAt: moment,
        judged: z.strictObject({ accepted: z.boolean(), by: z.string(), at: moment, note: z.string() }).nullable(),
        injections: z.array(injection),
      }),
    ),
  }),
);
export type PracticeInjection = z.infer<typeof injection>;
