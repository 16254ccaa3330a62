/** What the numbers of an axis measure. `other`: the file names something else; `unknown`: it names nothing. */
export const QUANTITIES = [
  'wavenumber',
  'raman-shift',
  'wavelength',
  'frequency',
  'chemical-shift',
  'time',
  'drift-time',
  'mass-to-charge',
  'temperature',
  'voltage',
  'volume',
  'point-number',
  'absorbance',
  'transmittance',
  'reflectance',
  'log-reflectance',
  'kubelka-munk',
  'photoacoustic',
  'emission',
  'single-beam',
  'interferogram',
  'phase',
  'raman-intensity',
  'fluorescence-intensity',
  'intensity',
  'relative-abundance',
  'ion-current',
  'absorptivity',
  'other',
  'unknown',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** The unit of an axis, in plain letters. `1`: a pure number (absorbance, a fraction); `arbitrary`: the instrument's own scale. */
export const UNITS = [
  'cm-1',
  'nm',
  'um',
  'eV',
  'Hz',
  'kHz',
  'MHz',
  'GHz',
  'THz',
  'ppm',
  's',
  'ms',
  'us',
  'min',
  'h',
  'm/z',
  '%',
  '1',
  'counts',
  'counts/s',
  'V',
  'mV',
  'uV',
  'A',
  'pA',
  'nA',
  'degC',
  'K',
  'mAU',
  'AU',
  'mL',
  'L/(mol cm)',
  'arbitrary',
  'other',
  'unknown',
] as const;
export type Unit = (typeof UNITS)[number];

/** An axis as the file gives it: nothing is converted. `written` are the file's own words, '' where it has none. */
export interface Axis {
  readonly quantity: Quantity;
  readonly unit: Unit;
  readonly written: string;
}

/** The places of points along x, in file order. A regular axis is stored as its rule, so that no rounding is added. */
export type Abscissa =
  | { readonly kind: 'regular'; readonly axis: Axis; readonly first: number; readonly last: number; readonly count: number }
  | { readonly kind: 'explicit'; readonly axis: Axis; readonly values: Float64Array };

/** Number of places of an abscissa. */
export function abscissaLength(x: Abscissa): number {
  return x.kind === 'regular' ? x.count : x.values.length;
}

/** The places as an array of the axis's unit, in file order; the last place of a regular axis is exactly `last`. */
export function abscissaValues(x: Abscissa): Float64Array {
  if (x.kind === 'explicit') return x.values;
  const values = new Float64Array(x.count);
  const step = x.count > 1 ? (x.last - x.first) / (x.count - 1) : 0;
  for (let i = 0; i < x.count; i++) values[i] = x.first + i * step;
  if (x.count > 1) values[x.count - 1] = x.last;
  return values;
}
