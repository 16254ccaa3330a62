import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { MINUTE_FORMAT } from '../day-formats';
import { instantOf, localText } from './local-time';

interface InstantFieldProps extends Omit<DateInputProps, 'value' | 'onChange' | 'withTime' | 'valueFormat'> {
  /** A UTC instant; '' when it is not entered. */
  readonly value?: string;
  readonly onChange?: (instant: string) => void;
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
