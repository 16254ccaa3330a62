import { languageOf } from '../../i18n/languages';

const formats = new Map<string, Intl.NumberFormat>();

/** A number on an axis: fixed decimals, and no separator in four digits, as the field writes 4000 cm⁻¹. */
export function formatPlotNumber(value: number, language: string, decimals: number): string {
  const key = `${language} ${decimals}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(languageOf(language).locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: 'min2',
      signDisplay: 'negative',
    });
    formats.set(key, format);
  }
  return format.format(value);
}

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
