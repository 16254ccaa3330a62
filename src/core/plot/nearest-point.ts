import type { CurveScene } from './layout-curves';
import { firstAtLeast, type PlotTrace } from './plot-trace';

export interface TracePoint {
  /** Index of the trace and of its point. */
  readonly trace: number;
  readonly point: number;
}

/** Pixels on either side within which the nearest point in the picture counts; beyond them the nearest along the abscissa. */
const REACH = 10;

/** Where a point of a trace is in the picture, px. */
export function placeOf(
  traces: readonly PlotTrace[],
  { trace, point }: TracePoint,
  scene: CurveScene,
): { readonly left: number; readonly top: number } {
  const { x, y } = traces[trace]!;
  const { factor, shift } = scene.ordinates[trace]!;
  return { left: scene.x.at(x[point]!), top: scene.y.at(factor * y[point]! + shift) };
}

/** The point that a pointer means: the nearest one in the picture of all traces but the originals. Missing values are passed over. */
export function nearestPoint(traces: readonly PlotTrace[], left: number, top: number, scene: CurveScene): TracePoint | undefined {
  const at = scene.x.valueAt(left);
  const perPixel = (scene.x.domain[1] - scene.x.domain[0]) / Math.max(1, scene.plot.right - scene.plot.left);
  const reach = REACH * Math.abs(perPixel);
  let best: TracePoint | undefined;
  let least = Number.POSITIVE_INFINITY;
  const see = (trace: number, point: number): void => {
    const place = placeOf(traces, { trace, point }, scene);
    const distance = (place.left - left) ** 2 + (place.top - top) ** 2;
    if (!(distance < least)) return;
    least = distance;
    best = { trace, point };
  };
  for (const [trace, { x, y, original }] of traces.entries()) {
    if (original) continue;
    const from = firstAtLeast(x, at - reach);
    const to = firstAtLeast(x, at + reach);
    for (let i = from; i < to; i++) see(trace, i);
    if (from === to)
      for (const i of [from - 1, from]) if (i >= 0 && i < x.length && isShown(x[i]!, scene) && !Number.isNaN(y[i]!)) see(trace, i);
  }
  return best;
}

function isShown(x: number, { x: scale }: CurveScene): boolean {
  return x >= scale.domain[0] && x <= scale.domain[1];
}

/** The next point of a trace in a direction, `stride` points on; it stays within what is shown. */
export function steppedPoint(
  traces: readonly PlotTrace[],
  from: TracePoint,
  direction: 1 | -1,
  stride: number,
  scene: CurveScene,
): TracePoint {
  const { x, y } = traces[from.trace]!;
  let reached = from.point;
  let left = stride;
  for (let i = from.point + direction; left > 0 && i >= 0 && i < x.length && isShown(x[i]!, scene); i += direction) {
    if (Number.isNaN(y[i]!)) continue;
    reached = i;
    left--;
  }
  return { trace: from.trace, point: reached };
}

/** The point of a trace that is nearest to a place. */
export function pointAt({ x, y }: PlotTrace, at: number): number | undefined {
  const after = firstAtLeast(x, at);
  const near = [after - 1, after].filter((i) => i >= 0 && i < x.length && !Number.isNaN(y[i]!));
  return near.length === 0 ? undefined : near.reduce((best, i) => (Math.abs(x[i]! - at) < Math.abs(x[best]! - at) ? i : best));
}

/** The highest point of a trace that is shown. */
export function highestShown({ x, y, side }: PlotTrace, scene: CurveScene): number | undefined {
  let best: number | undefined;
  const sign = side === 'below' ? -1 : 1;
  for (let i = firstAtLeast(x, scene.x.domain[0]); i < x.length && x[i]! <= scene.x.domain[1]; i++) {
    if (!Number.isNaN(y[i]!) && (best === undefined || sign * y[i]! > sign * y[best]!)) best = i;
  }
  return best;
}
