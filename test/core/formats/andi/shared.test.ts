import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMeasurements } from '../../../../src/core/formats/read';
import { listEntries, type ZipEntry } from '../../../../src/core/formats/zip/entries';
import { abscissaLength, abscissaValues } from '../../../../src/core/spectrum/axis';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { inflateEntry } from '../../../support/inflate-entry';
import { collect, readShared, SHARED_FORMATS, sharedPath } from '../../../support/read-text';

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`skipped: no shared data at ${SHARED_FORMATS}`);

/**
 * Scans, points of all scans, points of the first, m/z and intensity of its first point, time of the last scan; as another reader of netCDF (scipy) gives
 * them for these files.
 */
const RUNS: Readonly<Record<string, readonly [number, number, number, number, number, number]>> = {
  'ms/andi_cdf/advion-gcms.cdf': [41, 376290, 7793, 9.95, 0, 145.835],
  'ms/andi_cdf/agilent-gcms.cdf': [6401, 157201, 11, 16, 37, 3779.754],
  'ms/andi_cdf/roundrobin/EXTREL/CENTSCNH.CDF': [5, 99, 16, 66.3029, 54387816.5, 0.5],
  'ms/andi_cdf/roundrobin/EXTREL/CENTSIDH.CDF': [9, 39, 5, 68.9946, 4746705750, 659.708],
  'ms/andi_cdf/roundrobin/EXTREL/CONTINUM.CDF': [2, 104467, 49212, 35.0003, 3835611, 0.2],
  'ms/andi_cdf/roundrobin/FINNIGAN/CENTSCNH.CDF': [100, 2355, 8, 27.9375, 220912, 175.8],
  'ms/andi_cdf/roundrobin/FINNIGAN/CENTSCNL.CDF': [100, 2187, 16, 39, 587, 100],
  'ms/andi_cdf/roundrobin/FINNIGAN/CONTINUM.CDF': [4, 28032, 7008, 400.0815, 3349, 21.153],
  'ms/andi_cdf/roundrobin/FISONS_A/CENTSCNH.CDF': [5, 857, 169, 39.9624, 54992, 6],
  'ms/andi_cdf/roundrobin/FISONS_A/CENTSCNL.CDF': [21, 538, 4, 28.0101, 10227700, 477],
  'ms/andi_cdf/roundrobin/FISONS_A/CENTSIDH.CDF': [410, 4920, 12, 373.8207, 390.875, 2789.598],
  'ms/andi_cdf/roundrobin/HP/CENTSCNH.CDF': [621, 7638, 51, 27.95, 3495, 599.82],
  'ms/andi_cdf/roundrobin/HP/CENTSIDH.CDF': [421, 842, 2, 283.75, 867, 479.753],
  'ms/andi_cdf/roundrobin/KRATOS/CENTSCNH.CDF': [16, 3274, 0, Number.NaN, Number.NaN, 567],
  'ms/andi_cdf/roundrobin/KRATOS/CENTSCNL.CDF': [16, 8880, 555, 51, 0, 567],
  'ms/andi_cdf/roundrobin/PE_SCIEX/CENTSIDH.CDF': [66, 132, 2, 619.1, 1180, 263.018],
  'ms/andi_cdf/roundrobin/PE_SCIEX/CENTSIDL.CDF': [40, 80, 2, 619, 1320, 518.7],
  'ms/andi_cdf/roundrobin/PE_SCIEX/CONTINUM.CDF': [50, 1820, 31, 304, 20000, 2262.471],
  'ms/andi_cdf/roundrobin/TEKNIVNT/CENTSCNH.CDF': [19, 1818, 96, 39.998, 189, 288.139],
  'ms/andi_cdf/roundrobin/TEKNIVNT/CENTSCNL.CDF': [400, 53797, 101, 39, 534, 399],
  'ms/andi_cdf/roundrobin/TEST/QD.CDF': [201, 1342, 6, 57, 2456, 1150],
  'optical/andi/advion-expression.cdf': [60, 199393, 3096, 9.95, 0, 133.461],
  'optical/andi/agilent-gcms.cdf': [6401, 157201, 11, 16, 37, 3779.754],
};
/** Points and peaks, first and last time. */
const CHROMATOGRAMS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'agilent-hplc.cdf': [4651, 8, 0.012, 1860.012],
  'agilent-hplc2.cdf': [1645, 86, 3.375, 1800.913],
  'agilent-gcms-tic.cdf': [1645, 43, 3.381, 1800.92],
};
const LIBRARIES = ['ms/andi_cdf/roundrobin/EXTREL/LIBRARY.CDF', 'ms/andi_cdf/roundrobin/FINNIGAN/LIBRARY.CDF'];
const ZIPPED = 'ms/andi_cdf/roundrobin/TEKNIVNT/CONTINUM.CDF';

/** 1e-6 of the value, or of 1: the table above is rounded. */
function near(found: number | undefined, expected: number): void {
  if (Number.isNaN(expected)) expect(found).toBeUndefined();
  else expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(Math.max(1e-3, 1e-5 * expected));
}

describe.skipIf(!here)('every ANDI file of the shared data', () => {
  it('is in one of the tables here', () => {
    const found = ['ms/andi_cdf', 'optical/andi'].flatMap((folder) =>
      readdirSync(sharedPath(folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.cdf$/i.test(name))
        .map((name) => join(folder, name)),
    );
    const chromatograms = ['ms/andi_cdf', 'optical/andi'].flatMap((folder) => Object.keys(CHROMATOGRAMS).map((name) => join(folder, name)));
    expect(found.sort()).toEqual([...Object.keys(RUNS), ...chromatograms, ...LIBRARIES, ZIPPED].sort());
  });

  it.each(Object.entries(RUNS))('run %s', (path, [count, points, first, mz, intensity, lastTime]) => {
    const { runs, refusal, curves, spectra } = readShared(path);
    expect([refusal, curves.length, spectra.length, runs.length]).toEqual([undefined, 0, 0, 1]);
    const scans = runs[0]?.scans ?? [];
    expect([scans.length, scans.reduce((sum, scan) => sum + scan.mz.length, 0), scans[0]?.mz.length]).toEqual([count, points, first]);
    near(scans[0]?.mz[0], mz);
    near(scans[0]?.intensity[0], intensity);
    near(scans.at(-1)?.time, lastTime);
    for (const scan of scans)
      for (let i = 1; i < scan.mz.length; i++)
        if ((scan.mz[i] as number) < (scan.mz[i - 1] as number)) throw new Error(`scan ${scan.number} descends`);
  });

  it.each(['ms/andi_cdf/agilent-gcms.cdf', 'ms/andi_cdf/roundrobin/HP/CENTSCNH.CDF'])(
    'the stated currents of %s are the sums of its scans',
    (path) => {
      for (const scan of readShared(path).runs[0]?.scans ?? [])
        expect(scan.intensity.reduce((sum, value) => sum + value, 0)).toBe(scan.statedIonCurrent);
    },
  );

  it.each(['ms/andi_cdf', 'optical/andi'].flatMap((folder) => Object.keys(CHROMATOGRAMS).map((name) => [folder, name] as const)))(
    'chromatogram %s/%s',
    (folder, name) => {
      const [points, peaks, first, last] = CHROMATOGRAMS[name] as readonly [number, number, number, number];
      const { curves, refusal } = readShared(join(folder, name));
      const [signal, table] = curves[0]?.traces ?? [];
      expect([refusal, signal?.y.values.length, table?.y.values.length]).toEqual([undefined, points, peaks]);
      const x = signal === undefined ? [] : abscissaValues(signal.x);
      near(x[0], first);
      near(x.at(-1), last);
      expect(signal && abscissaLength(signal.x)).toBe(points);
    },
  );

  it.each([
    [LIBRARIES[0] as string, 2, 'benzene', 9],
    [LIBRARIES[1] as string, 100, 'AA-DR.J.ZAMECNIK,H&W CANADA,BUREAU OF DRUG RES.,OTTAWA,957-1068', 5],
  ])('library %s', (path, count, name, points) => {
    const { spectra, refusal } = readShared(path);
    expect([refusal, spectra.length, spectra[0]?.identity.name, spectra[0]?.mz.length]).toEqual([undefined, count, name, points]);
  });

  it('finds the run in the file that is a zip by content, not by its name', () => {
    expect(readShared(ZIPPED).refusal).toMatchObject({ code: 'format-unsupported', params: { format: 'ZIP' } });
    const zip = memorySource('CONTINUM.CDF', readFileSync(sharedPath(ZIPPED)));
    const [entry] = listEntries(zip);
    const { runs, refusal } = collect(readMeasurements(memorySource('CONTINUM.CDF', inflateEntry(zip, entry as ZipEntry, 1 << 24))));
    expect(refusal).toBeUndefined();
    expect(runs[0]?.scans[0]?.profile).toBe(true);
    expect(runs[0]?.scans.length).toBeGreaterThan(0);
  });
});
