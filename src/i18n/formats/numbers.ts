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

/** A number on an axis: fixed decimals, and no separator in four digits, as the field writes 4000 cm⁻¹. */
export function formatPlotNumber(value: number, language: string, decimals: number): string {
  return numberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: 'min2',
    signDisplay: 'negative',
  }).format(value);
}

/** A match factor, which runs to 1000 and is written without a separator. */
export function formatFactor(value: number, language: string): string {
  return numberFormat(language, { maximumFractionDigits: 0, useGrouping: 'min2' }).format(value);
}

/** A value as one reads it: six significant digits, by powers of ten where it is very large or very small. */
export function formatReading(value: number, language: string): string {
  const size = Math.abs(value);
  const far = size !== 0 && (size >= 1e7 || size < 1e-4);
  return numberFormat(language, {
    maximumSignificantDigits: far ? 5 : 6,
    useGrouping: 'min2',
    notation: far ? 'scientific' : 'standard',
  }).format(value);
}
