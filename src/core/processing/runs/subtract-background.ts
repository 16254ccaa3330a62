import type { AveragedScans, ScanMerging } from './average-scans';
import { averageScans, type ScanRange } from './average-scans';
import type { PackedScans } from './packed-scans';

export interface BackgroundOptions {
  /** Scans of the peak. */
  readonly peak: ScanRange;
  /** Scans of the background, one or more ranges (before and after the peak), all weighted alike. */
  readonly background: readonly ScanRange[];
  /** @default { kind: 'nominal' } */
  readonly merging?: ScanMerging;
  /** How much of the background is taken off. @default 1 */
  readonly factor?: number;
}

/**
 * Mean spectrum of a peak less the mean spectrum of its background. What is not above the background is left out. With a tolerance, the background
 * peak nearest in m/z, within it, is taken off, each once at most.
 * @throws ProcessingRefused `range-empty` for a range without scans.
 */
export function subtractBackground(scans: PackedScans, options: BackgroundOptions): AveragedScans {
  const { merging = { kind: 'nominal' }, factor = 1 } = options;
  const peak = averageScans(scans, options.peak, merging);
  const rest = Float64Array.from(peak.intensity);
  const total = options.background.reduce((sum, range) => sum + Math.max(0, range.to - range.from), 0);
  for (const range of options.background) {
    const background = averageScans(scans, range, merging);
    const share = (factor * (range.to - range.from)) / total;
    background.mz.forEach((m, i) => {
      const match = nearest(peak.mz, m);
      if (match >= 0 && within(peak.mz[match]!, m, merging)) rest[match]! -= share * background.intensity[i]!;
    });
  }
  const kept = Array.from(rest.keys()).filter((i) => rest[i]! > 0);
  return { mz: Float64Array.from(kept, (i) => peak.mz[i]!), intensity: Float64Array.from(kept, (i) => rest[i]!) };
}

function within(a: number, b: number, merging: ScanMerging): boolean {
  if (merging.kind === 'nominal') return a === b;
  return Math.abs(a - b) <= (merging.unit === 'ppm' ? (a * merging.tolerance) / 1e6 : merging.tolerance);
}

/** Index of the value nearest to `target` in an ascending array, −1 when it is empty. */
function nearest(sorted: Float64Array, target: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < target) low = middle + 1;
    else high = middle;
  }
  if (low === sorted.length) return sorted.length - 1;
  return low > 0 && target - sorted[low - 1]! <= sorted[low]! - target ? low - 1 : low;
}
