import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '../../i18n/formats/dates';

/** A UTC instant (`instant`) or a calendar day (`day`), as the reader's language writes it; the ISO form on hover. */
export function DateText(props: { readonly instant: string } | { readonly day: string }) {
  const { i18n } = useTranslation();
  const iso = 'instant' in props ? props.instant : props.day;
  return (
    <time dateTime={iso} title={iso}>
      {'instant' in props ? formatInstant(iso, i18n.language) : formatDay(iso, i18n.language)}
    </time>
  );
}
