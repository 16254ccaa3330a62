import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { DAY_FORMAT } from '../day-formats';

/** A calendar day, typed or picked. */
export function DayField(props: Omit<DateInputProps, 'valueFormat' | 'withTime'>) {
  const { t } = useTranslation();
  return <DateInput placeholder={t('casework:field.day')} {...props} valueFormat={DAY_FORMAT} />;
}
