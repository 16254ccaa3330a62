import { z } from 'zod';

/** A stretch of scans by their place in the run, from 0, both ends included. */
export const scanRange = z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() });
export type ScanRange = z.infer<typeof scanRange>;

/**
 * How scans become one spectrum: the intensities of one ion are added up over the scans and divided by their number, and the background's mean is taken off;
 * what is not above it is left out. With `binWidth` 1 an ion is a nominal mass (floor(m/z + 0.5)); with any other width, neighbours no farther apart than
 * it, at their mean m/z weighted by intensity.
 */
export const averaging = z.object({
  ranges: z.array(scanRange).min(1).max(100),
  background: z.array(scanRange).max(100),
  /** Scans of this level alone; null: of all. */
  msLevel: z.int().min(1).max(20).nullable(),
  binWidth: z.number().min(0.0001).max(10),
});
export type Averaging = z.infer<typeof averaging>;
