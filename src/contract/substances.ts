import { z } from 'zod';
import { base, day, id, instant, optionalText, page, reason, rowVersion, shortText } from './base';

/** How well a fact is known: read at its source, read at second hand, general knowledge, or checked by a person of this laboratory. */
export const confidence = z.enum(['direct', 'indirect', 'general-knowledge', 'laboratory']);

/** A status of control between two dated decisions; `null` dates are unknown, never guessed. */
export const controlInterval = z.object({
  id,
  rowVersion,
  substanceId: id,
  convention: z.enum(['1961', '1971', '1988', 'national']),
  schedule: z.string(),
  fromDate: z.string().nullable(),
  fromPrecision: z.enum(['day', 'year', 'unknown']),
  /** With an unknown beginning: a year whose official list, as read by a source, already shows the substance. */
  listedByYear: z.string().nullable(),
  toDate: z.string().nullable(),
  toPrecision: z.enum(['day', 'year', 'unknown', 'in-force']),
  scope: z.string(),
  basis: z.array(z.string()),
  confidence,
  verifiedBy: z.string().nullable(),
  verifiedAt: instant.nullable(),
  /** The list and edition the person compared with. */
  verifiedAgainst: z.string().nullable(),
});
export type ControlInterval = z.infer<typeof controlInterval>;

export const substanceSummary = z.object({
  id,
  preferredName: z.string(),
  /** Name in the person's language where there is one, else the preferred one. */
  displayName: z.string(),
  substanceClass: z.string(),
  cas: z.string().nullable(),
  inchikey: z.string().nullable(),
  formula: z.string().nullable(),
  averageMass: z.number().nullable(),
});
export type SubstanceSummary = z.infer<typeof substanceSummary>;

export const substanceName = z.object({
  id,
  language: z.string(),
  name: z.string(),
  kind: z.enum(['preferred', 'synonym', 'systematic', 'inn', 'code']),
  source: z.string(),
});

export const substance = substanceSummary.extend({
  rowVersion,
  smiles: z.string().nullable(),
  monoisotopicMass: z.number().nullable(),
  source: z.string(),
  confidence,
  note: z.string(),
  names: z.array(substanceName),
  controls: z.array(controlInterval),
  referenceSpectra: z.int().nonnegative(),
  referenceLots: z.int().nonnegative(),
});
export type Substance = z.infer<typeof substance>;

export const controlListRow = controlInterval.extend({ substanceName: z.string(), substanceClass: z.string(), cas: z.string().nullable() });
export type ControlListRow = z.infer<typeof controlListRow>;

export const substances = {
  /** Search by any name in any script, CAS, InChIKey or formula; an empty text lists all. */
  search: base
    .input(page.extend({ text: z.string().max(200).default('') }))
    .output(z.object({ items: z.array(substanceSummary), total: z.int() })),
  get: base.input(z.object({ id })).output(substance),
  create: base
    .input(
      z.object({
        preferredName: shortText,
        substanceClass: optionalText,
        cas: z.string().max(20),
        inchikey: z.string().max(30),
        smiles: z.string().max(2000),
        note: optionalText,
      }),
    )
    .output(substance),
  update: base
    .input(
      z.object({
        id,
        rowVersion,
        preferredName: shortText,
        substanceClass: optionalText,
        cas: z.string().max(20),
        smiles: z.string().max(2000),
        note: optionalText,
        reason,
      }),
    )
    .output(substance),
  addName: base.input(z.object({ substanceId: id, language: z.string().min(2).max(12), name: shortText })).output(substance),
  control: {
    header: base.output(
      z.object({
        title: z.string(),
        version: z.string(),
        date: z.string(),
        rows: z.int(),
        verified: z.int(),
        sources: z.record(z.string(), z.string()),
      }),
    ),
    list: base
      .input(
        page.extend({
          text: z.string().max(200).default(''),
          verified: z.boolean().nullable().default(null),
          convention: z.string().max(20).nullable().default(null),
        }),
      )
      .output(z.object({ items: z.array(controlListRow), total: z.int() })),
    update: base
      .input(
        z.object({
          id,
          rowVersion,
          schedule: shortText,
          fromDate: z.string().max(10).nullable(),
          fromPrecision: z.enum(['day', 'year', 'unknown']),
          toDate: z.string().max(10).nullable(),
          toPrecision: z.enum(['day', 'year', 'unknown', 'in-force']),
          scope: optionalText,
          reason,
        }),
      )
      .output(controlInterval),
    /** A person of the laboratory compared the row with the current list; only such rows reach a report. */
    verify: base.input(z.object({ id, rowVersion, against: shortText, comparedOn: day })).output(controlInterval),
  },
};
