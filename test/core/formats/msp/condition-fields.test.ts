import { describe, expect, it } from 'vitest';
import { writeMgf } from '../../../../src/core/formats/mgf/write';
import { conditionFields } from '../../../../src/core/formats/msp/condition-fields';
import { writeMsp } from '../../../../src/core/formats/msp/write';
import type { MassSpectrum } from '../../../../src/core/spectrum/mass-spectrum';
import { readText } from '../../../support/read-text';

const spectrum: MassSpectrum = {
  identity: { name: 'Practicine', synonyms: [] },
  acquisition: { ionisation: 'ESI', msLevel: 1, instrument: 'Q1' },
  mz: Float64Array.of(50.5),
  intensity: Float64Array.of(1),
  profile: true,
  conditions: {
    sample: 'Vial 3',
    measuredAt: '2026-01-02',
    instrument: 'Maker Q1',
    ionisation: 'EI?',
    comment: 'by electron ionization',
    pathLength: '1 mm',
  },
  otherFields: [{ field: 'Column', value: 'DB-5' }],
};

describe('fields of conditions', () => {
  it.each([
    ['MSP', writeMsp],
    ['MGF', writeMgf],
  ])('%s keeps every condition, without its being taken for something else', (_, write) => {
    const { spectra, codes } = readText(write(spectrum));
    expect(codes).toEqual([]);
    expect(spectra[0]?.acquisition).toEqual(spectrum.acquisition);
    expect(spectra[0]?.conditions).toEqual(spectrum.conditions);
    expect(spectra[0]?.otherFields.map(({ field, value }) => [field, value])).toEqual([
      ['Centroided', 'no'],
      ['Column', 'DB-5'],
    ]);
  });

  it('says nothing where there is nothing to say', () => {
    const { conditions, profile, ...bare } = spectrum;
    expect([conditions, profile, conditionFields(bare)]).toEqual([spectrum.conditions, true, []]);
  });
});
