import { describe, expect, it } from 'vitest';
import { averageTraces } from '../../../../src/core/processing/several/average-traces';
import { subtractTrace } from '../../../../src/core/processing/several/subtract-trace';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { curveOf, expectClose, gaussian, refusalOf, traceOf } from '../traces';

const a = traceOf(curveOf(101, 1000, -5, gaussian(1, 800, 30)));
const b = traceOf(curveOf(101, 1000, -5, gaussian(3, 800, 30)));

describe('the average of spectra', () => {
  it('is their mean on their own places, without interpolation', () => {
    const mean = averageTraces([a, b]);
    expect(mean.x).toBe(a.x);
    expectClose(mean.y.values, curveOf(101, 1000, -5, gaussian(2, 800, 30)).y, 1e-15);
    expectClose(averageTraces([a]).y.values, a.y.values, 0);
  });

  it('takes the values that are there', () => {
    const gap = traceOf(curveOf(101, 1000, -5, (x) => (x === 800 ? Number.NaN : 3)));
    const mean = averageTraces([a, gap]);
    expect(mean.y.values[40]).toBe(a.y.values[40]);
    expect(averageTraces([gap, gap]).y.values[40]).toBeNaN();
  });

  it('uses the range that all cover, on the places of the first or a grid', () => {
    const line = (from: number, step: number) => traceOf(curveOf(50, from, step, (x) => x / 10));
    const mean = averageTraces([line(100, 3), line(120, 2)]);
    const x = abscissaValues(mean.x);
    expect([x[0], x.at(-1)]).toEqual([121, 217]);
    expectClose(
      mean.y.values,
      x.map((place) => place / 10),
      1e-12,
    );
    expect([...abscissaValues(averageTraces([line(100, 3), line(120, 2)], { spacing: 20 }).x)]).toEqual([120, 140, 160, 180, 200]);
  });

  it('is refused for what cannot be averaged', () => {
    const raman = traceOf(
      curveOf(101, 1000, -5, () => 1),
      { x: ['raman-shift', 'cm-1'] },
    );
    const percent = traceOf(
      curveOf(101, 1000, -5, () => 1),
      { y: ['transmittance', '%'] },
    );
    const fraction = traceOf(
      curveOf(101, 1000, -5, () => 1),
      { y: ['transmittance', '1'] },
    );
    expect(refusalOf(() => averageTraces([a, raman]))).toBe('mixed-quantities');
    expect(refusalOf(() => averageTraces([a, percent]))).toBe('mixed-quantities');
    expect(refusalOf(() => averageTraces([percent, fraction]))).toBe('mixed-units');
    expect(refusalOf(() => averageTraces([a, traceOf(curveOf(5, 1, 1, () => 1))]))).toBe('no-overlap');
    expect(
      refusalOf(() =>
        averageTraces([
          a,
          traceOf(
            curveOf(101, 1000, -5, () => 1),
            { form: 'sticks' },
          ),
        ]),
      ),
    ).toBe('sticks-unsuitable');
  });
});

describe('the difference of spectra', () => {
  it('of a spectrum and itself is nothing, and a factor scales what is taken off', () => {
    expectClose(subtractTrace(a, a).y.values, new Float64Array(101), 0);
    expectClose(subtractTrace(b, a, { factor: 3 }).y.values, new Float64Array(101), 1e-12);
  });
});
