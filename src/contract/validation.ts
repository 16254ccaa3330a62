import { z } from 'zod';
import { base, id, instant, reason } from './base';

/** What a laboratory measured of the probability on spectra of its own whose substance it knows. */
export const validationRecord = z.object({
  id,
  at: instant,
  by: z.string(),
  collectionId: id,
  collectionName: z.string(),
  algorithmVersion: z.string(),
  /** Hash of the library it was held against. */
  snapshotId: z.string(),
  /** Spectra searched, those left out because nothing else in the library could have been right, and why. */
  queries: z.int(),
  leftOut: z.int(),
  correct: z.int(),
  bins: z.array(z.object({ from: z.number(), to: z.number(), n: z.int(), predicted: z.number(), observed: z.number() })),
  brier: z.number(),
  /** Over 0.95 and wrong, of how many over 0.95, and the upper 95 % bound of that share. */
  wrongButConfident: z.int(),
  confident: z.int(),
  upperBound: z.number(),
  /** Over 0.95 and right, of the right ones. */
  confidentOfCorrect: z.number(),
  acceptable: z.boolean(),
  /** Why it is not: keys of `administration:validation.objection`. */
  objections: z.array(z.enum(['too-few-outcomes', 'too-few-confident', 'confident-and-wrong', 'overconfident'])),
  wrong: z.array(z.object({ spectrumKey: z.int(), name: z.string(), first: z.string(), probability: z.number() })),
  acceptedAt: instant.nullable(),
  acceptedBy: z.string().nullable(),
});
export type ValidationRecord = z.infer<typeof validationRecord>;

export const validation = {
  /** `shown`: a validation of this version of the algorithm stands accepted. */
  state: base.output(z.object({ shown: z.boolean(), algorithmVersion: z.string(), records: z.array(validationRecord) })),
  /** Searches every identified EI spectrum of a collection against all others in use; a job of kind `validation`. */
  start: base.input(z.object({ collectionId: id })).output(z.object({ jobId: id })),
  /** Turns the probability on; a manager's act. */
  accept: base.input(z.object({ id, reason })).output(validationRecord),
  /** Turns it off again. */
  withdraw: base.input(z.object({ reason })).output(z.object({ shown: z.boolean() })),
};
