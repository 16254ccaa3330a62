import { z } from 'zod';
import { base, id, instant, page, personName } from './base';

/** One row that an event changed; `null` before a creation, `null` after a removal. Values as stored; bulky ones as SHA-256. */
export const rowChange = z.object({
  table: z.string(),
  id: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});

export const auditEvent = z.object({
  sequence: z.int().positive(),
  at: instant,
  actor: personName.nullable(),
  /** Dotted verb of the use-case, key under `audit:action`. */
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  subjectCode: z.string().nullable(),
  reason: z.string().nullable(),
  /** Facts that are no row: what was searched for, a digest of what was imported. */
  detail: z.record(z.string(), z.unknown()),
  changes: z.array(rowChange),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof auditEvent>;

export const trailHead = z.object({ sequence: z.int().nonnegative(), hash: z.string(), at: instant.nullable() });

/** The first difference found, or none: `chain` a link is broken, `row` a row is not what its last event left, `unrecorded` a row without any event. */
export const trailVerdict = z.object({
  head: trailHead,
  events: z.int().nonnegative(),
  rowsCompared: z.int().nonnegative(),
  verifiedAt: instant,
  difference: z
    .object({
      kind: z.enum(['chain', 'row', 'missing-row', 'unrecorded']),
      sequence: z.int().nullable(),
      table: z.string().nullable(),
      rowId: z.string().nullable(),
      column: z.string().nullable(),
      expected: z.string().nullable(),
      found: z.string().nullable(),
    })
    .nullable(),
});
export type TrailVerdict = z.infer<typeof trailVerdict>;

export const audit = {
  list: base
    .input(
      page.extend({
        subjectId: z.string().max(200).optional(),
        actorId: id.optional(),
        action: z.string().max(100).optional(),
        text: z.string().max(200).optional(),
        from: instant.optional(),
        to: instant.optional(),
      }),
    )
    .output(z.object({ events: z.array(auditEvent), total: z.int().nonnegative() })),
  head: base.output(trailHead),
  /** Runs as a job of kind `trail-verification`; the verdict is its outcome. */
  verify: base.output(z.object({ jobId: z.string() })),
};
