import { z } from 'zod';
import { FINDING_KINDS } from '../../../../core/identification/comparison/comparison';
import { REASON_CODES } from '../../../../core/identification/reason-codes';

const finding = z.object({
  kind: z.enum(FINDING_KINDS),
  code: z.enum(REASON_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  met: z.boolean(),
});
const lot = z.object({ id: z.string(), substanceKey: z.string(), expiresOn: z.string().nullable(), certificateTraceable: z.boolean() });

/** `comparison.retention_json`: the lot as it stood when it was compared with, the findings, and the references of other members of the isomer group in the same sequence. */
export const storedRetention = z.object({
  /** Not kept by the first comparisons of a laboratory. */
  lot: lot.optional(),
  findings: z.array(finding),
  exclusions: z.array(z.object({ substanceKey: z.string(), lot, separated: z.boolean(), finding })),
});
export type StoredRetention = z.infer<typeof storedRetention>;

/** `comparison.spectrum_json`: ions and match, the blank before, and the abundances they were computed from. */
export const storedSpectrum = z.object({
  score: z.object({ id: z.string(), version: z.int() }),
  ions: z.array(z.object({ mz: z.number(), sample: z.number(), reference: z.number(), blank: z.number().nullable() })),
  findings: z.array(finding),
  blank: z.array(finding),
});
export type StoredSpectrum = z.infer<typeof storedSpectrum>;
