import { z } from 'zod';

/** What of an opened file is shown: which record, beside which batch, with which panel. What does not fit is dropped. */
export const fileAddress = z.object({
  item: z.int().nonnegative().optional().catch(undefined),
  batch: z.uuid().optional().catch(undefined),
  panel: z.enum(['facts', 'processing', 'compare', 'reading']).optional().catch(undefined),
});
export type FileAddress = z.infer<typeof fileAddress>;
export type PanelName = NonNullable<FileAddress['panel']>;
