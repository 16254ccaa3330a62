import { languageOf } from '../../i18n/languages';

const formats = new Map<string, Intl.NumberFormat>();

/** m/z to three decimals at most, and no separator in four digits: `1060.265`. */
export function formatMz(value: number, language: string): string {
  const key = `${language} m/z`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(languageOf(language).locale, { maximumFractionDigits: 3, useGrouping: 'min2' });
    formats.set(key, format);
  }
  return format.format(value);
}
