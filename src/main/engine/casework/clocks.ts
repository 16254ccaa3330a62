/** Clocks of two computers differ by a little; what is later than this has not happened. */
const TOLERATED_MILLISECONDS = 5 * 60_000;

/** Whether an instant lies in the future of `now`; both ISO 8601. */
export function isInFuture(instant: string, now: string): boolean {
  return Date.parse(instant) > Date.parse(now) + TOLERATED_MILLISECONDS;
}
