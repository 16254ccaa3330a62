import { ProcessingRefused } from '../refused';
import type { Xy } from '../xy';

/**
 * A curve in ascending order of x. Points at one place become one, with the mean of their values that are there; points without a place are
 * left out. For tables that were written out of order, which every other function refuses. Also gives how many points were joined or left out.
 */
export function xyAscending({ x, y }: Xy): { readonly xy: Xy; readonly removed: number } {
  if (x.length !== y.length) throw new ProcessingRefused('lengths-differ', { x: x.length, y: y.length });
  const order = Array.from(x.keys()).filter((i) => Number.isFinite(x[i]!));
  order.sort((a, b) => x[a]! - x[b]! || a - b);
  const places: number[] = [];
  const values: number[] = [];
  for (let i = 0; i < order.length; ) {
    const place = x[order[i]!]!;
    let sum = 0;
    let count = 0;
    for (; i < order.length && x[order[i]!] === place; i++) {
      const value = y[order[i]!]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    places.push(place);
    values.push(count === 0 ? Number.NaN : sum / count);
  }
  return { xy: { x: Float64Array.from(places), y: Float64Array.from(values) }, removed: x.length - places.length };
}
