const STAMP = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-])(\d{3,4}))?$/;

/**
 * A date of the protocols, YYYYMMDDhhmmss with the difference to UTC as ±hhmm (some writers leave out its first digit, some all of it), as ISO 8601.
 * @returns undefined where it has another form or is no date
 */
export function readStamp(text: string): string | undefined {
  const match = STAMP.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, sign, zone] = match as unknown as readonly string[];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const date = new Date(`${iso}Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== iso) return undefined;
  if (sign === undefined || zone === undefined) return iso;
  const padded = zone.padStart(4, '0');
  return Number(padded.slice(2)) < 60 && Number(padded) <= 1400 ? `${iso}${sign}${padded.slice(0, 2)}:${padded.slice(2)}` : undefined;
}
