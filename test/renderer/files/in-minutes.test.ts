import { describe, expect, it } from 'vitest';
import type { RunItem } from '../../../src/contract/measurements';
import { inMinutes, unitOfFile } from '../../../src/renderer/screens/files/viewer/in-minutes';

const run = (unit: 's' | 'ms' | 'min', times: readonly number[]): RunItem => ({
  kind: 'run',
  index: 0,
  identity: { name: 'mix', synonyms: [] },
  conditions: {},
  timeAxis: { quantity: 'time', unit, written: '' },
  intensityAxis: { quantity: 'intensity', unit: 'counts', written: '' },
  scans: times.length,
  times: Float64Array.from(times),
  msLevels: new Uint8Array(times.length).fill(1),
  ionCurrent: new Float64Array(times.length).fill(1),
  statedIonCurrent: null,
  basePeak: new Float64Array(times.length).fill(1),
  mzFrom: 0,
  mzTo: 0,
  profile: false,
  chromatograms: [
    {
      label: 'UV',
      role: 'measured',
      form: 'line',
      x: { kind: 'regular', axis: { quantity: 'time', unit: 's', written: '' }, first: 60, last: 180, count: 3 },
      y: { axis: { quantity: 'intensity', unit: 'counts', written: '' }, values: Float64Array.of(1, 2, 3) },
    },
  ],
  accession: null,
  otherFields: [],
});

describe('a run in minutes', () => {
  it.each([
    ['s', [0, 90, 3600], [0, 1.5, 60]],
    ['ms', [0, 60_000, 386_671], [0, 1, 386_671 / 60_000]],
  ] as const)('counts %s as minutes and remembers what the file counts in', (unit, given, minutes) => {
    const file = run(unit, given);
    const shown = inMinutes(file) as RunItem;
    expect([...shown.times]).toEqual(minutes);
    expect(shown.timeAxis.unit).toBe('min');
    expect(unitOfFile(shown)).toBe(unit);
    // What came over the wire is not touched, and the same answer is given again: pictures depend on its identity.
    expect([...file.times]).toEqual(given);
    expect(inMinutes(file)).toBe(shown);
  });

  it('converts the chromatograms of the file too, and keeps a gap', () => {
    const shown = inMinutes(run('s', [Number.NaN, 60])) as RunItem;
    expect(shown.times[0]).toBeNaN();
    expect(shown.chromatograms[0]?.x).toMatchObject({ first: 1, last: 3, count: 3, axis: { unit: 'min' } });
  });

  it('leaves minutes as they are', () => {
    const shown = inMinutes(run('min', [1, 2.5])) as RunItem;
    expect([...shown.times]).toEqual([1, 2.5]);
    expect(unitOfFile(shown)).toBeUndefined();
  });
});
