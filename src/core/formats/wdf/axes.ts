import type { Axis, Quantity, Unit } from '../../spectrum/axis';
import { axis } from '../binary/axes';

/** Names of units, by their codes. */
const UNITS: readonly string[] = [
  'arbitrary',
  'Raman shift (cm-1)',
  'wavenumber (cm-1)',
  'nm',
  'eV',
  'um',
  'counts',
  'electrons',
  'mm',
  'm',
  'K',
  'Pa',
  's',
  'ms',
  'h',
  'd',
  'pixels',
  'intensity',
  'relative intensity',
  'degrees',
  'radians',
  'degC',
  'degF',
  'K/min',
  'FILETIME',
];

export const TIME_STAMP = 24;

export const unitName = (code: number): string => UNITS[code] ?? `code ${code}`;

const X: Readonly<Record<number, readonly [Quantity, Unit]>> = {
  1: ['raman-shift', 'cm-1'],
  2: ['wavenumber', 'cm-1'],
  3: ['wavelength', 'nm'],
  4: ['other', 'eV'],
  5: ['wavelength', 'um'],
  16: ['point-number', '1'],
};

const Y: Readonly<Record<number, readonly [Quantity, Unit]>> = {
  0: ['intensity', 'arbitrary'],
  6: ['intensity', 'counts'],
  7: ['intensity', 'other'],
  17: ['intensity', 'arbitrary'],
  18: ['intensity', 'arbitrary'],
};

const of = (table: typeof X, code: number): Axis => {
  const [quantity, unit] = table[code] ?? (['unknown', 'unknown'] as const);
  return axis(quantity, unit, unitName(code));
};

export const xAxis = (code: number): Axis => of(X, code);
export const yAxis = (code: number): Axis => of(Y, code);
