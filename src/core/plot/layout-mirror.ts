import type { ComparedPeak, PeakCategory, PeakComparison } from '../search/compare-peaks';
import { type Frame, layoutFrame, MARKER_RADIUS } from './frame';
import { layoutLegend } from './legend';
import { placeLabels, textBox } from './place-labels';
import { type MassPlotOptions, type ResolvedOptions, resolveOptions, shownRange } from './plot-options';
import type { Box, MarkerPrimitive, PlotRole, PlotScene, Primitive, TextPrimitive } from './scene';
import { fitText } from './text-width';

export interface MirrorPlotOptions extends MassPlotOptions {
  readonly words: MassPlotOptions['words'] & {
    /** Names over the upper and under the lower half. */
    readonly query: string;
    readonly reference: string;
    /** The legend's words; a count can be part of them. */
    readonly matched: string;
    readonly missing: string;
    readonly extra: string;
  };
}

const ROLE_OF_CATEGORY: Readonly<Record<PeakCategory, PlotRole>> = {
  matched: 'peak-matched',
  missing: 'peak-missing',
  extra: 'peak-extra',
};

/**
 * Unknown above, reference below, both with their base peak at full height. Matched peaks, those missing from the unknown (with a
 * ring) and those the unknown has alone (with a triangle) differ in colour and in shape; unmatched ones that are not significant
 * are drawn faintly and not marked.
 */
export function layoutMirror(comparison: PeakComparison, options: MirrorPlotOptions): PlotScene {
  const resolved = resolveOptions(options);
  const { fontSize, width, height, measure } = resolved;
  const legend = layoutLegend(
    [
      { role: 'peak-matched', text: options.words.matched },
      { role: 'peak-missing', text: options.words.missing, marker: 'ring' },
      { role: 'peak-extra', text: options.words.extra, marker: 'triangle-up' },
    ],
    { left: fontSize, right: width - fontSize, top: 0, size: fontSize, measure },
  );
  const mz = comparison.peaks.map((peak) => peak.mz);
  const frame = layoutFrame({ options: resolved, range: shownRange(mz, options.range), header: legend.height, mirrored: true });
  const shown = comparison.peaks.filter((peak) => peak.mz >= frame.x.domain[0] && peak.mz <= frame.x.domain[1]);
  const names = [
    nameOfHalf(options.words.query, frame.plot, frame.plot.top + 1.1 * fontSize, resolved),
    nameOfHalf(options.words.reference, frame.plot, frame.plot.bottom - 0.45 * fontSize, resolved),
  ];
  const taken = names.map((name) => textBox(name, measure));
  const primitives = [
    ...frame.primitives,
    ...layoutHalf(shown, 'above', frame, resolved, taken),
    ...layoutHalf(shown, 'below', frame, resolved, taken),
    ...names,
    ...legend.primitives,
  ];
  return { width, height, plot: frame.plot, x: frame.x, y: frame.y, primitives };
}

function layoutHalf(
  peaks: readonly ComparedPeak[],
  side: 'above' | 'below',
  { plot, x, y }: Frame,
  { formatNumber, labelCount, fontSize, measure }: ResolvedOptions,
  taken: readonly Box[],
): readonly Primitive[] {
  const tips = peaks
    .map((peak) => ({ peak, percent: side === 'above' ? peak.queryPercent : peak.referencePercent }))
    .filter(({ percent }) => percent > 0)
    .map(({ peak, percent }) => ({ peak, percent, x: x.at(peak.mz), y: y.at(side === 'above' ? percent : -percent) }));
  const axis = y.at(0);
  const outwards = side === 'above' ? -1 : 1;
  const sticks = tips.map((tip): Primitive => ({ kind: 'line', role: roleOf(tip.peak), x1: tip.x, y1: axis, x2: tip.x, y2: tip.y }));
  const markers = tips.flatMap((tip): readonly MarkerPrimitive[] => {
    const shape = markerOf(tip.peak);
    if (shape === undefined) return [];
    return [{ kind: 'marker', role: roleOf(tip.peak), shape, x: tip.x, y: tip.y + outwards * MARKER_RADIUS, radius: MARKER_RADIUS }];
  });
  const labels = placeLabels(
    tips.map((tip) => ({
      text: formatNumber(tip.peak.mz),
      x: tip.x,
      y: tip.y + (markerOf(tip.peak) === undefined ? 0 : outwards * 2 * MARKER_RADIUS),
      priority: tip.percent,
    })),
    {
      within: {
        left: plot.left + 2,
        right: plot.right,
        top: side === 'above' ? plot.top : axis,
        bottom: side === 'above' ? axis : plot.bottom,
      },
      size: fontSize,
      most: labelCount,
      measure,
      side,
      obstacles: tips.map((tip) => ({ x: tip.x, top: Math.min(axis, tip.y), bottom: Math.max(axis, tip.y) })),
      taken: [...taken, ...markers.map(markerBox)],
    },
  );
  return [...sticks, ...markers, ...labels];
}

function roleOf(peak: ComparedPeak): PlotRole {
  return peak.category === 'matched' || peak.significant ? ROLE_OF_CATEGORY[peak.category] : 'peak-minor';
}

function markerOf(peak: ComparedPeak): MarkerPrimitive['shape'] | undefined {
  if (peak.category === 'matched' || !peak.significant) return undefined;
  return peak.category === 'missing' ? 'ring' : 'triangle-up';
}

function markerBox({ x, y, radius }: MarkerPrimitive): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** The name of a half, right-aligned where no peak reaches; too long a one is cut with an ellipsis. */
function nameOfHalf(name: string, plot: Box, baseline: number, { fontSize, measure }: ResolvedOptions): TextPrimitive {
  const text = fitText(name, 0.6 * (plot.right - plot.left), fontSize, measure);
  return { kind: 'text', role: 'title', x: plot.right, y: baseline, text, size: fontSize, anchor: 'end' };
}
