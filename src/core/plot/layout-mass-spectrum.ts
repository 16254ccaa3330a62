import { layoutFrame } from './frame';
import { placeLabels } from './place-labels';
import { type MassPlotOptions, resolveOptions, shownRange } from './plot-options';
import type { LinePrimitive, PlotScene, Primitive } from './scene';

/** Peaks by pairs of equally long arrays. */
interface Peaks {
  readonly mz: ArrayLike<number>;
  readonly intensity: ArrayLike<number>;
}

export interface MassSpectrumPlotOptions extends MassPlotOptions {
  /** A line above the plot. @default none */
  readonly title?: string;
}

/**
 * A mass spectrum as sticks: the base peak of the whole spectrum is 100 % and has the plot's full height, also when only a part
 * is shown. Labels go to the strongest peaks first and never overlap.
 */
export function layoutMassSpectrum(spectrum: Peaks, options: MassSpectrumPlotOptions): PlotScene {
  const resolved = resolveOptions(options);
  const { fontSize, formatNumber, width, height } = resolved;
  const header = options.title === undefined ? 0 : Math.ceil(1.6 * fontSize);
  const frame = layoutFrame({
    options: resolved,
    range: shownRange(spectrum.mz, options.range),
    header,
    mirrored: false,
  });
  const { plot, x, y } = frame;
  const base = Array.from(spectrum.intensity).reduce((most, intensity) => Math.max(most, intensity), 0);
  const shown = Array.from(spectrum.mz, (mz, i) => ({ mz, percent: base > 0 ? (100 * (spectrum.intensity[i] ?? 0)) / base : 0 })).filter(
    ({ mz, percent }) => percent > 0 && mz >= x.domain[0] && mz <= x.domain[1],
  );
  const sticks = shown.map(
    ({ mz, percent }): LinePrimitive => ({
      kind: 'line',
      role: 'peak',
      x1: x.at(mz),
      y1: plot.bottom,
      x2: x.at(mz),
      y2: y.at(percent),
    }),
  );
  const labels = placeLabels(
    shown.map(({ mz, percent }, i) => ({ text: formatNumber(mz), x: sticks[i]!.x2, y: sticks[i]!.y2, priority: percent })),
    {
      within: { left: plot.left + 2, top: plot.top, right: width, bottom: plot.bottom },
      size: fontSize,
      most: resolved.labelCount,
      measure: resolved.measure,
      side: 'above',
      obstacles: sticks.map(({ x1, y1, y2 }) => ({ x: x1, top: y2, bottom: y1 })),
    },
  );
  const title: readonly Primitive[] =
    options.title === undefined
      ? []
      : [{ kind: 'text', role: 'title', x: plot.left, y: 1.1 * fontSize, text: options.title, size: fontSize, anchor: 'start' }];
  return { width, height, plot, x, y, primitives: [...frame.primitives, ...sticks, ...labels, ...title] };
}
