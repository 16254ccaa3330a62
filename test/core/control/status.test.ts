import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ControlPeriod, statusOn } from '../../../src/core/control/status';

const period: ControlPeriod = {
  convention: '1971',
  fromDate: null,
  fromPrecision: 'unknown',
  listedByYear: null,
  toDate: null,
  toPrecision: 'in-force',
};

describe('status of control on a day', () => {
  it('is exact where days are known, both ends included', () => {
    const known: ControlPeriod = { ...period, fromDate: '2018-11-03', fromPrecision: 'day', toDate: '2021-05-31', toPrecision: 'day' };
    expect(['2018-11-02', '2018-11-03', '2021-05-31', '2021-06-01'].map((day) => statusOn(known, day))).toEqual([
      'not-controlled',
      'controlled',
      'controlled',
      'not-controlled',
    ]);
  });

  it('does not know the year of a decision nor the year after it', () => {
    const decided: ControlPeriod = { ...period, fromDate: '2017', fromPrecision: 'year' };
    expect(['2016-12-31', '2017-01-01', '2018-12-31', '2019-01-01'].map((day) => statusOn(decided, day))).toEqual([
      'not-controlled',
      'unknown',
      'unknown',
      'controlled',
    ]);
  });

  it('does not know the years around the end either', () => {
    const deleted: ControlPeriod = { ...period, fromDate: '2001', fromPrecision: 'year', toDate: '2013', toPrecision: 'year' };
    expect(['2012-12-31', '2013-01-01', '2014-12-31', '2015-01-01'].map((day) => statusOn(deleted, day))).toEqual([
      'controlled',
      'unknown',
      'unknown',
      'not-controlled',
    ]);
  });

  it('knows of an unknown beginning that no convention binds before it is adopted, and that a listed substance is controlled', () => {
    expect(statusOn(period, '1971-02-20')).toBe('not-controlled');
    expect(statusOn(period, '1971-02-21')).toBe('unknown');
    expect(statusOn(period, '2026-01-01')).toBe('unknown');
    const listed: ControlPeriod = { ...period, listedByYear: '1990' };
    expect(statusOn(listed, '1990-12-31')).toBe('unknown');
    expect(statusOn(listed, '1991-01-01')).toBe('controlled');
  });

  it('answers unknown for an end that is not known', () => {
    const open: ControlPeriod = { ...period, fromDate: '1980-01-01', fromPrecision: 'day', toPrecision: 'unknown' };
    expect(statusOn(open, '1979-12-31')).toBe('not-controlled');
    expect(statusOn(open, '1990-01-01')).toBe('unknown');
  });

  it('never turns back from controlled while an interval is in force', () => {
    const year = fc.integer({ min: 1900, max: 2100 }).map(String);
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(year, day, day, (from, a, b) => {
        const order = ['not-controlled', 'unknown', 'controlled'];
        const decided: ControlPeriod = { ...period, fromDate: from, fromPrecision: 'year' };
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(order.indexOf(statusOn(decided, late))).toBeGreaterThanOrEqual(order.indexOf(statusOn(decided, early)));
      }),
    );
  });
});
