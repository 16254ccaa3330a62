const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:\s*([ap])(?:m\b|\.\s?m\b))?/i;
/** Words for a zone. Which offset one means depends on the country, so a date with such a word stays as written. */
const ZONE_WORD = /\b[A-Z]{1,3}(?:ST|DT|ET|SZ|EZ)\b|\b[ECMPW]E?T\b/;

/**
 * A date as ISO 8601 where its form leaves no doubt: year first, day and month parted by dots (which no one writes month first), a month's
 * name, or a day beyond 12. Of a date with a zone in words (EST) nothing is rewritten.
 * @returns undefined when day and month could be exchanged, or no date is found
 */
export function isoDate(text: string): string | undefined {
  const day = ZONE_WORD.test(text) ? undefined : dayOf(text);
  if (day === undefined) return undefined;
  const date = day.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
  const [, hour, minute, second, fraction, half] = CLOCK.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return date;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const zone = /\b(GMT|UTC)\b|:\d{2}(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})\b/.exec(text);
  const offset = zone === null ? '' : (zone[2] ?? 'Z');
  return `${date}T${String(hours).padStart(2, '0')}:${minute}:${second ?? '00'}${fraction === undefined ? '' : `.${fraction}`}${offset}`;
}

type Day = readonly [year: number, month: number, day: number];

function dayOf(text: string): Day | undefined {
  const yearFirst = /\b(\d{4})[-./](\d{1,2})[-./](\d{1,2})/.exec(text);
  if (yearFirst !== null) return checked(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dotted = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(text);
  if (dotted !== null) return checked(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/.exec(text);
  if (slashed !== null) {
    const [one, two, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    if (one > 12) return checked(year, two, one);
    return two > 12 || one === two ? checked(year, one, two) : undefined;
  }
  return named(text);
}

function named(text: string): Day | undefined {
  const words = text.toLowerCase();
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}[a-z]*\\b`).test(words)) + 1;
  const year = /\b(19|20)\d{2}\b/.exec(words)?.[0];
  const day = /\b([0-3]?\d)\b(?!:)/.exec(words.replace(CLOCK, ' ').replace(year ?? ' ', ' '))?.[1];
  return month === 0 || year === undefined || day === undefined ? undefined : checked(Number(year), month, Number(day));
}

function checked(year: number, month: number, day: number): Day | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [year, month, day] : undefined;
}
