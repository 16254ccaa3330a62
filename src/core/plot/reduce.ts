import type { Ordinate } from './arrangement';
import { ClippedPath } from './clipped-path';
import { firstAtLeast, type PlotTrace } from './plot-trace';
import type { Scale } from './scale';
import type { Box } from './scene';

/** Where a trace is drawn. */
export interface Place {
  readonly box: Box;
  readonly x: Scale;
  readonly y: Scale;
  /** From its own values to those of the scale. @default the same */
  readonly ordinate?: Ordinate;
}

const SAME: Ordinate = { factor: 1, shift: 0 };

/** Puts points of a trace on a path; both maps are written out, because this runs for every point of every frame. */
function pen({ x, y }: Pick<PlotTrace, 'x' | 'y'>, { box, x: across, y: up, ordinate = SAME }: Place) {
  const path = new ClippedPath(box);
  const { factor, shift } = ordinate;
  const [x0, y0, left, bottom] = [across.domain[0], up.domain[0], across.range[0], up.range[0]];
  const xFactor = (across.range[1] - left) / (across.domain[1] - x0);
  const yFactor = (up.range[1] - bottom) / (up.domain[1] - y0);
  return {
    path,
    height: (value: number): number => bottom + (factor * value + shift - y0) * yFactor,
    draw: (i: number): void => path.lineTo(left + (x[i]! - x0) * xFactor, bottom + (factor * y[i]! + shift - y0) * yFactor),
  };
}

/** Fewer points than this for each column of pixels are all drawn. */
const POINTS_PER_COLUMN = 2;

/**
 * The line of a trace as a picture can show it: with more than a few points in each column of pixels, of every column its least and
 * greatest, in their order, and both ends of every line; the neighbours outside the shown range are kept, so that the edges are exact.
 * A gap that is narrower than a pixel does not lift the pen.
 * @returns points in px, x and y in turn, pairs of NaN between lines, clipped to the box
 */
export function reduceLine(trace: Pick<PlotTrace, 'x' | 'y'>, place: Place): Float64Array {
  const { x, y } = trace;
  const { box, x: scale } = place;
  const [low, high] = scale.domain;
  const from = Math.max(0, firstAtLeast(x, low) - 1);
  let to = firstAtLeast(x, high);
  // Of several points at the right edge all are shown.
  while (to + 1 < x.length && x[to] === high) to++;
  to = Math.min(to, x.length - 1);
  const { path, draw } = pen(trace, place);
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
export function reduceSticks(trace: Pick<PlotTrace, 'x' | 'y'>, place: Place): Float64Array {
  const { path, height } = pen(trace, place);
  const zero = height(0);
  for (const i of shownSticks(trace, place)) {
    const at = place.x.at(trace.x[i]!);
    path.lineTo(at, zero);
    path.lineTo(at, height(trace.y[i]!));
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
