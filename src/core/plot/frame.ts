import type { ResolvedOptions } from './plot-options';
import { linearScale, niceTicks, type Scale } from './scale';
import type { Box, Primitive, TextPrimitive } from './scene';

/** The axes of a plot and the space between them. */
export interface Frame {
  readonly plot: Box;
  /** m/z to picture. */
  readonly x: Scale;
  /** Percent of the base peak to picture; the lower half of a mirror is negative. */
  readonly y: Scale;
  readonly primitives: readonly Primitive[];
}

export interface FrameOptions {
  readonly options: ResolvedOptions;
  readonly range: readonly [number, number];
  /** Room above the plot for a title or a legend. */
  readonly header: number;
  /** The halves of a mirror have the m/z axis in the middle too. */
  readonly mirrored: boolean;
}

const TICK = 4;
const PERCENT_TICKS = { single: [0, 25, 50, 75, 100], mirrored: [100, 50, 0, -50, -100] } as const;

/** Radius of the shape at the tip of a missing or extra peak. */
export const MARKER_RADIUS = 3;

/** Room beyond a base peak: for its label; in a mirror for a marker too, and beyond them a line for the name of the half. */
function roomBeyondBasePeak(fontSize: number, mirrored: boolean): number {
  return mirrored ? Math.ceil(2.9 * fontSize + 2 * MARKER_RADIUS) : Math.ceil(1.5 * fontSize);
}

/** Lays out margins, both axes, their ticks, numbers and titles. There are as many m/z ticks as have room for their numbers. */
export function layoutFrame({ options, range, header, mirrored }: FrameOptions): Frame {
  const { fontSize, measure, formatNumber, width, height, words } = options;
  const plot: Box = {
    left: Math.ceil(measure(formatNumber(100), fontSize) + TICK + 3 + 1.6 * fontSize),
    top: header + Math.ceil(0.3 * fontSize),
    right: width - Math.ceil(fontSize),
    bottom: height - Math.ceil(TICK + 3.1 * fontSize),
  };
  const room = roomBeyondBasePeak(fontSize, mirrored);
  const x = linearScale(range, [plot.left, plot.right]);
  const y = mirrored
    ? linearScale([-100, 100], [plot.bottom - room, plot.top + room])
    : linearScale([0, 100], [plot.bottom, plot.top + room]);
  const horizontal = (at: number): Primitive => ({ kind: 'line', role: 'axis', x1: plot.left, y1: at, x2: plot.right, y2: at });
  const primitives: Primitive[] = [
    horizontal(plot.bottom),
    ...(mirrored ? [horizontal(y.at(0))] : []),
    { kind: 'line', role: 'axis', x1: plot.left, y1: plot.top, x2: plot.left, y2: plot.bottom },
  ];
  for (const percent of PERCENT_TICKS[mirrored ? 'mirrored' : 'single']) {
    const at = y.at(percent);
    primitives.push({ kind: 'line', role: 'tick', x1: plot.left - TICK, y1: at, x2: plot.left, y2: at });
    primitives.push(numberText(formatNumber(Math.abs(percent)), plot.left - TICK - 3, at + 0.35 * fontSize, 'end', fontSize));
  }
  const longest = Math.max(
    measure(formatNumber(Math.round(x.domain[0])), fontSize),
    measure(formatNumber(Math.round(x.domain[1])), fontSize),
  );
  const most = (plot.right - plot.left) / (longest + 1.5 * fontSize);
  for (const mz of niceTicks(x.domain[0], x.domain[1], most, { wholeNumbers: true })) {
    primitives.push({ kind: 'line', role: 'tick', x1: x.at(mz), y1: plot.bottom, x2: x.at(mz), y2: plot.bottom + TICK });
    primitives.push(numberText(formatNumber(mz), x.at(mz), plot.bottom + TICK + 1.25 * fontSize, 'middle', fontSize));
  }
  primitives.push({
    ...numberText(words.mz, (plot.left + plot.right) / 2, height - 0.45 * fontSize, 'middle', fontSize),
    role: 'title',
  });
  primitives.push({
    ...numberText(words.intensity, 1.1 * fontSize, (plot.top + plot.bottom) / 2, 'middle', fontSize),
    role: 'title',
    turned: true,
  });
  return { plot, x, y, primitives };
}

function numberText(text: string, x: number, y: number, anchor: TextPrimitive['anchor'], size: number): TextPrimitive {
  return { kind: 'text', role: 'tick-label', x, y, text, anchor, size };
}
