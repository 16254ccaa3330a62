import { z } from 'zod';
import { base, day, id, instant, language, optionalText, reason, rowVersion, shortText } from './base';

export const laboratoryRecord = z.object({
  rowVersion,
  name: z.string(),
  address: z.string(),
  country: z.string(),
  language,
  phone: z.string(),
  email: z.string(),
  accreditation: z.string(),
  /** IANA time zone in which reports print local times. */
  timeZone: z.string(),
  lockAfterMinutes: z.int().min(1).max(240),
});
export type LaboratoryRecord = z.infer<typeof laboratoryRecord>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What a person may write into it. A zone that nobody knows would stop every report. */
const laboratoryFields = z.object({
  rowVersion,
  name: shortText,
  address: optionalText,
  country: z.string().length(2),
  language,
  phone: optionalText,
  email: optionalText,
  accreditation: optionalText,
  timeZone: z.string().min(1).max(100).refine(isTimeZone),
  lockAfterMinutes: laboratoryRecord.shape.lockAfterMinutes,
});

const customerFields = z.object({
  name: shortText,
  address: optionalText,
  contactPerson: optionalText,
  email: optionalText,
  phone: optionalText,
});
export const customer = customerFields.extend({ id, rowVersion, retiredAt: instant.nullable() });
export type Customer = z.infer<typeof customer>;

/** Tolerances a comparison is computed with; each is the laboratory's own, set when the method was validated. */
export const comparisonTolerances = z.object({
  /** |t_sample − t_reference| allowed, minutes. */
  retentionTimeMinutes: z.number().positive(),
  /** Allowed relative deviation of an ion's ratio to the base ion, percent. */
  ionRatioPercent: z.number().positive().max(100),
  /** Least identity match factor (0–999) against the reference of the same batch. */
  matchFactor: z.int().min(0).max(999),
  diagnosticIonsNeeded: z.int().min(1).max(12),
  /** A blank is clean while its diagnostic ions stay below this share of the sample's, percent. */
  blankPercent: z.number().positive().max(100),
});
export type ComparisonTolerances = z.infer<typeof comparisonTolerances>;

/**
 * Tolerances a method may state. The bounds are our own and wide: they keep out what would let any sample pass (a window of minutes,
 * an ion ratio that an absent ion meets, a score of unlike spectra, fewer ions than docs/methods/gate.md asks for). Methods
 * stored before the bounds are read as they are.
 */
const acceptableTolerances = z.object({
  retentionTimeMinutes: z.number().positive().max(2),
  ionRatioPercent: z.number().positive().max(99),
  matchFactor: z.int().min(500).max(999),
  diagnosticIonsNeeded: z.int().min(3).max(12),
  blankPercent: z.number().positive().max(20),
});

const methodFields = z.object({
  title: shortText,
  /** The technique whose spectrum or reaction it gives; `gcms` methods count as `gc` and `ms`. */
  kind: z.enum(['gcms', 'colour', 'ir', 'raman', 'tlc', 'lc', 'uvvis', 'other']),
  procedureReference: optionalText,
  solvent: optionalText,
  stationaryPhase: optionalText,
  validatedOn: day.nullable(),
  validationReference: optionalText,
  tolerances: comparisonTolerances.nullable(),
});
const statedMethod = methodFields.extend({ tolerances: acceptableTolerances.nullable() });
export const method = methodFields.extend({
  id,
  rowVersion,
  code: z.string(),
  version: z.int().positive(),
  validFrom: instant,
  retiredAt: instant.nullable(),
});
export type Method = z.infer<typeof method>;

const instrumentFields = z.object({
  name: shortText,
  maker: optionalText,
  model: optionalText,
  serialNumber: optionalText,
  kind: z.enum(['gcms', 'ir', 'raman', 'balance', 'other']),
  inService: z.boolean(),
  calibratedOn: day.nullable(),
  calibrationDueOn: day.nullable(),
});
export const instrument = instrumentFields.extend({ id, rowVersion, code: z.string() });
export type Instrument = z.infer<typeof instrument>;

export const laboratory = {
  get: base.output(laboratoryRecord),
  update: base.input(laboratoryFields.extend({ reason })).output(laboratoryRecord),
  customers: {
    list: base.output(z.array(customer)),
    create: base.input(customerFields).output(customer),
    update: base.input(customerFields.extend({ id, rowVersion, reason })).output(customer),
  },
  methods: {
    /** Every version, newest first; `retiredAt` marks the replaced ones. */
    list: base.output(z.array(method)),
    create: base.input(statedMethod).output(method),
    /** A change is a new version; the old one stays and keeps its results. */
    revise: base.input(statedMethod.extend({ id, rowVersion, reason })).output(method),
  },
  instruments: {
    list: base.output(z.array(instrument)),
    create: base.input(instrumentFields).output(instrument),
    update: base.input(instrumentFields.extend({ id, rowVersion, reason })).output(instrument),
  },
};
