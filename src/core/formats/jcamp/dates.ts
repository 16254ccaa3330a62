import type { ReadLog } from '../read-log';
import type { SpectrumDraft } from '../spectrum-draft';
import type { LabelledRecord } from './block';
import { lastRecord } from './variables';

const LONG_DATE = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const SHORT_YEAR = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const SHORT = 60;

/** The date of measurement as ISO 8601, when it can be read in one way only. */
export function isoDate(text: string): string | undefined {
  const long = LONG_DATE.exec(text);
  if (long !== null) {
    const [, year = '', month = '', day = '', time, zone = ''] = long;
    const date = calendarDate(year, month, day);
    if (date === undefined || time === undefined) return date;
    return `${date}T${padTime(time)}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
  }
  const short = SHORT_YEAR.exec(text);
  if (short !== null) return shortDate(short[1] as string, short[2] as string, short[3] as string);
  const [, one = '', two = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  if (year === '' || (Number(one) <= 12 && Number(two) <= 12 && one !== two)) return undefined;
  return Number(one) > 12 ? calendarDate(year, two, one) : calendarDate(year, one, two);
}

/**
 * A year of two digits: 4.24 asks for YY/MM/DD, but files have every order. Only a part that can be nothing but the year (00, or above 31) settles it. From 70 on it is 19..,
 * since the format is of 1988.
 */
function shortDate(one: string, two: string, three: string): string | undefined {
  const isYear = (part: string) => Number(part) > 31 || part === '00';
  if (isYear(one) && !isYear(three)) return calendarDate(longYear(one), two, three);
  if (!isYear(three) || isYear(one)) return undefined;
  if (Number(one) <= 12 && Number(two) <= 12 && one !== two) return undefined;
  return Number(one) > 12 ? calendarDate(longYear(three), two, one) : calendarDate(longYear(three), one, two);
}

function longYear(year: string): string {
  return `${Number(year) >= 70 ? 19 : 20}${year}`;
}

function calendarDate(year: string, month: string, day: string): string | undefined {
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function padTime(time: string): string {
  return time.length < 5 || time[1] === ':' ? `0${time}` : time;
}

/** Puts LONG DATE, else DATE with TIME, in its place; a form with more than one reading stays as written. Returns the records used. */
export function putDate(draft: SpectrumDraft, records: readonly LabelledRecord[], log: ReadLog): ReadonlySet<LabelledRecord> {
  const long = lastRecord(records, 'LONGDATE');
  if (long !== undefined && long.value !== '') {
    const iso = isoDate(long.value);
    if (iso === undefined && /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/.test(long.value)) {
      log.warn('date-ambiguous', { line: long.line }, { record: draft.label, text: long.value.slice(0, SHORT) });
    }
    draft.put('condition:measuredAt', long.written, iso ?? long.value, long.line);
    return new Set([long]);
  }
  const date = lastRecord(records, 'DATE');
  if (date === undefined || date.value === '') return new Set();
  const time = lastRecord(records, 'TIME');
  const iso = isoDate(date.value);
  const withTime = iso !== undefined && iso.length === 10 && time !== undefined && TIME.test(time.value);
  if (iso === undefined && /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(date.value)) {
    log.warn('date-ambiguous', { line: date.line }, { record: draft.label, text: date.value.slice(0, SHORT) });
  }
  draft.put('condition:measuredAt', date.written, withTime ? `${iso}T${padTime(time.value)}` : (iso ?? date.value), date.line);
  return new Set(withTime ? [date, time] : [date]);
}
