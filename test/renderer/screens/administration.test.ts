import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../src/contract/laboratory';
import { fitnessOf } from '../../../src/renderer/screens/administration/instruments/fitness';
import { endOfDay, startOfDay } from '../../../src/renderer/screens/administration/trail/day-bounds';
import { differencesOf } from '../../../src/renderer/screens/administration/trail/differences';
import { initialsOf, signInNameOf } from '../../../src/renderer/screens/first-run/set-up-form';

describe('an event of the trail', () => {
  it('shows the fields that changed, and only those', () => {
    const change = {
      table: 'person',
      id: 'x',
      before: { full_name: 'A', title: '', roles: ['a'] },
      after: { full_name: 'B', title: '', roles: ['a', 'b'] },
    };
    expect(differencesOf(change)).toEqual([
      { field: 'full_name', before: 'A', after: 'B' },
      { field: 'roles', before: '["a"]', after: '["a","b"]' },
    ]);
  });

  it('shows a creation and a removal whole, without the fields that are empty', () => {
    const row = { name: 'A', retired_at: null };
    expect(differencesOf({ table: 't', id: 'x', before: null, after: row })).toEqual([{ field: 'name', before: null, after: 'A' }]);
    expect(differencesOf({ table: 't', id: 'x', before: row, after: null })).toEqual([{ field: 'name', before: 'A', after: null }]);
  });

  it('is found by the local day it happened on', () => {
    expect(new Date(endOfDay('2026-03-05')).getTime() - new Date(startOfDay('2026-03-05')).getTime()).toBe(86_399_999);
    expect(new Date(startOfDay('2026-03-05')).getHours()).toBe(0);
  });
});

describe('an instrument', () => {
  const balance: Instrument = {
    id: 'x',
    rowVersion: 1,
    code: 'I-2026-0001',
    name: 'Balance',
    maker: '',
    model: '',
    serialNumber: '',
    kind: 'balance',
    inService: true,
    calibratedOn: '2026-01-01',
    calibrationDueOn: '2026-06-30',
  };

  it('is fit through the last day of its calibration', () => {
    expect(fitnessOf(balance, '2026-06-30')).toBe('in-service');
    expect(fitnessOf(balance, '2026-07-01')).toBe('overdue');
    expect(fitnessOf({ ...balance, calibratedOn: null, calibrationDueOn: null }, '2026-07-01')).toBe('not-calibrated');
    expect(fitnessOf({ ...balance, inService: false }, '2026-07-01')).toBe('out-of-service');
  });
});

describe('the wizard', () => {
  it('proposes initials and a sign-in name from any name', () => {
    expect([initialsOf('Mona Al-Harbi'), signInNameOf('Mona Al-Harbi')]).toEqual(['MAH', 'm.al-harbi']);
    expect([initialsOf('Cher'), signInNameOf('Cher')]).toEqual(['C', 'cher']);
    expect(signInNameOf('منى الحربي')).toBe('م.الحربي');
    expect([initialsOf(''), signInNameOf('')]).toEqual(['', '']);
  });
});
