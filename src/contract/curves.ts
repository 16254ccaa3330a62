import { z } from 'zod';
import type { Quantity, Unit } from '../core/spectrum/axis';
import type { Conditions } from '../core/spectrum/conditions';
import type { Technique, TraceRole } from '../core/spectrum/curves';

/** The model of `core/spectrum` on the wire. */

/** Numbers as a typed array. */
export const doubles = z.custom<Float64Array>((value) => value instanceof Float64Array);
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const quantity = z.enum([
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
] as const satisfies readonly Quantity[]);

export const unit = z.enum([
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
] as const satisfies readonly Unit[]);

export const technique = z.enum([
  'infrared',
  'near-infrared',
  'raman',
  'uv-visible',
  'fluorescence',
  'nmr',
  'nmr-fid',
  'ion-mobility',
  'chromatography',
  'mass-spectrometry',
  'other',
  'unknown',
] as const satisfies readonly Technique[]);

export const traceRole = z.enum([
  'measured',
  'sample-single-beam',
  'background-single-beam',
  'interferogram',
  'phase',
  'real',
  'imaginary',
  'peaks',
  'other',
] as const satisfies readonly TraceRole[]);

/** The terms of `Conditions`; each has its words in the catalogue. */
export const conditionField = z.enum([
  'sample',
  'measuredAt',
  'instrument',
  'instrumentSerial',
  'software',
  'operator',
  'method',
  'vial',
  'injection',
  'injectionVolume',
  'resolution',
  'accessory',
  'laser',
  'laserPower',
  'exposure',
  'accumulations',
  'detector',
  'beamsplitter',
  'source',
  'apodisation',
  'temperature',
  'pathLength',
  'state',
  'solvent',
  'nucleus',
  'frequency',
  'ionisation',
  'column',
  'comment',
] as const satisfies readonly (keyof Conditions)[]);

export const conditions = z.partialRecord(conditionField, z.string());

export const axis = z.object({ quantity, unit, written: z.string() });

/** Places along x, in file order: a rule where they are regular, so that no rounding is added. */
export const abscissa = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('regular'), axis, first: z.number(), last: z.number(), count: z.int().nonnegative() }),
  z.object({ kind: z.literal('explicit'), axis, values: doubles }),
]);

/** One run of points, exactly as in the file; a missing value is NaN. */
export const trace = z.object({
  label: z.string(),
  role: traceRole,
  form: z.enum(['line', 'sticks']),
  x: abscissa,
  y: z.object({ axis, values: doubles }),
  notes: z
    .array(z.object({ point: z.int(), text: z.string() }))
    .readonly()
    .optional(),
});
export type WireTrace = z.infer<typeof trace>;

export const statedIdentity = z.object({
  name: z.string(),
  synonyms: z.array(z.string()).readonly(),
  cas: z.string().optional(),
  inchikey: z.string().optional(),
  inchi: z.string().optional(),
  smiles: z.string().optional(),
  formula: z.string().optional(),
  molecularMass: z.number().optional(),
  exactMass: z.number().optional(),
});

export const verbatimFields = z.array(z.object({ field: z.string(), value: z.string(), line: z.int().optional() })).readonly();

export const position = z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })).readonly();
