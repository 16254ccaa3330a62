import type { Axis, Unit } from '../../spectrum/axis';
import type { ArrayEncoding } from './binary-array';

/** What an array holds. */
export type ArrayKind = 'm/z' | 'intensity' | 'time' | 'wavelength' | 'other';

/** Terms of the PSI-MS vocabulary that say how an array is written. */
export const ARRAY_ENCODINGS: ReadonlyMap<string, Partial<ArrayEncoding>> = new Map<string, Partial<ArrayEncoding>>([
  ['MS:1000519', { type: 'int32' }],
  ['MS:1000521', { type: 'float32' }],
  ['MS:1000522', { type: 'int64' }],
  ['MS:1000523', { type: 'float64' }],
  ['MS:1000574', { zlib: true }],
  ['MS:1000576', { zlib: false }],
  ['MS:1002312', { numpress: 'linear' }],
  ['MS:1002313', { numpress: 'pic' }],
  ['MS:1002314', { numpress: 'slof' }],
  ['MS:1002746', { numpress: 'linear', zlib: true }],
  ['MS:1002747', { numpress: 'pic', zlib: true }],
  ['MS:1002748', { numpress: 'slof', zlib: true }],
]);

/** Whether a term that is not among those says how an array is written: half-precision floats, strings, truncation, zstd. */
export function isOtherEncoding(name: string): boolean {
  return /compression|encoding|\bfloat\b|\binteger\b|\bstring\b/i.test(name);
}

export const ARRAY_KINDS: ReadonlyMap<string, ArrayKind> = new Map<string, ArrayKind>([
  ['MS:1000514', 'm/z'],
  ['MS:1000515', 'intensity'],
  ['MS:1000595', 'time'],
  ['MS:1000617', 'wavelength'],
  ['MS:1000516', 'other'],
  ['MS:1000517', 'other'],
  ['MS:1000786', 'other'],
]);

const TIME_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['UO:0000010', 's'],
  ['UO:0000028', 'ms'],
  ['UO:0000031', 'min'],
  ['UO:0000032', 'h'],
  // Terms of the vocabulary before it took its units from the Unit Ontology.
  ['MS:1000038', 'min'],
  ['MS:1000039', 's'],
]);

const INTENSITY_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['MS:1000131', 'counts'],
  ['MS:1000132', '%'],
  ['MS:1000814', 'counts/s'],
  ['UO:0000269', 'AU'],
]);

/** Seconds of a unit of time. */
export const SECONDS: Readonly<Partial<Record<Unit, number>>> = { ms: 0.001, s: 1, min: 60, h: 3600 };

export function timeAxis(unit: string, written: string): Axis {
  return { quantity: 'time', unit: TIME_UNITS.get(unit) ?? (unit === '' ? 'unknown' : 'other'), written };
}

export function intensityAxis(unit: string, written: string): Axis {
  return { quantity: 'intensity', unit: INTENSITY_UNITS.get(unit) ?? (unit === '' ? 'unknown' : 'other'), written };
}
