import { ClippedPath } from './clipped-path';
import { firstAtLeast, type PlotTrace } from './plot-trace';
import type { Scale } from './scale';
import type { Box } from './scene';

/** Where a trace is drawn. `y` maps its own values (not those of a shared axis). */
export interface Place {
  readonly box: Box;
  readonly x: Scale;
  readonly y: (value: number) => number;
}

/** Fewer points than this for each column of pixels are all drawn. */
const POINTS_PER_COLUMN = 2;

/**
 * The line of a trace as a picture can show it: with more than a few points in each column of pixels, of every column its least and
 * greatest, in their order, and both ends of every line; the neighbours outside the shown range are kept, so that the edges are exact.
 * A gap that is narrower than a pixel does not lift the pen.
 * @returns points in px, x and y in turn, pairs of NaN between lines, clipped to the box
 */
export function reduceLine(trace: Pick<PlotTrace, 'x' | 'y'>, { box, x: scale, y: place }: Place): Float64Array {
  const { x, y } = trace;
  const [low, high] = scale.domain;
  const from = Math.max(0, firstAtLeast(x, low) - 1);
  let to = firstAtLeast(x, high);
  // Of several points at the right edge all are shown.
  while (to + 1 < x.length && x[to] === high) to++;
  to = Math.min(to, x.length - 1);
  const path = new ClippedPath(box);
  const draw = (i: number): void => path.lineTo(scale.at(x[i]!), place(y[i]!));
  if (to - from < POINTS_PER_COLUMN * (box.right - box.left)) {
    for (let i = from; i <= to; i++) {
      if (Number.isFinite(y[i]!)) draw(i);
      else path.lift();
    }
    return path.points();
  }
  const origin = scale.at(0);
  const factor = scale.at(1) - origin;
  let column = Number.NaN;
  let least = -1;
  let most = -1;
  let last = -1;
  let gap = false;
  const flush = (): void => {
    if (last < 0) return;
    draw(Math.min(least, most));
    if (least !== most) draw(Math.max(least, most));
  };
  for (let i = from; i <= to; i++) {
    const value = y[i]!;
    if (!Number.isFinite(value)) {
      gap = true;
      continue;
    }
    const at = Math.floor(origin + factor * x[i]!);
    if (at !== column) {
      flush();
      if (gap || last < 0) {
        if (last >= 0 && last !== least && last !== most) draw(last);
        path.lift();
        draw(i);
      }
      column = at;
      least = i;
      most = i;
    } else {
      if (value < y[least]!) least = i;
      if (value > y[most]!) most = i;
    }
    last = i;
    gap = false;
  }
  flush();
  if (last >= 0 && last !== least && last !== most) draw(last);
  return path.points();
}

/**
 * The sticks of a trace from its zero; of the sticks in one column of pixels the highest and the lowest.
 * @returns points in px as `reduceLine` gives them
 */
export function reduceSticks(trace: Pick<PlotTrace, 'x' | 'y'>, { box, x: scale, y: place }: Place): Float64Array {
  const path = new ClippedPath(box);
  const zero = place(0);
  for (const i of shownSticks(trace, { box, x: scale })) {
    const at = scale.at(trace.x[i]!);
    path.lineTo(at, zero);
    path.lineTo(at, place(trace.y[i]!));
    path.lift();
  }
  return path.points();
}

/** The points whose sticks are drawn: all, or with more than a few a column the highest and lowest of each. */
export function shownSticks({ x, y }: Pick<PlotTrace, 'x' | 'y'>, { box, x: scale }: Pick<Place, 'box' | 'x'>): readonly number[] {
  const [low, high] = scale.domain;
  const from = firstAtLeast(x, low);
  let to = from;
  while (to < x.length && x[to]! <= high) to++;
  const all = to - from <= 3 * POINTS_PER_COLUMN * (box.right - box.left);
  const kept: number[] = [];
  let column = Number.NaN;
  let least = -1;
  let most = -1;
  const flush = (): void => {
    if (most < 0) return;
    kept.push(most);
    if (least !== most && y[least]! < 0) kept.push(least);
  };
  for (let i = from; i < to; i++) {
    if (!Number.isFinite(y[i]!)) continue;
    if (all) {
      kept.push(i);
      continue;
    }
    const at = Math.floor(scale.at(x[i]!));
    if (at !== column) {
      flush();
      column = at;
      least = i;
      most = i;
    } else {
      if (y[i]! < y[least]!) least = i;
      if (y[i]! > y[most]!) most = i;
    }
  }
  flush();
  return kept;
}
