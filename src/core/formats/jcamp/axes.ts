import type { Axis, Quantity, Unit } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';

type Meaning = readonly [quantity: Quantity, unit: Unit];

/** Words of `XUNITS` and `UNITS` as files write them, in capitals without blanks, `_`, `.` and `-`. */
const ABSCISSAE: Readonly<Record<string, Meaning>> = {
  '1/CM': ['wavenumber', 'cm-1'],
  CM1: ['wavenumber', 'cm-1'],
  'CM^1': ['wavenumber', 'cm-1'],
  WAVENUMBER: ['wavenumber', 'cm-1'],
  WAVENUMBERS: ['wavenumber', 'cm-1'],
  'WAVENUMBER(CM1)': ['wavenumber', 'cm-1'],
  'WAVENUMBERS(CM1)': ['wavenumber', 'cm-1'],
  'RAMANSHIFT(CM1)': ['raman-shift', 'cm-1'],
  RAMANSHIFT: ['raman-shift', 'cm-1'],
  NANOMETERS: ['wavelength', 'nm'],
  NANOMETER: ['wavelength', 'nm'],
  NANOMETRES: ['wavelength', 'nm'],
  NM: ['wavelength', 'nm'],
  WAVELENGTH: ['wavelength', 'unknown'],
  'WAVELENGTH(NM)': ['wavelength', 'nm'],
  'WAVELENGTH(UM)': ['wavelength', 'um'],
  MICROMETERS: ['wavelength', 'um'],
  MICROMETRES: ['wavelength', 'um'],
  MICRONS: ['wavelength', 'um'],
  UM: ['wavelength', 'um'],
  HZ: ['frequency', 'Hz'],
  HERTZ: ['frequency', 'Hz'],
  MHZ: ['frequency', 'MHz'],
  PPM: ['chemical-shift', 'ppm'],
  SECONDS: ['time', 's'],
  SECOND: ['time', 's'],
  SEC: ['time', 's'],
  S: ['time', 's'],
  MILLISECONDS: ['time', 'ms'],
  MICROSECONDS: ['time', 'us'],
  MINUTES: ['time', 'min'],
  MINUTE: ['time', 'min'],
  MIN: ['time', 'min'],
  HOURS: ['time', 'h'],
  TIME: ['time', 'unknown'],
  'M/Z': ['mass-to-charge', 'm/z'],
  MZ: ['mass-to-charge', 'm/z'],
  EV: ['other', 'eV'],
  V: ['voltage', 'V'],
  VOLTS: ['voltage', 'V'],
  VVSREF: ['voltage', 'V'],
  MV: ['voltage', 'mV'],
  '°C': ['temperature', 'degC'],
  DEGC: ['temperature', 'degC'],
  CELSIUS: ['temperature', 'degC'],
  K: ['temperature', 'K'],
  KELVIN: ['temperature', 'K'],
  ML: ['volume', 'mL'],
  VOLUME: ['volume', 'unknown'],
  ARBITRARY: ['other', 'arbitrary'],
  ARBITRARYUNITS: ['other', 'arbitrary'],
};

const ORDINATES: Readonly<Record<string, Meaning>> = {
  TRANSMITTANCE: ['transmittance', '1'],
  TRANSMISSION: ['transmittance', '1'],
  'TRANSMISSION(%)': ['transmittance', '%'],
  'TRANSMITTANCE(%)': ['transmittance', '%'],
  '%TRANSMITTANCE': ['transmittance', '%'],
  '%TRANSMISSION': ['transmittance', '%'],
  PERCENTTRANSMITTANCE: ['transmittance', '%'],
  PERCENTTRANSMISSION: ['transmittance', '%'],
  '%T': ['transmittance', '%'],
  ABSORBANCE: ['absorbance', '1'],
  'ABSORBANCE(A.U.)': ['absorbance', '1'],
  MAU: ['absorbance', 'mAU'],
  AU: ['absorbance', 'AU'],
  REFLECTANCE: ['reflectance', '1'],
  '%REFLECTANCE': ['reflectance', '%'],
  'REFLECTANCE(%)': ['reflectance', '%'],
  'LOG(1/R)': ['log-reflectance', '1'],
  KUBELKAMUNK: ['kubelka-munk', '1'],
  KUBELKAMUNKUNITS: ['kubelka-munk', '1'],
  PHOTOACOUSTIC: ['photoacoustic', 'arbitrary'],
  EMISSION: ['emission', 'arbitrary'],
  EMITTANCE: ['emission', 'arbitrary'],
  SINGLEBEAM: ['single-beam', 'arbitrary'],
  INTERFEROGRAM: ['interferogram', 'arbitrary'],
  RAMANINTENSITY: ['raman-intensity', 'arbitrary'],
  INTENSITY: ['intensity', 'arbitrary'],
  ARBITRARY: ['intensity', 'arbitrary'],
  ARBITRARYUNITS: ['intensity', 'arbitrary'],
  POWER: ['intensity', 'arbitrary'],
  RELATIVEABUNDANCE: ['relative-abundance', 'arbitrary'],
  RELATIVEINTENSITY: ['relative-abundance', 'arbitrary'],
  COUNTS: ['intensity', 'counts'],
  'COUNTS/S': ['intensity', 'counts/s'],
  CPS: ['intensity', 'counts/s'],
  A: ['ion-current', 'A'],
  AMPERES: ['ion-current', 'A'],
  PICOAMPERES: ['ion-current', 'pA'],
  NANOAMPERES: ['ion-current', 'nA'],
  VOLTS: ['voltage', 'V'],
  V: ['voltage', 'V'],
  MV: ['voltage', 'mV'],
  '°C': ['temperature', 'degC'],
  S: ['time', 's'],
  SECONDS: ['time', 's'],
  'L/(MOLCM)': ['absorptivity', 'L/(mol cm)'],
};

function unitKey(written: string): string {
  return written
    .slice(0, 80)
    .toUpperCase()
    .replace(/µ|Μ/g, 'U')
    .replace(/[\s_-]/g, '')
    .replace(/^(.+)\[(.+)\]$/, '$1($2)')
    .replace(/\(1\/CM\)$/, '(CM1)')
    .replace(/\.$/, '');
}

function meaningOf(table: Readonly<Record<string, Meaning>>, written: string): Meaning {
  const key = unitKey(written);
  if (key === '') return ['unknown', 'unknown'];
  return (Object.hasOwn(table, key) ? table[key] : undefined) ?? ['other', 'other'];
}

/** The axis of an abscissa. A wavenumber of a Raman spectrum is a shift, a time of ion mobility is a drift time. */
export function abscissaAxis(written: string, technique: Technique): Axis {
  const [quantity, unit] = meaningOf(ABSCISSAE, written);
  if (technique === 'raman' && quantity === 'wavenumber') return { quantity: 'raman-shift', unit, written };
  if (technique === 'ion-mobility' && quantity === 'time') return { quantity: 'drift-time', unit, written };
  return { quantity, unit, written };
}

/** The axis of an ordinate. The arbitrary scale of a Raman spectrum is a Raman intensity. */
export function ordinateAxis(written: string, technique: Technique): Axis {
  const [quantity, unit] = meaningOf(ORDINATES, written);
  if (technique === 'raman' && quantity === 'intensity') return { quantity: 'raman-intensity', unit, written };
  if (technique === 'fluorescence' && quantity === 'intensity') return { quantity: 'fluorescence-intensity', unit, written };
  return { quantity, unit, written };
}

const TECHNIQUES: readonly (readonly [words: RegExp, technique: Technique])[] = [
  [/\bFID\b/, 'nmr-fid'],
  [/NMR|NUCLEAR MAGNETIC/, 'nmr'],
  [/ION MOBILITY|\bIMS\b/, 'ion-mobility'],
  [/RAMAN/, 'raman'],
  [/CHROMATOGR|HPLC|\bGC\b|\bLC\b/, 'chromatography'],
  [/MASS SPECTR/, 'mass-spectrometry'],
  [/NEAR[ -]?INFRARED|\bNIR\b/, 'near-infrared'],
  [/INFRARED|FT-?IR|\bIR\b/, 'infrared'],
  [/FLUORESCENCE|LUMINESCENCE/, 'fluorescence'],
  [/\bUV\b|UV-|ULTRAVIOLET|VISIBLE/, 'uv-visible'],
];

/** The technique a DATA TYPE names; `unknown` when the file gives none. */
export function techniqueOf(dataType: string): Technique {
  const words = dataType.slice(0, 200).toUpperCase().replaceAll('_', ' ').trim();
  if (words === '') return 'unknown';
  return TECHNIQUES.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}

/** What the axes of a record leave no doubt about, where the file names no technique. */
export function techniqueOfAxes(x: Axis, y: Axis): Technique | undefined {
  const optical = y.quantity === 'absorbance' || y.quantity === 'transmittance' || y.quantity === 'reflectance';
  if (x.quantity === 'wavenumber' && optical) return 'infrared';
  if (y.quantity === 'raman-intensity' && x.unit === 'cm-1') return 'raman';
  return x.quantity === 'mass-to-charge' ? 'mass-spectrometry' : undefined;
}
