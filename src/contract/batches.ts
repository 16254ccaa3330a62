import { z } from 'zod';
import { base, id, instant, message, page, reportLanguage } from './base';
import { searchFilters } from './identify';
import { querySource, scoreId } from './search-method';

/** An alkane of the ladder and its retention time in minutes. */
const ladderPoint = z.object({ carbons: z.int().min(1).max(100), minutes: z.number() });

export const batchInput = z.discriminatedUnion('kind', [
  /** Every spectrum and trace named, each searched by the method its data speak for. */
  z.object({
    kind: z.literal('spectra'),
    name: z.string().min(1).max(255),
    items: z
      .array(z.object({ fileId: id, index: z.int().nonnegative() }))
      .min(1)
      .max(10_000),
    filters: searchFilters,
    exhibitId: id.nullable().default(null),
  }),
  /** A GC-MS run taken apart; every component is searched. */
  z.object({
    kind: z.literal('run'),
    fileId: id,
    index: z.int().nonnegative(),
    /** Overlapping peaks taken apart, or the peaks of the total ion chromatogram as they stand. */
    detection: z.enum(['components', 'chromatogram']),
    leastSignalToNoise: z.number().min(1).max(10_000).default(10),
    ladder: z.array(ladderPoint).max(60).default([]),
    filters: searchFilters,
    exhibitId: id.nullable().default(null),
  }),
]);
export type BatchInput = z.infer<typeof batchInput>;

/** A candidate of a row; its reference's retention index is held against the row's own by the reader, never added to the score. */
const namedScore = z.object({
  name: z.string(),
  spectrumKey: z.int(),
  score: z.number(),
  retentionIndex: z.number().nullable().default(null),
});

export const batchRow = z.object({
  row: z.int().nonnegative(),
  name: z.string(),
  query: querySource,
  state: z.enum(['done', 'refused']),
  /** Of a run's component, in minutes. */
  time: z.object({ apex: z.number(), start: z.number(), end: z.number() }).nullable(),
  retentionIndex: z.number().nullable(),
  area: z.number().nullable(),
  /** Of all components' areas, 0 to 1. */
  areaShare: z.number().nullable(),
  /** Share of its scans' signal that is its own, 0 to 1. */
  purity: z.number().nullable(),
  signalToNoise: z.number().nullable(),
  /** Of its spectrum: few match by chance. */
  peaks: z.int().nullable(),
  searchId: id.nullable(),
  score: scoreId.nullable(),
  first: namedScore.nullable(),
  /** The next other substance. */
  next: namedScore.nullable(),
  warnings: z.array(message),
  /** Why it was not searched: a sentence of `errors:rule` or `search`. */
  failure: message.nullable(),
});
export type BatchRow = z.infer<typeof batchRow>;

export const batch = z.object({
  id,
  kind: z.enum(['spectra', 'run']),
  name: z.string(),
  at: instant,
  by: z.string(),
  input: batchInput,
  state: z.enum(['running', 'finished', 'cancelled', 'failed', 'interrupted']),
  jobId: id.nullable(),
  /** How many there will be; null while a run is being taken apart. */
  rows: z.int().nullable(),
  done: z.int(),
  refused: z.int(),
  warnings: z.array(message),
  /** How a run was taken apart; null for a batch of spectra. */
  algorithm: z
    .object({ id: z.string(), version: z.string(), parameters: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  exhibitId: id.nullable(),
});
export type Batch = z.infer<typeof batch>;

export const batches = {
  /** Runs as a job of kind `batch-search`; rows appear as they are done and stay. */
  start: base.input(batchInput).output(z.object({ batchId: id, jobId: id })),
  list: base.input(page.extend({ exhibitId: id.nullable().default(null) })).output(z.object({ items: z.array(batch), total: z.int() })),
  get: base.input(z.object({ id })).output(batch),
  rows: base.input(page.extend({ id })).output(z.object({ items: z.array(batchRow), total: z.int() })),
  save: base
    .input(z.object({ id, format: z.enum(['csv', 'json', 'pdf']), language: reportLanguage }))
    .output(z.object({ path: z.string() }).nullable()),
};
