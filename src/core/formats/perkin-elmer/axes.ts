import type { Axis, Quantity, Unit } from '../../spectrum/axis';
import { axis } from '../binary/axes';

const X: Readonly<Record<string, readonly [Quantity, Unit]>> = {
  'CM-1': ['wavenumber', 'cm-1'],
  NM: ['wavelength', 'nm'],
  UM: ['wavelength', 'um'],
  MICROMETER: ['wavelength', 'um'],
};

const Y: Readonly<Record<string, readonly [Quantity, Unit]>> = {
  A: ['absorbance', '1'],
  ABS: ['absorbance', '1'],
  '%T': ['transmittance', '%'],
  T: ['transmittance', '1'],
  '%R': ['reflectance', '%'],
  R: ['reflectance', '1'],
  EGY: ['single-beam', 'arbitrary'],
  KM: ['kubelka-munk', '1'],
  'K-M': ['kubelka-munk', '1'],
  'LOG(1/R)': ['log-reflectance', '1'],
  INT: ['intensity', 'arbitrary'],
};

const of = (table: Readonly<Record<string, readonly [Quantity, Unit]>>, label: string): Axis => {
  const [quantity, unit] = table[label.toUpperCase().replace(/\s/g, '')] ?? (['unknown', 'unknown'] as const);
  return axis(quantity, unit, label);
};

/** The axis of a label as the maker's programs write it. */
export const xAxis = (label: string): Axis => of(X, label);
export const yAxis = (label: string): Axis => of(Y, label);
