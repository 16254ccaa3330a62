import type { Axis, Quantity, Unit } from '../../spectrum/axis';
import { axis, axisOfLabel } from '../binary/axes';

type Row = readonly [Quantity, Unit, string];

/** Codes of x, z and w (SPC.H: XARB …), with the words the maker's programs show. */
const X: Readonly<Record<number, Row>> = {
  0: ['unknown', 'arbitrary', 'Arbitrary'],
  1: ['wavenumber', 'cm-1', 'Wavenumber (cm-1)'],
  2: ['wavelength', 'um', 'Micrometers'],
  3: ['wavelength', 'nm', 'Nanometers'],
  4: ['time', 's', 'Seconds'],
  5: ['time', 'min', 'Minutes'],
  6: ['frequency', 'Hz', 'Hertz'],
  7: ['frequency', 'kHz', 'Kilohertz'],
  8: ['frequency', 'MHz', 'Megahertz'],
  9: ['mass-to-charge', 'm/z', 'Mass (M/z)'],
  10: ['chemical-shift', 'ppm', 'Parts per million'],
  11: ['time', 'other', 'Days'],
  12: ['time', 'other', 'Years'],
  13: ['raman-shift', 'cm-1', 'Raman Shift (cm-1)'],
  14: ['other', 'eV', 'Electron Volt'],
  16: ['point-number', '1', 'Diode Number'],
  17: ['point-number', '1', 'Channel'],
  18: ['other', 'other', 'Degrees'],
  19: ['temperature', 'other', 'Temperature (F)'],
  20: ['temperature', 'degC', 'Temperature (C)'],
  21: ['temperature', 'K', 'Temperature (K)'],
  22: ['point-number', '1', 'Data Points'],
  23: ['time', 'ms', 'Milliseconds'],
  24: ['time', 'us', 'Microseconds'],
  25: ['time', 'other', 'Nanoseconds'],
  26: ['frequency', 'GHz', 'Gigahertz'],
  27: ['other', 'other', 'Centimeters'],
  28: ['other', 'other', 'Meters'],
  29: ['other', 'other', 'Millimeters'],
  30: ['time', 'h', 'Hours'],
  255: ['point-number', '1', 'Double interferogram'],
};

/** Codes of y (SPC.H: YARB …). */
const Y: Readonly<Record<number, Row>> = {
  0: ['intensity', 'arbitrary', 'Arbitrary Intensity'],
  1: ['interferogram', 'arbitrary', 'Interferogram'],
  2: ['absorbance', '1', 'Absorbance'],
  3: ['kubelka-munk', '1', 'Kubelka-Munk'],
  4: ['intensity', 'counts', 'Counts'],
  5: ['voltage', 'V', 'Volts'],
  6: ['other', 'other', 'Degrees'],
  7: ['other', 'other', 'Milliamps'],
  8: ['other', 'other', 'Millimeters'],
  9: ['voltage', 'mV', 'Millivolts'],
  10: ['log-reflectance', '1', 'Log (1/R)'],
  11: ['other', '%', 'Percent'],
  12: ['intensity', 'arbitrary', 'Intensity'],
  13: ['intensity', 'arbitrary', 'Relative Intensity'],
  14: ['other', 'other', 'Energy'],
  16: ['other', 'other', 'Decibel'],
  19: ['temperature', 'other', 'Temperature (F)'],
  20: ['temperature', 'degC', 'Temperature (C)'],
  21: ['temperature', 'K', 'Temperature (K)'],
  22: ['other', '1', 'Index of Refraction (N)'],
  23: ['other', '1', 'Extinction Coeff. (K)'],
  24: ['other', 'arbitrary', 'Real'],
  25: ['other', 'arbitrary', 'Imaginary'],
  26: ['other', 'arbitrary', 'Complex'],
  128: ['transmittance', 'unknown', 'Transmission'],
  129: ['reflectance', 'unknown', 'Reflectance'],
  130: ['single-beam', 'arbitrary', 'Arbitrary or Single Beam with Valley Peaks'],
  131: ['emission', 'arbitrary', 'Emission'],
};

/** The axis of a code. The file's own label is shown instead of the code's words, and read where the code says nothing. */
function axisOf(table: Readonly<Record<number, Row>>, code: number, label: string): Axis {
  const row = table[code] ?? (['unknown', 'unknown', label === '' ? `code ${code}` : ''] as const);
  const [quantity, unit, words] = row;
  const told = code === 0 && label !== '' ? axisOfLabel(label) : undefined;
  return told ?? axis(quantity, unit, label === '' ? words : label);
}

export const xAxis = (code: number, label: string): Axis => axisOf(X, code, label);
export const yAxis = (code: number, label: string): Axis => axisOf(Y, code, label);

/** The name and unit of z or w as a coordinate: the words of the file or the code. */
export function coordinate(code: number, label: string, name: 'z' | 'w'): { readonly name: string; readonly unit: string } {
  const { quantity, unit, written } = xAxis(code, label);
  const known = unit !== 'other' && unit !== 'unknown' && unit !== 'arbitrary';
  return { name: quantity === 'unknown' || quantity === 'other' ? (label === '' ? name : label) : quantity, unit: known ? unit : written };
}

/**
 * Whether transmittance or reflectance is in percent or a fraction, which no code tells: above 2 it can be no fraction. The caller says in a
 * warning that this was concluded.
 */
export function unitByRange(values: Float64Array): Unit {
  let greatest = 0;
  for (const value of values) if (value > greatest) greatest = value;
  return greatest > 2 ? '%' : '1';
}
