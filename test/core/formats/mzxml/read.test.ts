import { existsSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { secondsOf } from '../../../../src/core/formats/mzxml/duration';
import { readShared, readText, SHARED_FORMATS } from '../../../support/read-text';

const PAIRS = [50.25, 10, 81.5, 2500, 182.125, 99];

interface WrittenAs {
  readonly precision?: 32 | 64;
  readonly zlib?: boolean;
  readonly attributes?: string;
}

function base64(values: readonly number[], { precision = 32, zlib = false }: WrittenAs): string {
  const view = new DataView(new ArrayBuffer((values.length * precision) / 8));
  for (const [i, value] of values.entries()) {
    if (precision === 32) view.setFloat32(4 * i, value);
    else view.setFloat64(8 * i, value);
  }
  const raw = new Uint8Array(view.buffer);
  return Buffer.from(zlib ? deflateSync(raw) : raw).toString('base64');
}

function peaks(values: readonly number[], as: WrittenAs = {}): string {
  const { precision = 32, zlib = false, attributes = 'contentType="m/z-int"' } = as;
  return `<peaks precision="${precision}" byteOrder="network" ${attributes} compressionType="${zlib ? 'zlib' : 'none'}">${base64(values, as)}</peaks>`;
}

const scan = (number: number, inner: string, attributes = 'peaksCount="3" retentionTime="PT90.5S"') =>
  `<scan num="${number}" msLevel="1" ${attributes}>${inner}</scan>`;
const mzxml = (scans: string, count: number, header = '') =>
  `<?xml version="1.0"?>\n<mzXML><msRun scanCount="${count}">${header}${scans}</msRun><index name="scan"><offset id="1">9</offset></index></mzXML>\n`;

describe('reading mzXML', () => {
  it.each<WrittenAs>([{}, { zlib: true }, { precision: 64 }, { precision: 64, zlib: true }, { attributes: 'pairOrder="m/z-int"' }])(
    'reads the same points however they are written: %j',
    (as) => {
      const { runs, codes, refusal } = readText(mzxml(scan(4, peaks(PAIRS, as)), 1));
      expect([codes, refusal]).toEqual([[], undefined]);
      expect(runs[0]?.run).toMatchObject({ timeAxis: { quantity: 'time', unit: 's' }, scansStated: 1 });
      expect(runs[0]?.scans[0]).toMatchObject({ number: 4, time: 90.5, msLevel: 1, profile: false });
      expect(runs[0]?.scans[0]?.mz).toEqual(Float64Array.of(50.25, 81.5, 182.125));
      expect(runs[0]?.scans[0]?.intensity).toEqual(Float64Array.of(10, 2500, 99));
    },
  );

  it('gives nested scans after the one around them', () => {
    const inner = `<scan num="2" msLevel="2" peaksCount="3" polarity="-" collisionEnergy="35" filterLine="ITMS" totIonCurrent="2.6e3" centroided="0"><precursorMz precursorIntensity="5" precursorCharge="2"> 304.15 </precursorMz>${peaks(PAIRS)}</scan>`;
    const { runs, codes } = readText(mzxml(scan(1, peaks(PAIRS) + inner) + scan(3, peaks(PAIRS)), 3));
    expect([runs[0]?.scans.map(({ number }) => number), codes]).toEqual([[1, 2, 3], []]);
    expect(runs[0]?.scans[1]).toMatchObject({
      msLevel: 2,
      polarity: 'negative',
      profile: true,
      precursorMz: 304.15,
      precursorCharge: 2,
      collisionEnergy: '35',
      filter: 'ITMS',
      statedIonCurrent: 2600,
    });
  });

  it('reads arrays that stand apart, and passes over those it does not know', () => {
    const apart = peaks([1, 2, 3], { attributes: 'contentType="m/z"' }) + peaks([4, 5, 6], { attributes: 'contentType="intensity"' });
    const { runs, codes } = readText(mzxml(scan(1, apart + peaks([1], { attributes: 'contentType="S/N"' })), 1));
    expect([codes, runs[0]?.scans[0]?.intensity]).toEqual([['part-unused'], Float64Array.of(4, 5, 6)]);
  });

  it('reads instrument, operator and software', () => {
    const header = `<parentFile fileName="a.raw"/><msInstrument><msManufacturer value="Maker"/><msModel value="Q1"/><msIonisation value="EI"/><msMassAnalyzer value="Quadrupole"/><msDetector value="EMT"/><operator first="A" last="Person"/><software name="Acquire" version="2"/></msInstrument>`;
    expect(readText(mzxml(scan(1, peaks(PAIRS)), 1, header)).runs[0]?.run).toMatchObject({
      conditions: { instrument: 'Maker Q1', ionisation: 'EI', detector: 'EMT', operator: 'A Person', software: 'Acquire 2' },
      otherFields: [
        { field: 'parentFile', value: 'a.raw' },
        { field: 'msMassAnalyzer', value: 'Quadrupole' },
      ],
    });
  });

  it('takes one pair of zeros for no peak where none is stated', () => {
    const { runs, codes } = readText(mzxml(scan(1, peaks([0, 0]), 'peaksCount="0"'), 1));
    expect([runs[0]?.scans[0]?.mz.length, runs[0]?.scans[0]?.time, codes]).toEqual([0, Number.NaN, []]);
  });

  it.each<readonly [fault: string, scans: string, codes: readonly string[], points: number]>([
    ['a count that differs', scan(1, peaks(PAIRS), 'peaksCount="4"'), ['value-differs'], 3],
    ['half a pair', scan(1, peaks(PAIRS.slice(1))), ['part-damaged'], 0],
    ['a damaged character', scan(1, peaks(PAIRS).replace('>', '>*')), ['part-damaged'], 0],
    ['a negative m/z', scan(1, peaks([-2, 1, 3, 4, 5, 6])), ['part-damaged'], 0],
    ['packed peaks that were altered', scan(1, peaks(PAIRS, { zlib: true }).replace('>eJ', '>eK')), ['part-damaged'], 0],
    ['no peaks at all', scan(1, ''), ['part-damaged'], 0],
    ['a way of writing not known', scan(1, peaks(PAIRS, { attributes: 'contentType="TOF"' })), ['part-unused', 'part-damaged'], 0],
    ['a time that is none', scan(1, peaks(PAIRS), 'peaksCount="3" retentionTime="soon"'), ['value-unreadable'], 3],
  ])('warns of %s', (_, scans, codes, points) => {
    const { runs, codes: found } = readText(mzxml(scans, 1));
    expect([found, runs[0]?.scans.map(({ mz }) => mz.length)]).toEqual([codes, [points]]);
  });

  it('gives what is complete before a cut, and refuses', () => {
    const text = mzxml(scan(1, peaks(PAIRS)) + scan(2, peaks(PAIRS)), 2);
    const cut = readText(text.slice(0, text.lastIndexOf('</peaks>') - 4));
    expect([cut.runs[0]?.scans.length, cut.refusal?.code]).toEqual([1, 'file-truncated']);
  });

  it.each([
    ['PT353.43S', 353.43],
    ['PT5M53.5S', 353.5],
    ['PT1H', 3600],
    ['P1DT1S', 86_401],
    ['PT1.5e2S', 150],
    ['PT', Number.NaN],
    ['353.43', Number.NaN],
    ['P1Y', Number.NaN],
  ])('reads the duration %s: %d s', (text, seconds) => expect(secondsOf(text)).toBe(seconds));
});

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`mzXML files of other programs left out: ${SHARED_FORMATS} is not here`);

describe.skipIf(!here)('mzXML files of other programs', () => {
  it.each(['optical/ms/tiny2.0.mzXML', 'ms/mzml/pyteomics_test.mzXML'])('%s: two scans, 1,313 peaks in the first', (file) => {
    const { runs, warnings, refusal } = readShared(file);
    const scans = runs[0]?.scans ?? [];
    expect(scans.map(({ mz, time, msLevel }) => [mz.length, time, msLevel])).toEqual([
      [1313, 353.43, 1],
      [43, 356.68, 2],
    ]);
    // The file states the base peak of both scans, 445.347 of 120,053 and 428.905 of 301,045.
    const [highest, second] = scans.map(({ intensity }) => Math.max(...intensity));
    expect([highest, second]).toEqual([120_053, 301_045]);
    expect(scans[0]?.mz[scans[0].intensity.indexOf(120_053)]).toBeCloseTo(445.347, 3);
    // Cut down from a run of 3,113 scans by those who put it online.
    expect([warnings.map(({ code, params }) => [code, params.stated, params.found]), refusal]).toEqual([
      [['value-differs', 3113, 2]],
      undefined,
    ]);
  });

  it('tiny3.0.mzXML: its packed bytes are whole, but were no peaks before they were packed', () => {
    // 1,313 pairs, the checksum agrees; but of every four bytes only two bits are set, so that m/z would be -2, 0 and 2: the peaks of tiny2.0 are not in the file.
    const { runs, codes } = readShared('optical/ms/tiny3.0.mzXML');
    expect(runs[0]?.scans.map(({ mz, time }) => [mz.length, time])).toEqual([
      [0, 353.43],
      [0, 356.68],
    ]);
    expect(codes).toEqual(['part-damaged', 'part-damaged', 'value-differs']);
  });
});
