import { describe, expect, it } from 'vitest';
import { peaksOf, readText } from '../../../support/read-text';

const FIELDS = [
  'ACCESSION: MSBNK-Practice-PR000001',
  'RECORD_TITLE: Practicine; LC-ESI-QTOF; MS2',
  'DATE: 2026.01.19',
  'AUTHORS: A. Person, Practice University',
  'LICENSE: CC BY',
  'CH$NAME: Practicine',
  'CH$NAME: N-Practice',
  'CH$COMPOUND_CLASS: N/A',
  'CH$FORMULA: C17H21NO4',
  'CH$EXACT_MASS: 303.14706',
  'CH$SMILES: N/A',
  'CH$IUPAC: InChI=1S/x',
  'CH$LINK: CAS 50-36-2',
  'CH$LINK: INCHIKEY ZPUCINDJVBIVPJ-LJISPDSOSA-N',
  'CH$LINK: PUBCHEM CID:446220',
  'AC$INSTRUMENT: Practice QTOF',
  'AC$INSTRUMENT_TYPE: LC-ESI-QTOF',
  'AC$MASS_SPECTROMETRY: MS_TYPE MS2',
  'AC$MASS_SPECTROMETRY: ION_MODE POSITIVE',
  'AC$MASS_SPECTROMETRY: COLLISION_ENERGY 20 eV',
  'AC$MASS_SPECTROMETRY: RESOLUTION 17500',
  'AC$CHROMATOGRAPHY: RETENTION_TIME 5.2 min',
  'MS$FOCUSED_ION: PRECURSOR_M/Z 304.1543',
  'MS$FOCUSED_ION: PRECURSOR_TYPE [M+H]+',
  'PK$SPLASH: splash10-x',
  'PK$ANNOTATION: m/z tentative_formula',
  '  82.0651 C5H8N+',
];
const record = (fields: readonly string[], count: number, ...peaks: readonly string[]) =>
  `${fields.join('\n')}\nPK$NUM_PEAK: ${count}\nPK$PEAK: m/z int. rel.int.\n${peaks.map((peak) => `  ${peak}\n`).join('')}//\n`;

describe('reading MassBank records', () => {
  it('puts every tag in its place and keeps the rest', () => {
    const { spectra, codes, refusal } = readText(record(FIELDS, 2, '82.0651 1200.5 121', '182.1176 9900 999'));
    expect([codes, refusal]).toEqual([[], undefined]);
    expect(peaksOf(spectra[0])).toEqual([
      [82.0651, 1200.5],
      [182.1176, 9900],
    ]);
    expect(spectra[0]).toMatchObject({
      identity: {
        name: 'Practicine',
        synonyms: ['N-Practice'],
        cas: '50-36-2',
        inchikey: 'ZPUCINDJVBIVPJ-LJISPDSOSA-N',
        inchi: 'InChI=1S/x',
        formula: 'C17H21NO4',
        exactMass: 303.14706,
      },
      acquisition: {
        ionisation: 'ESI',
        msLevel: 2,
        polarity: 'positive',
        precursorMz: 304.1543,
        adduct: '[M+H]+',
        collisionEnergy: '20 eV',
        instrument: 'Practice QTOF',
        retentionTime: '5.2 min',
      },
      accession: 'MSBNK-Practice-PR000001',
      licence: 'CC BY',
      origin: 'A. Person, Practice University',
    });
    expect(spectra[0]?.identity.smiles).toBeUndefined();
    expect(spectra[0]?.otherFields.map(({ field, value }) => `${field}: ${value}`)).toEqual([
      'RECORD_TITLE: Practicine; LC-ESI-QTOF; MS2',
      'DATE: 2026.01.19',
      'CH$COMPOUND_CLASS: N/A',
      'CH$SMILES: N/A',
      'CH$LINK: PUBCHEM CID:446220',
      'AC$MASS_SPECTROMETRY: RESOLUTION 17500',
      'PK$SPLASH: splash10-x',
      'PK$ANNOTATION: m/z tentative_formula',
      'PK$ANNOTATION: 82.0651 C5H8N+',
    ]);
  });

  it('reads several records of one file, with CRLF too', () => {
    const text = (record(FIELDS, 1, '1 2 3') + record(FIELDS, 2, '1 2 3')).replaceAll('\n', '\r\n');
    const { spectra, codes } = readText(text);
    expect([spectra.length, codes]).toEqual([2, ['peak-count-differs']]);
  });

  it.each([
    ['82.0651', 'peak-line-odd'],
    ['82.0651 x 5', 'peak-not-a-number'],
    ['82,0651 5 5', 'peak-not-a-number'],
    ['-1 5 5', 'peak-negative'],
    ['0 5 5', 'peak-out-of-range'],
    ['1 2 3 4', 'peak-not-a-number'],
  ])('leaves out the peak “%s”: %s', (peak, code) => {
    const { spectra, codes } = readText(record(FIELDS, 2, peak, '50 5 999'));
    expect([peaksOf(spectra[0]), codes]).toEqual([[[50, 5]], [code]]);
  });

  it('refuses a record that is cut; one that lacks only its end is given with a warning', () => {
    const text = record(FIELDS, 2, '1 2 3', '2 25 3');
    const cut = (end: string) => readText(record(FIELDS, 1, '1 2 3') + text.slice(0, text.lastIndexOf(end)));
    expect([cut('5 3').spectra.length, cut('5 3').refusal?.code]).toEqual([1, 'record-truncated']);
    expect(cut('  2 25').refusal?.code).toBe('record-truncated');
    expect(cut('PK$NUM').refusal?.code).toBe('block-truncated');
    expect([cut('//').spectra.length, cut('//').codes, cut('//').refusal]).toEqual([2, ['part-damaged'], undefined]);
  });
});
