import type { Axis } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';
import { abscissaAxis, ordinateAxis } from './axes';

const ABSCISSAE: Readonly<Record<string, string>> = {
  'wavenumber cm-1': '1/CM',
  'raman-shift cm-1': '1/CM',
  'wavelength nm': 'NANOMETERS',
  'wavelength um': 'MICROMETERS',
  'time s': 'SECONDS',
  'time ms': 'MILLISECONDS',
  'time us': 'MICROSECONDS',
  'time min': 'MINUTES',
  'time h': 'HOURS',
  'drift-time s': 'SECONDS',
  'drift-time ms': 'MILLISECONDS',
  'drift-time us': 'MICROSECONDS',
  'mass-to-charge m/z': 'M/Z',
  'frequency Hz': 'HZ',
  'chemical-shift ppm': 'PPM',
  'other arbitrary': 'ARBITRARY UNITS',
};

const ORDINATES: Readonly<Record<string, string>> = {
  'transmittance 1': 'TRANSMITTANCE',
  'transmittance %': 'PERCENT TRANSMITTANCE',
  'absorbance 1': 'ABSORBANCE',
  'absorbance mAU': 'MAU',
  'absorbance AU': 'AU',
  'reflectance 1': 'REFLECTANCE',
  'reflectance %': '% REFLECTANCE',
  'log-reflectance 1': 'LOG(1/R)',
  'kubelka-munk 1': 'KUBELKA-MUNK',
  'photoacoustic arbitrary': 'PHOTOACOUSTIC',
  'emission arbitrary': 'EMISSION',
  'single-beam arbitrary': 'SINGLE BEAM',
  'interferogram arbitrary': 'INTERFEROGRAM',
  'raman-intensity arbitrary': 'RAMAN INTENSITY',
  'fluorescence-intensity arbitrary': 'INTENSITY',
  'intensity arbitrary': 'ARBITRARY UNITS',
  'intensity counts': 'COUNTS',
  'intensity counts/s': 'COUNTS/S',
  'relative-abundance arbitrary': 'RELATIVE ABUNDANCE',
  'ion-current A': 'AMPERES',
  'ion-current nA': 'NANOAMPERES',
  'ion-current pA': 'PICOAMPERES',
  'voltage V': 'VOLTS',
  'voltage mV': 'MV',
};

/** The words of XUNITS: the axis's own where they are read back to the same axis, else the standard's for it. */
export function abscissaWords(axis: Axis, technique: Technique): string {
  return wordsOf(axis, ABSCISSAE, (written) => abscissaAxis(written, technique));
}

export function ordinateWords(axis: Axis, technique: Technique): string {
  return wordsOf(axis, ORDINATES, (written) => ordinateAxis(written, technique));
}

function wordsOf(axis: Axis, table: Readonly<Record<string, string>>, read: (written: string) => Axis): string {
  const again = read(axis.written);
  if (axis.written !== '' && again.quantity === axis.quantity && again.unit === axis.unit) return axis.written;
  return table[`${axis.quantity} ${axis.unit}`] ?? (axis.written !== '' ? axis.written : axis.unit === 'unknown' ? '' : axis.unit);
}

/** The words of DATA TYPE (JCAMP-DX 4.24, 5.00 for mass spectra, 5.01 for ion mobility). */
export const DATA_TYPES: Readonly<Record<Exclude<Technique, 'nmr' | 'nmr-fid'>, string>> = {
  infrared: 'INFRARED SPECTRUM',
  'near-infrared': 'NEAR INFRARED SPECTRUM',
  raman: 'RAMAN SPECTRUM',
  'uv-visible': 'UV/VIS SPECTRUM',
  fluorescence: 'FLUORESCENCE SPECTRUM',
  'ion-mobility': 'ION MOBILITY SPECTRUM',
  chromatography: 'CHROMATOGRAM',
  'mass-spectrometry': 'CONTINUOUS MASS SPECTRUM',
  other: 'OTHER',
  unknown: '',
};
