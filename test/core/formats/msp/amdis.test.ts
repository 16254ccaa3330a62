import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../../src/core/formats/limits';
import { peaksOf, readShared, readText, SHARED_FORMATS } from '../../../support/read-text';

describe('reading MSL', () => {
  it('reads pairs in brackets, several on a line, with retention index and InChIKey', () => {
    const { spectra, codes } = readText(
      'NAME: Practicine\r\nCASNO: 50-36-2\r\nRT: 10.5\r\nRRT: 20.2\r\nRI: 400.7\r\nINCHIKEY: ZPUCINDJVBIVPJ-LJISPDSOSA-N \r\nNUM PEAKS: 3\r\n(28       999) (29 6.5)\r\n(32 210) \r\n\r\n',
    );
    expect(codes).toEqual([]);
    expect(peaksOf(spectra[0])).toEqual([
      [28, 999],
      [29, 6.5],
      [32, 210],
    ]);
    expect(spectra[0]).toMatchObject({
      identity: { cas: '50-36-2', inchikey: 'ZPUCINDJVBIVPJ-LJISPDSOSA-N' },
      acquisition: { retentionIndex: 400.7, retentionTime: '10.5' },
      otherFields: [{ field: 'RRT', value: '20.2' }],
    });
  });

  it('leaves out what stands behind the text of fields, and says so once', () => {
    const { spectra, codes } = readText('NAME: Lauryl acetate\0etate\0te\r\nRT: 1\r\nNUM PEAKS: 1\r\n(29 115)\r\n\r\n');
    expect([spectra[0]?.identity.name, peaksOf(spectra[0]), codes]).toEqual(['Lauryl acetate', [[29, 115]], ['part-unused']]);
  });

  it('refuses NUL anywhere else as before', () => {
    expect(readText('NAME: a\nNUM PEAKS: 2\n(1 1) \0(2 2)\n\n').refusal?.code).toBe('file-binary');
    expect(readText('NAME: a\0b\x01\nNUM PEAKS: 1\n(1 1)\n\n').refusal?.code).toBe('file-binary');
    const long = `NAME: a\0b\nNUM PEAKS: 1\n(1 1)\n\n${'NAME: b\n'.repeat(limits.headBytes / 8)}`;
    expect(readText(`${long}${'\0'.repeat(2_000_000)}`).refusal?.code).toBe('line-too-long');
  });
});

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`MSL files of AMDIS left out: ${SHARED_FORMATS} is not here`);

/** File, spectra, peaks, warnings without repetition. */
const FILES: readonly (readonly [file: string, spectra: number, peaks: number, codes: readonly string[]])[] = [
  ['DB1.msl', 6, 72, ['peaks-unsorted']],
  ['DB2.msl', 8, 16, []],
  ['DB3.msl', 2, 4, ['last-line-unterminated']],
  ['DB4.msl', 1, 10, ['field-repeated', 'last-line-unterminated', 'peaks-unsorted']],
  ['GolmDB-Test.MSL', 3, 287, ['field-not-a-number']],
  ['Lib2.msp', 2, 26, []],
  ['Lib3.MSP', 1, 65, []],
  ['MassBank.msp', 1, 8, []],
  ['Peaks3.MSP', 1, 87, []],
  ['Peaks5.MSP', 1, 2, []],
  ['Synonyms.MSP', 1, 5, []],
  // Two records; what stood behind their names was printed with them.
  ['Encoding.msl', 2, 5, ['part-unused']],
];

describe.skipIf(!here)('files of AMDIS and its readers', () => {
  it.each(FILES)('%s: %i spectra, %i peaks', (file, spectra, peaks, codes) => {
    const read = readShared(`ms/msp_other/amdis/${file}`);
    const found = read.spectra.reduce((sum, { mz }) => sum + mz.length, 0);
    expect([read.spectra.length, found, [...new Set(read.codes)].toSorted(), read.refusal]).toEqual([spectra, peaks, codes, undefined]);
  });

  it('reads a whole chromatogram of components', () => {
    const read = readShared('ms/msp_other/amdis/Chromtogram.msl');
    expect([read.spectra.length, read.spectra[0]?.identity.name, read.spectra[0]?.acquisition.retentionTime]).toEqual([
      279,
      '0.5203 min, OP17760',
      '0.5203',
    ]);
  });

  it('reads names, indices and keys as they are written', () => {
    expect(readShared('ms/msp_other/amdis/DB3.msl').spectra.map(({ acquisition }) => acquisition.retentionIndex)).toEqual([400.7, 500.5]);
    expect(readShared('ms/msp_other/amdis/DB4.msl').spectra[0]).toMatchObject({
      identity: { inchikey: 'GYCKQBWUSACYIF-UHFFFAOYSA-N', cas: '118-61-6', formula: 'C9H10O3' },
    });
    // AMDIS writes 0 where there is no index.
    expect(readShared('ms/msp_other/amdis/DB2.msl').spectra[0]?.acquisition.retentionIndex).toBeUndefined();
    const names = readShared('ms/msp_other/amdis/Encoding.msl').spectra.map(({ identity }) => identity.name);
    expect(names).toEqual(['Propylphenyl acetate', 'Lauryl acetate']);
  });
});
