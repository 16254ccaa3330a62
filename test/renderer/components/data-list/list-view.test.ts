import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../src/renderer/components/data-list/column';
import { choicesOf, foldText, nextSort, viewRows } from '../../../../src/renderer/components/data-list/list-view';

interface Vial {
  readonly code: string;
  readonly name: string;
  readonly mass: number | null;
}

const columns: readonly Column<Vial>[] = [
  { id: 'code', header: 'Code', value: ({ code }) => code },
  { id: 'name', header: 'Name', value: ({ name }) => name },
  { id: 'mass', header: 'Mass / mg', value: ({ mass }) => mass, align: 'end' },
];
const vials: readonly Vial[] = [
  { code: 'RM-2026-0010', name: 'Éphédrine', mass: 9 },
  { code: 'RM-2026-0002', name: 'morphine', mass: null },
  { code: 'RM-2026-0001', name: 'Cocaine', mass: 100 },
];
const nothing = { search: '', filters: {}, sort: null };
const codes = (rows: readonly Vial[]) => rows.map(({ code }) => code.slice(-2));

describe('the view of a list', () => {
  it('leaves rows as they came without a wish', () => {
    expect(viewRows(vials, columns, nothing, 'en')).toEqual(vials);
  });

  it('finds every word, in any column, whatever the accents and case', () => {
    expect(codes(viewRows(vials, columns, { ...nothing, search: 'ephedrine' }, 'fr'))).toEqual(['10']);
    expect(codes(viewRows(vials, columns, { ...nothing, search: 'rm MORPH' }, 'en'))).toEqual(['02']);
    expect(viewRows(vials, columns, { ...nothing, search: 'rm heroin' }, 'en')).toEqual([]);
  });

  it('folds accents, case and full width', () => {
    expect(foldText('Éphédrine ＡＢ')).toBe('ephedrine ab');
  });

  it('sorts numbers by size and text by the language, what is empty last both ways', () => {
    const by = (column: string, descending: boolean) => codes(viewRows(vials, columns, { ...nothing, sort: { column, descending } }, 'fr'));
    expect(by('mass', false)).toEqual(['10', '01', '02']);
    expect(by('mass', true)).toEqual(['01', '10', '02']);
    expect(by('name', false)).toEqual(['01', '10', '02']);
    expect(by('code', true)).toEqual(['10', '02', '01']);
  });

  it('keeps the values chosen in a filter; an empty choice keeps all', () => {
    expect(codes(viewRows(vials, columns, { ...nothing, filters: { name: ['Cocaine', 'morphine'] } }, 'en'))).toEqual(['02', '01']);
    expect(viewRows(vials, columns, { ...nothing, filters: { name: [] } }, 'en')).toHaveLength(3);
  });

  it('offers each value once, without the empty one', () => {
    const mass = columns[2] as Column<Vial>;
    expect(choicesOf([...vials, ...vials], mass, 'en')).toEqual(['9', '100']);
  });

  it('goes rising, falling, as it came', () => {
    const rising = nextSort(null, 'name');
    const falling = nextSort(rising, 'name');
    expect([rising, falling, nextSort(falling, 'name')]).toEqual([
      { column: 'name', descending: false },
      { column: 'name', descending: true },
      null,
    ]);
    expect(nextSort(falling, 'code')).toEqual({ column: 'code', descending: false });
  });
});
