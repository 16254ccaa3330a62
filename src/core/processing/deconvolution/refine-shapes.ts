import { shapesIn } from './find-shapes';
import type { IonPeak } from './ion-peaks';
import { fillTrace, type IonTraces } from './ion-traces';
import { type Shape, shapeEnd, shapeOf } from './shape';
import { WindowFit } from './window-fit';

/** An ion belongs to one substance alone where this much of what is fitted in its window, background aside, is that substance. */
const SELECTIVE = 0.9;
/** Share of a shape's width by which it may reach farther out than before. */
const REACH = 0.5;

/**
 * One round of alternating least squares (as in multivariate curve resolution, R. Tauler, Chemometr. Intell. Lab. Syst. 30 (1995) 133): each shape is taken
 * again from its selective ions, less their fitted background and neighbours. Non-negative and with one maximum, as before. A shape without such an ion stays.
 * @param peaks in the order of their apexes
 */
export function refineShapes(traces: IonTraces, peaks: readonly IonPeak[], shapes: readonly Shape[]): Shape[] {
  return shapes.map((shape) => {
    const more = Math.ceil(REACH * shape.width);
    const from = Math.max(0, shape.from - more);
    const to = Math.min(traces.scans, shapeEnd(shape) + more);
    const inside = shapesIn(shapes, from, to, shape.apex);
    const own = inside.indexOf(shape);
    const fit = new WindowFit(inside, from, to);
    const y = new Float64Array(fit.length);
    const sum = new Float64Array(fit.length);
    const weights = fit.columns.map((column) => overlap(column, fit.columns[own]!));
    const used: IonPeak[] = [];
    for (const peak of peaksAround(peaks, shape)) {
      fillTrace(traces, peak.ion, from, y);
      fit.fit(y);
      if (ownShare(fit.factors, weights, own, inside.length) < SELECTIVE) continue;
      used.push(peak);
      for (let i = 0; i < y.length; i++) {
        let value = y[i]!;
        for (let j = 0; j < fit.columns.length; j++) if (j !== own) value -= fit.factors[j]! * fit.columns[j]![i]!;
        sum[i]! += value;
      }
    }
    if (used.length === 0) return shape;
    used.sort((a, b) => b.sharpness - a.sharpness || a.ion - b.ion);
    return shapeOf(sum, from, shape.apex, used) ?? shape;
  });
}

/** Ion peaks whose apex is that of the shape, as near as they tell. */
function peaksAround(peaks: readonly IonPeak[], shape: Shape): IonPeak[] {
  const seen = new Set<number>();
  return peaks.filter(({ ion, apex, precision }) => {
    const same = Math.abs(apex - shape.apex) <= Math.max(3 * precision, 0.25 * shape.width) && !seen.has(ion);
    if (same) seen.add(ion);
    return same;
  });
}

function ownShare(factors: Float64Array, weights: readonly number[], own: number, shapes: number): number {
  let all = 0;
  for (let j = 0; j < shapes; j++) all += factors[j]! * weights[j]!;
  return all > 0 ? (factors[own]! * weights[own]!) / all : 0;
}

/** How much of a column stands under another. */
function overlap(column: Float64Array, under: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]! * under[i]!;
  return sum;
}
