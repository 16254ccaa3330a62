import { expect } from 'vitest';
import { ProcessingRefused } from '../../../src/core/processing/refused';
import type { Xy } from '../../../src/core/processing/xy';
import type { Quantity, Unit } from '../../../src/core/spectrum/axis';
import type { Trace } from '../../../src/core/spectrum/curves';

export interface TraceOptions {
  readonly x?: readonly [Quantity, Unit];
  readonly y?: readonly [Quantity, Unit];
  readonly form?: Trace['form'];
  readonly notes?: Trace['notes'];
}

/** A trace over points, absorbance against wavenumber unless told. */
export function traceOf({ x, y }: Xy, options: TraceOptions = {}): Trace {
  const [xQuantity, xUnit] = options.x ?? ['wavenumber', 'cm-1'];
  const [yQuantity, yUnit] = options.y ?? ['absorbance', '1'];
  return {
    label: 'test',
    role: 'measured',
    form: options.form ?? 'line',
    x: { kind: 'explicit', axis: { quantity: xQuantity, unit: xUnit, written: '' }, values: x },
    y: { axis: { quantity: yQuantity, unit: yUnit, written: '' }, values: y },
    ...(options.notes === undefined ? {} : { notes: options.notes }),
  };
}

/** Points of a function at `from`, `from + step`, ... */
export function curveOf(count: number, from: number, step: number, f: (x: number) => number): Xy {
  const x = Float64Array.from({ length: count }, (_, i) => from + i * step);
  return { x, y: x.map(f) };
}

export function gaussian(height: number, centre: number, sigma: number): (x: number) => number {
  return (x) => height * Math.exp(-((x - centre) ** 2) / (2 * sigma ** 2));
}

/** Width at half height of a Gaussian, in its standard deviations: 2·√(2·ln 2). */
export const FWHM = 2 * Math.sqrt(2 * Math.LN2);

/** The code with which something is refused; fails when it is not. */
export function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ProcessingRefused) return error.refusal.code;
    throw error;
  }
  expect.unreachable('not refused');
}

/** Values equal within an absolute tolerance, gaps in the same places. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  for (let i = 0; i < actual.length; i++) {
    if (Number.isNaN(actual[i]!) && Number.isNaN(expected[i]!)) continue;
    const difference = Math.abs(actual[i]! - expected[i]!);
    worst = Math.max(worst, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  }
  expect(worst).toBeLessThanOrEqual(tolerance);
}

/** A reproducible source of noise, uniform in −0.5…0.5. */
export function noiseFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}
