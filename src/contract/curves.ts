import { z } from 'zod';
import { QUANTITIES, UNITS } from '../core/spectrum/axis';
import { CONDITION_TERMS } from '../core/spectrum/conditions';
import { TECHNIQUES, TRACE_ROLES } from '../core/spectrum/curves';

/** The model of `core/spectrum` on the wire. */

/** Numbers as a typed array. */
export const doubles = z.custom<Float64Array>((value) => value instanceof Float64Array);
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const quantity = z.enum(QUANTITIES);
export const unit = z.enum(UNITS);
export const technique = z.enum(TECHNIQUES);
export const traceRole = z.enum(TRACE_ROLES);
/** Each has its words in the catalogue. */
export const conditionField = z.enum(CONDITION_TERMS);

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
