const DAY_MS = 86_400_000;
/** Day 0 of the two ways of counting. In the first, 1900 is wrongly a leap year, so that its day 1 counts from 30 December 1899 after February. */
const DAY_0_1900 = Date.UTC(1899, 11, 30);
const DAY_0_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31, the last day a sheet knows. */
const LAST_DAY = 2_958_465;

/** Whether a number format shows a date or time: the built-in ones (ECMA-376 part 1, 18.8.30), or letters of dates outside quotes and brackets. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

/** A date counted in days as ISO 8601; a time alone (day 0) without a date. Undefined outside of the days a sheet knows. */
export function sheetDate(days: number, from1904: boolean): string | undefined {
  if (!(days >= 0 && days <= LAST_DAY)) return undefined;
  const shifted = !from1904 && days >= 1 && days < 60 ? days + 1 : days;
  const time = new Date(Math.round(((from1904 ? DAY_0_1904 : DAY_0_1900) + shifted * DAY_MS) / 1000) * 1000).toISOString();
  if (days < 1 && !from1904) return time.slice(11, 19);
  return Number.isInteger(days) ? time.slice(0, 10) : time.slice(0, 19);
}
