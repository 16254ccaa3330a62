import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../bench/seeded-random';
import type { Shape } from '../../../../src/core/processing/deconvolution/shape';
import { WindowFit } from '../../../../src/core/processing/deconvolution/window-fit';
import { xNnls } from '../../../../src/core/processing/numeric/x-nnls';

function gaussian(apex: number): Shape {
  return {
    apex,
    from: 0,
    width: 6,
    peaks: [],
    values: Float64Array.from({ length: 40 }, (_, i) => Math.exp(-0.5 * ((i - apex) / 2.5) ** 2)),
  };
}

describe('the fit of a window', () => {
  it('is the non-negative least squares solution, as the general solver gives it', () => {
    const random = mulberry32(4);
    let bounded = 0;
    for (let round = 0; round < 300; round++) {
      const fit = new WindowFit([gaussian(15), gaussian(15 + 4 * random()), gaussian(25)], 5, 35);
      const y = Float64Array.from({ length: 30 }, (_, i) => Math.max(0, 3 * random() - 1) + (round % 3) * fit.columns[round % 5]![i]!);
      const left = fit.fit(y);
      const reference = xNnls(fit.columns, y);
      expect(Math.sqrt(left)).toBeCloseTo(reference.residual, 8);
      expect(fit.factors.every((factor) => factor >= 0)).toBe(true);
      if (fit.factors.some((factor) => factor === 0)) bounded++;
    }
    expect(bounded).toBeGreaterThan(50);
  });

  it('knows how sure a factor is', () => {
    const alone = new WindowFit([gaussian(20)], 0, 40).variance(0);
    const near = new WindowFit([gaussian(20), gaussian(21)], 0, 40).variance(0);
    expect(near).toBeGreaterThan(5 * alone);
    expect(new WindowFit([gaussian(20), gaussian(20)], 0, 40).variance(0)).toBe(Number.POSITIVE_INFINITY);
  });
});
