import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMeasurements } from '../../../../src/core/formats/read';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { startPrepared } from '../../../support/prepared-laboratory';
import { collect, SHARED_FORMATS } from '../../../support/read-text';

const run = join(SHARED_FORMATS, 'ms/andi_cdf/agilent-gcms.cdf');
if (!existsSync(run)) console.warn(`skipped: ${run} is not on this computer`);

describe.skipIf(!existsSync(run))('a run of 6,401 scans', () => {
  const folder = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  beforeEach(async () => {
    ({ engine, client } = await startPrepared(folder.path));
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
  });

  it('is opened, listed and asked for scan by scan, ion by ion, and averaged', async () => {
    let fileId = '';
    for await (const event of await client.measurements.open({ tokens: [engine.file(run)] }))
      if (event.type === 'file') fileId = event.file.id;
    const item = await client.measurements.item({ fileId, index: 0 });
    if (item.kind !== 'run') throw new Error('the file holds a run');

    const [expected] = collect(readMeasurements(memorySource('run', readFileSync(run)))).runs;
    const scans = expected?.scans ?? [];
    expect(item.scans).toBe(6401);
    expect(scans).toHaveLength(6401);
    expect(item.times).toEqual(Float64Array.from(scans, ({ time }) => time));
    expect(item.ionCurrent).toEqual(Float64Array.from(scans, ({ intensity }) => intensity.reduce((sum, value) => sum + value, 0)));
    for (const scan of [0, 3200, 6400]) {
      const { peaks, number, time } = await client.measurements.scan({ fileId, index: 0, scan });
      expect({ mz: peaks.mz, intensity: peaks.intensity, number, time }).toEqual({
        mz: scans[scan]?.mz,
        intensity: scans[scan]?.intensity,
        number: scans[scan]?.number,
        time: scans[scan]?.time,
      });
    }
    await expect(client.measurements.scan({ fileId, index: 0, scan: 6401 })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const windows = [
      { from: 56.5, to: 57.5 },
      { from: 0, to: 2000 },
    ];
    const { times, intensities } = await client.measurements.extractedIons({ fileId, index: 0, windows });
    expect(times).toEqual(item.times);
    expect(intensities[0]).toEqual(
      Float64Array.from(scans, ({ mz, intensity }) =>
        intensity.reduce((sum, value, i) => ((mz[i] ?? 0) >= 56.5 && (mz[i] ?? 0) <= 57.5 ? sum + value : sum), 0),
      ),
    );
    expect(intensities[1]).toEqual(item.ionCurrent);

    const averaging = { ranges: [{ from: 100, to: 101 }], background: [{ from: 90, to: 90 }], msLevel: null, binWidth: 1 };
    const averaged = await client.measurements.averagedScan({ fileId, index: 0, averaging });
    expect(averaged).toMatchObject({ scans: 2, backgroundScans: 1 });
    const nominal = (scan: number) => {
      const sums = new Map<number, number>();
      scans[scan]?.mz.forEach((mz, i) => {
        const mass = Math.floor(mz + 0.5);
        sums.set(mass, (sums.get(mass) ?? 0) + (scans[scan]?.intensity[i] ?? 0));
      });
      return sums;
    };
    const [a, b, ground] = [nominal(100), nominal(101), nominal(90)];
    const means = [...new Set([...a.keys(), ...b.keys()])]
      .map((mass) => [mass, ((a.get(mass) ?? 0) + (b.get(mass) ?? 0)) / 2 - (ground.get(mass) ?? 0)] as const)
      .filter(([, mean]) => mean > 0)
      .sort(([m], [n]) => m - n);
    expect([...averaged.peaks.mz]).toEqual(means.map(([mass]) => mass));
    for (const [i, mean] of averaged.peaks.intensity.entries()) expect(mean).toBeCloseTo(means[i]?.[1] ?? Number.NaN, 6);

    const choices = [{ fileId, index: 0, scan: 100, averaging: null }];
    const path = join(folder.path, 'scan.msp');
    engine.shell.nextSavePath = path;
    await client.measurements.saveExport({ choices, format: 'msp', suggestedName: 'scan' });
    const [back] = collect(readMeasurements(memorySource('scan.msp', readFileSync(path)))).spectra;
    expect(back?.mz).toEqual(scans[100]?.mz);
    expect(back?.intensity).toEqual(scans[100]?.intensity);
  });
});
