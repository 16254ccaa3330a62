import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readShared, SHARED_FORMATS } from '../../../support/read-text';

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`skipped: no shared data at ${SHARED_FORMATS}`);

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe.skipIf(!here)('every ChemStation file of the shared data', () => {
  it('GC-MS: the 9,865 scans of the manifest, in the order of their times', () => {
    const { runs, codes, refusal } = readShared('ms/agilent_d/GC01_0812_066.D/DATA.MS');
    expect([codes, refusal]).toEqual([[], undefined]);
    const [found] = runs;
    const scans = found?.scans ?? [];
    expect(scans).toHaveLength(9865);
    expect(found?.run.scansStated).toBe(9865);
    expect(found?.run.conditions).toEqual({
      sample: 'mix ma',
      measuredAt: '2008-12-18T15:45',
      instrument: 'Demo 7890',
      operator: 'Dave and Su',
      method: 'MA_5C',
      vial: '1',
    });
    expect([scans[0]?.time, scans.at(-1)?.time, scans[0]?.mz.length, scans.at(-1)?.mz.length]).toEqual([305_582, 4_007_722, 622, 38]);
    for (let i = 1; i < scans.length; i++)
      if ((scans[i]?.time as number) <= (scans[i - 1]?.time as number)) throw new Error(`scan ${i} is earlier`);
    // acqmeth.txt beside it: masses 50 to 600, threshold 150
    expect(Math.min(...scans.map(({ mz }) => mz[0] ?? 1000))).toBe(50);
    expect(Math.max(...scans.map(({ mz }) => mz.at(-1) ?? 0))).toBe(599.9);
    expect(Math.min(...scans.map(({ intensity }) => Math.min(...intensity)))).toBe(150);
    // the total is of the signal before it was packed and cut at the threshold: never less than what is kept, and little more but in two scans
    const ratios = scans.map((scan) => (scan.statedIonCurrent as number) / sum(scan.intensity));
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(1);
    expect(ratios.filter((ratio) => ratio > 1.06)).toHaveLength(2);
  });

  it('LC-MS: header, scans and totals', () => {
    const { runs, codes, refusal } = readShared('ms/agilent_d/carotenoid_extract_MSD1.MS');
    expect([codes, refusal]).toEqual([['value-differs'], undefined]);
    const scans = runs[0]?.scans ?? [];
    expect(scans).toHaveLength(2534);
    expect(runs[0]?.run.conditions).toMatchObject({
      sample: 'MHL 7M F7',
      operator: 'RJB',
      method: 'RJBBARUA.M',
      vial: '3',
      injection: '3',
      measuredAt: '2013-06-28T10:59',
    });
    expect(runs[0]?.run.otherFields).toContainEqual({ field: 'signal', value: 'MSD1, Initial Scan Range=100.0-1000.0' });
    expect([scans[0]?.time, scans.at(-1)?.time, scans[0]?.mz.length]).toEqual([4750, 2_698_372, 83]);
    expect(Math.min(...scans.map(({ mz }) => mz[0] ?? 1000))).toBe(100.1);
    expect(Math.max(...scans.map(({ mz }) => mz.at(-1) ?? 0))).toBe(999.6);
    for (const scan of scans) expect((scan.statedIonCurrent as number) / sum(scan.intensity)).toBeCloseTo(1.003, 2);
  });
});
