import { useTranslation } from 'react-i18next';
import type { ControlInterval } from '../../contract/substances';
import { formatDay } from '../../i18n/formats/dates';

type Dates = Pick<ControlInterval, 'fromDate' | 'fromPrecision' | 'toDate' | 'toPrecision' | 'listedByYear'>;

/** A date as precisely as it is known; a year stays a year. */
function dateText(date: string, precision: string, language: string): string {
  return precision === 'day' ? formatDay(date.slice(0, 10), language) : date.slice(0, 4);
}

/** From when to when a status holds. What is unknown is called unknown, never guessed. */
export function IntervalDates({ interval }: { readonly interval: Dates }) {
  const { t, i18n } = useTranslation();
  const { fromDate, fromPrecision, toDate, toPrecision, listedByYear } = interval;
  const from =
    fromDate !== null && fromPrecision !== 'unknown'
      ? t('references:control.from', { date: dateText(fromDate, fromPrecision, i18n.language) })
      : listedByYear !== null
        ? t('references:control.from-unknown-listed', { year: listedByYear })
        : t('references:control.from-unknown');
  const to =
    toPrecision === 'in-force'
      ? t('references:control.in-force')
      : toDate !== null && toPrecision !== 'unknown'
        ? t('references:control.to', { date: dateText(toDate, toPrecision, i18n.language) })
        : t('references:control.to-unknown');
  return (
    <span>
      {from}, {to}
    </span>
  );
}
