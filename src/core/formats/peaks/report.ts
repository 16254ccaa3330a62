import type { Place } from '../../spectrum/reading';
import type { ReadLog } from '../read-log';
import type { FinishedPeaks } from './peak-list';

/** Says what was done to the peaks of a record or is unusual about them. */
export function reportPeaks(log: ReadLog, record: string, at: Place, peaks: FinishedPeaks): void {
  if (!peaks.sorted) log.warn('peaks-unsorted', at, { record });
  if (peaks.repeated > 0) log.warn('peaks-same-mz', at, { record, count: peaks.repeated, mz: peaks.repeatedMz });
}
