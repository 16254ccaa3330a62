import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '../../../../i18n/formats/dates';

/** The parts of an ISO date that a file states: a day, its time of day, its place on the globe. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * A date as a file states it, in the reader's way; its own words on hover. The clock is that of the instrument: a stated offset is written
 * beside it and nothing is moved to the reader's place. What is no date stays as it is written.
 */
export function writtenDate(written: string, language: string): string {
  const [, day, clock, zone] = ISO.exec(written) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T${clock ?? '00:00'}Z`))) return written;
  if (clock === undefined) return formatDay(day, language);
  const told = formatInstant(`${day}T${clock}Z`, language, 'UTC');
  return zone === undefined ? told : `${told} (UTC${zone === 'Z' || /^[+-]00:00$/.test(zone) ? '' : zone.replace('-', '−')})`;
}

export function WrittenDate({ written }: { readonly written: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={written} title={written}>
      <bdi>{writtenDate(written, i18n.language)}</bdi>
    </time>
  );
}
