import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/contract/casework';
import { kindsFrom, treeOf } from '../../../src/renderer/screens/cases/exhibit/samples/tree';

const sample = (id: string, parentId: string | null, kind: Sample['kind']): Sample => ({
  id,
  parentId,
  kind,
  exhibitId: 'exhibit',
  code: id,
  description: '',
  unitCount: null,
  massMicrograms: null,
  solvent: '',
  volumeMicrolitres: null,
  takenAt: '2026-11-21T09:00:00.000Z',
  takenBy: { id: 'person', fullName: 'Ada' },
});

describe('the tree of samples', () => {
  it('follows each sample by what was taken from it, however they were recorded', () => {
    const samples = [
      sample('A2', 'U2', 'aliquot'),
      sample('P1', null, 'population'),
      sample('U1', 'P1', 'unit'),
      sample('U2', 'P1', 'unit'),
      sample('A1', 'U1', 'aliquot'),
      sample('A3', null, 'aliquot'),
    ];
    expect(treeOf(samples).map((row) => `${row.depth}${row.sample.id}`)).toEqual(['0P1', '1U1', '2A1', '1U2', '2A2', '0A3']);
  });

  it('offers only what may be taken from a kind', () => {
    expect(kindsFrom(null)).toEqual(['population', 'unit', 'aliquot', 'extract']);
    expect(kindsFrom('unit')).toEqual(['aliquot', 'extract']);
    expect(kindsFrom('extract')).toEqual(['extract']);
  });
});
