import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { readShared, SHARED_FORMATS } from '../../../support/read-text';

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`real LabSpec texts left out: ${SHARED_FORMATS} is not here`);

/** Records, and of the first: points, first and last place, first and last value: those of the first and last line of each file. */
const FILES: readonly (readonly [
  file: string,
  records: number,
  ends: readonly number[],
  measuredAt: string,
  position: readonly string[],
])[] = [
  ['optical/labspec/532nm-191216-Si_200mu.txt', 1, [1024, 46.6417, 1754.52, 37, 19], '2019-12-16T09:57:07', ['X', 'Y', 'Z']],
  ['optical/labspec/SMC1-Initial_RT.txt', 1, [1024, 12.5534, 1726.5, 821, 643], '2019-02-14T10:03:18', ['X', 'Y', 'Z']],
  ['optical/labspec/lasertest1.txt', 3, [1024, 83.7234, 1786.15, -4.05818, 12.3297], '2023-05-17T11:16:52', ['Points']],
  ['optical/labspec/serie190214-1.txt', 168, [1024, 12.5534, 1726.5, 499, 635], '2019-02-14T10:41:56', ['']],
  ['../optical/pharma_raman/glass_reference.txt', 1, [1212, 5.92113, 1998.78, 33.0232, 168.489], '2025-12-17T10:45:54', ['X', 'Y', 'Z']],
  [
    '../optical/pharma_raman/plate1_60mgml_multiwell.txt',
    96,
    [1212, 5.92113, 1998.78, 13148.3, 910.363],
    '2025-12-15T12:20:29',
    ['Row', 'Column'],
  ],
  ['../optical/pharma_raman/plate2_30mgml_multiwell.txt', 96, [1212, 5.92113, 1998.78], '', ['Row', 'Column']],
  ['../optical/pharma_raman/plate3_15mgml_multiwell.txt', 96, [1212, 5.94051, 1998.81], '', ['Row', 'Column']],
];

describe.skipIf(!here)('LabSpec texts of the shared data', () => {
  it.each(FILES)('%s holds %i records', (file, records, ends, measuredAt, position) => {
    const { curves, refusal, codes } = readShared(file);
    expect([refusal, curves.length]).toEqual([undefined, records]);
    expect(codes.filter((code) => code !== 'encoding-assumed' && code !== 'value-assumed')).toEqual([]);
    const [first] = curves;
    const [trace] = first?.traces ?? [];
    if (first === undefined || trace === undefined) throw new Error('no record');
    const x = abscissaValues(trace.x);
    expect([x.length, x[0], x.at(-1), trace.y.values[0], trace.y.values.at(-1)].slice(0, ends.length)).toEqual(ends);
    expect(first.position?.map(({ name }) => name)).toEqual(position);
    if (measuredAt !== '') expect(first.conditions.measuredAt).toBe(measuredAt);
    expect(curves.every(({ technique }) => technique === 'raman')).toBe(true);
  });

  it('the wells of a plate are each at their row and column', () => {
    const { curves } = readShared('../optical/pharma_raman/plate1_60mgml_multiwell.txt');
    const wells = curves.map(({ position }) => position?.map(({ value }) => value).join(' '));
    expect([new Set(wells).size, wells.at(-1)]).toEqual([96, '8 12']);
  });
});
