import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMsp } from '../../../../src/core/formats/msp/write';
import type { MassSpectrum } from '../../../../src/core/spectrum/mass-spectrum';
import { readText } from '../../../support/read-text';
import { comparable, spectrumOfOddFields, writableSpectrum } from '../../../support/writable-spectra';

describe('writing MSP', () => {
  it('do not let a field kept from another file end the record or take its name', () => {
    const { spectra, codes } = readText(writeMsp(spectrumOfOddFields));
    expect(codes).toEqual([]);
    expect(spectra).toMatchObject([{ identity: { name: 'cocaine' }, mz: Float64Array.of(82, 182) }]);
    expect(spectra[0]?.otherFields.map(({ value }) => value).toSorted()).toEqual(['99', 'second', 'third']);
  });

  it('reads back equal, whatever the spectrum', () => {
    fc.assert(
      fc.property(fc.array(writableSpectrum, { minLength: 1, maxLength: 4 }), (spectra) => {
        const { spectra: read, refusal, codes } = readText(spectra.map(writeMsp).join(''));
        expect(refusal).toBeUndefined();
        expect(codes).toEqual([]);
        expect(read.map(comparable)).toEqual(spectra.map(comparable));
      }),
      { numRuns: 300 },
    );
  });

  it('writes what the format cannot carry so that nothing is lost or misread', () => {
    const made: MassSpectrum = {
      identity: { name: 'two\nlines', synonyms: [] },
      acquisition: { ionisation: 'unknown', msLevel: 1 },
      mz: Float64Array.of(1),
      intensity: Float64Array.of(2),
      otherFields: [
        { field: '', value: 'a stray line' },
        { field: '13C: shift', value: '1' },
      ],
    };
    expect(writeMsp(made)).toBe(
      'Name: two lines\nSpectrum_type: MS1\nComments:  a stray line\nComments: 13C: shift 1\nNum Peaks: 1\n1 2\n\n',
    );
  });
});
