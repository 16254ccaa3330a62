import { type Axes, type AxisTick, layoutAxes } from './axes';
import { decimalsOf } from './axis-numbers';
import type { ResolvedOptions } from './plot-options';
import { niceTicks, type Scale } from './scale';
import type { Box, Primitive } from './scene';

/** The axes of a plot of mass spectra and the space between them. */
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
  /** Shown percent, where the height is zoomed. @default all */
  readonly yRange?: readonly [number, number];
}

const PERCENT_TICKS = { single: [0, 25, 50, 75, 100], mirrored: [100, 50, 0, -50, -100] } as const;

/** Radius of the shape at the tip of a missing or extra peak. */
export const MARKER_RADIUS = 3;

/** Room beyond a base peak: for its label; in a mirror for a marker too, and beyond them a line for the name of the half. */
function roomBeyondBasePeak(fontSize: number, mirrored: boolean): number {
  return mirrored ? Math.ceil(2.9 * fontSize + 2 * MARKER_RADIUS) : Math.ceil(1.5 * fontSize);
}

/** The axes of mass spectra: whole m/z below, percent of the base peak at the side. */
export function layoutFrame({ options, range, header, mirrored, yRange }: FrameOptions): Frame {
  const { fontSize, measure, formatNumber, width, height, words } = options;
  const room = yRange === undefined ? roomBeyondBasePeak(fontSize, mirrored) : 0;
  const axes: Axes = layoutAxes({
    width,
    height,
    fontSize,
    measure,
    header,
    x: {
      domain: range,
      title: words.mz,
      samples: range.map((end) => formatNumber(Math.round(end))),
      tickText: (mz) => formatNumber(mz),
      wholeNumbers: true,
    },
    y: {
      domain: yRange ?? (mirrored ? [-100, 100] : [0, 100]),
      room: { above: room, below: mirrored ? room : 0 },
      ticks: (space) => percentTicks(space / (3 * fontSize), mirrored, yRange, formatNumber),
      title: words.intensity,
      lines: mirrored ? [0] : [],
    },
  });
  return { plot: axes.upper.box, x: axes.x, y: axes.upper.y, primitives: axes.primitives };
}

function percentTicks(
  most: number,
  mirrored: boolean,
  yRange: readonly [number, number] | undefined,
  formatNumber: (value: number) => string,
): readonly AxisTick[] {
  const values = yRange === undefined ? PERCENT_TICKS[mirrored ? 'mirrored' : 'single'] : niceTicks(yRange[0], yRange[1], most);
  const decimals = decimalsOf(Math.abs((values[1] ?? 1) - (values[0] ?? 0)));
  return values.map((percent) => ({ value: percent, text: formatNumber(Number(Math.abs(percent).toFixed(decimals))) }));
}
