import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { peaksOf, readBytes, readText } from '../../../support/read-text';

const fixture = (name: string) => readBytes(readFileSync(new URL(`../../../fixtures/formats/${name}`, import.meta.url)), name);
const block = (labels: string, table = '##NPOINTS=2\n##PEAK TABLE=(XY..XY)\n1,2 3,4\n') =>
  `##TITLE=t\n##DATA TYPE=MASS SPECTRUM\n${labels}${table}##END=\n`;

describe('JCAMP-DX mass spectra', () => {
  it('names a block without a title by its number, never by nothing', () => {
    const { warnings } = readText('##TITLE=\n##MASS RANGE=1-9\n##NPOINTS=2\n##PEAK TABLE=(XY..XY)\n1,2 3,4\n##END=\n');
    expect(warnings.map(({ code, params }) => [code, params.record])).toEqual([
      ['data-type-missing', '#1'],
      ['record-without-name', '#1'],
    ]);
  });

  it('takes a continuous mass spectrum for a profile', () => {
    const text = '##TITLE=a\n##DATA TYPE=CONTINUOUS MASS SPECTRUM\n##NPOINTS=2\n##XYDATA=(XY..XY)\n1.1,2\n1.2,4\n##END=\n';
    expect(readText(text).spectra).toMatchObject([{ profile: true }]);
  });

  it('reads the decimal comma of a time of a page', () => {
    const page = (time: string) => `##PAGE=T=${time}\n##NPOINTS=1\n##DATA TABLE=(XY..XY), PEAKS\n5,1\n`;
    const { runs } = readText(
      `##TITLE=a\n##DATA TYPE=MASS SPECTRUM\n##NTUPLES=MASS SPECTRUM\n##SYMBOL=X,Y,T\n##UNITS=M/Z,COUNTS,SECONDS\n${page('1,5')}${page('2,5')}##END=\n`,
    );
    expect(runs[0]?.scans.map(({ time }) => time)).toEqual([1.5, 2.5]);
  });

  it('reads a table of peaks with all its labels', () => {
    const { spectra, codes, refusal } = fixture('peak-table.jdx');
    expect([codes, refusal]).toEqual([['peaks-unsorted'], undefined]);
    expect(spectra[0]).toMatchObject({
      identity: { name: 'Practice substance B', synonyms: ['B base', 'B free'], cas: '64-17-5', formula: 'C2 H6 O', molecularMass: 46.07 },
      acquisition: {
        ionisation: 'EI',
        polarity: 'positive',
        msLevel: 1,
        instrument: 'Practice 2',
        instrumentType: 'TRAP',
        retentionTime: '3.5',
      },
      origin: 'The Aliquot authors',
    });
    expect(peaksOf(spectra[0])).toEqual([
      [27, 40],
      [31, 1998],
      [45.5, 1],
      [46, 2000],
    ]);
    expect(spectra[0]?.otherFields).toEqual([
      { field: '$$', value: 'home made', line: 2 },
      { field: 'JCAMP-DX', value: '5.00', line: 2 },
      { field: 'OWNER', value: 'public domain\ncontinued here', line: 8 },
      { field: '$$', value: '70 eV', line: 12 },
      { field: 'X_UNITS', value: 'M/Z', line: 14 },
      { field: 'YUNITS', value: 'RELATIVE ABUNDANCE', line: 15 },
      { field: '$$', value: 'doubles the intensities', line: 16 },
      { field: 'FIRSTX', value: '27', line: 17 },
      { field: '$$', value: 'checkpoint', line: 20 },
    ]);
  });

  it.each(['PEAK TABLE', 'PEAKTABLE', 'XYDATA', 'XYPOINTS', 'Data Table'])('reads pairs of %s', (label) =>
    expect(peaksOf(readText(block('', `##NPOINTS=2\n  ##${label}= (XY..XY)\n1, 2; 3 4\n`)).spectra[0])).toEqual([
      [1, 2],
      [3, 4],
    ]),
  );

  it('reads blocks inside a LINK block, whatever they hold, and counts them', () => {
    const { spectra, curves, warnings } = fixture('linked.jdx');
    expect(spectra.map((spectrum) => spectrum.identity.name)).toEqual(['first', 'second']);
    expect(spectra[0]?.otherFields).toContainEqual({ field: 'LINK CAS NAME', value: 'practice mixture', line: 4 });
    expect(curves.map(({ identity, technique, traces }) => [identity.name, technique, ...(traces[0]?.y.values ?? [])])).toEqual([
      ['its infrared', 'infrared', 11, 22, 33],
    ]);
    expect(warnings.map((warning) => [warning.code, warning.params])).toEqual([
      ['value-assumed', { record: 'its infrared', field: 'NPOINTS', value: 3, line: 17, byte: 292 }],
      ['value-assumed', { record: 'its infrared', field: 'DELTAX', value: 1, line: 17, byte: 292 }],
      ['block-count-differs', { record: 'a compound file', stated: 4, found: 3, line: 1 }],
    ]);
  });

  it('makes one run of the pages of NTUPLES, with the time of each', () => {
    const { runs, spectra, codes } = fixture('pages.jdx');
    expect([codes, spectra]).toEqual([[], []]);
    const [first] = runs;
    expect(first?.run).toMatchObject({
      identity: { name: 'a practice run' },
      conditions: { ionisation: 'EI+' },
      timeAxis: { quantity: 'time', unit: 's', written: 'SECONDS' },
      intensityAxis: { quantity: 'relative-abundance' },
    });
    expect(first?.scans.map((scan) => [scan.number, scan.time, ...scan.mz, ...scan.intensity])).toEqual([
      [1, 272, 50, 51, 2.5, 9.3],
      [2, 301, 60, 1],
    ]);
  });

  it('keeps a block with a single page as a spectrum with its retention time', () => {
    const [spectrum] = readText(block('##SYMBOL=X, Y, T\n##UNITS=M/Z, RELATIVE ABUNDANCE, MINUTES\n##PAGE= T= 2.5\n')).spectra;
    expect([spectrum?.acquisition.retentionTime, spectrum?.mz.length]).toEqual(['2.5 MINUTES', 2]);
  });

  it('reads records without END one after another, as NIST exports them', () => {
    const record = (n: number) =>
      `##TITLE=Entry ${n}\n##DATA TYPE=MASS SPECTRUM\n##MW= 0\n##NPOINTS= 1\n##XYDATA=(XY..XY) 1 \n${100 + n} 999.00\n\n`;
    const { spectra, codes, refusal } = readText(record(1) + record(2), 'nist.jdx');
    expect(spectra.map((spectrum) => peaksOf(spectrum).flat())).toEqual([
      [101, 999],
      [102, 999],
    ]);
    expect([codes, refusal]).toEqual([['end-missing'], undefined]);
    expect(spectra[0]?.otherFields).toContainEqual({ field: 'XYDATA', value: '(XY..XY) 1', line: 5 });
  });

  it('multiplies by the factors and says when one cannot be read', () => {
    expect(peaksOf(readText(block('##XFACTOR=0.5 $$ half\n##YFACTOR=1E2\n')).spectra[0])).toEqual([
      [0.5, 200],
      [1.5, 400],
    ]);
    expect(readText(block('##YFACTOR=abc\n'))).toMatchObject({ codes: ['factor-unreadable'], warnings: [{ at: { line: 3 } }] });
  });

  it('reads a block without DATA TYPE if only a mass spectrum has its labels', () => {
    const typeless = block('##XUNITS=M/Z\n').replace('##DATA TYPE=MASS SPECTRUM\n', '');
    expect(readText(typeless)).toMatchObject({ codes: ['data-type-missing'], spectra: [{}] });
    expect(readText(typeless.replace('M/Z', 'NM'))).toMatchObject({ spectra: [], curves: [{ technique: 'unknown' }] });
  });

  it('reads tables of a block of mass spectra that hold no m/z as curves', () => {
    const { spectra, curves } = readText(block('##XUNITS=SECONDS\n##YUNITS=COUNTS\n'));
    expect(spectra).toEqual([]);
    expect(curves).toMatchObject([
      { technique: 'mass-spectrometry', traces: [{ x: { axis: { unit: 's' } }, y: { axis: { unit: 'counts' } } }] },
    ]);
  });

  it.each([
    [block('', '##XYDATA=(columns)\n1 2 3\n'), 'data-form-unsupported'],
    [block('', '##XYDATA=(X++(Y..Y))\n'), 'record-without-peaks'],
    [block('', ''), 'record-without-peaks'],
  ])('passes over %j with a warning', (text, code) =>
    expect(readText(text)).toMatchObject({ spectra: [], codes: [code], refusal: { code: 'no-measurement' } }),
  );

  it('compares NPOINTS and says what was found', () => {
    const { spectra, warnings } = readText(block('', '##NPOINTS=3\n##PEAK TABLE=(XY..XY)\n1,2\n5,-1\n'));
    expect(spectra[0]?.mz.length).toBe(1);
    expect(warnings.map((warning) => warning.code)).toEqual(['peak-negative', 'peak-count-differs']);
    expect(warnings[1]?.params).toMatchObject({ stated: 3, found: 2 });
  });

  it('refuses a file cut in its header or its table, and gives the blocks before', () => {
    const whole = block('') + block('##OWNER=x\n', '##NPOINTS=4\n##PEAK TABLE=(XY..XY)\n1,2 3,4\n5,6 7,8\n');
    for (let length = block('').length + 9; length <= whole.indexOf(' 7,8'); length++) {
      const { spectra, refusal } = readText(whole.slice(0, length));
      expect([length, spectra.length, refusal?.code]).toEqual([length, 1, expect.stringMatching(/^(record|block)-truncated$/)]);
    }
  });
});
