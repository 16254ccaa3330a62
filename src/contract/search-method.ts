import { z } from 'zod';
import { averaging } from './averaging';
import { fileName, id, sha256 } from './base';
import { technique } from './curves';
import { processingStep } from './measurements';

/** Names of what ranks. Stored with every search: never renamed; another rule gets another name. */
export const eiScoreId = z.enum([
  'ei-identity',
  'ei-reverse',
  'ei-simple',
  'ei-cosine-mz-sqrt',
  'ei-cosine',
  'ei-entropy',
  'ei-aliquot',
  'ei-hybrid',
  'ei-neutral-loss',
]);
export const tandemScoreId = z.enum([
  'tandem-entropy-weighted',
  'tandem-entropy',
  'tandem-cosine',
  'tandem-modified-cosine',
  'tandem-neutral-loss',
]);
export const traceScoreId = z.enum([
  'trace-correlation',
  'trace-derivative',
  'trace-euclidean',
  'trace-angle',
  'trace-peaks',
  'trace-peaks-reverse',
]);
export const scoreId = z.enum([
  ...eiScoreId.options,
  ...tandemScoreId.options,
  ...traceScoreId.options,
  'mixture-least-squares',
  'energies-inverted',
]);
export type ScoreId = z.infer<typeof scoreId>;

/** A width in m/z: in daltons, or in millionths of the m/z. */
export const massTolerance = z.object({ value: z.number().positive().max(10_000), unit: z.enum(['ppm', 'Da']) });
export type MassTolerance = z.infer<typeof massTolerance>;

const range = z.tuple([z.number(), z.number()]);
/** What is done to query and library alike before they are compared, and which stretches of the axis are. */
const prepared = {
  technique,
  /** Stretches of the common axis that are compared, low to high; empty: all that both cover. */
  ranges: z.array(range).max(20),
  steps: z.array(processingStep).max(20),
};

/** How an unknown is searched for. What is not stated here is the score's own and is stored as its parameters. */
export const searchMethod = z.discriminatedUnion('family', [
  z.object({
    family: z.literal('ei'),
    score: eiScoreId,
    /** Powers of m/z and intensity; of 'ei-cosine' alone. */
    massPower: z.number().min(0).max(5).default(1),
    intensityPower: z.number().min(0).max(5).default(0.5),
    /** Nominal mass of the unknown, of 'ei-hybrid' and 'ei-neutral-loss'; null: estimated from the spectrum. */
    molecularMass: z.int().min(1).max(5000).nullable().default(null),
  }),
  z.object({
    family: z.literal('tandem'),
    score: tandemScoreId,
    tolerance: massTolerance,
    /** m/z of the unknown's precursor; null: not known. */
    precursorMz: z.number().positive().max(100_000).nullable(),
    /** Only references whose precursor is so near; null: all (open search). */
    precursorTolerance: massTolerance.nullable(),
  }),
  z.object({ family: z.literal('trace'), score: traceScoreId, ...prepared }),
  z.object({
    family: z.literal('mixture'),
    score: z.literal('mixture-least-squares'),
    ...prepared,
    mostComponents: z.int().min(1).max(10).default(5),
  }),
  z.object({ family: z.literal('energies'), score: z.literal('energies-inverted'), tolerance: massTolerance }),
]);
export type SearchMethod = z.infer<typeof searchMethod>;
export type SearchFamily = SearchMethod['family'];

const opened = z.object({
  kind: z.literal('opened'),
  fileId: id,
  index: z.int().nonnegative(),
  scan: z.int().nonnegative().nullable().default(null),
  averaging: averaging.nullable().default(null),
});

/** Where the unknown comes from. */
export const querySource = z.discriminatedUnion('kind', [
  /** A record of a kept file. */
  z.object({ kind: z.literal('file'), sha256, fileName, record: z.int().nonnegative() }),
  /** A spectrum measured for an exhibit. */
  z.object({ kind: z.literal('measured'), measuredSpectrumId: id }),
  /** What a person chose of an opened file. */
  opened,
  /** A component of a run, kept as a row of a batch. */
  z.object({ kind: z.literal('component'), batchId: id, row: z.int().nonnegative() }),
  /** The same sample fragmented at several energies (volts or the instrument's own unit), lowest first. */
  z.object({
    kind: z.literal('energies'),
    parts: z
      .array(z.object({ energy: z.number(), spectrum: opened }))
      .min(1)
      .max(20),
  }),
]);
export type QuerySource = z.infer<typeof querySource>;
