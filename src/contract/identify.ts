import { z } from 'zod';
import { base, id, instant, message, optionalText, page, reportLanguage } from './base';
import { technique, trace } from './curves';
import { collection, ionisation, peaks } from './library';
import { querySource, scoreId, searchMethod } from './search-method';
import { controlInterval } from './substances';

export const searchFilters = z.object({
  /** Empty: every published collection. */
  collectionIds: z.array(id).max(1000),
  ionisation: z.array(ionisation).max(ionisation.options.length),
  nominalMassFrom: z.int().nullable(),
  nominalMassTo: z.int().nullable(),
  formula: z.string().max(60),
});
export type SearchFilters = z.infer<typeof searchFilters>;

/** A part of a composed score, for "why this rank"; `id` is a key under `search:term`. `value` is null where it cannot be told and a usual one was taken. */
const scoreTerm = z.object({ id: z.string(), value: z.number().nullable(), contribution: z.number() });

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
  /** What ranked it, in the unit of the search's score. */
  score: z.number(),
  /** The same pair by other scores. */
  scores: z.partialRecord(scoreId, z.number()),
  matchedPeaks: z.int().nullable(),
  queryPeaks: z.int().nullable(),
  libraryPeaks: z.int().nullable(),
  terms: z.array(scoreTerm),
  /** Mass of the unknown less that of the reference; of hybrid and neutral-loss search. */
  massDifference: z.number().nullable(),
  /** Of the reference, as its library states it; evidence of its own, never part of a score. */
  retentionIndex: z.number().nullable().default(null),
  precursorMz: z.number().nullable(),
  adduct: z.string().nullable(),
  energy: z.string().nullable(),
  /** Share of the compared range that the reference covers, 0 to 1; of traces. */
  coverage: z.number().nullable(),
  /** Its part in a mixture. A coefficient is no mass fraction. */
  component: z
    .object({ coefficient: z.number(), low: z.number(), high: z.number(), share: z.number(), pValue: z.number().nullable() })
    .nullable(),
});
export type Candidate = z.infer<typeof candidate>;

/** What is said of a search as a whole; sentences are keys of the namespace `search`. */
export const searchJudgement = z.object({
  warnings: z.array(message),
  /** That the first candidate is right, or one whose spectrum cannot be told from its: only where the laboratory has validated it. Guides, and enters no report. */
  probability: z.number().nullable(),
  /** That the compound is none of the library's: only where the laboratory has validated it. */
  noneOfThese: z.number().nullable(),
  molecularIon: z.object({ mz: z.int(), certainty: z.enum(['stated', 'likely', 'doubtful']), reasons: z.array(message) }).nullable(),
  /**
   * Classes of substance the unknown may belong to, most probable first; keys under `search:class`. `basis`: what the classes of the
   * references that speak for it were told from; null in searches stored before that was kept.
   */
  classes: z.array(
    z.object({ class: z.string(), probability: z.number(), basis: z.enum(['structure', 'name', 'both']).nullable().default(null) }),
  ),
  mixture: z.object({ constant: z.number(), slope: z.number(), rmse: z.number(), stopped: message }).nullable(),
  /** References that could not be compared, and why. */
  notCompared: z.array(message),
  /** Strong peaks that no candidate explains, by energy; of an inverted search. */
  unexplained: z.array(z.object({ energy: z.number().nullable(), mz: z.number(), percent: z.number() })),
});
export type SearchJudgement = z.infer<typeof searchJudgement>;

/** A search as stored: what was asked of what, and what came back in the order shown. */
export const storedSearch = z.object({
  id,
  at: instant,
  by: z.string(),
  query: querySource,
  queryName: z.string(),
  /** Empty for a trace. */
  queryPeaks: peaks,
  /** As measured; null for peaks. */
  queryTrace: trace.nullable(),
  method: searchMethod,
  score: scoreId,
  algorithmVersion: z.string(),
  /** Version of Aliquot that searched; null where an early one did not record it. */
  programVersion: z.string().nullable(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  filters: searchFilters,
  librarySnapshot: z.object({
    id: z.string(),
    spectra: z.int(),
    collections: z.array(z.object({ id, name: z.string(), spectra: z.int() })),
  }),
  exhibitId: id.nullable(),
  candidates: z.array(candidate),
  judgement: searchJudgement,
  /** The candidate chosen last, and all that stand chosen, in the order of choice. */
  chosenRank: z.int().nullable(),
  chosenRanks: z.array(z.int()),
  /** Ranks whose class and control status were asked for, and when: recorded, because knowing the law first bends the eye. */
  revealed: z.array(z.object({ rank: z.int(), at: instant, by: z.string() })),
  milliseconds: z.number(),
});
export type StoredSearch = z.infer<typeof storedSearch>;

export const searchSummary = storedSearch
  .pick({ id: true, at: true, by: true, queryName: true, score: true, exhibitId: true, chosenRank: true })
  .extend({ family: z.enum(['ei', 'tandem', 'trace', 'mixture', 'energies']), first: z.string().nullable(), candidates: z.int() });

/** An entry of the library that this technique cannot tell from the candidate, and what would. */
const inseparable = z.object({
  name: z.string(),
  spectrumKey: z.int(),
  /** Its place in the list; null when it is not among the candidates. */
  rank: z.int().nullable(),
  /** Of the candidate's own spectrum against it, by the score of the spread. */
  score: z.number(),
  /** Techniques of which the library holds both, most telling first; `separation` in spreads of that technique. */
  separatedBy: z.array(z.object({ technique: z.string(), separation: z.number() })),
});

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
  /** Its grade among the library's entries, where it was examined. */
  grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
  indistinguishable: z.array(inseparable),
  /** How near an entry must be to count: from replicates in the library, or by convention. */
  spread: z.object({ limit: z.number(), score: scoreId, basis: z.enum(['replicates', 'convention']), replicates: z.int() }).nullable(),
  /** To the next other substance of the list. */
  gap: z.object({ name: z.string(), rank: z.int(), points: z.number() }).nullable(),
  /** Tests over the library's replicates of the candidate; for screening only. Sentences of the namespace `evidence`. */
  replicateTests: z.array(
    z.object({ test: z.enum(['min-max', 'unequal-variance']), verdict: message, replicates: z.int(), conditions: z.array(message) }),
  ),
  /** What may be said of a parent structure: sentences of the namespace `search`. */
  analogue: z.array(message),
  referenceLots: z.array(z.object({ id, code: z.string(), expired: z.boolean() })),
  substanceId: id.nullable(),
  /** Empty for a trace. */
  referencePeaks: peaks,
  /** Unknown and reference as they were compared, on one axis; null for peaks. */
  compared: z.object({ query: trace, reference: trace }).nullable(),
});
export type CandidateCard = z.infer<typeof candidateCard>;

/** A way to search this unknown, and how many entries it would be held against. */
export const searchOffer = z.object({ method: searchMethod, references: z.int().nonnegative() });

/** A line of evidence for or against a substance; `reason` is a sentence of the namespace `evidence`. */
export const evidenceLine = z.object({
  technique: z.string(),
  searchId: id.nullable(),
  score: scoreId.nullable(),
  value: z.number().nullable(),
  rank: z.int().nullable(),
  verdict: z.enum(['supports', 'neutral', 'speaks-against']),
  reason: message,
});

export const identify = {
  query: base.input(z.object({ query: querySource })).output(
    z.object({
      name: z.string(),
      technique,
      /** Empty for a trace. */
      peaks,
      /** As measured; null for peaks. */
      trace: trace.nullable(),
      ionisation,
      msLevel: z.int(),
      precursorMz: z.number().nullable(),
      otherFields: z.array(z.object({ field: z.string(), value: z.string() })),
      /** What is wrong with it as a query (empty, one peak, saturated, noise alone): sentences of the namespace `search`. */
      warnings: z.array(message),
      /** Ways to search it, the one its data speak for first; empty when none can be used, and the warnings say why. */
      offers: z.array(searchOffer),
    }),
  ),
  search: base
    .input(
      z.object({
        query: querySource,
        method: searchMethod,
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
      /** Since it was stored: the collections in use are others, the algorithm or the program has another version. */
      libraryChanged: z.boolean(),
      algorithmChanged: z.boolean(),
      programChanged: z.boolean(),
      differences: z.array(z.object({ rank: z.int(), before: z.string(), now: z.string() })),
    }),
  ),
  candidate: base.input(z.object({ searchId: id, rank: z.int().positive() })).output(candidateCard),
  /** Several of them where the unknown is a mixture. */
  choose: base
    .input(z.object({ searchId: id, ranks: z.array(z.int().positive()).min(1).max(20), note: optionalText }))
    .output(storedSearch),
  /** The fit of a mixture: what was measured, what the components give together, the rest, and each component's part. */
  fit: base
    .input(z.object({ searchId: id }))
    .output(z.object({ measured: trace, fitted: trace, residual: trace, components: z.array(z.object({ rank: z.int(), trace })) })),
  /** Substances of one list over all that was searched and compared for an exhibit; no sum, every line for and against. */
  joint: base.input(z.object({ exhibitId: id })).output(
    z.array(
      z.object({
        name: z.string(),
        cas: z.string().nullable(),
        inchikey: z.string().nullable(),
        supporting: z.int(),
        against: z.int(),
        lines: z.array(evidenceLine),
      }),
    ),
  ),
  /** Whether class and control status stay hidden until a candidate is chosen; a person's own switch, every turn recorded. */
  blind: base.output(z.object({ blind: z.boolean() })),
  setBlind: base.input(z.object({ blind: z.boolean() })).output(z.object({ blind: z.boolean() })),
  /** The list, its method and facts as a file; 'pdf' is the figure of one candidate. Null when the person closed the dialog. */
  save: base
    .input(z.object({ searchId: id, rank: z.int().positive(), format: z.enum(['csv', 'json', 'pdf']), language: reportLanguage }))
    .output(z.object({ path: z.string() }).nullable()),
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
