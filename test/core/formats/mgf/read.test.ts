import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { peaksOf, readShared, readText, SHARED_FORMATS } from '../../../support/read-text';

const record = (...lines: readonly string[]) => `BEGIN IONS\n${lines.join('\n')}\nEND IONS\n`;

describe('reading MGF', () => {
  it('reads title, precursor, charge, time and peaks with a charge of their own', () => {
    const { spectra, codes, refusal } = readText(
      `COM=Practice run\r\n\r\n# remark\r\n${record('TITLE=Vial 3, scan 12', 'PEPMASS=304.1543 81250.5', 'CHARGE=1+', 'RTINSECONDS=301.25', 'SCANS=12', '82.0651 1200', '182.1176\t9.9e+03 1+', '; inside')}`,
    );
    expect([codes, refusal]).toEqual([[], undefined]);
    const [spectrum] = spectra;
    expect(peaksOf(spectrum)).toEqual([
      [82.0651, 1200],
      [182.1176, 9900],
    ]);
    expect(spectrum).toMatchObject({
      identity: { name: 'Vial 3, scan 12' },
      acquisition: { msLevel: 2, polarity: 'positive', precursorMz: 304.1543, retentionTime: '301.25 s' },
    });
    expect(spectrum?.otherFields.map(({ field, value }) => [field, value])).toEqual([
      ['PEPMASS', '304.1543 81250.5'],
      ['CHARGE', '1+'],
      ['SCANS', '12'],
      ['Peak annotation', '182.1176: 1+'],
      ['#', '; inside'],
      ['COM', 'Practice run'],
    ]);
  });

  it('reads the fields that libraries add', () => {
    const fields = [
      'TITLE=scan 7',
      'NAME=Practice',
      'INCHIKEY=A',
      'SMILES=CC',
      'IONMODE=Negative',
      'MSLEVEL=3',
      'ADDUCT=[M-H]-',
      'PEPMASS=100',
    ];
    const [spectrum] = readText(record(...fields, 'SPECTRUMID=X1', 'SOURCE_INSTRUMENT=LC-ESI-QTOF', '50 1')).spectra;
    expect(spectrum).toMatchObject({
      identity: { name: 'Practice', inchikey: 'A', smiles: 'CC' },
      acquisition: { msLevel: 3, polarity: 'negative', precursorMz: 100, adduct: '[M-H]-', instrument: 'LC-ESI-QTOF' },
      accession: 'X1',
      otherFields: [{ field: 'TITLE', value: 'scan 7' }],
    });
  });

  it.each([
    ['2+ and 3+', 'positive'],
    ['+2', 'positive'],
    ['1-', 'negative'],
    ['2', undefined],
    ['1+ and 1-', undefined],
  ])('takes the polarity from CHARGE=%s: %s', (charge, polarity) => {
    expect(readText(record('TITLE=a', `CHARGE=${charge}`, '50 1')).spectra[0]?.acquisition.polarity).toBe(polarity);
  });

  it('reads a decimal comma where it can be nothing else, and says so', () => {
    const { spectra, warnings } = readText(record('TITLE=a', '101,25 3400,5', '102,5\t17', '103,75 1e3 2+', '104,5 2,5e+02'));
    expect(peaksOf(spectra[0])).toEqual([
      [101.25, 3400.5],
      [102.5, 17],
      [103.75, 1000],
      [104.5, 250],
    ]);
    expect(warnings.map(({ code, params }) => [code, params.record])).toEqual([['decimal-comma-assumed', '#1']]);
  });

  it.each([
    ['101.25,3400', 'comma-ambiguous'],
    ['101.25 3,400', 'comma-ambiguous'],
    ['1,234 500', 'comma-ambiguous'],
    ['101,25', 'comma-ambiguous'],
    ['101.25', 'peak-line-odd'],
    ['101.25 abc', 'peak-not-a-number'],
    ['101.25 12abc', 'peak-not-a-number'],
    ['-101.25 12', 'peak-negative'],
    ['0 12', 'peak-out-of-range'],
    ['101 1e999', 'peak-out-of-range'],
    [`101 ${'1'.repeat(50)}`, 'number-too-long'],
    ['no field', 'line-not-understood'],
  ])('leaves out the line “%s”: %s', (line, code) => {
    const { spectra, warnings } = readText(record('TITLE=a', line, '200 5'));
    expect(peaksOf(spectra[0])).toEqual([[200, 5]]);
    expect(warnings).toMatchObject([{ code, at: { line: 3 } }]);
  });

  it('compares the number of peaks a record states, and leaves out a record without any', () => {
    const { spectra, codes } = readText(record('TITLE=a', 'NUM_PEAKS=3', '1 1') + record('TITLE=b', 'PEPMASS=5'));
    expect([spectra.length, codes]).toEqual([1, ['peak-count-differs', 'record-without-peaks']]);
  });

  it('gives the records before the cut and refuses the one that is cut', () => {
    const whole = record('TITLE=a', '1 1') + record('TITLE=b', '2 25');
    const { spectra, refusal } = readText(whole.slice(0, -'5\nEND IONS\n'.length));
    expect(spectra.map(({ identity }) => identity.name)).toEqual(['a']);
    expect(refusal).toMatchObject({ code: 'file-truncated', at: { line: 5 } });
  });

  it('gives a record that the next one ends, with a warning', () => {
    const { spectra, codes } = readText('BEGIN IONS\nTITLE=a\n1 1\nBEGIN IONS\nTITLE=b\n2 2\nEND IONS\n');
    expect([spectra.length, codes]).toEqual([2, ['part-damaged']]);
  });

  it('sorts peaks and keeps those of equal m/z', () => {
    const { spectra, codes } = readText(record('TITLE=a', '3 1', '1 2', '3 4'));
    expect(peaksOf(spectra[0])).toEqual([
      [1, 2],
      [3, 1],
      [3, 4],
    ]);
    expect(codes).toEqual(['peaks-unsorted', 'peaks-same-mz']);
  });
});

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`MGF files of other programs left out: ${SHARED_FORMATS} is not here`);

describe.skipIf(!here)('MGF files of other programs', () => {
  it('reads the 2,259 spectra of a drug mixture, 71 of which have no peaks', () => {
    const { spectra, codes, refusal } = readShared('ms/mgf/Testgemisch_U_PP_LXQ_20141210.mgf');
    const empty = codes.filter((code) => code === 'record-without-peaks').length;
    expect([spectra.length, empty, spectra.length + empty, refusal]).toEqual([2188, 71, 2259, undefined]);
    expect(spectra[0]).toMatchObject({ acquisition: { msLevel: 2, precursorMz: 149.29, retentionTime: '0.8013 s' } });
    expect(peaksOf(spectra[0])).toEqual([
      [89.31454468, 2.7390372753],
      [149.116806, 8.9886283875],
    ]);
  });

  it('reads EI spectra with no precursor as level 1', () => {
    const { spectra, codes } = readShared('ms/mgf/10compounds_measured_spectra.mgf');
    expect([spectra.length, spectra[0]?.identity.name, [...new Set(codes)]]).toEqual([10, 'substance_measuredA.csv', ['peaks-same-mz']]);
    expect(new Set(spectra.map(({ acquisition }) => acquisition.msLevel))).toEqual(new Set([1]));
  });

  it('passes over comments before, between and after records', () => {
    const { spectra, codes } = readShared('ms/msp_other/dummy01.mgf');
    expect([spectra.map(({ identity }) => identity.name), codes]).toEqual([['001', '002', '003', '004', '005'], []]);
  });
});
