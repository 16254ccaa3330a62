import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { CurvesItem, RunItem } from '../../../src/contract/measurements';
import { type FactsValues, factsErrors, factsOf, valuesOfMeasurement } from '../../../src/renderer/screens/library/facts/facts-values';

// The key stands for its sentence.
const t = ((key: string) => key) as unknown as TFunction;

const VALUES: FactsValues = {
  name: ' Ethanol ',
  synonyms: 'Ethyl alcohol\n\n  EtOH ',
  cas: '64-17-5',
  inchikey: 'lfqscwfljhttho-uhfffaoysa-n',
  formula: 'C2 H6 O',
  smiles: '',
  ionisation: 'unknown',
  instrument: '',
  origin: '',
  licence: '',
  substanceId: '',
};

describe('what a person states of a spectrum', () => {
  it('goes to the engine trimmed, synonyms by line, nothing as null', () => {
    expect(factsOf(VALUES)).toMatchObject({
      name: 'Ethanol',
      synonyms: ['Ethyl alcohol', 'EtOH'],
      inchikey: 'LFQSCWFLJHTTHO-UHFFFAOYSA-N',
      formula: 'C2H6O',
      smiles: null,
    });
    expect(factsErrors(VALUES, t)).toEqual({});
  });

  it('is held against the check digit and the form of identifiers as it is typed', () => {
    expect(factsErrors({ ...VALUES, cas: '64-17-6', inchikey: 'LFQ', formula: 'Xy2', name: ' ' }, t)).toEqual({
      name: 'errors:field.required',
      cas: 'library:facts.no-cas',
      inchikey: 'library:facts.no-inchikey',
      formula: 'library:facts.no-formula',
    });
  });

  it('names the field of a synonym that is too long', () => {
    expect(Object.keys(factsErrors({ ...VALUES, synonyms: `EtOH\n${'x'.repeat(201)}` }, t))).toEqual(['synonyms']);
  });
});

describe('the fields of a record of an opened file', () => {
  const identity = { name: 'ETHANOL', synonyms: ['EtOH'], cas: '64-17-5', formula: 'C2 H6 O' };
  const curves = {
    kind: 'curves',
    identity,
    conditions: { instrument: 'Prism' },
    origin: 'Somewhere',
    licence: null,
  } as unknown as CurvesItem;

  it('begin with what the file states', () => {
    expect(valuesOfMeasurement(curves)).toMatchObject({
      name: 'ETHANOL',
      synonyms: 'EtOH',
      cas: '64-17-5',
      formula: 'C2H6O',
      instrument: 'Prism',
      origin: 'Somewhere',
      licence: '',
    });
  });

  it('leave the name empty for a run, whose name is that of a sample', () => {
    const run = { kind: 'run', identity, conditions: {} } as unknown as RunItem;
    expect(valuesOfMeasurement(run)).toMatchObject({ name: '', cas: '64-17-5' });
  });
});
