import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMeasurements } from '../../../../src/core/formats/read';
import { deconvolve } from '../../../../src/core/processing/deconvolution/deconvolve';
import { packScans } from '../../../../src/core/processing/runs/packed-scans';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import type { Scan } from '../../../../src/core/spectrum/run';

/** A vendor's round-robin run of 1993: four substances, 10 ng of each (the file's comment), scanned from high to low mass. */
const FILE = '../shared/data/formats/ms/andi_cdf/roundrobin/HP/CENTSCNH.CDF';
const present = existsSync(FILE);

describe.skipIf(!present)(`a measured run (skipped when ${FILE} is absent)`, () => {
  it('holds its four substances, each once and nearly pure', () => {
    const scans: Scan[] = [];
    for (const event of readMeasurements(memorySource(FILE, readFileSync(FILE)))) if (event.type === 'scan') scans.push(event.scan);
    const work = deconvolve(packScans(scans));
    let step = work.next();
    while (!step.done) step = work.next();
    if (step.value.kind === 'refused') throw new Error(step.value.code);
    const { components, skew } = step.value;
    const large = components.filter(({ purity }) => purity > 0.9);
    // An n-alkane, biphenyl, a chlorobiphenyl (188, 152), and methyl palmitate, by their base peaks.
    expect(large.map(({ mz, intensity }) => mz[intensity.indexOf(Math.max(...intensity))])).toEqual([57, 154, 188, 74]);
    // The molecular ion of methyl palmitate, 270, comes most of a scan later than 74 and must not be a component of its own.
    expect(Array.from(large[3]!.mz)).toEqual(expect.arrayContaining([74, 87, 227, 270]));
    expect(skew).toBeGreaterThan(0.002);
  });
});
