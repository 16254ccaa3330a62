import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { localDay } from '../../../../i18n/formats/dates';
import { MINUTE_FORMAT } from '../../../components/day-formats';

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

/** Day and time, typed or picked; what is not touched keeps its seconds. */
export function InstantField({ value = '', onChange, ...rest }: InstantFieldProps) {
  const { t } = useTranslation();
  return (
    <DateInput
      placeholder={t('casework:field.minute')}
      {...rest}
      withTime
      valueFormat={MINUTE_FORMAT}
      value={localText(value)}
      onChange={(next) => onChange?.(instantOf(next))}
    />
  );
}
