import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { FILE_FORMATS } from '../core/spectrum/reading';
import { base, fileToken, id, instant, message, optionalText, page, reason, rowVersion, shortText } from './base';
import { doubles } from './curves';

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
  spectra: z.int().nonnegative(),
  importedAt: instant,
  importedBy: z.string(),
  originalFile: z.string().nullable(),
  /** SHA-256 of the original file. */
  originalSha256: z.string().nullable(),
  retiredAt: instant.nullable(),
});
export type Collection = z.infer<typeof collection>;

/** Kinds of ions that EI search may use when a file does not state how they were made. */
export const ionisation = z.enum(['EI', 'ESI', 'APCI', 'CI', 'DART', 'MALDI', 'other', 'unknown']);

export const spectrumSummary = z.object({
  /** Integer key of the bulk row. */
  key: z.int().positive(),
  collectionId: id,
  collectionName: z.string(),
  name: z.string(),
  cas: z.string().nullable(),
  inchikey: z.string().nullable(),
  formula: z.string().nullable(),
  nominalMass: z.int().nullable(),
  ionisation,
  msLevel: z.int(),
  peakCount: z.int(),
  accession: z.string().nullable(),
  retentionIndex: z.number().nullable(),
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
  peaks,
});
export type ReferenceSpectrum = z.infer<typeof referenceSpectrum>;

export const filePreview = z.object({
  fileName: z.string(),
  size: z.int(),
  sha256: z.string(),
  format: z.enum(FILE_FORMATS),
  /** The collection that already came from the same bytes. */
  alreadyImportedAs: z.string().nullable(),
  spectra: z.int(),
  /** How many state electron ionisation, state another, state nothing. */
  statedEi: z.int(),
  statedOther: z.int(),
  unstated: z.int(),
  first: z.array(z.object({ name: z.string(), formula: z.string().nullable(), cas: z.string().nullable(), peakCount: z.int(), peaks })),
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
};
