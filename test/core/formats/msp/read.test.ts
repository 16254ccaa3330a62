import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peaksOf, readBytes, readText } from '../../../support/read-text';

const fixture = (name: string) => readBytes(readFileSync(new URL(`../../../fixtures/formats/${name}`, import.meta.url)), name);

/** Fields as libraries repeat them: few names, few values, some of them not UTF-8, some long. */
const field = fc
  .tuple(
    fc.constantFrom('Synon', 'Formula', 'formula', 'Comments', 'X-Own', 'X-Own ', 'Grüße', 'CAS#'),
    fc.constantFrom('', 'a', 'b', ' a ', 'C8H11N', 'caf\xe9', 'café', 'x'.repeat(600), 'y'.repeat(600), '\u00a0a\u00a0'),
  )
  .map(([name, value]) => `${name}: ${value}`);
const record = fc
  .tuple(fc.array(field, { maxLength: 6 }), fc.integer({ min: 1, max: 3 }))
  .map(([fields, peak]) => `Name: one\n${fields.map((line) => `${line}\n`).join('')}Num Peaks: 1\n${peak} 1\n\n`);

describe('MSP records', () => {
  it('read the same whatever stands before them', () => {
    const withoutLines = (text: string, encoding: 'utf8' | 'latin1') =>
      readBytes(Buffer.from(text, encoding), 'some.msp').spectra.map(({ otherFields, ...rest }) => ({
        ...rest,
        otherFields: otherFields.map(({ field: name, value }) => [name, value]),
      }));
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 2, maxLength: 5 }),
        fc.constantFrom('utf8' as const, 'latin1' as const),
        (records, encoding) => {
          expect(withoutLines(records.join(''), encoding)).toEqual(records.flatMap((one) => withoutLines(one, encoding)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads every field of a full record into its place and keeps the rest word for word', () => {
    const { spectra, codes, refusal } = fixture('full-record.msp');
    expect([codes, refusal]).toEqual([[], undefined]);
    expect(spectra[0]).toMatchObject({
      identity: {
        name: 'Practice substance A: hydrochloride',
        synonyms: ['first synonym', 'second; synonym', 'third'],
        cas: '50-00-0',
        inchikey: 'WSFSSNUMVMOOMR-UHFFFAOYSA-N',
        inchi: 'InChI=1S/CH2O/c1-2/h1H2',
        smiles: 'C=O',
        formula: 'CH2O',
        molecularMass: 30,
        exactMass: 30.010565,
      },
      acquisition: {
        ionisation: 'EI',
        msLevel: 1,
        polarity: 'positive',
        precursorMz: 30.0106,
        adduct: '[M]+',
        collisionEnergy: '70 eV',
        instrument: 'Practice GC-MS 1',
        instrumentType: 'GC-EI-Q',
        retentionIndex: 1234.5,
        retentionTime: '5.25 min',
      },
      accession: 'PRACTICE-1',
      licence: 'CC0-1.0',
      origin: 'The Aliquot authors',
    });
    expect(spectra[0]?.otherFields).toEqual([
      { field: '#', value: "# A record of the authors' own making: no instrument measured it", line: 1 },
      { field: 'NIST#', value: '1234', line: 9 },
      { field: 'Column', value: '5% phenyl: 30 m', line: 22 },
      { field: 'Comments', value: 'for tests only', line: 23 },
      { field: 'Empty', value: '', line: 24 },
    ]);
    expect(peaksOf(spectra[0])).toEqual([
      [15, 3],
      [29, 999],
      [30, 880.5],
    ]);
  });

  it('knows the same fields in the spellings of other programs', () => {
    const shouting = readText(
      'NAME: a\nPRECURSORMZ: 100.5\nPRECURSORTYPE: [M+H]+\nIONMODE: N\nRETENTIONINDEX: 99\nINSTRUMENTTYPE: LC-ESI-QFT\nMSLEVEL: 3\nNUM PEAKS: 1\n1 1\n\n',
    );
    const whispering = readText(
      'name: a\nprecursor_mz: 100.5\nadduct: [M+H]+\nion mode: negative\nri: 99\ninstrument type: LC-ESI-QFT\nspectrum_type: MS3\nnum peaks: 1\n1 1\n\n',
    );
    expect(shouting.spectra[0]?.acquisition).toEqual(whispering.spectra[0]?.acquisition);
    expect(shouting.spectra[0]?.acquisition).toEqual({
      ionisation: 'ESI',
      msLevel: 3,
      polarity: 'negative',
      precursorMz: 100.5,
      retentionIndex: 99,
      adduct: '[M+H]+',
      instrumentType: 'LC-ESI-QFT',
    });
  });

  it.each([
    ['', 'unknown'],
    ['Instrument_type: EI-B\n', 'EI'],
    ['Ionization: EI+\n', 'EI'],
    ['Spectrum_type: EI\n', 'EI'],
    ['Comments: 70 eV electron ionization, DB-5\n', 'EI'],
    ['Comments: "ionization=EI" "x=y"\n', 'EI'],
    ['Comments: measured at EI lab\n', 'unknown'],
    ['Instrument: EI source of good quality\n', 'unknown'],
    ['Instrument_type: GC-APCI-TOF\n', 'APCI'],
    ['Ionization: APPI\n', 'other'],
  ])('states the ionisation of "%s" as %s', (field, ionisation) =>
    expect(readText(`Name: a\n${field}Num Peaks: 1\n1 1\n\n`).spectra[0]?.acquisition.ionisation).toBe(ionisation),
  );

  it('takes contradicting ionisations for unknown and says so', () => {
    const { spectra, warnings } = readText('Name: a\nIonization: ESI\nInstrument_type: GC-EI-TOF\nNum Peaks: 1\n1 1\n\n');
    expect(spectra[0]?.acquisition.ionisation).toBe('unknown');
    expect(warnings).toMatchObject([{ code: 'ionisation-conflict', params: { record: 'a', stated: 'ESI, EI' } }]);
  });

  it('fills empty places from quoted comments, never full ones', () => {
    const { spectra } = readText(
      'Name: a\nSMILES: C\nComments: "SMILES=CC" "InChI=InChI=1S/CH4/h1H4" "total exact mass=16.0313"\nNum Peaks: 1\n1 1\n\n',
    );
    expect(spectra[0]?.identity).toMatchObject({ smiles: 'C', inchi: 'InChI=1S/CH4/h1H4', exactMass: 16.0313 });
    expect(spectra[0]?.otherFields).toHaveLength(1);
  });

  it('reads coded synonyms of NIST: 28 is the InChIKey, the rest stays', () => {
    const { spectra } = readText('Name: a\nSynon: b\nSynon: $:28VNWKTOKETHGBQD-UHFFFAOYSA-N\nSynon: $:03[M+H]+\nNum Peaks: 1\n1 1\n\n');
    expect(spectra[0]?.identity).toMatchObject({ synonyms: ['b'], inchikey: 'VNWKTOKETHGBQD-UHFFFAOYSA-N' });
    expect(spectra[0]?.otherFields).toEqual([{ field: 'Synon', value: '$:03[M+H]+', line: 4 }]);
  });

  it('keeps a second value and a value that is no number, and says so', () => {
    const { spectra, warnings } = readText('Name: a\nFormula: CH4\nFormula: C2H6\nMW: 175,301\nExactMass: 0\nNum Peaks: 1\n1 1\n\n');
    expect(spectra[0]?.identity).toEqual({ name: 'a', synonyms: [], formula: 'CH4' });
    expect(spectra[0]?.otherFields.map((field) => field.value)).toEqual(['C2H6', '175,301', '0']);
    expect(warnings.map((warning) => [warning.code, warning.at.line])).toEqual([
      ['field-repeated', 3],
      ['field-not-a-number', 4],
    ]);
  });

  it('divides records with empty lines between them, without, and inside the peaks', () => {
    const { spectra, codes } = fixture('untidy.msp');
    expect(spectra.map((spectrum) => [spectrum.identity.name, spectrum.mz.length])).toEqual([
      ['one', 2],
      ['two', 3],
      ['three', 2],
      ['four', 2],
    ]);
    expect(codes).toEqual([]);
  });

  it('gives the place of each record', () => {
    const { warnings } = readText('Name: a\nNum Peaks: 1\n1 1\n\n\nName: b\nNum Peaks: 2\n1 1\n\n');
    expect(warnings).toMatchObject([
      { code: 'peak-count-differs', at: { line: 6, byte: 27 }, params: { record: 'b', stated: 2, found: 1, line: 6 } },
    ]);
  });

  it('sorts peaks, keeps equal m/z in the order of the file, and says both', () => {
    const { spectra, codes } = readText('Name: a\nNum Peaks: 4\n50 1\n40 2\n50 3\n45 0\n\n');
    expect(peaksOf(spectra[0])).toEqual([
      [40, 2],
      [45, 0],
      [50, 1],
      [50, 3],
    ]);
    expect(codes).toEqual(['peaks-unsorted', 'peaks-same-mz']);
  });

  it('reads a record without a number of peaks, with a number that is none, or without a name', () => {
    expect(readText('Name: a\n1 20\n2 999\n\n')).toMatchObject({ codes: ['peak-count-missing'], spectra: [{ identity: { name: 'a' } }] });
    expect(readText('Name: a\nNum Peaks: two\n1 20\n2 999\n\n')).toMatchObject({ codes: ['peak-count-unreadable'], spectra: [{}] });
    expect(readText('Synon: a\nNum Peaks: 2\n1 20\n2 999\n\n')).toMatchObject({
      codes: ['record-without-name'],
      spectra: [{ identity: { name: '' } }],
    });
  });

  it('names every peak it leaves out, with its line', () => {
    const { spectra, warnings } = readText('Name: a\nNum Peaks: 6\n1 1\n2 -5\n3 NaN\n57,5 99,9\nabc\n6 6\n\n');
    expect(peaksOf(spectra[0])).toEqual([
      [1, 1],
      [6, 6],
    ]);
    expect(warnings.map((warning) => [warning.code, warning.at.line])).toEqual([
      ['peak-negative', 4],
      ['peak-not-a-number', 5],
      ['comma-ambiguous', 6],
      ['line-not-understood', 7],
      ['peak-count-differs', 1],
    ]);
  });

  it('leaves out a record without peaks and goes on', () => {
    const { spectra, codes } = readText('Name: a\nNum Peaks: 0\n\nName: b\nFormula: CH4\n\nName: c\nNum Peaks: 1\n1 1\n\n');
    expect(spectra.map((spectrum) => spectrum.identity.name)).toEqual(['c']);
    expect(codes).toEqual(['record-without-peaks', 'record-without-peaks']);
  });

  it('does not take a damaged line of peaks with a colon for a new record', () => {
    const { spectra, codes } = readText('Name: a\nNum Peaks: 4\n70:10 76:35\nx7:1 78:2\n79:3\n\n');
    expect(spectra).toHaveLength(1);
    expect(codes).toEqual(['line-not-understood', 'peak-count-differs']);
  });
});

describe('the end of an MSP file', () => {
  const whole = 'Name: a\nNum Peaks: 2\n1 1\n2 2\n\nName: b\nFormula: CH4\nNum Peaks: 2\n1 1\n2 2\n';

  it('refuses a last record cut anywhere before its last peak, and gives the records before', () => {
    const from = whole.indexOf('Name: b') + 'Name: b'.length;
    for (let length = from; length <= whole.length - 5; length++) {
      const { spectra, refusal } = readText(whole.slice(0, length));
      expect([length, spectra.length, refusal?.code]).toEqual([length, 1, expect.stringMatching(/^(record|block)-truncated$/)]);
      expect(refusal).toMatchObject({ at: { line: 6 }, params: { file: 'test.msp', line: 6 } });
    }
  });

  it('warns when it ends right after a number, since digits may be missing', () => {
    expect(readText(whole.slice(0, -1)).codes).toEqual(['last-line-unterminated']);
    expect(readText(`${whole.slice(0, -1)};`).codes).toEqual([]);
    expect(readText(whole).codes).toEqual([]);
  });

  it('takes a wrong number for a slip where an empty line closed the record', () => {
    const { refusal, codes } = readText('Name: a\nNum Peaks: 3\n1 1\n2 2\n\n');
    expect([refusal, codes]).toEqual([undefined, ['peak-count-differs']]);
  });

  it('reports how far it read', () => expect(readText(whole).progress.at(-1)).toBe(whole.length));
});
