import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatFormula } from '../../src/core/chemistry/formula';
import { readCas } from '../../src/core/chemistry/identifiers';
import { readSmiles } from '../../src/core/chemistry/structure';
import { inchikeyOf } from './inchikey';
import { inchikeyText, readResource } from './read-resource';

const list = readResource(
  'starter-ions/principal-ei-ions.json',
  z.looseObject({
    use: z.literal('orientation-only'),
    supportsConclusion: z.literal(false),
    mayAppearInReport: z.literal(false),
    sources: z.record(z.string(), z.string()),
    howWellKnown: z.record(z.string(), z.string()),
    rows: z.array(
      z.strictObject({
        name: z.string().min(1),
        group: z.string(),
        controlListRow: z.string().optional(),
        cas: z.string().nullable(),
        formula: z.string(),
        nominalMass: z.int().positive(),
        smiles: z.string(),
        inchikey: inchikeyText,
        ions: z.array(z.tuple([z.int().min(40), z.int().min(10).max(999)])).min(3),
        molecularIonShown: z.boolean(),
        source: z.strictObject({
          code: z.string(),
          entry: z.string().min(1),
          licence: z.string().optional(),
          what: z.literal('principal ions only'),
        }),
        howWellKnown: z.string(),
        compared: z.array(z.strictObject({ accession: z.string(), shared: z.int(), of: z.int() })).optional(),
      }),
    ),
  }),
);
const control = readResource(
  'control-list/international-control.json',
  z.looseObject({ rows: z.array(z.looseObject({ id: z.string(), inchikey: z.string().nullable(), cas: z.string().nullable() })) }),
);

describe('the starter list of principal ions', () => {
  it('has at least 60 substances, each once, of every group asked for', () => {
    expect(list.rows.length).toBeGreaterThanOrEqual(60);
    expect(new Set(list.rows.map(({ inchikey }) => inchikey)).size).toBe(list.rows.length);
    const groups = new Set(list.rows.map(({ group }) => group));
    for (const group of ['opioid', 'fentanyl family', 'nitazene', 'stimulant', 'cathinone', 'cannabinoid', 'synthetic cannabinoid'])
      expect(groups).toContain(group);
    for (const group of ['benzodiazepine', 'precursor', 'cutting agent']) expect(groups).toContain(group);
  });

  it('has at most 12 ions a substance, ascending, with a base peak, none above the isotopes of the molecular ion', () => {
    for (const { name, ions, nominalMass, formula, molecularIonShown } of list.rows) {
      expect(ions.length, name).toBeLessThanOrEqual(12);
      expect(Math.max(...ions.map(([, intensity]) => intensity)), name).toBe(999);
      const mz = ions.map(([at]) => at);
      expect(mz, name).toEqual([...new Set(mz)].sort((a, b) => a - b));
      const halogens = [...formula.matchAll(/(?:Cl|Br)(\d*)/g)].reduce((sum, [, count]) => sum + (count === '' ? 1 : Number(count)), 0);
      expect(mz.at(-1), name).toBeLessThanOrEqual(nominalMass + 2 * halogens);
      expect(molecularIonShown, name).toBe(mz.includes(nominalMass));
    }
  });

  it('agrees with its structures in formula, nominal mass and InChIKey', async () => {
    for (const { name, smiles, formula, nominalMass, inchikey, cas } of list.rows) {
      const structure = readSmiles(smiles);
      if (!structure.ok) throw new Error(`${name}: ${structure.fault}`);
      expect(formatFormula(structure.structure.formula), name).toBe(formula);
      expect(structure.structure.masses.nominal, name).toBe(nominalMass);
      expect(await inchikeyOf(smiles), name).toBe(inchikey);
      if (cas !== null) expect(readCas(cas).ok, name).toBe(true);
    }
  });

  it('names a source and how well it is known for every row, and rows of the control list that exist', () => {
    for (const { name, source, howWellKnown, compared, controlListRow, inchikey, cas } of list.rows) {
      expect(list.sources, name).toHaveProperty(source.code);
      expect(list.howWellKnown, name).toHaveProperty(howWellKnown);
      expect(howWellKnown === 'one-entry', name).toBe(compared === undefined);
      if (source.code === 'MASSBANK') expect(['CC BY', 'CC BY-SA', 'CC0'], name).toContain(source.licence);
      if (controlListRow !== undefined)
        expect(
          control.rows.find(({ id }) => id === controlListRow),
          name,
        ).toMatchObject({ inchikey, cas });
    }
  });
});
