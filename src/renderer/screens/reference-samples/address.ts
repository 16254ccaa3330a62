import { z } from 'zod';

/** The address of Reference samples, `/reference-samples?…`: which list, and which record lies open beside it. */
export const referencesAddress = z.object({
  tab: z.enum(['lots', 'substances', 'control']).optional().catch(undefined),
  lot: z
    .union([z.uuid(), z.literal('new')])
    .optional()
    .catch(undefined),
  substance: z
    .union([z.uuid(), z.literal('new')])
    .optional()
    .catch(undefined),
});
export type ReferencesAddress = z.infer<typeof referencesAddress>;
