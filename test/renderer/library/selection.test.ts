import { describe, expect, it } from 'vitest';
import { chosenUpTo, type Selected, toggled } from '../../../src/renderer/screens/library/spectra/selection';

const rows = [11, 12, 13, 14, 15].map((key): Selected => ({ key, name: `Spectrum ${key}`, technique: 'raman' }));
const row = (place: number): Selected => rows[place] ?? { key: 0, name: '', technique: 'raman' };
const NONE: ReadonlyMap<number, Selected> = new Map();

describe('the choice of spectra', () => {
  it('takes a spectrum in and out again', () => {
    const one = toggled(NONE, row(1));
    expect([...one.keys()]).toEqual([12]);
    expect([...toggled(one, row(1)).keys()]).toEqual([]);
    expect(NONE.size).toBe(0);
  });

  it('reaches from the last one chosen, in either direction', () => {
    expect([...chosenUpTo(toggled(NONE, row(1)), rows, 12, 14, 100).keys()]).toEqual([12, 13, 14]);
    expect([...chosenUpTo(toggled(NONE, row(3)), rows, 14, 12, 100).keys()].sort()).toEqual([12, 13, 14]);
  });

  it('begins with the row itself where the last one chosen is not listed any more', () => {
    expect([...chosenUpTo(NONE, rows, 99, 13, 100).keys()]).toEqual([13]);
    expect([...chosenUpTo(NONE, rows, null, 13, 100).keys()]).toEqual([13]);
  });

  it('holds no more than one file takes', () => {
    expect(chosenUpTo(NONE, rows, 11, 15, 3).size).toBe(3);
  });
});
