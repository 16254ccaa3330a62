import { assertNever } from '../assert-never';
import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';

/** How a curve is brought to a common size. */
export const NORMALISATIONS = ['max', 'min-max', 'area', 'vector', 'snv'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/**
 * y scaled: `max` y / max y; `min-max` (y − min) / (max − min); `area` y / ∫|y| |dx| (trapezia between neighbours that are both there);
 * `vector` y / √Σy²; `snv` (y − mean) / standard deviation with n − 1 (R. J. Barnes, M. S. Dhanoa, S. J. Lister, Appl. Spectrosc. 43 (1989)
 * 772–777). Gaps (NaN) stay and do not count.
 * @throws ProcessingRefused `flat` when there is nothing to divide by: no value, an all-zero or level curve, no positive maximum.
 */
export function xyNormalise({ x, y }: Xy, method: Normalisation): Float64Array {
  const { offset, scale } = offsetAndScale(x, y, method);
  if (!(scale > 0) || !Number.isFinite(scale)) throw new ProcessingRefused('flat');
  return y.map((value) => (value - offset) / scale);
}

function offsetAndScale(x: Float64Array, y: Float64Array, method: Normalisation): { readonly offset: number; readonly scale: number } {
  switch (method) {
    case 'max':
      return { offset: 0, scale: extremes(y).max };
    case 'min-max': {
      const { min, max } = extremes(y);
      return { offset: min, scale: max - min };
    }
    case 'area':
      return { offset: 0, scale: absoluteArea(x, y) };
    case 'vector':
      return { offset: 0, scale: Math.sqrt(y.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value * value), 0)) };
    case 'snv':
      return standard(y);
    default:
      return assertNever(method);
  }
}

function extremes(y: Float64Array): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of y) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

function absoluteArea(x: Float64Array, y: Float64Array): number {
  let area = 0;
  for (let i = 1; i < y.length; i++) {
    const piece = (Math.abs(x[i]! - x[i - 1]!) * (Math.abs(y[i]!) + Math.abs(y[i - 1]!))) / 2;
    if (!Number.isNaN(piece)) area += piece;
  }
  return area;
}

function standard(y: Float64Array): { readonly offset: number; readonly scale: number } {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const value of y) {
    if (Number.isNaN(value)) continue;
    count++;
    const before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
  }
  return { offset: mean, scale: count > 1 ? Math.sqrt(squares / (count - 1)) : 0 };
}
