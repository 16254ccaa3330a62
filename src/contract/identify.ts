import { z } from 'zod';
import { FILE_FORMATS } from '../core/spectrum/reading';
import { averaging } from './averaging';
import { base, fileName, fileToken, id, instant, message, optionalText, page, sha256 } from './base';
import { collection, ionisation, peaks, placed } from './library';
import { controlInterval } from './substances';

export const scoreId = z.enum(['ei-identity', 'ei-reverse', 'ei-simple', 'ei-cosine-mz-sqrt']);
export type ScoreId = z.infer<typeof scoreId>;

/** Where the unknown comes from: a record of a kept file, a spectrum measured for an exhibit, or what a person chose of an opened file. */
export const querySource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), sha256, fileName, record: z.int().nonnegative() }),
  z.object({ kind: z.literal('measured'), measuredSpectrumId: id }),
  z.object({
    kind: z.literal('opened'),
    fileId: id,
    index: z.int().nonnegative(),
    scan: z.int().nonnegative().nullable().default(null),
    averaging: averaging.nullable().default(null),
  }),
]);
export type QuerySource = z.infer<typeof querySource>;

export const searchFilters = z.object({
  /** Empty: every published collection. */
  collectionIds: z.array(id).max(1000),
  ionisation: z.array(ionisation).max(ionisation.options.length),
  nominalMassFrom: z.int().nullable(),
  nominalMassTo: z.int().nullable(),
  formula: z.string().max(60),
});
export type SearchFilters = z.infer<typeof searchFilters>;

export const candidateScores = z.object({
  identity: z.number(),
  reverse: z.number(),
  simple: z.number(),
  cosine: z.number(),
  matchedPeaks: z.int(),
  queryPeaks: z.int(),
  libraryPeaks: z.int(),
});

export const candidate = z.object({
  rank: z.int().positive(),
  spectrumKey: z.int(),
  name: z.string(),
  formula: z.string().nullable(),
  cas: z.string().nullable(),
  inchikey: z.string().nullable(),
  nominalMass: z.int().nullable(),
  collectionId: id,
  collectionName: z.string(),
  collectionKind: collection.shape.kind,
  scores: candidateScores,
});
export type Candidate = z.infer<typeof candidate>;

/** A search as stored: what was asked of what, and what came back in the order shown. */
export const storedSearch = z.object({
  id,
  at: instant,
  by: z.string(),
  query: querySource,
  queryName: z.string(),
  queryPeaks: peaks,
  score: scoreId,
  algorithmVersion: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  filters: searchFilters,
  librarySnapshot: z.object({
    id: z.string(),
    spectra: z.int(),
    collections: z.array(z.object({ id, name: z.string(), spectra: z.int() })),
  }),
  exhibitId: id.nullable(),
  candidates: z.array(candidate),
  chosenRank: z.int().nullable(),
  /** Ranks whose class and control status were asked for, and when: recorded, because knowing the law first bends the eye. */
  revealed: z.array(z.object({ rank: z.int(), at: instant, by: z.string() })),
  milliseconds: z.number(),
});
export type StoredSearch = z.infer<typeof storedSearch>;

export const searchSummary = storedSearch
  .pick({ id: true, at: true, by: true, queryName: true, score: true, exhibitId: true, chosenRank: true })
  .extend({ first: z.string().nullable(), candidates: z.int() });

export const candidateCard = z.object({
  rank: z.int(),
  spectrumKey: z.int(),
  name: z.string(),
  /** Names by BCP 47 language. */
  names: z.array(z.object({ language: z.string(), name: z.string() })),
  synonyms: z.array(z.string()),
  formula: z.string().nullable(),
  nominalMass: z.int().nullable(),
  cas: z.string().nullable(),
  inchikey: z.string().nullable(),
  smiles: z.string().nullable(),
  collectionName: z.string(),
  collectionKind: collection.shape.kind,
  origin: z.string(),
  licence: z.string(),
  accession: z.string().nullable(),
  instrument: z.string(),
  /** What is good and bad about the reference spectrum; keys of the namespace `quality`. */
  quality: z.array(message),
  /** Other candidates of this search whose reference spectra this technique cannot tell from this one's. */
  indistinguishable: z.array(z.object({ name: z.string(), rank: z.int(), identity: z.number() })),
  referenceLots: z.array(z.object({ id, code: z.string(), expired: z.boolean() })),
  substanceId: id.nullable(),
  referencePeaks: peaks,
});
export type CandidateCard = z.infer<typeof candidateCard>;

export const identify = {
  /** Keeps the dropped file by its hash and lists its spectra. */
  openFile: base.input(z.object({ token: fileToken })).output(
    z.object({
      sha256: z.string(),
      fileName: z.string(),
      format: z.enum(FILE_FORMATS),
      spectra: z.array(
        z.object({ record: z.int(), name: z.string(), peakCount: z.int(), ionisation, retentionTime: z.string().nullable() }),
      ),
      /** More records than are listed. */
      more: z.int().nonnegative(),
      warnings: z.array(placed),
      warningTotal: z.int(),
    }),
  ),
  query: base
    .input(z.object({ query: querySource }))
    .output(z.object({ name: z.string(), peaks, ionisation, otherFields: z.array(z.object({ field: z.string(), value: z.string() })) })),
  search: base
    .input(
      z.object({
        query: querySource,
        score: scoreId,
        top: z.int().min(1).max(200).default(50),
        filters: searchFilters,
        exhibitId: id.nullable().default(null),
      }),
    )
    .output(storedSearch),
  list: base
    .input(page.extend({ exhibitId: id.nullable().default(null) }))
    .output(z.object({ items: z.array(searchSummary), total: z.int() })),
  get: base.input(z.object({ id })).output(storedSearch),
  /** Runs a stored search again over the same library snapshot; `same` tells whether every rank and score came back equal. */
  rerun: base.input(z.object({ id })).output(
    z.object({
      same: z.boolean(),
      snapshotHeld: z.boolean(),
      differences: z.array(z.object({ rank: z.int(), before: z.string(), now: z.string() })),
    }),
  ),
  candidate: base.input(z.object({ searchId: id, rank: z.int().positive() })).output(candidateCard),
  choose: base.input(z.object({ searchId: id, rank: z.int().positive(), note: optionalText })).output(storedSearch),
  /** Class and control status of a candidate, recorded with who asked and whether a candidate had been chosen before. */
  reveal: base.input(z.object({ searchId: id, rank: z.int().positive(), onDay: z.iso.date().nullable() })).output(
    z.object({
      substanceClass: z.string(),
      controls: z.array(controlInterval),
      onDay: z.array(
        z.object({ convention: z.string(), schedule: z.string(), status: z.enum(['controlled', 'not-controlled', 'unknown']) }),
      ),
    }),
  ),
};
