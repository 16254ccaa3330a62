import { localDay } from '../../../i18n/formats/dates';

/** `YYYY-MM-DD hh:mm:ss` where the reader is; null when there is none. */
export function localText(instant: string): string | null {
  if (instant === '') return null;
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${localDay(at)} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** The instant of a local day and time; '' when there is none. */
export function instantOf(text: string | null): string {
  if (text === null || text === '') return '';
  const at = new Date(text.replace(' ', 'T'));
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
