import { describe, expect, it } from 'vitest';
import { chromatographicPeaks } from '../../../src/core/processing/runs/chromatographic-peaks';
import { apexAt, withAlkane } from '../../../src/renderer/screens/files/processing/ladder';
import { indexAt } from '../../../src/renderer/screens/files/processing/retention-index';

const alkane = (carbon: number, time: number) => ({ carbon, time, run: 'alkanes' });
const kept = (alkanes: readonly ReturnType<typeof alkane>[], method: 'linear' | 'kovats' = 'linear', deadTime = 0) => ({
  alkanes,
  method,
  deadTime,
});

describe('an alkane ladder', () => {
  it('keeps one mark for each chain length, in their order', () => {
    const marks = [alkane(12, 8), alkane(10, 5), alkane(12, 8.2)].reduce(withAlkane, [] as readonly ReturnType<typeof alkane>[]);
    expect(marks.map(({ carbon, time }) => [carbon, time])).toEqual([
      [10, 5],
      [12, 8.2],
    ]);
  });

  it('gives an index by times and by logarithms of adjusted times', () => {
    const marks = [alkane(10, 5), alkane(11, 7)];
    expect(indexAt(6, kept(marks))).toEqual({ value: 1050 });
    const kovats = indexAt(6, kept(marks, 'kovats', 1));
    expect('value' in kovats && kovats.value).toBeCloseTo(1000 + (100 * Math.log(5 / 4)) / Math.log(6 / 4), 9);
  });

  it('says why there is none', () => {
    expect(indexAt(6, kept([alkane(10, 5)]))).toMatchObject({ refused: { code: 'ladder-too-short' } });
    expect(indexAt(9, kept([alkane(10, 5), alkane(11, 7)]))).toMatchObject({ refused: { code: 'outside-ladder' } });
    expect(indexAt(6, kept([alkane(10, 7), alkane(11, 5)]))).toMatchObject({ refused: { code: 'ladder-not-ordered' } });
    expect(indexAt(6, kept([alkane(10, 5), alkane(11, 7)], 'kovats', 5.5))).toMatchObject({ refused: { code: 'dead-time-too-late' } });
  });

  it('is marked at the apex of the peak a person points at', () => {
    const times = Float64Array.from({ length: 201 }, (_, i) => i * 0.01);
    const y = times.map((time) => 1000 * Math.exp(-(((time - 1.003) / 0.05) ** 2)));
    const peaks = chromatographicPeaks(times, y);
    expect(apexAt(peaks, 1.04)).toBeCloseTo(1.003, 3);
    expect(apexAt(peaks, 0.2)).toBe(0.2);
  });
});
