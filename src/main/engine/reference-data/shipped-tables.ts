import { z } from 'zod';
import { confidence } from '../../../contract/substances';

const header = z.object({ title: z.string(), version: z.string(), date: z.iso.date(), sources: z.record(z.string(), z.string()) });

const decision = z.object({ date: z.string().nullable(), precision: z.enum(['day', 'year', 'unknown']), notAfter: z.string().optional() });

/** resources/control-list: substances under the conventions of 1961, 1971 and 1988. */
export const controlList = header.extend({
  format: z.literal('aliquot-control-list/1'),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      synonyms: z.array(z.string()),
      class: z.string(),
      cas: z.string().nullable(),
      formula: z.string().nullable(),
      smiles: z.string().nullable(),
      inchikey: z.string().nullable(),
      control: z.array(
        z.object({
          convention: z.enum(['1961', '1971', '1988']),
          schedule: z.string(),
          from: decision,
          to: decision.nullable(),
          basis: z.array(z.string()),
          confidence,
          known: z.string().optional(),
        }),
      ),
      confidence,
      structureSources: z.string().nullable(),
      notes: z.array(z.string()).optional(),
      corrected: z.object({ fields: z.array(z.string()), why: z.string(), by: z.string() }).optional(),
    }),
  ),
});
export type ControlList = z.infer<typeof controlList>;

/** resources/substance-names: names by language. */
export const substanceNames = header.extend({
  format: z.literal('aliquot-substance-names/1'),
  rows: z.array(
    z.object({
      name: z.string(),
      inchikey: z.string().nullable(),
      controlListRow: z.string().optional(),
      names: z.record(z.string(), z.array(z.string())),
      basis: z.string(),
    }),
  ),
});
export type SubstanceNames = z.infer<typeof substanceNames>;

/** resources/starter-ions: principal EI ions, for orientation alone. */
export const starterIons = header.extend({
  format: z.literal('aliquot-principal-ions/1'),
  statement: z.string(),
  rows: z.array(
    z.object({
      name: z.string(),
      group: z.string(),
      controlListRow: z.string().optional(),
      cas: z.string().nullable(),
      formula: z.string(),
      nominalMass: z.number(),
      smiles: z.string(),
      inchikey: z.string(),
      ions: z.array(z.tuple([z.number(), z.number()])),
      molecularIonShown: z.boolean(),
      source: z.object({ code: z.string(), entry: z.string(), what: z.string(), licence: z.string().optional() }),
      howWellKnown: z.string(),
    }),
  ),
});
export type StarterIons = z.infer<typeof starterIons>;
