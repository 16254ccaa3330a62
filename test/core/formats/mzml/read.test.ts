import { describe, expect, it } from 'vitest';
import { readText } from '../../../support/read-text';
import { binaryArray, cv, mzml, scanTime, spectrum, type WrittenAs } from './mzml-writer';

const MZ = [50.25, 81.5, 182.125];
const COUNTS = [10, 2500, 99];

const simple = (id = 'scan=7', inner = '', as: WrittenAs = {}, mz = MZ, intensity = COUNTS) =>
  spectrum(
    id,
    mz.length,
    `${cv('MS:1000511', '1')}${inner}${scanTime('1.5')}${binaryArray('m/z', mz, as)}${binaryArray('intensity', intensity, as)}`,
  );

function onlyScan(text: string) {
  const { runs, codes, refusal } = readText(text);
  expect([runs.length, runs[0]?.scans.length, refusal]).toEqual([1, 1, undefined]);
  return { run: runs[0]?.run, scan: runs[0]?.scans[0], codes };
}

describe('reading mzML', () => {
  it.each<WrittenAs>([
    {},
    { zlib: true },
    { type: 'float32' },
    { type: 'float32', zlib: true },
    { numpress: 'linear' },
    { numpress: 'linear', zlib: true },
  ])('reads the same points however they are written: %j', (as) => {
    const { scan, codes } = onlyScan(mzml([simple('scan=7', '', as)]));
    expect([codes, scan?.number, scan?.time, scan?.msLevel, scan?.profile]).toEqual([[], 7, 1.5, 1, false]);
    expect([scan?.mz, scan?.intensity]).toEqual([Float64Array.from(MZ), Float64Array.from(COUNTS)]);
  });

  it.each<WrittenAs>([{ type: 'int32' }, { type: 'int64', zlib: true }, { numpress: 'pic' }, { numpress: 'pic', zlib: true }])(
    'reads whole numbers written as %j',
    (as) => {
      const arrays = binaryArray('m/z', MZ) + binaryArray('intensity', COUNTS, as);
      expect(onlyScan(mzml([spectrum('scan=1', 3, scanTime('1') + arrays)])).scan?.intensity).toEqual(Float64Array.from(COUNTS));
    },
  );

  it('reads level, polarity, form, precursor, energy, filter and ion current', () => {
    const precursor = `<precursorList count="2"><precursor><isolationWindow>${cv('MS:1000827', '304.1')}</isolationWindow><selectedIonList count="1"><selectedIon>${cv('MS:1000744', '304.15')}${cv('MS:1000041', '2')}</selectedIon></selectedIonList><activation>${cv('MS:1000045', '35', 'UO:0000266').replace('unitName="UO:0000266"', 'unitName="electronvolt"')}</activation></precursor><precursor><selectedIonList><selectedIon>${cv('MS:1000744', '99')}${cv('MS:1000041', '3')}</selectedIon></selectedIonList></precursor></precursorList>`;
    const filter = `<scanList><scan>${cv('MS:1000016', '1')}${cv('MS:1000512', 'FTMS &lt;1&gt;')}</scan><scan>${cv('MS:1000512', 'another')}</scan></scanList>`;
    const own = `${cv('MS:1000511', '2')}${cv('MS:1000129')}${cv('MS:1000128')}${cv('MS:1000285', '2609')}`;
    const text = spectrum(
      'controllerType=0 controllerNumber=1 scan=12',
      3,
      own + filter + precursor + binaryArray('m/z', MZ) + binaryArray('intensity', COUNTS),
    );
    expect(onlyScan(mzml([text])).scan).toMatchObject({
      number: 12,
      msLevel: 2,
      polarity: 'negative',
      profile: true,
      precursorMz: 304.15,
      precursorCharge: 2,
      collisionEnergy: '35 eV',
      filter: 'FTMS <1>',
      statedIonCurrent: 2609,
    });
  });

  it('reads sample, instrument, software, date and groups of parameters', () => {
    const header = `<fileDescription><sourceFileList><sourceFile id="f" name="a.raw"/></sourceFileList></fileDescription>
      <referenceableParamGroupList><referenceableParamGroup id="g"><cvParam accession="MS:1000649" name="Exactive" value=""/>${cv('MS:1000529', 'SN 33')}</referenceableParamGroup><referenceableParamGroup id="s">${cv('MS:1000130')}</referenceableParamGroup></referenceableParamGroupList>
      <sampleList><sample id="x" name="Vial 3"/></sampleList><softwareList><software id="q" version="2.9"><cvParam accession="MS:1000532" name="Xcalibur" value=""/></software></softwareList>
      <instrumentConfigurationList><instrumentConfiguration id="i"><referenceableParamGroupRef ref="g"/><componentList><source order="1"><cvParam accession="MS:1000389" name="electron ionization"/></source></componentList></instrumentConfiguration></instrumentConfigurationList>`;
    const text = mzml([simple('scan=1', '<referenceableParamGroupRef ref="s"/>')], { header }).replace(
      '<run ',
      '<run startTimeStamp="2026-01-02T03:04:05Z" ',
    );
    const { run, scan } = onlyScan(text);
    expect(scan?.polarity).toBe('positive');
    expect(run).toMatchObject({
      identity: { name: 'Vial 3' },
      accession: 'run 1',
      scansStated: 1,
      timeAxis: { quantity: 'time', unit: 'min' },
      conditions: {
        sample: 'Vial 3',
        instrument: 'Exactive',
        instrumentSerial: 'SN 33',
        software: 'Xcalibur 2.9',
        ionisation: 'electron ionization',
        measuredAt: '2026-01-02T03:04:05Z',
      },
      otherFields: [{ field: 'sourceFile', value: 'a.raw' }],
    });
  });

  it('reads chromatograms with their units', () => {
    const arrays = binaryArray('time', [1, 2, 3], {}, 'UO:0000010') + binaryArray('intensity', COUNTS, {}, 'MS:1000131');
    const chromatograms = `<chromatogramList count="1"><chromatogram index="0" id="TIC" defaultArrayLength="3">${arrays}</chromatogram></chromatogramList>`;
    const { runs, codes } = readText(mzml([], { chromatograms }));
    expect(codes).toEqual([]);
    expect(runs[0]?.chromatograms).toMatchObject([
      {
        label: 'TIC',
        x: { axis: { unit: 's' }, values: Float64Array.of(1, 2, 3) },
        y: { axis: { unit: 'counts' }, values: Float64Array.from(COUNTS) },
      },
    ]);
  });

  it('converts a time in another unit than the run’s, and says so', () => {
    const second = simple('scan=8').replace(scanTime('1.5'), scanTime('120', 'UO:0000010'));
    const { runs, codes } = readText(mzml([simple(), second, spectrum('scan=9', 0, '')]));
    expect(runs[0]?.scans.map(({ time }) => time)).toEqual([1.5, 2, Number.NaN]);
    expect(codes).toEqual(['unit-mixed']);
  });

  it('sorts m/z, leaves out points that are no numbers, and says so', () => {
    const { scan, codes } = onlyScan(mzml([simple('scan=1', '', {}, [3, 1, Number.NaN, 2], [30, 10, 5, Number.POSITIVE_INFINITY])]));
    expect([[...(scan?.mz ?? [])], [...(scan?.intensity ?? [])], codes]).toEqual([
      [1, 3],
      [10, 30],
      ['points-not-finite', 'scan-unsorted'],
    ]);
  });

  const good = simple();
  it.each<readonly [fault: string, text: string, codes: readonly string[], points: number]>([
    ['a damaged character', good.replace('<binary>', '<binary>*'), ['part-damaged', 'part-damaged'], 0],
    ['a lost character', good.replace(/<binary>./, '<binary>'), ['part-damaged', 'part-damaged'], 0],
    [
      'lost points of one array',
      good.replace(binaryArray('m/z', MZ), binaryArray('m/z', MZ.slice(1))),
      ['value-differs', 'part-damaged'],
      0,
    ],
    [
      'a lost point',
      simple('scan=7', '', {}, MZ.slice(1), COUNTS.slice(1)).replace('Length="2"', 'Length="3"'),
      ['value-differs', 'value-differs'],
      2,
    ],
    ['a length of the text that differs', good.replace('encodedLength="32"', 'encodedLength="36"'), ['value-differs'], 3],
    ['a negative m/z', simple('scan=7', '', {}, [-2, 1, 2]), ['part-damaged'], 0],
    [
      'packed points that were altered',
      simple('scan=7', '', { zlib: true }).replace('<binary>eJ', '<binary>eK'),
      ['part-damaged', 'part-damaged'],
      0,
    ],
    [
      'an encoding not read',
      good.replace(cv('MS:1000576'), '<cvParam accession="MS:1003780" name="Zstd compression"/>'),
      ['part-unused', 'part-damaged'],
      0,
    ],
    ['an encoding not stated', good.replace(cv('MS:1000523'), ''), ['part-damaged', 'part-damaged'], 0],
  ])('warns of %s and gives the scan with the points that are sure', (_, text, codes, points) => {
    const { scan, codes: found } = onlyScan(mzml([text]));
    expect([found, scan?.mz.length, scan?.time]).toEqual([codes, points, 1.5]);
  });

  it('passes over spectra of light, says so, and goes on', () => {
    const light = spectrum('scan=1', 3, scanTime('1') + binaryArray('wavelength', MZ) + binaryArray('intensity', COUNTS));
    const { runs, codes } = readText(mzml([light, simple()]));
    expect([runs[0]?.scans.map(({ number }) => number), codes]).toEqual([[7], ['part-unused']]);
  });

  it('says when there are fewer spectra than stated', () => {
    expect(readText(mzml([simple()], { stated: 2 })).warnings).toMatchObject([{ code: 'value-differs', params: { stated: 2, found: 1 } }]);
  });

  it('gives the scans before a cut, and refuses', () => {
    const text = mzml([simple('scan=1'), simple('scan=2')]);
    const cut = readText(text.slice(0, text.lastIndexOf('<binary>') + 20));
    expect([cut.runs[0]?.scans.length, cut.refusal?.code]).toEqual([1, 'file-truncated']);
    const damaged = readText(text.replace('id="scan=2"', 'id="scan=2'));
    expect([damaged.runs[0]?.scans.length, damaged.refusal?.code]).toEqual([1, 'xml-not-wellformed']);
  });

  it('refuses a document type, and reserves nothing for a stated length', () => {
    expect(readText('<?xml version="1.0"?><!DOCTYPE mzML SYSTEM "x"><mzML/>').refusal?.code).toBe('xml-doctype');
    expect(readText('<mzML></mzML>').refusal?.code).toBe('no-measurement');
    const { codes } = onlyScan(mzml([simple('scan=7', '', { zlib: true }).replace('Length="3"', 'Length="999999999999"')]));
    expect(codes).toEqual(['value-differs', 'value-differs']);
  });
});
