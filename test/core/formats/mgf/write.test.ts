import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMgf } from '../../../../src/core/formats/mgf/write';
import type { MassSpectrum } from '../../../../src/core/spectrum/mass-spectrum';
import { readText } from '../../../support/read-text';
import { comparable, spectrumOfOddFields, writableSpectrum } from '../../../support/writable-spectra';

/** A charge stays word for word besides, because only its own form has the sign: see below. */
const uncharged = writableSpectrum.map(({ acquisition: { precursorCharge: _, ...acquisition }, ...rest }) => ({ ...rest, acquisition }));

describe('writing MGF', () => {
  it('do not let a field kept from another file end the record or take its name', () => {
    const { spectra, codes } = readText(writeMgf(spectrumOfOddFields));
    expect(codes).toEqual([]);
    expect(spectra).toMatchObject([{ identity: { name: 'cocaine' }, mz: Float64Array.of(82, 182) }]);
    expect(spectra[0]?.otherFields.map(({ value }) => value).toSorted()).toEqual(['99', 'second', 'third']);
  });

  it('reads back equal, whatever the spectrum', () => {
    fc.assert(
      fc.property(fc.array(uncharged, { minLength: 1, maxLength: 4 }), (spectra) => {
        const { spectra: read, refusal, codes } = readText(spectra.map(writeMgf).join(''));
        expect(refusal).toBeUndefined();
        expect(codes).toEqual([]);
        expect(read.map(comparable)).toEqual(spectra.map(comparable));
      }),
      { numRuns: 300 },
    );
  });

  it('writes the charge of the precursor as other programs read it, once', () => {
    const made = (polarity: 'positive' | 'negative', otherFields: MassSpectrum['otherFields'] = []): MassSpectrum => ({
      identity: { name: 'x', synonyms: [] },
      acquisition: { ionisation: 'ESI', msLevel: 2, polarity, precursorMz: 304.15, precursorCharge: 2 },
      mz: Float64Array.of(1.5),
      intensity: Float64Array.of(2),
      otherFields,
    });
    expect(writeMgf(made('positive'))).toContain('\nCHARGE=2+\n');
    expect(writeMgf(made('negative'))).toContain('\nCHARGE=2-\n');
    const [read] = readText(writeMgf(made('negative'))).spectra;
    expect(read).toMatchObject({
      acquisition: { precursorCharge: 2, polarity: 'negative' },
      otherFields: [{ field: 'CHARGE', value: '2-' }],
    });
    if (read !== undefined) expect(writeMgf(read).match(/CHARGE/g)).toHaveLength(1);
  });

  it('writes the keys other programs read, and keeps a precursor with its intensity word for word', () => {
    const made: MassSpectrum = {
      identity: { name: 'two\nlines', synonyms: [] },
      acquisition: { ionisation: 'ESI', msLevel: 2, precursorMz: 304.15, retentionTime: '12.5 s' },
      mz: Float64Array.of(1.5),
      intensity: Float64Array.of(2e-7),
      otherFields: [
        { field: 'PEPMASS', value: '304.15 1000' },
        { field: 'CHARGE', value: '1+' },
        { field: 'a=b', value: '=' },
      ],
    };
    const lines = [
      'TITLE=two lines',
      'MSLEVEL=2',
      'IONIZATION=ESI',
      'RTINSECONDS=12.5',
      'PEPMASS=304.15 1000',
      'CHARGE=1+',
      'COMMENT=a=b =',
    ];
    expect(writeMgf(made)).toBe(`BEGIN IONS\n${lines.join('\n')}\n1.5 2e-7\nEND IONS\n\n`);
    expect(readText(writeMgf(made)).spectra[0]?.acquisition.precursorMz).toBe(304.15);
  });
});
