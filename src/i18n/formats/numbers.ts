import { languageOf } from '../languages';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(languageOf(language).locale, options);
  formats.set(key, made);
  return made;
}

/** A number as the language writes it; `decimals` fixes the places, otherwise at most three are shown. */
export function formatNumber(value: number, language: string, decimals?: number): string {
  const options =
    decimals === undefined ? { maximumFractionDigits: 3 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberFormat(language, options).format(value);
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes in steps of 1000 with the SI prefix. */
export function formatBytes(bytes: number, language: string): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, language, unit === 0 || value >= 100 ? 0 : 1)}\u00a0${BYTE_UNITS[unit]}`;
}

/** A share between 0 and 1 as a percentage. */
export function formatShare(share: number, language: string, decimals = 0): string {
  return numberFormat(language, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(share);
}
