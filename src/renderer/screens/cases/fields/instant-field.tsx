import { DateInput, type DateInputProps } from '@mantine/dates';
import { localDay } from '../../../../i18n/formats/dates';

interface InstantFieldProps extends Omit<DateInputProps, 'value' | 'onChange' | 'withTime' | 'valueFormat'> {
  /** A UTC instant; '' when it is not entered. */
  readonly value?: string;
  readonly onChange?: (instant: string) => void;
}

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

/** Day and time as the reader's language writes them; what is not touched keeps its seconds. */
export function InstantField({ value = '', onChange, ...rest }: InstantFieldProps) {
  return <DateInput {...rest} withTime valueFormat="L HH:mm" value={localText(value)} onChange={(next) => onChange?.(instantOf(next))} />;
}
