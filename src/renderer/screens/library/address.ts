import { z } from 'zod';

/** The address of the library, `/library?…`: which list, narrowed to which collection, which record lies open. */
export const libraryAddress = z.object({
  tab: z.enum(['spectra', 'collections', 'files']).optional().catch(undefined),
  collection: z.uuid().optional().catch(undefined),
  spectrum: z.int().positive().optional().catch(undefined),
});
export type LibraryAddress = z.infer<typeof libraryAddress>;
