const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATE = /^(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{2}|\d{4})[, ]\s*(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap]m)?(?:\s+([+-]\d\d)(\d\d))?$/i;

/** A local date and time as ISO 8601 without zone, and the zone (`+01:00`) where the text has one. */
export interface StatedTime {
  readonly local: string;
  readonly zone?: string;
}

/**
 * A date of ChemStation, `18 Dec 08   3:45 pm`, `28 Jun 13  10:59 am -0500` or `30-Oct-18, 17:43:05`. Two digits of year are 1980 to 2079: the software is
 * from the eighties.
 * @returns undefined where the text has another form (months in another language) or is no date
 */
export function readChemstationDate(text: string): StatedTime | undefined {
  const match = DATE.exec(text.trim());
  if (match === null) return undefined;
  const [, day, name, year, hour, minute, second, half, zoneHour, zoneMinute] = match as unknown as readonly [
    string,
    ...(string | undefined)[],
  ];
  const month = MONTHS.indexOf((name as string).toLowerCase()) + 1;
  const clock = hourOf(Number(hour), half?.toLowerCase());
  const local = `${fullYear(year as string)}-${two(month)}-${two(Number(day))}T${two(clock)}:${minute}${second === undefined ? '' : `:${second}`}`;
  const date = new Date(`${local}Z`);
  if (month === 0 || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(local)) return undefined;
  return zoneHour === undefined ? { local } : { local, zone: `${zoneHour}:${zoneMinute}` };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) >= 80 ? 19 : 20}${year}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
