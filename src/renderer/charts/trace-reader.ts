import type { CurveScene } from '../../core/plot/layout-curves';
import { highestShown, nearestPoint, pointAt, steppedPoint, type TracePoint } from '../../core/plot/nearest-point';
import type { PlotTrace } from '../../core/plot/plot-trace';
import type { PlotReader, PlotReading } from './plot-subject';

/** Reads traces point by point: the crosshair snaps to what was measured, of several traces to the nearest. */
export function traceReader(
  traces: readonly PlotTrace[],
  scene: CurveScene,
  say: (trace: PlotTrace, x: number, y: number) => string,
): PlotReader {
  const read = (trace: number, point: number | undefined): PlotReading | undefined => {
    const shown = traces[trace];
    const ordinate = scene.ordinates[trace];
    const x = point === undefined ? undefined : shown?.x[point];
    const y = point === undefined ? undefined : shown?.y[point];
    if (shown === undefined || ordinate === undefined || x === undefined || y === undefined || point === undefined) return undefined;
    return { x, y: ordinate.factor * y + ordinate.shift, text: say(shown, x, y), trace, point };
  };
  const first = Math.max(
    0,
    traces.findIndex(({ original }) => original !== true),
  );
  const [low, high] = scene.x.domain;
  /** A reading of what is shown; one that came from other data or was left behind by the zoom starts anew. */
  const known = (from: PlotReading | undefined): TracePoint | undefined => {
    if (from?.trace === undefined || from.point === undefined || from.x < low || from.x > high) return undefined;
    return traces[from.trace]?.x[from.point] === from.x ? { trace: from.trace, point: from.point } : undefined;
  };
  return {
    meant: (left, top) => {
      const point = nearestPoint(traces, left, top, scene);
      return point === undefined ? undefined : read(point.trace, point.point);
    },
    stepped: (from, direction, stride) => {
      const point = known(from);
      if (point !== undefined) return read(point.trace, steppedPoint(traces, point, direction, stride, scene).point);
      const trace = traces[first];
      if (trace === undefined) return undefined;
      return read(first, from === undefined || from.x < low || from.x > high ? highestShown(trace, scene) : pointAt(trace, from.x));
    },
    switched: (from, direction) => {
      const others = traces.flatMap(({ original }, i) => (original === true ? [] : [i]));
      const at = from?.trace === undefined ? -1 : others.indexOf(from.trace);
      const next = others[(at + direction + others.length) % Math.max(1, others.length)];
      const trace = next === undefined ? undefined : traces[next];
      if (next === undefined || trace === undefined) return undefined;
      return read(next, from === undefined ? highestShown(trace, scene) : pointAt(trace, from.x));
    },
  };
}
