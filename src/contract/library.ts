import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { IONISATIONS } from '../core/spectrum/mass-spectrum';
import { FILE_FORMATS } from '../core/spectrum/reading';
import { averaging } from './averaging';
import { base, fileToken, id, instant, message, optionalText, page, reason, rowVersion, shortText } from './base';
import { conditions, doubles, position, technique, trace } from './curves';

/** Peaks on the wire: two typed arrays of one length, ascending m/z; intensities as measured. */
export const peaks = z.object({ mz: doubles, intensity: doubles });
export type Peaks = z.infer<typeof peaks>;

export const placed = message.extend({ line: z.int().optional(), byte: z.int().optional() });

export const collection = z.object({
  id,
  rowVersion,
  name: z.string(),
  /** `starter` gives orientation only: it never supports a conclusion and never reaches a report. */
  kind: z.enum(['starter', 'imported', 'own', 'practice']),
  source: z.string(),
  licence: z.string(),
  version: z.string(),
  /** Spectra in use: those published with it and added since, without the retired ones. */
  spectra: z.int().nonnegative(),
  importedAt: instant,
  importedBy: z.string(),
  originalFile: z.string().nullable(),
  /** SHA-256 of the original file. */
  originalSha256: z.string().nullable(),
  retiredAt: instant.nullable(),
  /** What its last examination found: entries of each grade, and of each finding. */
  examined: z
    .object({
      at: instant,
      version: z.string(),
      grades: z.object({ A: z.int(), B: z.int(), C: z.int(), D: z.int() }),
      findings: z.array(z.object({ code: z.string(), count: z.int() })),
    })
    .nullable(),
});
export type Collection = z.infer<typeof collection>;

/** Kinds of ions that EI search may use when a file does not state how they were made. */
export const ionisation = z.enum(IONISATIONS);

export const spectrumSummary = z.object({
  /** Integer key of the bulk row. */
  key: z.int().positive(),
  collectionId: id,
  collectionName: z.string(),
  name: z.string(),
  technique,
  cas: z.string().nullable(),
  inchikey: z.string().nullable(),
  formula: z.string().nullable(),
  nominalMass: z.int().nullable(),
  /** `unknown` for what is no mass spectrum. */
  ionisation,
  /** 0 for what is no mass spectrum. */
  msLevel: z.int(),
  /** Peaks of a mass spectrum, points of the first trace of curves. */
  peakCount: z.int(),
  accession: z.string().nullable(),
  retentionIndex: z.number().nullable(),
  /** What the examination of its collection found, A the best; null: not examined. */
  grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
});
export type SpectrumSummary = z.infer<typeof spectrumSummary>;

export const referenceSpectrum = spectrumSummary.extend({
  synonyms: z.array(z.string()),
  origin: z.string(),
  licence: z.string(),
  instrument: z.string(),
  collectionKind: collection.shape.kind,
  otherFields: z.array(z.object({ field: z.string(), value: z.string() })),
  substanceId: id.nullable(),
  smiles: z.string().nullable(),
  /** Empty for what is no mass spectrum. */
  peaks,
  /** Empty for a mass spectrum; the first is the one to show. */
  traces: z.array(trace),
  conditions,
  position: position.nullable(),
  /** What is good and bad about it; keys of the namespace `quality`. */
  quality: z.array(message),
  /** What the examination found; keys of the namespace `hygiene`. */
  findings: z.array(message),
  /** How it came in after its collection was published; null for what was published with it. */
  added: z
    .object({
      at: instant,
      by: z.string(),
      /** The opened file it was taken from; null for a correction. */
      openedFileId: id.nullable(),
      openedItem: z.int().nullable(),
      /** The spectrum whose facts this one corrects. */
      corrects: z.int().positive().nullable(),
      reason: z.string(),
    })
    .nullable(),
  /** Since when it is not used any more, and what is used instead. */
  withdrawn: z.object({ at: instant, by: z.string(), reason: z.string(), correctedBy: z.int().positive().nullable() }).nullable(),
  /** Name of the kept file it came from, for `saveOriginal`; null where none is kept. */
  originalFile: z.string().nullable(),
});
export type ReferenceSpectrum = z.infer<typeof referenceSpectrum>;

export const filePreview = z.object({
  fileName: z.string(),
  size: z.int(),
  sha256: z.string(),
  format: z.enum(FILE_FORMATS),
  /** The collection that already came from the same bytes. */
  alreadyImportedAs: z.string().nullable(),
  /** Everything that would be imported: mass spectra and curves. */
  spectra: z.int(),
  /** How many of them are curves: optical spectra, NMR, chromatograms. */
  curves: z.int(),
  /** Runs, which no library takes: single spectra are added from the opened file. */
  runs: z.int(),
  /** How many state electron ionisation, state another, state nothing. */
  statedEi: z.int(),
  statedOther: z.int(),
  unstated: z.int(),
  first: z.array(
    z.object({
      name: z.string(),
      formula: z.string().nullable(),
      cas: z.string().nullable(),
      peakCount: z.int(),
      peaks,
      technique,
      traces: z.array(trace),
    }),
  ),
  warnings: z.array(placed),
  warningTotal: z.int(),
  /** Fields of the file that Aliquot keeps word for word without using them, with how often they occur. */
  unusedFields: z.array(z.object({ field: z.string(), count: z.int() })),
});
export type FilePreview = z.infer<typeof filePreview>;

export const previewEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('preview'), preview: filePreview }),
]);

/** Outcome of a `library-import` job. */
export const importOutcome = z.object({
  collectionId: id,
  imported: z.int(),
  /** Recognised as spectra that a published collection holds already; left out when asked to. */
  alreadyHeld: z.int(),
  leftOut: z.int(),
  warnings: z.array(placed),
  warningTotal: z.int(),
  milliseconds: z.number(),
});
export type ImportOutcome = z.infer<typeof importOutcome>;

/** What a person states of a reference spectrum; the measured numbers are never edited. */
export const spectrumFacts = z.object({
  name: shortText,
  synonyms: z.array(shortText).max(100),
  cas: z.string().trim().max(20).nullable(),
  inchikey: z.string().trim().max(27).nullable(),
  formula: z.string().trim().max(100).nullable(),
  smiles: z.string().trim().max(2000).nullable(),
  /** Of mass spectra; ignored for curves. */
  ionisation,
  instrument: optionalText,
  origin: optionalText,
  licence: optionalText,
});
export type SpectrumFacts = z.infer<typeof spectrumFacts>;

const writtenFormat = z.enum(['jcamp', 'msp', 'mgf', 'csv']);
const exportRequest = z.object({ keys: z.array(z.int().positive()).min(1).max(10_000), format: writtenFormat });

export const library = {
  collections: base.output(z.array(collection)),
  /** Reads the whole dropped file without keeping anything; ends with the preview or throws UNREADABLE_FILE. Stops when the caller leaves. */
  preview: base.input(z.object({ token: fileToken })).output(eventIterator(previewEvent)),
  /** Runs as a job of kind `library-import`; rows are invisible until it publishes them. */
  startImport: base
    .input(
      z.object({
        token: fileToken,
        name: shortText,
        source: optionalText,
        licence: optionalText,
        version: optionalText,
        /** What spectra that state no ionisation are: the person's statement, recorded. */
        unstatedIonisation: ionisation,
        skipAlreadyHeld: z.boolean(),
      }),
    )
    .output(z.object({ jobId: id })),
  spectra: base
    .input(
      page.extend({
        text: z.string().max(200).default(''),
        collectionId: id.nullable().default(null),
        ionisation: ionisation.nullable().default(null),
        technique: technique.nullable().default(null),
        /** `good`: identified by InChIKey, of a collection that may support a conclusion, and of mass spectra 10 peaks or more and stated ionisation. */
        quality: z.enum(['any', 'good']).default('any'),
        /** True: the withdrawn ones alone. */
        withdrawn: z.boolean().default(false),
        /** Empty: any, and those not examined. */
        grades: z.array(spectrumSummary.shape.grade.unwrap()).max(4).default([]),
        /** A finding's code; null: any. */
        finding: z.string().max(60).nullable().default(null),
        massFrom: z.number().nullable().default(null),
        massTo: z.number().nullable().default(null),
        sort: z.enum(['name', 'nominalMass', 'formula', 'collectionName', 'key']).default('name'),
        descending: z.boolean().default(false),
      }),
    )
    .output(z.object({ items: z.array(spectrumSummary), total: z.int() })),
  spectrum: base.input(z.object({ key: z.int().positive() })).output(referenceSpectrum),
  updateCollection: base
    .input(z.object({ id, rowVersion, name: shortText, source: optionalText, licence: optionalText, version: optionalText, reason }))
    .output(collection),
  /** A retired collection is searched no more; its spectra stay for the searches that used them. */
  retireCollection: base.input(z.object({ id, rowVersion, retired: z.boolean(), reason })).output(collection),
  /** Looks through every entry; a job of kind `library-examination`, which every import starts, too. */
  examine: base.input(z.object({ collectionId: id })).output(z.object({ jobId: id })),
  /** An empty collection of the laboratory's own. */
  createCollection: base
    .input(z.object({ name: shortText, source: optionalText, licence: optionalText, version: optionalText }))
    .output(collection),
  /** Takes an item of an opened file into a collection of the laboratory's own, with what a person states of it. The numbers are those of the file. */
  addSpectrum: base
    .input(
      z.object({
        collectionId: id,
        fileId: id,
        index: z.int().nonnegative(),
        scan: z.int().nonnegative().nullable().default(null),
        averaging: averaging.nullable().default(null),
        facts: spectrumFacts,
        substanceId: id.nullable(),
        note: optionalText,
      }),
    )
    .output(z.object({ key: z.int().positive() })),
  /** What is stated of a spectrum, put right: a new record with the same numbers takes the old one's place; the old one stays for the searches that used it. */
  correctSpectrum: base
    .input(z.object({ key: z.int().positive(), facts: spectrumFacts, substanceId: id.nullable(), reason }))
    .output(z.object({ key: z.int().positive() })),
  /** Searched and listed no more; it stays for the searches that used it. */
  retireSpectrum: base.input(z.object({ key: z.int().positive(), reason })).output(z.void()),
  /** Asks the person where to; null when the person closed the dialog. */
  saveSpectra: base.input(exportRequest.extend({ suggestedName: shortText })).output(z.object({ path: z.string() }).nullable()),
  /** The kept file that a spectrum came from, as it came. */
  saveOriginal: base.input(z.object({ key: z.int().positive() })).output(z.object({ path: z.string() }).nullable()),
};
