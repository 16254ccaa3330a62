import { xMedian, xRobustDeviation } from '../numeric/median';

export interface SpikeOptions {
  /** A step counts when it is this many robust standard deviations of all steps away from their median. @default 8 */
  readonly threshold?: number;
  /** Most points of a spike; wider bands are never touched. @default 2 */
  readonly width?: number;
}

export interface SpikesRemoved {
  readonly y: Float64Array;
  /** Points that were replaced, ascending. */
  readonly points: readonly number[];
}

/**
 * Raman scattering without cosmic rays: a spike is a step up and, at most `width` points on, a step down, both beyond the threshold of the modified
 * z-score of the first differences (D. A. Whitaker, K. Hayes, Chemom. Intell. Lab. Syst. 179 (2018) 82–84), with calm on both sides; its points are replaced by the straight
 * line between the neighbours outside. A true line narrower than `width` points cannot be told from a spike: compare a second measurement.
 * Steps beside a gap (NaN) are not looked at.
 */
export function xRemoveSpikes(y: Float64Array, options: SpikeOptions = {}): SpikesRemoved {
  const { threshold = 8, width = 2 } = options;
  const result = Float64Array.from(y);
  const points: number[] = [];
  if (y.length < 3) return { y: result, points };
  const steps = y.map((value, i) => (i === 0 ? Number.NaN : value - y[i - 1]!));
  const median = xMedian(steps);
  const limit = threshold * deviationOf(steps, median);
  // No scatter at all, or nothing there.
  if (!(limit > 0)) return { y: result, points };
  for (let i = 1; i < y.length; i++) {
    if (!(steps[i]! - median > limit)) continue;
    const down = stepDown(steps, i, width, median, limit);
    if (down === 0 || !standsAlone(steps, i, down)) continue;
    const before = result[i - 1]!;
    const after = y[down]!;
    for (let k = i; k < down; k++) {
      result[k] = before + ((after - before) * (k - i + 1)) / (down - i + 1);
      points.push(k);
    }
    i = down;
  }
  return { y: result, points };
}

/** The last of the steps down within `width` points of the step up at `i`, 0 when there is none. */
function stepDown(steps: Float64Array, i: number, width: number, median: number, limit: number): number {
  let found = 0;
  for (let k = i + 1; k <= i + width && k < steps.length; k++) if (steps[k]! - median < -limit) found = k;
  return found;
}

/**
 * Whether the curve is calm beside the spike: the steps before it and after it at most half of its own. The top of a band far above the noise has flanks
 * as steep as its top.
 */
function standsAlone(steps: Float64Array, up: number, down: number): boolean {
  const least = Math.min(steps[up]!, -steps[down]!) / 2;
  const restless = (step: number | undefined): boolean => step !== undefined && Math.abs(step) > least;
  return !restless(steps[up - 1]) && !restless(steps[down + 1]);
}

/** Robust standard deviation; where more than half of the steps are equal, 1.2533 times the mean absolute deviation (B. Iglewicz, D. Hoaglin, 1993). */
function deviationOf(steps: Float64Array, median: number): number {
  const robust = xRobustDeviation(steps);
  if (robust > 0) return robust;
  let sum = 0;
  let count = 0;
  for (const step of steps) {
    if (Number.isNaN(step)) continue;
    sum += Math.abs(step - median);
    count++;
  }
  return count === 0 ? 0 : (1.2533 * sum) / count;
}
