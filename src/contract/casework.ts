import { z } from 'zod';
import {
  base,
  day,
  fileToken,
  id,
  instant,
  message,
  micrograms,
  optionalText,
  page,
  personName,
  reason,
  rowVersion,
  sha256,
  shortText,
} from './base';
import { peaks, placed } from './library';

// ---- case and exhibit -------------------------------------------------------------------------------------------------------

const caseFields = z.object({
  title: shortText,
  customerId: id,
  customerReference: optionalText,
  receivedAt: instant,
  seizedOn: day.nullable(),
  seizurePlace: optionalText,
  /** What the customer asks for, in the customer's words. */
  request: optionalText,
});

export const caseSummary = caseFields.extend({
  id,
  rowVersion,
  code: z.string(),
  customerName: z.string(),
  status: z.enum(['open', 'closed']),
  exhibits: z.int(),
  conclusions: z.int(),
  reports: z.int(),
  createdAt: instant,
});
export type CaseSummary = z.infer<typeof caseSummary>;

const exhibitFields = z.object({
  description: shortText,
  packaging: optionalText,
  conditionOnReceipt: shortText,
  sealNumber: optionalText,
  sealState: z.enum(['intact', 'broken', 'none']),
  appearance: optionalText,
  unitCount: z.int().positive().nullable(),
  grossMassMicrograms: micrograms.nullable(),
  netMassMicrograms: micrograms.nullable(),
  /** Expanded uncertainty (k = 2) of the net mass. */
  massUncertaintyMicrograms: micrograms.nullable(),
  balanceId: id.nullable(),
  /** Fentanyl, nitazene or the like is possible: the banner and the protective-equipment reminder show. */
  highPotencySuspected: z.boolean(),
});

export const exhibitSummary = exhibitFields.extend({ id, rowVersion, caseId: id, code: z.string(), number: z.int().positive() });
export type ExhibitSummary = z.infer<typeof exhibitSummary>;

// ---- custody (append-only) --------------------------------------------------------------------------------------------------

const custodyFields = z.object({
  kind: z.enum(['received', 'opened', 'sampled', 'resealed', 'stored', 'transferred', 'returned', 'correction']),
  occurredAt: instant,
  fromParty: optionalText,
  toParty: optionalText,
  sealBefore: optionalText,
  sealAfter: optionalText,
  location: optionalText,
  witnessId: id.nullable(),
  note: optionalText,
  /** The entry this one corrects; the note says why. */
  correctsId: id.nullable(),
});
export const custodyEvent = custodyFields.extend({
  id,
  exhibitId: id,
  recordedAt: instant,
  recordedBy: personName,
  witness: personName.nullable(),
});
export type CustodyEvent = z.infer<typeof custodyEvent>;

// ---- the tree population → unit → aliquot → extract → injection -----------------------------------------------------------------

const sampleFields = z.object({
  parentId: id.nullable(),
  kind: z.enum(['population', 'unit', 'aliquot', 'extract']),
  description: optionalText,
  unitCount: z.int().positive().nullable(),
  massMicrograms: micrograms.nullable(),
  solvent: optionalText,
  volumeMicrolitres: z.int().positive().nullable(),
});
export const sample = sampleFields.extend({ id, exhibitId: id, code: z.string(), takenAt: instant, takenBy: personName });
export type Sample = z.infer<typeof sample>;

// ---- batches and injections ---------------------------------------------------------------------------------------------------

export const measuredSpectrum = z.object({
  id,
  injectionId: id,
  fileName: z.string(),
  sha256: z.string(),
  record: z.int(),
  name: z.string(),
  /** Minutes; the file's own where it states one, else entered by a person. */
  retentionTimeMinutes: z.number().positive().nullable(),
  retentionTimeFrom: z.enum(['file', 'person', 'none']),
  peakCount: z.int(),
});
export type MeasuredSpectrum = z.infer<typeof measuredSpectrum>;

export const injection = z.object({
  id,
  rowVersion,
  batchId: id,
  position: z.int().positive(),
  vial: z.string(),
  kind: z.enum(['blank', 'reference', 'control', 'case']),
  sampleId: id.nullable(),
  sampleCode: z.string().nullable(),
  exhibitId: id.nullable(),
  referenceLotId: id.nullable(),
  referenceLotCode: z.string().nullable(),
  injectedAt: instant,
  spectra: z.array(measuredSpectrum),
});
export type Injection = z.infer<typeof injection>;

export const batch = z.object({
  id,
  rowVersion,
  code: z.string(),
  methodId: id,
  methodTitle: z.string(),
  methodVersion: z.int(),
  instrumentId: id,
  instrumentName: z.string(),
  analyst: personName,
  startedAt: instant,
  status: z.enum(['open', 'accepted', 'rejected']),
  judgedBy: personName.nullable(),
  judgedAt: instant.nullable(),
  judgementNote: z.string(),
  injections: z.array(injection),
  /** What the data say of blanks, references and controls, computed; keys under `criteria:reason`. */
  findings: z.array(z.object({ injectionId: id.nullable(), met: z.boolean(), message })),
});
export type Batch = z.infer<typeof batch>;

// ---- results ------------------------------------------------------------------------------------------------------------------

const outcome = z.enum(['positive', 'negative', 'inconclusive']);

export const colourTest = z.object({
  id,
  exhibitId: id,
  sampleId: id,
  sampleCode: z.string(),
  /** The method followed; null when none is on record, and the result then counts for nothing. */
  methodTitle: z.string().nullable(),
  reagent: z.string(),
  reagentLot: z.string(),
  reagentExpiresOn: day,
  positiveControl: outcome,
  blankControl: outcome,
  /** Colours in the order they were seen. */
  observed: z.array(z.object({ seconds: z.int().nonnegative(), colour: z.string() })),
  outcome,
  analyst: personName,
  performedAt: instant,
  voidedReason: z.string().nullable(),
});
export type ColourTest = z.infer<typeof colourTest>;

/** One comparison of a case spectrum with the reference of its batch: retention and spectrum are two results of it. */
export const comparison = z.object({
  id,
  exhibitId: id,
  componentId: id,
  sampleId: id,
  sampleCode: z.string(),
  batchId: id,
  batchCode: z.string(),
  spectrumId: id,
  referenceSpectrumId: id,
  referenceLotId: id,
  referenceLotCode: z.string(),
  precedingBlankId: id.nullable(),
  retention: z.object({ met: z.boolean(), findings: z.array(z.object({ met: z.boolean(), message })) }),
  spectrum: z.object({ met: z.boolean(), findings: z.array(z.object({ met: z.boolean(), message })) }),
  matchFactor: z.number(),
  reverseMatchFactor: z.number(),
  /** Who compared, and when; the spectrum was measured at `measuredAt`. */
  analyst: personName,
  performedAt: instant,
  measuredAt: instant,
  voidedReason: z.string().nullable(),
});
export type Comparison = z.infer<typeof comparison>;

export const deviation = z.object({
  id,
  exhibitId: id,
  kind: z.string(),
  criterion: z.string(),
  /** Null: every component of the exhibit. */
  componentId: id.nullable(),
  /** What it lifts and nothing else, in codes and ids; empty where the kind says it all. */
  appliesTo: z.array(z.string()),
  reason: z.string(),
  authorisedBy: personName,
  authorisedAt: instant,
});

// ---- evidence, gate and conclusion ---------------------------------------------------------------------------------------------

export const checklistCriterion = z.object({
  /** Key under `criteria:criterion`. */
  id: z.string(),
  state: z.enum(['met', 'not-met', 'not-applicable', 'blocked', 'waived']),
  /** The clause the criterion comes from, as printed in the table. */
  source: z.string(),
  /** Keys under `criteria:reason`. */
  reasons: z.array(message),
  resultIds: z.array(z.string()),
  /** Deviations that a laboratory may authorise here; keys under `criteria:deviation`. */
  waysOut: z.array(z.string()),
  /** Work that would lift it; keys under `criteria:wayOut`. */
  actions: z.array(z.string()),
});
export const componentChecklist = z.object({
  componentId: id,
  substanceId: id,
  substanceName: z.string(),
  /** As it was when judged; left out by the first conclusions of a laboratory. */
  cas: z.string().nullable().optional(),
  saltClaim: z.string(),
  /** Key under `criteria:level`. */
  level: z.string(),
  criteria: z.array(checklistCriterion),
  blocks: z.array(message),
  warnings: z.array(message),
  criteriaVersion: z.string(),
});
export type ComponentChecklist = z.infer<typeof componentChecklist>;

export const conclusion = z.object({
  id,
  exhibitId: id,
  componentId: id,
  substanceId: id,
  substanceName: z.string(),
  level: z.string(),
  checklist: componentChecklist,
  note: z.string(),
  drawnBy: personName,
  drawnAt: instant,
  supersedesId: id.nullable(),
  supersededById: id.nullable(),
});
export type Conclusion = z.infer<typeof conclusion>;

// ---- the criteria themselves -------------------------------------------------------------------------------------------------

const criteriaEdition = z.object({
  version: z.string(),
  edition: z.string(),
  issuedOn: day,
  /** Of the canonical text of the tables. */
  sha256,
  /** What the short names of sources stand for. */
  sources: z.record(z.string(), z.string()),
  /** How well a row is known: R read in a copy of the source, S in a page-cited transcription, K general knowledge. */
  techniques: z.array(z.object({ id: z.string(), category: z.enum(['A', 'B', 'C']), source: z.string(), flag: z.enum(['R', 'S', 'K']) })),
  /** Of exactly these tables. */
  adopted: z.object({ by: personName, at: instant, note: z.string() }).nullable(),
});
export type CriteriaEdition = z.infer<typeof criteriaEdition>;

export const component = z.object({
  id,
  exhibitId: id,
  substanceId: id,
  substanceName: z.string(),
  saltClaim: z.string(),
  proposedFrom: z.string(),
  withdrawnReason: z.string().nullable(),
});

export const exhibit = exhibitSummary.extend({
  caseCode: z.string(),
  seizedOn: day.nullable(),
  custody: z.array(custodyEvent),
  samples: z.array(sample),
  batches: z.array(batch.pick({ id: true, code: true, methodTitle: true, status: true, startedAt: true })),
  colourTests: z.array(colourTest),
  components: z.array(component),
  comparisons: z.array(comparison),
  deviations: z.array(deviation),
  conclusions: z.array(conclusion),
});
export type Exhibit = z.infer<typeof exhibit>;

export const casework = {
  cases: {
    list: base
      .input(page.extend({ text: z.string().max(200).default(''), status: z.enum(['open', 'closed']).nullable().default(null) }))
      .output(z.object({ items: z.array(caseSummary), total: z.int() })),
    get: base.input(z.object({ id })).output(caseSummary.extend({ exhibitList: z.array(exhibitSummary) })),
    create: base.input(caseFields).output(caseSummary),
    update: base.input(caseFields.extend({ id, rowVersion, status: z.enum(['open', 'closed']), reason })).output(caseSummary),
  },
  exhibits: {
    get: base.input(z.object({ id })).output(exhibit),
    /** Registers the exhibit and its receipt in custody in one act. */
    create: base.input(exhibitFields.extend({ caseId: id, receivedFrom: shortText, location: optionalText })).output(exhibit),
    update: base.input(exhibitFields.extend({ id, rowVersion, reason })).output(exhibit),
  },
  custody: { add: base.input(custodyFields.extend({ exhibitId: id })).output(custodyEvent) },
  /** `takenAt` left out: now. */
  samples: { add: base.input(sampleFields.extend({ exhibitId: id, takenAt: instant.nullable().default(null) })).output(sample) },
  batches: {
    list: base
      .input(page)
      .output(
        z.object({ items: z.array(batch.omit({ injections: true, findings: true }).extend({ injections: z.int() })), total: z.int() }),
      ),
    get: base.input(z.object({ id })).output(batch),
    create: base.input(z.object({ methodId: id, instrumentId: id, startedAt: instant })).output(batch),
    addInjection: base
      .input(
        z.object({
          batchId: id,
          vial: shortText,
          kind: z.enum(['blank', 'reference', 'control', 'case']),
          sampleId: id.nullable(),
          referenceLotId: id.nullable(),
          injectedAt: instant,
        }),
      )
      .output(batch),
    /** Keeps the file by its hash and ties its spectra to the injection. */
    attachFile: base
      .input(
        z.object({
          injectionId: id,
          token: fileToken,
          retentionTimesMinutes: z.array(z.number().positive().nullable()).max(500).default([]),
        }),
      )
      .output(z.object({ batch, warnings: z.array(placed) })),
    setRetentionTime: base.input(z.object({ spectrumId: id, minutes: z.number().positive(), reason })).output(batch),
    judge: base.input(z.object({ id, rowVersion, accepted: z.boolean(), note: optionalText })).output(batch),
    spectrum: base.input(z.object({ id })).output(measuredSpectrum.extend({ peaks })),
  },
  results: {
    recordColourTest: base
      .input(
        z.object({
          exhibitId: id,
          sampleId: id,
          /** Left out: the one colour method in force whose title names the reagent, if there is exactly one. */
          methodId: id.nullable().default(null),
          reagent: shortText,
          reagentLot: shortText,
          reagentExpiresOn: day,
          positiveControl: outcome,
          blankControl: outcome,
          observed: z
            .array(z.object({ seconds: z.int().nonnegative(), colour: shortText }))
            .min(1)
            .max(50),
          outcome,
          performedAt: instant,
        }),
      )
      .output(colourTest),
    /** Reagents and what the table says of each: colours, the substances or class that give them, source. */
    reagents: base.output(
      z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          reactions: z.array(z.object({ substance: z.string(), colour: z.string(), source: z.string() })),
        }),
      ),
    ),
    /** Computes retention, ions, match factor and blank from the data of the batch; nothing is ticked by hand. */
    compare: base.input(z.object({ exhibitId: id, componentId: id, spectrumId: id, referenceSpectrumId: id })).output(comparison),
    /** A result that must not count: it stays, with the reason. */
    voidResult: base.input(z.object({ kind: z.enum(['colour-test', 'comparison']), id, reason })).output(z.void()),
  },
  components: {
    propose: base
      .input(z.object({ exhibitId: id, substanceId: id, saltClaim: optionalText, proposedFrom: optionalText }))
      .output(component),
    withdraw: base.input(z.object({ id, reason })).output(component),
  },
  checklist: base.input(z.object({ exhibitId: id })).output(z.array(componentChecklist)),
  deviations: {
    /**
     * Lifts what the checklist names as open to this deviation at this moment, and nothing else. A requalified lot is named by
     * `referenceLotId`, because it is requalified before it is used.
     */
    authorise: base
      .input(
        z.object({
          exhibitId: id,
          kind: shortText,
          criterion: shortText,
          componentId: id.nullable().default(null),
          referenceLotId: id.nullable().default(null),
          reason,
        }),
      )
      .output(deviation),
  },
  criteria: {
    /** The edition that ships, and whether the laboratory has taken it as its own. */
    get: base.output(criteriaEdition),
    /** REFUSED `criteria.changed` when version and hash are not those of the tables that ship. */
    adopt: base.input(z.object({ version: shortText, sha256, note: reason })).output(criteriaEdition),
  },
  conclusions: {
    /** Evaluates the gate again and keeps its outcome; REFUSED `conclusion.changed` when the level is no longer the one the person saw. */
    draw: base
      .input(z.object({ exhibitId: id, componentId: id, expectedLevel: z.string().max(100), note: optionalText }))
      .output(conclusion),
  },
};
