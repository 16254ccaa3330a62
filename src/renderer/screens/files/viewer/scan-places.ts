import type { ScanRange } from '../../../../contract/measurements';
import type { Range } from '../../../charts/zoom';

/** The scan whose time is nearest; scans without a time are passed over. */
export function nearestScan(times: Float64Array, time: number): number {
  const distance = (scan: number): number => Math.abs((times[scan] ?? Number.NaN) - time);
  let best = 0;
  for (let i = 1; i < times.length; i++) {
    if (distance(i) < distance(best) || Number.isNaN(distance(best))) best = i;
  }
  return best;
}

/** The scans inside a stretch of time; the nearest one where none is. */
export function scansWithin(times: Float64Array, [from, to]: Range): ScanRange {
  let first = -1;
  let last = -1;
  for (let i = 0; i < times.length; i++) {
    const time = times[i] ?? Number.NaN;
    if (!(time >= from && time <= to)) continue;
    if (first < 0) first = i;
    last = i;
  }
  if (first >= 0) return { from: first, to: last };
  const nearest = nearestScan(times, (from + to) / 2);
  return { from: nearest, to: nearest };
}

/** Stretch of time of some scans. */
export function timesOf(times: Float64Array, range: ScanRange | undefined): Range | null {
  return range === undefined ? null : [times[range.from] ?? Number.NaN, times[range.to] ?? Number.NaN];
}
