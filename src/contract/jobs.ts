import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, id, instant, message } from './base';

export const jobKind = z.enum([
  'library-import',
  'trail-verification',
  'backup',
  'report',
  'integrity-check',
  'batch-search',
  'library-examination',
  'validation',
]);
export type JobKind = z.infer<typeof jobKind>;

export const jobProgress = z.object({
  done: z.number().nonnegative(),
  /** Null while the amount of work is not known. */
  total: z.number().nonnegative().nullable(),
  unit: z.enum(['bytes', 'records', 'rows', 'files', 'steps']),
  /** Units a second over the last seconds; null at the beginning. */
  rate: z.number().nonnegative().nullable(),
  secondsLeft: z.number().nonnegative().nullable(),
});

export const job = z.object({
  id,
  kind: jobKind,
  /** `interrupted`: the program ended in the middle; what it had begun was cleaned up at the next start. */
  state: z.enum(['running', 'finished', 'failed', 'cancelled', 'interrupted']),
  /** What it works on, as a person would call it: a file's name, a report's code. */
  subject: z.string(),
  startedBy: z.string(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  progress: jobProgress.nullable(),
  /** Kind-specific result, see the domain that started it. */
  outcome: z.unknown(),
  /** `code` is a key under `errors:rule`: the rule that refused, or `failed.…` for other failures. */
  failure: message.nullable(),
  canCancel: z.boolean(),
});
export type Job = z.infer<typeof job>;

export const jobs = {
  list: base.input(z.object({ limit: z.int().positive().max(200).default(50) })).output(z.array(job)),
  get: base.input(z.object({ id })).output(job),
  /** All running jobs now, then every change of any job, at most four times a second each. */
  watch: base.output(eventIterator(job)),
  cancel: base.input(z.object({ id })).output(z.void()),
};
