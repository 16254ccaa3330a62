export type ControlStatus = 'controlled' | 'not-controlled' | 'unknown';

/** A control interval as far as time goes. Dates: YYYY-MM-DD for a day, YYYY for a year; null where unknown or still in force. */
export interface ControlPeriod {
  readonly convention: '1961' | '1971' | '1988' | 'national';
  readonly fromDate: string | null;
  readonly fromPrecision: 'day' | 'year' | 'unknown';
  /** Where the beginning is unknown: a year whose official list, as read by a source, already shows the substance. */
  readonly listedByYear: string | null;
  readonly toDate: string | null;
  readonly toPrecision: 'day' | 'year' | 'unknown' | 'in-force';
}

/** The day each convention was adopted: no substance was under it before. */
const ADOPTED: Readonly<Record<ControlPeriod['convention'], string>> = {
  '1961': '1961-03-30',
  '1971': '1971-02-21',
  '1988': '1988-12-20',
  national: '0000-01-01',
};

/**
 * What an interval says of a day, and never more than it knows. A date of day precision is the first (or last) day of control. A
 * year is the year of a decision, which binds later (1961: on receipt of the notification; 1971 and 1988: 180 days after its
 * communication), so that the year of a decision and the year after it are unknown. Before an unknown beginning nothing is known
 * but that no convention binds before it is adopted; from the end of `listedByYear` on the substance is controlled.
 * `in-force` is what the list knows at its own date: whoever shows the status shows the list's version with it.
 *
 * Source: Single Convention 1961, art. 3(7); Convention of 1971, art. 2(7); Convention of 1988, art. 12(6).
 *
 * @param day YYYY-MM-DD
 */
export function statusOn(period: ControlPeriod, day: string): ControlStatus {
  if (day < ADOPTED[period.convention]) return 'not-controlled';
  const begun = hasBegun(period, day);
  const ended = hasEnded(period, day);
  if (begun === 'no' || ended === 'yes') return 'not-controlled';
  return begun === 'yes' && ended === 'no' ? 'controlled' : 'unknown';
}

type Answer = 'yes' | 'no' | 'unknown';

function hasBegun(period: ControlPeriod, day: string): Answer {
  if (period.fromPrecision === 'day' && period.fromDate !== null) return day >= period.fromDate ? 'yes' : 'no';
  if (period.fromPrecision === 'year' && period.fromDate !== null) return afterDecisionOf(period.fromDate, day);
  return period.listedByYear !== null && yearOf(day) > yearOf(period.listedByYear) ? 'yes' : 'unknown';
}

function hasEnded(period: ControlPeriod, day: string): Answer {
  if (period.toPrecision === 'in-force') return 'no';
  if (period.toPrecision === 'day' && period.toDate !== null) return day > period.toDate ? 'yes' : 'no';
  if (period.toPrecision === 'year' && period.toDate !== null) return afterDecisionOf(period.toDate, day);
  return 'unknown';
}

function afterDecisionOf(decided: string, day: string): Answer {
  const years = yearOf(day) - yearOf(decided);
  if (years < 0) return 'no';
  return years > 1 ? 'yes' : 'unknown';
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
