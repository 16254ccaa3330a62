import { z } from 'zod';
import { base, id, instant, message, page, personName, reportLanguage } from './base';

/** ISO/IEC 17025:2017, 7.8.2.1, items a–p. */
export const reportItem = z.object({
  item: z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p']),
  state: z.enum(['present', 'missing', 'waived']),
  /** What is missing and where to put it; keys under `reports:missing`. */
  missing: z.array(message),
  /** d, f, g, l, m and o are never waived. */
  waivable: z.boolean(),
  waiverReason: z.string().nullable(),
});
export type ReportItem = z.infer<typeof reportItem>;

export const report = z.object({
  id,
  code: z.string(),
  caseId: id,
  caseCode: z.string(),
  customerName: z.string(),
  version: z.int().positive(),
  language: reportLanguage,
  status: z.literal('draft'),
  generatedBy: personName,
  generatedAt: instant,
  pages: z.int().positive(),
  size: z.int().positive(),
  sha256: z.string(),
  trailHead: z.object({ sequence: z.int(), hash: z.string() }),
});
export type Report = z.infer<typeof report>;

const waivers = z
  .array(z.object({ item: reportItem.shape.item, reason: z.string().trim().min(3).max(500) }))
  .max(reportItem.shape.item.options.length)
  .refine((given) => new Set(given.map(({ item }) => item)).size === given.length);

export const reports = {
  list: base
    .input(page.extend({ caseId: id.nullable().default(null), text: z.string().max(200).default('') }))
    .output(z.object({ items: z.array(report), total: z.int() })),
  /** Item by item, whether a draft can be made now. */
  readiness: base
    .input(z.object({ caseId: id, waivers: waivers.default([]) }))
    .output(z.object({ items: z.array(reportItem), ready: z.boolean() })),
  /** Runs as a job of kind `report` whose outcome is `{ reportId }`; REFUSED `report.not-ready` while an item is missing. */
  draft: base.input(z.object({ caseId: id, language: reportLanguage, waivers })).output(z.object({ jobId: id })),
  /** Checks the kept file against its hash and opens it in the system's viewer. */
  open: base.input(z.object({ id })).output(z.void()),
  /** Asks where; null when the person closed the dialog. */
  saveAs: base.input(z.object({ id })).output(z.object({ path: z.string() }).nullable()),
};
