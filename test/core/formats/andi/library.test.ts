import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../support/read-text';
import { encodeNetcdf, type WrittenFile } from './netcdf-file';

const LIBRARY: WrittenFile = {
  dimensions: { point_number: null, scan_number: 2, text: 16 },
  records: 4,
  attributes: { experiment_type: 'Library Mass Spectrum', test_ionization_mode: 'Electron Impact' },
  variables: [
    { name: 'scan_index', type: 'int', dimensions: ['scan_number'], values: [0, 2] },
    { name: 'point_count', type: 'int', dimensions: ['scan_number'], values: [2, 2] },
    { name: 'mass_values', type: 'short', dimensions: ['point_number'], values: [39, 78, 91, 92] },
    { name: 'intensity_values', type: 'short', dimensions: ['point_number'], values: [120, 999, 999, -4] },
    { name: 'entry_name', type: 'char', dimensions: ['scan_number', 'text'], values: ['benzene', 'toluene'] },
    { name: 'CAS_number', type: 'int', dimensions: ['scan_number'], values: [71432, 0] },
    { name: 'chemical_formula', type: 'char', dimensions: ['scan_number', 'text'], values: ['C6H6', ''] },
    { name: 'nominal_mass', type: 'int', dimensions: ['scan_number'], values: [78, 92] },
    { name: 'retention_index', type: 'float', dimensions: ['scan_number'], values: [650, -9999] },
    { name: 'entry_number', type: 'int', dimensions: ['scan_number'], values: [1, 2] },
  ],
};

describe('an ANDI/MS library', () => {
  const { spectra, codes, runs } = readBytes(encodeNetcdf(LIBRARY), 'library.cdf');

  it('gives a spectrum with its identity for each entry', () => {
    expect(runs).toEqual([]);
    expect(spectra.map(({ identity, accession }) => [identity, accession])).toEqual([
      [{ name: 'benzene', synonyms: [], cas: '71-43-2', formula: 'C6H6' }, '1'],
      [{ name: 'toluene', synonyms: [] }, '2'],
    ]);
    expect(spectra[0]).toMatchObject({
      acquisition: { ionisation: 'EI', retentionIndex: 650 },
      mz: Float64Array.of(39, 78),
      intensity: Float64Array.of(120, 999),
    });
    expect(spectra[0]?.otherFields).toContainEqual({ field: 'nominal_mass', value: '78' });
    expect(spectra[1]?.acquisition.retentionIndex).toBeUndefined();
  });

  it('leaves out an abundance below 0 and says so', () => {
    expect(codes).toEqual(['part-damaged']);
    expect(spectra[1]?.mz).toEqual(Float64Array.of(91));
  });
});
