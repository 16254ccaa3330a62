import { describe, expect, it } from 'vitest';
import { contract } from '../../../src/contract';
import { createI18n } from '../../../src/i18n/create-i18n';
import { fieldErrors } from '../../../src/renderer/app/errors/field-errors';
import { inputSchema } from '../../../src/renderer/app/errors/input-schema';

const { t } = createI18n('en');

describe('field errors from the schema of the wire', () => {
  const check = fieldErrors(inputSchema(contract.people.create), t);
  const sound = {
    signInName: 'ada',
    fullName: 'Ada Example',
    initials: 'AE',
    title: '',
    roles: ['manager'],
    language: 'en',
    initialPassword: 'ten letters',
  };

  it('finds nothing in what the engine would take', () => {
    expect(check(sound)).toEqual({});
  });

  it('says that an empty field is needed, and how long a password must be', () => {
    expect(check({ ...sound, fullName: '', roles: [], initialPassword: 'short' })).toEqual({
      fullName: 'Needed',
      roles: 'Needed',
      initialPassword: 'At least 10 characters',
    });
  });

  it('names nested fields by their path', () => {
    const wizard = fieldErrors(inputSchema(contract.people.setUp), t);
    const errors = wizard({ laboratory: { name: '' }, administrator: {} });
    expect(errors['laboratory.name']).toBe('Needed');
    expect(errors['administrator.fullName']).toBe('Needed');
  });

  it('says a pattern that does not fit and a number out of range', () => {
    expect(check({ ...sound, signInName: 'two words' }).signInName).toBe('Not written as expected');
    const method = fieldErrors(inputSchema(contract.laboratory.methods.create), t);
    const tolerances = { retentionTimeMinutes: 0, ionRatioPercent: 101, matchFactor: 800, diagnosticIonsNeeded: 3, blankPercent: 1 };
    const errors = method({
      title: 'x',
      kind: 'gcms',
      procedureReference: '',
      solvent: '',
      stationaryPhase: '',
      validatedOn: null,
      validationReference: '',
      tolerances,
    });
    expect(errors).toEqual({ 'tolerances.retentionTimeMinutes': 'More than 0', 'tolerances.ionRatioPercent': 'At most 99' });
  });
});
