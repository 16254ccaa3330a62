import { TextInput, type TextInputProps } from '@mantine/core';
import { localDay } from '../../../../i18n/formats/dates';

interface InstantFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** A UTC instant; '' when it is not entered. */
  readonly value?: string;
  readonly onChange?: (instant: string) => void;
}

/** `YYYY-MM-DDThh:mm` where the reader is, as the field shows it. */
export function localMinute(instant: string): string {
  if (instant === '') return '';
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${localDay(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant of a minute typed where the reader is; '' while it is not whole. */
export function instantOf(minute: string): string {
  const at = new Date(minute);
  return minute === '' || Number.isNaN(at.getTime()) ? '' : at.toISOString();
}

/** Day and time, typed part by part; what is not touched keeps its seconds. */
export function InstantField({ value = '', onChange, ...rest }: InstantFieldProps) {
  return (
    <TextInput
      {...rest}
      type="datetime-local"
      value={localMinute(value)}
      onChange={(event) => onChange?.(instantOf(event.currentTarget.value))}
    />
  );
}
