import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import type { Curves, Trace } from '../../../../src/core/spectrum/curves';
import { readShared, SHARED_FORMATS } from '../../../support/read-text';

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`real texts of columns left out: ${SHARED_FORMATS} is not here`);

type Ends = readonly [points: number, firstX: number, lastX: number, firstY: number];

type Expected = readonly [file: string, technique: Curves['technique'], records: number, ends: Ends, codes?: readonly string[]];

/** Files of the shared data: technique, records, and of the first trace: points, first and last place, first value. Point counts, places and values are those
 * of the manifest where it states them, else those of the file's own first and last line. */
const SPECTRA: readonly Expected[] = [
  ['optical/text/uv.csv', 'uv-visible', 1, [301, 700, 400, 0.193295]],
  ['optical/text/uv.txt', 'uv-visible', 1, [551, 800.0029297, 250.0171356, 0.001582415309], ['date-ambiguous']],
  ['optical/text/text9.txt', 'other', 1, [6472, 0.14577341, 0.14579251, 6.826198386988835e-6], ['last-line-unterminated']],
  ['optical/text/mass1.txt', 'unknown', 1, [20, 165.4746, 165.5245, 451], ['axes-not-stated', 'last-line-unterminated']],
  ['optical/text/mass3.asc', 'unknown', 1, [20, 88.20765, 92.8762, 855_375], ['axes-not-stated', 'last-line-unterminated']],
  ['optical/text/text2.txt', 'unknown', 1, [18, 115.2, 213, 141_703], ['axes-not-stated', 'last-line-unterminated']],
  ['optical/text/raman_hdpe.csv', 'unknown', 1, [964, 301.04, 3198.12, 26], ['axes-not-stated', 'value-assumed']],
  ['optical/text/ftir_pva_without_header.csv', 'unknown', 1, [863, 674.9918, 3999.809, 0.01356988], ['axes-not-stated']],
  ['optical/text/raman_hdpe_os.csv', 'raman', 1, [964, 301, 3198, 26], ['value-assumed', 'value-assumed', 'value-assumed']],
  ['optical/text/OOusb4000.txt', 'unknown', 1, [3648, 178.65, 888.37, 0], ['axes-not-stated', 'value-assumed', 'value-assumed']],
  ['optical/text/spec.csv', 'unknown', 1, [1994, 299.99, 700.03, 10.013], ['axes-not-stated']],
  ['optical/text/RS-1.dpt', 'unknown', 1, [3439, 800.44463, 2500.13516, 1.11622], ['axes-not-stated']],
  ['optical/text/J_MUR_MARS_17_0001.ttt', 'uv-visible', 1, [1453, 299.87, 700, 1.8921]],
  ['optical/text/avasoft8.txt', 'uv-visible', 1, [401, 300, 700, 252.16336]],
  ['optical/text/jazspec.jaz', 'unknown', 1, [2048, 190.8535, 886.439331, 0], ['axes-not-stated', 'value-assumed']],
  [
    'optical/twins/nCal_Qontor785_z005H12_100_1x3s.txt',
    'raman',
    1,
    [1021, 1111.108398, -154.501953, 1729.160645],
    ['value-assumed', 'value-assumed'],
  ],
  ['optical/omnic/0min-1-97C.SPA.csv', 'unknown', 1, [55_587, 3999.99, 649.981, 100.114], ['axes-not-stated']],
  ['optical/opus/peach_juice.dpt', 'unknown', 1, [1816, 4000.1161, 499.53234, 0.90603], ['axes-not-stated']],
  ['optical/spc/txt/CRAIC.txt', 'unknown', 1, [3761, 280.11, 949.93, 13.3999], ['axes-not-stated', 'value-assumed']],
  ['optical/spc/txt/DOERNER.spc.txt', 'unknown', 1, [1602, 100, 1800, 0], ['axes-not-stated']],
  ['optical/spc/txt/Ft-ir.spc.txt', 'unknown', 1, [1776, 4000, 450, 95.1374969482], ['axes-not-stated']],
  ['optical/spc/txt/m_evenz.spc.txt', 'unknown', 32, [171, 200, 800, 0], ['axes-not-stated']],
  ['optical/spc/txt/m_ordz.spc.txt', 'unknown', 10, [857, 698.229736328, 4000.35473633, 0.0221936702728], ['axes-not-stated']],
  ['optical/spc/txt/ms.spc.txt', 'unknown', 1, [128, 8468, 8679.25, 1884], ['axes-not-stated']],
  ['optical/spc/txt/s_xy.spc.txt', 'unknown', 1, [512, 1.08666670322, 6.01716661453, 45_333], ['axes-not-stated']],
  ['ms/csv/gilbert2020_fentanyl_EI.csv', 'unknown', 123, [312, 41, 352, 0.113229777], ['axes-not-stated']],
];

const BWTEK = ['value-assumed', 'part-unused', 'rows-without-place'];
const NEEGALA = ['value-assumed', 'value-assumed', 'part-unused'];
const VENDORS: readonly Expected[] = [
  ['BWTEK__PST10_iR532_Probe_100_3000msx7.txt', 'raman', 1, [1801, 145.99, 4010.28, 5655.2857], BWTEK],
  ['BWTEK__lamp_Ne_10ms_0%.txt', 'raman', 1, [715, -2.53, 1501.39, 10.6316], BWTEK],
  ['BWTEK__lamp_Ne_20_ms_0%.txt', 'raman', 1, [715, -2.53, 1501.39, 34.757], BWTEK],
  ['Horiba__PST10_iR785_OP01_8000msx8.txt', 'unknown', 1, [1024, 168.216, 3281.89, 2152.87], ['axes-not-stated']],
  ['InViaReflex__PST_Reflex532_Z050_010_10000msx2.txt', 'unknown', 1, [2578, 3501.06, 100.265, 930.534], ['axes-not-stated']],
  [
    'LightNovo__polystyrene_aritficially_worsened.tsv',
    'raman',
    1,
    [2290, 100, 2389, 4.53],
    ['value-assumed', 'value-assumed', 'value-assumed'],
  ],
  ['Neegala__PST_532_SEX139.txt', 'raman', 1, [2048, -1118.2901370987172, 4751.536933410046, -3210], NEEGALA],
  ['Neegala__PST_532nm_EZI860.txt', 'raman', 1, [2048, -1108.7552434383913, 4744.7110501634315, -5], NEEGALA],
  ['Neegala__PST_AfCal_10min_532nm_EZI860.txt', 'raman', 1, [2048, -1107.9642024424334, 4750.345383784138, -4], NEEGALA],
  [
    'Witec__PST_WiICV532_Z050OP02_075_800msx10.txt',
    'unknown',
    1,
    [1024, -42.7538623605254, 3852.19851672792, 787.099975585938],
    ['axes-not-stated'],
  ],
  ['Zolix__PST02_Zolix785_Probe_070_190ms.txt', 'unknown', 1, [2095, -241.82188966676, 3245.8072956866135, 0], ['axes-not-stated']],
  ['Zolix__lamp_Ne_5ms.txt', 'unknown', 1, [2095, -236.9296562365931, 3303.0170468928036, 0], ['axes-not-stated']],
  ['Zolix__lamp_Ne_7ms.txt', 'unknown', 1, [2095, -236.9296562365931, 3303.0170468928036, 0], ['axes-not-stated']],
  [
    'rruf__Anatase__R060277__Broad_Scan____0__unoriented__Raman_Data_RAW__21346.txt',
    'unknown',
    1,
    [1753, 79.84985, 3458.524, 0],
    ['axes-not-stated'],
  ],
];

const OPTICAL: readonly Expected[] = [
  ['openspecy/raman_hdpe.csv', 'unknown', 1, [964, 301.04, 3198.12, 26], ['axes-not-stated', 'value-assumed']],
  ['pharma_raman/carbs_S.csv', 'unknown', 3, [1401, 1600, 200, 0.358748], ['axes-not-stated']],
  ['pharma_raman/paracetamol.txt', 'unknown', 1, [4064, 3200.07, 96.7865, 299.229], ['axes-not-stated']],
];

function expectEnds(trace: Trace | undefined, [points, firstX, lastX, firstY]: Ends): void {
  if (trace === undefined) throw new Error('no trace');
  const x = abscissaValues(trace.x);
  expect([x.length, x[0], x.at(-1), trace.y.values[0], trace.y.values.length]).toEqual([points, firstX, lastX, firstY, points]);
}

const ALL: readonly Expected[] = [
  ...SPECTRA,
  ...VENDORS.map(([file, ...rest]): Expected => [`optical/raman_vendor/${file}`, ...rest]),
  ...OPTICAL.map(([file, ...rest]): Expected => [`../optical/${file}`, ...rest]),
];

const NAMED = ALL.map(([file, technique, records, ends, codes = []]) => ({ file, technique, records, ends, codes }));

describe.skipIf(!here)('texts of columns of the shared data', () => {
  it.each(NAMED)('$file is read as $technique', ({ file, technique, records, ends, codes }) => {
    const { curves, codes: found, refusal } = readShared(file);
    expect([refusal, curves.length, found]).toEqual([undefined, records, codes]);
    expect(new Set(curves.map((record) => record.technique))).toEqual(new Set([technique]));
    expectEnds(curves[0]?.traces[0], ends);
  });

  it('a table of a library gives a record for each column, gaps where it has none', () => {
    const { curves, codes } = readShared('../optical/openspecy/test_lib.csv');
    expect([curves.length, new Set(codes)]).toEqual([57, new Set(['axes-not-stated', 'value-assumed', 'points-missing'])]);
    expect(curves.every(({ traces }) => traces[0]?.y.values.length === 781)).toBe(true);
    expect(curves[1]?.identity.name).toBe('00061dd49cbb71549cf3d530b894ba92');
    expect(curves[1]?.traces[0]?.y.values[1]).toBe(0.0775421498176456);
  });

  it('a list of masses with the words of a mass spectrometer is a spectrum', () => {
    const { spectra, codes } = readShared('optical/text/mass2.csv');
    expect(spectra).toMatchObject([
      { acquisition: { ionisation: 'ESI' }, mz: { 0: 100.0016, 19: 100.0561 }, intensity: { 0: 0.376953125 } },
    ]);
    expect(codes).toEqual(['part-unused', 'value-assumed', 'last-line-unterminated']);
  });

  it('the traces of one measurement stay together, the result first', () => {
    const [record] = readShared('optical/text/J_MUR_MARS_17_0001.ttt').curves;
    expect(record?.traces.map(({ label, role, y }) => [label, role, y.axis.unit])).toEqual([
      ['Transmittance [% transmittance]', 'measured', '%'],
      ['Sample [counts]', 'sample-single-beam', 'counts'],
      ['Ref [counts]', 'background-single-beam', 'counts'],
      ['Dark [counts]', 'other', 'counts'],
    ]);
    expect(record?.conditions).toEqual({ exposure: '175 ms', accumulations: '20 scans', instrumentSerial: '0411041S1' });
  });

  it('spectra dumped from two OPUS and OMNIC files keep every line', () => {
    for (const file of ['optical/opus/peach_juice.dpt', 'optical/omnic/0min-1-97C.SPA.csv']) {
      const lines = readFileSync(join(SHARED_FORMATS, file), 'latin1')
        .split(/\r?\n/)
        .filter((line) => /^\d/.test(line));
      const [trace] = readShared(file).curves[0]?.traces ?? [];
      const x = trace === undefined ? new Float64Array() : abscissaValues(trace.x);
      expect(lines.map((line) => line.split(/[,\t]\s*/).map(Number))).toEqual(Array.from(x, (place, i) => [place, trace?.y.values[i]]));
    }
  });

  it.each([
    'optical/text/text4.txt',
    'optical/text/text6.txt',
    'optical/raman_vendor/rruf__LICENSE',
    '../optical/pharma_raman/carbs_C.csv',
  ])('%s is no spectrum', (file) => expect(readShared(file).refusal).toMatchObject({ code: 'format-unknown' }));

  it.each(['openspecy/test_lib_meta.csv', 'pharma_raman/metadata_db.csv', 'pharma_raman/raman_peaks_db.csv'])(
    '%s is a table of words',
    (file) => expect(readShared(`../optical/${file}`).refusal).toMatchObject({ code: 'format-unknown' }),
  );

  it.each([
    ['optical/text/raman_hdpe.json', 'format-unsupported'],
    ['../README.md', 'format-unknown'],
    ['optical/MANIFEST.tsv', 'format-unknown'],
    ['../ms/nist_hitlists/HitList_HS.txt', 'format-unknown'],
    ['ms/agilent_d/GC01_0812_066.D/acqmeth.txt', 'format-unknown'],
  ])('%s is refused as %s', (file, code) => expect(readShared(file).refusal).toMatchObject({ code }));

  it('lists of masses measured by DART are read', () => {
    const folder = '../ms/dart/ExampleMixtureSpectra_Measured_ForPaper';
    for (const file of readdirSync(join(SHARED_FORMATS, folder))) {
      const text = readFileSync(join(SHARED_FORMATS, folder, file), 'latin1')
        .trim()
        .split(/\r?\n/);
      const { curves } = readShared(`${folder}/${file}`);
      expect([file, curves[0]?.traces[0]?.y.values.length]).toEqual([file, text.length]);
    }
  });
});
