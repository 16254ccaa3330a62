import type { Job } from '../../../contract/jobs';

export interface Advance {
  readonly done: number;
  readonly total: number | null;
  readonly unit: NonNullable<Job['progress']>['unit'];
}

/** The rate is that of the last seconds, so that it follows a job that gets slower. */
const WINDOW_MILLISECONDS = 5000;

/** Turns what a job says about itself into progress with rate and time left. */
export function createProgressMeter(): (advance: Advance, atMilliseconds: number) => NonNullable<Job['progress']> {
  const seen: { readonly at: number; readonly done: number }[] = [];
  return ({ done, total, unit }, at) => {
    seen.push({ at, done });
    while (seen.length > 2 && at - (seen[1]?.at ?? at) > WINDOW_MILLISECONDS) seen.shift();
    const first = seen[0];
    const seconds = first === undefined ? 0 : (at - first.at) / 1000;
    const rate = first === undefined || seconds <= 0 ? null : Math.max(0, (done - first.done) / seconds);
    const secondsLeft = rate === null || rate === 0 || total === null ? null : Math.max(0, (total - done) / rate);
    return { done, total, unit, rate, secondsLeft };
  };
}
