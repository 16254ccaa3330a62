import { z } from 'zod';
import { base, day, id, micrograms, optionalText, reason, rowVersion, shortText } from './base';

const lotFields = z.object({
  substanceId: id,
  /** Salt form of the material in the vial; empty for the base. */
  saltForm: optionalText,
  producer: shortText,
  lotNumber: shortText,
  certificateReference: optionalText,
  /** Certified value in percent as a decimal string, e.g. "99.1", with its expanded uncertainty and coverage factor. */
  certifiedPurityPercent: z
    .string()
    .regex(/^\d{1,3}([.]\d{1,6})?$/)
    .nullable(),
  expandedUncertaintyPercent: z
    .string()
    .regex(/^\d{1,3}([.]\d{1,6})?$/)
    .nullable(),
  coverageFactor: z.number().positive().nullable(),
  traceability: optionalText,
  /** Certified reference material, reference material, or reference sample without certificate. */
  kind: z.enum(['certified-reference-material', 'reference-material', 'reference-sample']),
  receivedOn: day,
  expiresOn: day.nullable(),
  storage: optionalText,
  receivedMassMicrograms: micrograms.nullable(),
});

export const referenceLot = lotFields.extend({
  id,
  rowVersion,
  code: z.string(),
  substanceName: z.string(),
  expired: z.boolean(),
  withdrawn: z.boolean(),
});
export type ReferenceLot = z.infer<typeof referenceLot>;

export const lots = {
  list: base.output(z.array(referenceLot)),
  get: base.input(z.object({ id })).output(referenceLot),
  create: base.input(lotFields).output(referenceLot),
  update: base.input(lotFields.extend({ id, rowVersion, withdrawn: z.boolean(), reason })).output(referenceLot),
};
