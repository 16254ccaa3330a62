import { describe, expect, it } from 'vitest';
import { axisTitle, decimalsOf, powerOf, powerText } from '../../../src/core/plot/axis-numbers';
import { differenceOf, valueAt } from '../../../src/core/plot/difference';

describe('numbers on axes', () => {
  it('have the decimals that tell neighbours apart', () => {
    expect([100, 1, 0.5, 0.2, 0.1, 0.05, 1e-6, 0, Number.NaN].map(decimalsOf)).toEqual([0, 0, 1, 1, 1, 2, 6, 0, 0]);
  });

  it('stay short by a power of a thousand in the title', () => {
    expect([[0, 99_999] as const, [0, 2.5e6] as const, [-4e-5, 1e-5] as const, [0, 0] as const].map(powerOf)).toEqual([0, 6, -6, 0]);
    expect(powerText(-12)).toBe('10⁻¹²');
    expect(axisTitle({ name: 'Intensity', unit: 'counts' }, 6)).toBe('Intensity / 10⁶ counts');
    expect(axisTitle({ name: 'Absorbance', unit: '' })).toBe('Absorbance');
  });
});

describe('the difference of two curves', () => {
  const first = { x: Float64Array.of(0, 1, 2, 3), y: Float64Array.of(1, 2, Number.NaN, 4) };
  const second = { x: Float64Array.of(0.5, 2.5), y: Float64Array.of(1, 3) };

  it('is taken at the places of the first, and nowhere that the second does not reach', () => {
    expect(differenceOf(first, second).y).toEqual(Float64Array.of(Number.NaN, 0.5, Number.NaN, Number.NaN));
    expect(differenceOf(first, first).y).toEqual(Float64Array.of(0, 0, Number.NaN, 0));
  });

  it('interpolates between points and not beyond', () => {
    expect([0.5, 1.5, 2.5, 0, 3].map((at) => valueAt(second, at))).toEqual([1, 2, 3, Number.NaN, Number.NaN]);
  });
});
