import type { Place } from '../../spectrum/reading';
import type { ReadLog } from '../read-log';
import { ascendingOrder } from './ascending-order';

export interface ScanPoints {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

const NO_POINTS: ScanPoints = { mz: new Float64Array(0), intensity: new Float64Array(0) };

/**
 * The points of a scan in ascending m/z and without those that are no finite numbers; warns of what it had to change. Arrays that are missing, of two lengths or
 * with a negative m/z are damaged: the scan is to be given without points, so that its number and time are not lost.
 */
export function scanPoints(
  mz: Float64Array | undefined,
  intensity: Float64Array | undefined,
  log: ReadLog,
  record: string,
  at: Place,
): ScanPoints {
  if (mz !== undefined && intensity !== undefined && mz.length === intensity.length) {
    const points = orderedPoints(mz, intensity, log, record, at);
    if (points !== undefined) return points;
  }
  log.warn('part-damaged', at, { record, part: 'm/z, intensity' });
  return NO_POINTS;
}

/** Of arrays of one length; undefined where an m/z is negative. */
function orderedPoints(mz: Float64Array, intensity: Float64Array, log: ReadLog, record: string, at: Place): ScanPoints | undefined {
  let ascending = true;
  let finite = 0;
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < mz.length; i++) {
    const here = mz[i] as number;
    // The difference of a finite number from itself is 0, of all others NaN.
    if (here - here === 0 && (intensity[i] as number) - (intensity[i] as number) === 0) finite++;
    if (here < 0) return undefined;
    if (here < before) ascending = false;
    before = here;
  }
  if (ascending && finite === mz.length) return { mz, intensity };
  if (finite < mz.length) log.warn('points-not-finite', at, { record, count: mz.length - finite });
  let order = new Uint32Array(finite);
  let kept = 0;
  let last = Number.NEGATIVE_INFINITY;
  let sorted = true;
  for (let i = 0; i < mz.length; i++) {
    const here = mz[i] as number;
    if (!Number.isFinite(here) || !Number.isFinite(intensity[i])) continue;
    order[kept++] = i;
    if (here < last) sorted = false;
    last = here;
  }
  if (!sorted) {
    log.warn('scan-unsorted', at, { record });
    order = ascendingOrder(order, mz);
  }
  return { mz: taken(mz, order), intensity: taken(intensity, order) };
}

function taken(values: Float64Array, order: Uint32Array): Float64Array {
  const all = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) all[i] = values[order[i] as number] as number;
  return all;
}
