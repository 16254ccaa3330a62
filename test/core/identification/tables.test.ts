import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isTechniqueResult } from '../../../src/core/identification/stored-result';
import { type ColourTable, parseColourTable, substancesGiving } from '../../../src/core/identification/tables/colour-table';
import { parseCriteria } from '../../../src/core/identification/tables/parse-criteria';
import { substanceKeyOf } from '../../../src/core/identification/tables/substance-key';
import { result, tables } from './evidence';
import { shippedFiles } from './tables-from-resources';

const faultsOf = (files: Parameters<typeof parseCriteria>[0]) => {
  const parsed = parseCriteria(files);
  return parsed.ok ? [] : parsed.faults.map(({ code, path }) => `${code} ${path}`);
};

describe('the criteria tables that ship', () => {
  it('pass their own checks', () => {
    expect(faultsOf(shippedFiles())).toEqual([]);
    expect([tables.techniques.length, tables.rules.length]).toEqual([20, 14]);
  });
  it('are refused with every fault named', () => {
    const files = shippedFiles();
    const artefact = { id: 'x', from: 'nothing', to: 'lsd', inlet: 'gc', solvents: [], effect: 'stop', source: '', flag: 'R' };
    expect(faultsOf({ ...files, artefacts: { rows: [artefact, artefact] } })).toEqual(
      expect.arrayContaining([
        'not-allowed artefacts.rows[0].effect',
        'not-a-text artefacts.rows[0].source',
        'twice artefacts',
        'unknown-reference artefacts x',
      ]),
    );
    expect(faultsOf({ ...files, substances: null })).toContain('not-an-object substances');
  });
  it('know a substance by whole InChIKey or exact name', () => {
    expect(substanceKeyOf(tables, { inchikey: 'PJMPHNIQZUBGLI-UHFFFAOYSA-N', names: [] })).toBe('fentanyl');
    expect(substanceKeyOf(tables, { names: [' Diamorphine '] })).toBe('heroin');
    expect(substanceKeyOf(tables, { inchikey: 'PJMPHNIQZUBGLI-AAAAAAAAAA-N', names: ['fentanylum'] })).toBeUndefined();
  });
});

describe('the colour table that ships', () => {
  const file: unknown = JSON.parse(readFileSync(new URL('../../../resources/colour-tests/colour-tests.json', import.meta.url), 'utf8'));
  const parsed = parseColourTable(file);
  const table: ColourTable = parsed.ok ? parsed.table : { version: '', reagents: [], reactions: [] };
  it('has the 114 rows that were read in a source', () => {
    expect(parsed).toMatchObject({ ok: true });
    expect(table.reactions).toHaveLength(114);
  });
  it('says what a colour may mean', () => {
    expect(substancesGiving(table, 'marquis', ['violet'])).toEqual(['codeine', 'heroin', 'morphine', 'oxycodone']);
    expect(substancesGiving(table, 'scott', ['blue', 'pink', 'blue'])).toEqual(['cocaine']);
    expect(substancesGiving(table, 'sulfuric', ['none'])).toEqual([]);
  });
  it('is refused when a row names an unknown reagent', () => {
    const spoilt = JSON.parse(JSON.stringify(file).replace('"reagent":"scott"', '"reagent":"scot"'));
    expect(parseColourTable(spoilt)).toMatchObject({ ok: false, faults: [{ code: 'not-allowed' }] });
  });
});

describe('a stored result', () => {
  const stored = (): unknown => JSON.parse(JSON.stringify(result('m', 'ms', 'fentanyl')));
  it('comes back as it went', () => {
    expect(isTechniqueResult(stored())).toBe(true);
    expect(stored()).toEqual(result('m', 'ms', 'fentanyl'));
  });
  it.each(['outcome', 'supports', 'method', 'reviewableData', 'analystAuthorised'])('without %s is none', (field) => {
    expect(isTechniqueResult({ ...(stored() as object), [field]: undefined })).toBe(false);
  });
  it('with an invented reason is none', () => {
    const comparison = { basis: 'library', findings: [{ kind: 'match', code: 'ticked', params: {}, met: true }], exclusions: [] };
    expect(isTechniqueResult({ ...(stored() as object), comparison })).toBe(false);
  });
});
