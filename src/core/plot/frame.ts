import { type Axes, layoutAxes } from './axes';
import type { ResolvedOptions } from './plot-options';
import type { Scale } from './scale';
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
}

const PERCENT_TICKS = { single: [0, 25, 50, 75, 100], mirrored: [100, 50, 0, -50, -100] } as const;

/** Radius of the shape at the tip of a missing or extra peak. */
export const MARKER_RADIUS = 3;

/** Room beyond a base peak: for its label; in a mirror for a marker too, and beyond them a line for the name of the half. */
function roomBeyondBasePeak(fontSize: number, mirrored: boolean): number {
  return mirrored ? Math.ceil(2.9 * fontSize + 2 * MARKER_RADIUS) : Math.ceil(1.5 * fontSize);
}

/** The axes of mass spectra: whole m/z below, percent of the base peak at the side. */
export function layoutFrame({ options, range, header, mirrored }: FrameOptions): Frame {
  const { fontSize, measure, formatNumber, width, height, words } = options;
  const room = roomBeyondBasePeak(fontSize, mirrored);
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
      domain: mirrored ? [-100, 100] : [0, 100],
      room: { above: room, below: mirrored ? room : 0 },
      ticks: () =>
        PERCENT_TICKS[mirrored ? 'mirrored' : 'single'].map((percent) => ({ value: percent, text: formatNumber(Math.abs(percent)) })),
      title: words.intensity,
      lines: mirrored ? [0] : [],
    },
  });
  return { plot: axes.upper.box, x: axes.x, y: axes.upper.y, primitives: axes.primitives };
}
