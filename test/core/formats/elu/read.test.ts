import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { peaksOf, readShared, readText, SHARED_FORMATS } from '../../../support/read-text';

const component = (number: number, count: number, peaks: string) =>
  `NAME: |SC17|CN${number}|MP1-MODN:28(%47.7)|AM9415|RT0.2866|MO2: 28 32|OR1\nRE\n330 569\n0 \nNUM PEAKS: ${count}\n${peaks}\n\n`;

describe('reading AMDIS ELU', () => {
  it('reads components with time, number, model ions, shape and flags of peaks', () => {
    const { spectra, codes } = readText(component(1, 3, '(28,999 )(32,271 )(16,15 N0.2)') + component(2, 1, '(44,999 B0.1)'));
    expect(codes).toEqual([]);
    expect(peaksOf(spectra[0])).toEqual([
      [16, 15],
      [28, 999],
      [32, 271],
    ]);
    expect(spectra[0]).toMatchObject({ accession: '1', acquisition: { ionisation: 'unknown', retentionTime: '0.2866 min' } });
    expect(spectra[0]?.otherFields.map(({ field, value }) => [field, value])).toEqual([
      ['SC', '17'],
      ['MP', '1-MODN:28(%47.7)'],
      ['AM', '9415'],
      ['MO', '2: 28 32'],
      ['OR', '1'],
      ['Peak flag', '16: N0.2'],
      ['RE', '330 569 0'],
    ]);
    expect(spectra[1]).toMatchObject({ accession: '2' });
  });

  it('refuses what was cut, after the components before', () => {
    const text = component(1, 1, '(28,999 )') + component(2, 2, '(28,999 )(32,2');
    const cut = readText(text.trimEnd());
    expect([cut.spectra.length, cut.refusal?.code]).toEqual([1, 'record-truncated']);
    expect(readText(text.slice(0, text.lastIndexOf('(28'))).refusal?.code).toBe('record-truncated');
  });

  it('says when peaks are missing in the middle, and what it did not understand', () => {
    const { spectra, codes } = readText(component(1, 2, '(28,999 )\nwhat') + component(2, 1, '(44,999 )'));
    expect([spectra.length, codes]).toEqual([2, ['line-not-understood', 'peak-count-differs']]);
  });
});

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`ELU files of AMDIS left out: ${SHARED_FORMATS} is not here`);

describe.skipIf(!here)('ELU files of AMDIS', () => {
  it('reads every component and peak of a run', () => {
    const { spectra, codes, refusal } = readShared('ms/msp_other/amdis/Peaks1.ELU');
    const peaks = spectra.reduce((sum, { mz }) => sum + mz.length, 0);
    // 1,154 lines NAME:, 51,634 brackets of peaks, counted in the file.
    expect([spectra.length, peaks, codes, refusal]).toEqual([1154, 51_634, [], undefined]);
    expect(spectra[1]).toMatchObject({ accession: '2', acquisition: { retentionTime: '0.5048 min' } });
  });
});
