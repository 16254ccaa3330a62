import type { Axis } from '../../spectrum/axis';
import { axis } from '../binary/axes';

/** Codes of x in the header of a spectrum. */
const X: Readonly<Record<number, Axis>> = {
  1: axis('wavenumber', 'cm-1', 'Wavenumbers (cm-1)'),
  2: axis('point-number', '1', 'Data points'),
  3: axis('wavelength', 'nm', 'Wavelength (nm)'),
  4: axis('wavelength', 'um', 'Wavelength (um)'),
  32: axis('raman-shift', 'cm-1', 'Raman shift (cm-1)'),
};

/** Codes of y. */
const Y: Readonly<Record<number, Axis>> = {
  11: axis('reflectance', '%', '%Reflectance'),
  12: axis('log-reflectance', '1', 'Log(1/R)'),
  15: axis('single-beam', 'arbitrary', 'Single Beam'),
  16: axis('transmittance', '%', '%Transmittance'),
  17: axis('absorbance', '1', 'Absorbance'),
  20: axis('kubelka-munk', '1', 'Kubelka-Munk'),
  21: axis('reflectance', '1', 'Reflectance'),
  22: axis('interferogram', 'V', 'Volts'),
  26: axis('photoacoustic', 'arbitrary', 'Photoacoustic'),
  31: axis('raman-intensity', 'arbitrary', 'Raman intensity'),
};

export const SCAN_X = axis('point-number', '1', 'Data points');
export const SCAN_Y = axis('interferogram', 'V', 'Volts');

export const xAxis = (code: number): Axis => X[code] ?? axis('unknown', 'unknown', `code ${code}`);
export const yAxis = (code: number): Axis => Y[code] ?? axis('unknown', 'unknown', `code ${code}`);
