import { type Arranged, arrange, type Ordinate } from './arrangement';
import { type Axes, layoutAxes, type OrdinateOptions } from './axes';
import { axisTitle, decimalsOf, powerOf, tenthStep } from './axis-numbers';
import { layoutAnnotations, layoutCurveLabels } from './curve-labels';
import type { CurvePlotOptions } from './curve-plot-options';
import { dashed, patternOf } from './dash-pattern';
import { type LegendEntry, layoutLegend } from './legend';
import { abscissaExtent, extentOf, type PlotTrace } from './plot-trace';
import { reduceLine, reduceSticks } from './reduce';
import { niceTicks, type Scale } from './scale';
import type { BandPrimitive, Box, PlotScene, PolylinePrimitive, Primitive } from './scene';
import { Skyline } from './skyline';
import { estimateTextWidth, type MeasureText } from './text-width';

/** A laid out plot of traces, and where each trace's own values are on the drawn ordinate. */
export interface CurveScene extends PlotScene {
  readonly ordinates: readonly Ordinate[];
}

const LEGEND_ROWS = 3;
/** A part of the height that stays free above and below the curves. */
const MARGIN = 0.03;

/**
 * Traces of any technique over one abscissa, laid out for one picture: lines reduced to what its columns of pixels show, sticks from
 * zero, ticks of round numbers, labels that touch neither each other nor a curve, a legend where there is more than one trace.
 */
export function layoutCurves(traces: readonly PlotTrace[], options: CurvePlotOptions): CurveScene {
  const { width, height, fontSize = 11, measure = estimateTextWidth, range = abscissaExtent(traces) } = options;
  const { arrangement = 'overlay', offset = 0.25, scaling = 'shown' } = options;
  const legend = layoutLegend(legendOf(traces, options), {
    left: fontSize,
    right: width - fontSize,
    top: 0,
    size: fontSize,
    measure,
    mostRows: LEGEND_ROWS,
  });
  const arranged = arrange(traces, { arrangement, offset, range, scaling });
  const axes = layoutCurveAxes(traces, arranged, { ...options, fontSize, measure, range }, legend.height);
  const { box } = axes.upper;
  const lines = traces.map((trace, i) => drawn(trace, box, axes.x, axes.upper.y, arranged.ordinates[i]!));
  const skyline = new Skyline(box);
  const wantsLabels = wantsToBeLabelled(traces, options);
  for (const [i, { points }] of lines.entries()) {
    if (!traces[i]!.original && wantsLabels) skyline.add(points);
  }
  if (arrangement === 'mirror') skyline.add(Float64Array.of(box.left, axes.upper.y.at(0), box.right, axes.upper.y.at(0)));
  const scene = { width, height, plot: box, x: axes.x, y: axes.upper.y, ordinates: arranged.ordinates };
  const annotations = layoutAnnotations(traces, scene, options, skyline);
  const labels = layoutCurveLabels(traces, scene, options, { skyline, taken: annotations.boxes });
  const primitives: Primitive[] = [
    ...bandsOf(options, box, axes.x),
    ...areasOf(traces, lines, scene, options),
    ...axes.primitives,
    ...lines.filter((_, i) => traces[i]!.original),
    ...lines.filter(({ broad }) => broad === true),
    ...lines.filter(({ broad }, i) => !traces[i]!.original && broad !== true).reverse(),
    ...differenceLine(options, axes),
    ...cursorOf(options, axes),
    ...annotations.primitives,
    ...labels,
    ...legend.primitives,
  ];
  return { ...scene, primitives };
}

/** With nothing to place nobody asks where the lines run. */
function wantsToBeLabelled(traces: readonly PlotTrace[], { annotations = [], peakAreas = [] }: CurvePlotOptions): boolean {
  return annotations.length + peakAreas.length > 0 || traces.some(({ form, peaks = [] }) => form === 'sticks' || peaks.length > 0);
}

function legendOf(traces: readonly PlotTrace[], { words, difference }: CurvePlotOptions): readonly LegendEntry[] {
  if (traces.length < 2 && difference === undefined) return [];
  const entries = traces.map(
    ({ label, original, series, broad }): LegendEntry =>
      original
        ? { role: 'trace-original', series, text: words.original(label) }
        : { role: 'trace', series, text: label, ...(broad === true ? { broad } : {}) },
  );
  return difference === undefined ? entries : [...entries, { role: 'difference', text: words.difference }];
}

type Resolved = CurvePlotOptions & {
  readonly fontSize: number;
  readonly measure: MeasureText;
  readonly range: readonly [number, number];
};

function layoutCurveAxes(traces: readonly PlotTrace[], arranged: Arranged, options: Resolved, header: number): Axes {
  const { width, height, fontSize, measure, range, formatNumber, difference, words } = options;
  const mirror = options.arrangement === 'mirror';
  const [low, high] = arranged.domain;
  const margin = MARGIN * (high - low || 1);
  const domain = options.yRange ?? (mirror ? arranged.domain : ([low === 0 ? 0 : low - margin, high + margin] as const));
  const room = Math.ceil(1.5 * fontSize);
  const free = options.yRange !== undefined;
  const sides = new Set(traces.map(({ side = 'above' }) => side));
  const xPower = powerOf(range);
  const xText = (value: number, step: number): string => formatNumber(value / 10 ** xPower, decimalsOf(step / 10 ** xPower));
  const step = tenthStep(range);
  return layoutAxes({
    width,
    height,
    fontSize,
    measure,
    header,
    x: {
      domain: range,
      falling: options.x.falling === true,
      title: axisTitle(options.x, xPower),
      samples: [xText(range[0], step), xText(range[1], step)],
      tickText: xText,
    },
    y: {
      ...ordinateOf(mirror ? { name: words.relative, unit: '' } : options.y, domain, options, mirror),
      room: {
        above: free ? 0 : mirror || sides.has('above') ? room : 3,
        below: free ? 0 : mirror || sides.has('below') ? room : 0,
      },
      lines: mirror && domain[0] < 0 && domain[1] > 0 ? [0] : [],
    },
    ...(difference === undefined ? {} : { lower: differenceOrdinate(difference, options) }),
    marginFor: [formatNumber(10_000, 0), formatNumber(-0.55, 2)],
  });
}

function ordinateOf(
  axis: CurvePlotOptions['y'],
  domain: readonly [number, number],
  { fontSize, formatNumber }: Resolved,
  absolute: boolean,
): OrdinateOptions {
  const power = powerOf(domain);
  return {
    domain,
    room: { above: 0, below: 0 },
    ticks: (height) => {
      const values = niceTicks(domain[0], domain[1], height / (3 * fontSize));
      const decimals = decimalsOf(((values[1] ?? 1) - (values[0] ?? 0)) / 10 ** power);
      return values.map((value) => ({ value, text: formatNumber((absolute ? Math.abs(value) : value) / 10 ** power, decimals) }));
    },
    title: axisTitle(axis, power),
  };
}

/** Zero stands in the middle, so that too much and too little weigh the same to the eye. */
function differenceOrdinate(difference: { readonly x: Float64Array; readonly y: Float64Array }, options: Resolved): OrdinateOptions {
  const [low, high] = extentOf({ ...difference, form: 'line', label: '', series: 0 }, options.range) ?? [-1, 1];
  const most = 1.1 * Math.max(Math.abs(low), Math.abs(high)) || 1;
  return { ...ordinateOf({ name: '', unit: '' }, [-most, most], options, false), title: '' };
}

function drawn(trace: PlotTrace, box: Box, x: Scale, y: Scale, ordinate: Ordinate): PolylinePrimitive {
  const place = { box, x, y, ordinate };
  return {
    kind: 'polyline',
    role: trace.original ? 'trace-original' : 'trace',
    series: trace.series,
    ...(trace.broad === true && trace.original !== true ? { broad: true } : {}),
    points:
      trace.form === 'sticks'
        ? reduceSticks(trace, place)
        : dashed(reduceLine(trace, place), trace.original ? undefined : patternOf(trace.series)),
  };
}

function differenceLine({ difference }: CurvePlotOptions, { x, lower }: Axes): readonly Primitive[] {
  if (difference === undefined || lower === undefined) return [];
  const { box, y } = lower;
  return [
    { kind: 'line', role: 'zero', x1: box.left, y1: y.at(0), x2: box.right, y2: y.at(0) },
    { kind: 'polyline', role: 'difference', points: reduceLine(difference, { box, x, y }) },
  ];
}

function bandsOf({ bands = [] }: CurvePlotOptions, box: Box, x: Scale): readonly BandPrimitive[] {
  return bands.flatMap(({ kind, from, to }): readonly BandPrimitive[] => {
    const ends = [x.at(from), x.at(to)];
    const left = Math.max(box.left, Math.min(...ends));
    const right = Math.min(box.right, Math.max(...ends));
    return right > left ? [{ kind: 'band', role: kind, left, right, top: box.top, bottom: box.bottom }] : [];
  });
}

/** The curve from start to end, closed by the straight line between them. */
function areasOf(
  traces: readonly PlotTrace[],
  lines: readonly PolylinePrimitive[],
  scene: { readonly plot: Box; readonly x: Scale; readonly y: Scale; readonly ordinates: readonly Ordinate[] },
  { peakAreas = [] }: CurvePlotOptions,
): readonly PolylinePrimitive[] {
  const trace = traces[0];
  if (trace === undefined || lines.length === 0) return [];
  const { plot, x } = scene;
  return peakAreas.flatMap(({ start, end }): readonly PolylinePrimitive[] => {
    const [a, b] = [x.at(start), x.at(end)];
    const box = { ...plot, left: Math.max(plot.left, Math.min(a, b)), right: Math.min(plot.right, Math.max(a, b)) };
    if (box.right <= box.left) return [];
    const points = reduceLine(trace, { box, x, y: scene.y, ordinate: scene.ordinates[0]! });
    return points.length < 6 ? [] : [{ kind: 'polyline', role: 'peak-area', points, filled: true }];
  });
}

function cursorOf({ cursor }: CurvePlotOptions, { x, upper, lower }: Axes): readonly Primitive[] {
  if (cursor === undefined || cursor < x.domain[0] || cursor > x.domain[1]) return [];
  const at = x.at(cursor);
  return [{ kind: 'line', role: 'cursor', x1: at, y1: upper.box.top, x2: at, y2: (lower ?? upper).box.bottom }];
}
