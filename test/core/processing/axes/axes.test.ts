import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  xAbsorbanceToTransmittance,
  xReflectanceToKubelkaMunk,
  xTransmittanceToAbsorbance,
} from '../../../../src/core/processing/axes/x-convert-intensity';
import { type OpticalScale, xConvertPlaces } from '../../../../src/core/processing/axes/x-convert-places';
import { xyAscending } from '../../../../src/core/processing/axes/xy-ascending';
import { xyCrop, xyMask } from '../../../../src/core/processing/axes/xy-crop';
import { NORMALISATIONS, xyNormalise } from '../../../../src/core/processing/axes/xy-normalise';
import { xyInterpolate, xyResample } from '../../../../src/core/processing/axes/xy-resample';
import { curveOf, expectClose, gaussian, refusalOf } from '../traces';

describe('resampling', () => {
  it('keeps a line a line at every place inside, and gives nothing outside', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.boolean(), (slope, falls) => {
        const xy = curveOf(30, falls ? 61.7 : 2.3, falls ? -2.05 : 2.05, (x) => 1 + slope * x);
        const to = Float64Array.of(1, 2.3, 17.77, 61.7, 70);
        expectClose(
          xyInterpolate(xy, to),
          [Number.NaN, 1 + slope * 2.3, 1 + slope * 17.77, 1 + slope * 61.7, Number.NaN].map((v, i) =>
            i === 3 && !falls ? 1 + slope * 61.7 : v,
          ),
          1e-9,
        );
      }),
    );
  });

  it('goes to multiples of the spacing, in the direction of the curve', () => {
    const rising = xyResample(
      curveOf(9, 2, 3, (x) => x),
      { spacing: 5 },
    );
    expect([...rising.x]).toEqual([5, 10, 15, 20, 25]);
    expect([
      ...xyResample(
        curveOf(9, 26, -3, (x) => x),
        { spacing: 5 },
      ).x,
    ]).toEqual([25, 20, 15, 10, 5]);
    expect([
      ...xyResample(
        curveOf(4, 0, 0.1, (x) => x),
        { spacing: 0.1 },
      ).x,
    ]).toHaveLength(4);
  });

  it('never reaches across a gap', () => {
    const xy = curveOf(5, 0, 10, () => 1);
    xy.y[2] = Number.NaN;
    expectClose(xyResample(xy, { spacing: 5 }).y, [1, 1, 1, Number.NaN, Number.NaN, Number.NaN, 1, 1, 1], 0);
  });

  it('refuses what gives no point or far too many', () => {
    expect(
      refusalOf(() =>
        xyResample(
          curveOf(3, 1, 0.5, () => 1),
          { spacing: 50 },
        ),
      ),
    ).toBe('range-empty');
    expect(
      refusalOf(() =>
        xyResample(
          curveOf(3, 1, 500, () => 1),
          { spacing: 1e-6 },
        ),
      ),
    ).toBe('grid-too-fine');
    expect(refusalOf(() => xyResample({ x: new Float64Array(0), y: new Float64Array(0) }))).toBe('too-few-points');
    expect(refusalOf(() => xyResample({ x: Float64Array.of(1, 2, 2, 3), y: new Float64Array(4) }))).toBe('x-not-ordered');
    expect(refusalOf(() => xyResample({ x: Float64Array.of(1, Number.NaN, 3), y: new Float64Array(3) }))).toBe('x-not-ordered');
  });
});

describe('crop and mask', () => {
  it('take the points in a range, both ends included, on either direction of x', () => {
    const falling = curveOf(10, 9, -1, (x) => x);
    expect([...xyCrop(falling, { from: 3, to: 5 }).y]).toEqual([5, 4, 3]);
    expect([...xyCrop(falling, { from: 5, to: 3 }).x]).toEqual([5, 4, 3]);
    expectClose(xyMask(falling, { from: 1, to: 8 }), [9, ...new Array<number>(8).fill(Number.NaN), 0], 0);
    expect(refusalOf(() => xyCrop(falling, { from: 20, to: 30 }))).toBe('range-outside');
  });
});

describe('intensity', () => {
  it('transmittance to absorbance and back is the same, in percent and as a fraction', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-6, max: 150, noNaN: true }), { minLength: 1 }), fc.constantFrom(1, 100), (values, full) => {
        const y = Float64Array.from(values);
        const back = xAbsorbanceToTransmittance(xTransmittanceToAbsorbance(y, full), full);
        expect(Math.max(...back.map((value, i) => Math.abs(value / y[i]! - 1)))).toBeLessThan(1e-12);
      }),
    );
  });

  it('knows the values everyone knows', () => {
    expectClose(
      xTransmittanceToAbsorbance(Float64Array.of(100, 10, 1, 0, -2, Number.NaN), 100),
      [0, 1, 2, Number.NaN, Number.NaN, Number.NaN],
      1e-15,
    );
    expectClose(xReflectanceToKubelkaMunk(Float64Array.of(100, 50, 20, 0), 100), [0, 0.25, 1.6, Number.NaN], 1e-15);
  });
});

describe('places', () => {
  it('any scale to any other and back is the same', () => {
    const scale = fc.constantFrom<OpticalScale>('wavenumber', 'wavelength-nm', 'wavelength-um', 'raman-shift');
    fc.assert(
      fc.property(
        scale,
        scale,
        fc.double({ min: 500, max: 1100, noNaN: true }),
        fc.double({ min: 100, max: 4000, noNaN: true }),
        (a, b, laser, place) => {
          const there = xConvertPlaces(Float64Array.of(place), a, b, laser);
          expect(Math.abs(xConvertPlaces(there, b, a, laser)[0]! / place - 1)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('knows a line of polystyrene at 785 nm, and 10 um', () => {
    expect(xConvertPlaces(Float64Array.of(1001.4), 'raman-shift', 'wavelength-nm', 785)[0]).toBeCloseTo(851.9736, 4);
    expect(xConvertPlaces(Float64Array.of(1000), 'wavenumber', 'wavelength-um', 785)[0]).toBe(10);
    expect(xConvertPlaces(Float64Array.of(500), 'wavelength-nm', 'wavelength-um', 785)[0]).toBe(0.5);
  });
});

describe('normalising', () => {
  it.each(NORMALISATIONS)('%s does not see the size, and stays when done again', (method) => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e4, noNaN: true }), (size) => {
        const xy = curveOf(100, 4000, -4, (x) => 0.1 + gaussian(2, 3800, 30)(x));
        xy.y[7] = Number.NaN;
        const one = xyNormalise(xy, method);
        expectClose(xyNormalise({ x: xy.x, y: xy.y.map((value) => value * size) }, method), one, 1e-9);
        expectClose(xyNormalise({ x: xy.x, y: one }, method), one, 1e-9);
      }),
    );
  });

  it('gives area 1 to a Gaussian whose area is known', () => {
    const xy = curveOf(2001, -100, 0.1, gaussian(3, 0, 5));
    expect(xyNormalise(xy, 'area')[1000]).toBeCloseTo(1 / (5 * Math.sqrt(2 * Math.PI)), 9);
  });

  it.each(NORMALISATIONS)('%s refuses a curve of zeros and one of gaps', (method) => {
    expect(
      refusalOf(() =>
        xyNormalise(
          curveOf(5, 0, 1, () => 0),
          method,
        ),
      ),
    ).toBe('flat');
    expect(
      refusalOf(() =>
        xyNormalise(
          curveOf(5, 0, 1, () => Number.NaN),
          method,
        ),
      ),
    ).toBe('flat');
  });
});

describe('ordering', () => {
  it('sorts, joins points at one place and leaves out those without', () => {
    const { xy, removed } = xyAscending({ x: Float64Array.of(3, 1, Number.NaN, 3, 2), y: Float64Array.of(10, 1, 5, 20, Number.NaN) });
    expect([...xy.x]).toEqual([1, 2, 3]);
    expectClose(xy.y, [1, Number.NaN, 15], 0);
    expect(removed).toBe(2);
  });
});
