import { formatDay, formatInstant } from './formats/dates';
import { formatNumber } from './formats/numbers';

type Params = Readonly<Record<string, string | number>>;

/** Parameters of reasons that hold ids of the criteria tables, and where their words are. Several stand with commas between. */
const technique = (id: string) => `criteria:technique.${id}`;
const TERMS: Readonly<Record<string, (id: string) => string>> = {
  technique,
  techniques: technique,
  first: technique,
  second: technique,
  group: (id) => `criteria:group.${id}`,
  missing: (id) => `criteria:finding.${id}`,
  score: (id) => `criteria:score.${id}`,
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * Parameters of a reason of the gate (`criteria:reason.<code>`) as the reader's language says them: techniques, groups, kinds of
 * finding and scores by name, numbers and dates as they are written there. Substances, lots and samples come named already.
 */
export function withNamedTerms(params: Params, t: (key: string) => string, language: string, timeZone?: string): Record<string, string> {
  const said = (name: string, value: string | number): string => {
    if (typeof value === 'number') return formatNumber(value, language);
    const keyOf = TERMS[name];
    if (keyOf !== undefined)
      return value
        .split(', ')
        .map((id) => t(keyOf(id)))
        .join(', ');
    if (DAY.test(value)) return formatDay(value, language);
    return INSTANT.test(value) ? formatInstant(value, language, timeZone) : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]));
}
