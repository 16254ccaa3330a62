import { type Frame, layoutFrame } from './frame';
import { type LabelWish, placeLabels } from './place-labels';
import { type MassPlotOptions, type ResolvedOptions, resolveOptions, shownRange } from './plot-options';
import { firstAtLeast, plotOrder } from './plot-trace';
import { type Place, reduceLine, reduceSticks, shownSticks } from './reduce';
import type { LinePrimitive, PlotScene, Primitive } from './scene';
import { Skyline } from './skyline';

/** Peaks by pairs of equally long arrays. */
interface Peaks {
  readonly mz: ArrayLike<number>;
  readonly intensity: ArrayLike<number>;
}

export interface MassSpectrumPlotOptions extends MassPlotOptions {
  /** A line above the plot. @default none */
  readonly title?: string;
  /** The points are a profile: a line, labelled at its maxima. @default false */
  readonly profile?: boolean;
  /** Shown percent of the base peak. @default 0 to 100 */
  readonly yRange?: readonly [number, number];
}

/** More sticks than this are one path; fewer are lines of their own. */
const MOST_LINES = 400;
/** Width of the stretches of a profile of which only the highest maximum may be labelled, px. */
const MAXIMA_APART = 12;

/**
 * A mass spectrum as sticks, or as a line where it is a profile: the base peak of the whole spectrum is 100 % and has the plot's full
 * height, also when only a part is shown. Labels go to the strongest peaks first and never overlap.
 */
export function layoutMassSpectrum(spectrum: Peaks, options: MassSpectrumPlotOptions): PlotScene {
  const resolved = resolveOptions(options);
  const { fontSize, width, height } = resolved;
  const header = options.title === undefined ? 0 : Math.ceil(1.6 * fontSize);
  const frame = layoutFrame({
    options: resolved,
    range: shownRange(spectrum.mz, options.range),
    header,
    mirrored: false,
    ...(options.yRange === undefined ? {} : { yRange: options.yRange }),
  });
  const { plot, x, y } = frame;
  const points = options.profile === true ? withGaps(inPercent(spectrum)) : inPercent(spectrum);
  const place: Place = { box: plot, x, y };
  const drawing = options.profile === true ? drawProfile(points, place, frame, resolved) : drawSticks(points, place, frame, resolved);
  const title: readonly Primitive[] =
    options.title === undefined
      ? []
      : [{ kind: 'text', role: 'title', x: plot.left, y: 1.1 * fontSize, text: options.title, size: fontSize, anchor: 'start' }];
  return { width, height, plot, x, y, primitives: [...frame.primitives, ...drawing, ...title] };
}

interface Points {
  readonly x: Float64Array;
  /** Percent of the base peak. */
  readonly y: Float64Array;
}

/** A spectrum is laid out anew for every step of a zoom; it is scaled once. */
const scaled = new WeakMap<Peaks, Points>();

function inPercent(spectrum: Peaks): Points {
  const known = scaled.get(spectrum);
  if (known !== undefined) return known;
  const { x, y } = plotOrder(typed(spectrum.mz), typed(spectrum.intensity));
  const base = y.reduce((most, value) => Math.max(most, value), 0);
  const points = { x, y: y.map((value) => (base > 0 ? (100 * value) / base : 0)) };
  scaled.set(spectrum, points);
  return points;
}

const interrupted = new WeakMap<Points, Points>();

/** Neighbours of a profile further apart than this many times the narrower of the steps beside them have nothing measured between them. */
const GAP = 10;

/**
 * A profile with its gaps: instruments leave out the points without signal, and a line across what was left out would be a slope that nobody
 * measured. A missing value stands in each gap.
 */
function withGaps(points: Points): Points {
  const known = interrupted.get(points);
  if (known !== undefined) return known;
  const { x, y } = points;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const [cutBefore, cutAfter] = [isGap(x, i), isGap(x, i + 1)];
    if (cutBefore) {
      xs.push((x[i]! + x[i - 1]!) / 2);
      ys.push(Number.NaN);
    }
    // A point by itself has no line: it stands up from zero.
    if ((cutBefore || i === 0) && (cutAfter || i + 1 === x.length)) {
      xs.push(x[i]!);
      ys.push(0);
    }
    xs.push(x[i]!);
    ys.push(y[i]!);
  }
  const made = xs.length === x.length ? points : { x: Float64Array.from(xs), y: Float64Array.from(ys) };
  interrupted.set(points, made);
  return made;
}

/** Whether nothing was measured between a point and the one before it. */
function isGap(x: Float64Array, i: number): boolean {
  if (i <= 0 || i >= x.length) return false;
  const before = i > 1 ? x[i - 1]! - x[i - 2]! : Number.POSITIVE_INFINITY;
  const after = i + 1 < x.length ? x[i + 1]! - x[i]! : Number.POSITIVE_INFINITY;
  const beside = Math.min(before, after);
  return beside > 0 && x[i]! - x[i - 1]! > GAP * beside;
}

function typed(values: ArrayLike<number>): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values);
}

function drawSticks(points: Points, place: Place, { plot, x, y }: Frame, resolved: ResolvedOptions): readonly Primitive[] {
  const shown = shownSticks(points, place).filter((i) => points.y[i]! > 0);
  const lines = shown.map(
    (i): LinePrimitive => ({
      kind: 'line',
      role: 'peak',
      x1: x.at(points.x[i]!),
      y1: plot.bottom,
      x2: x.at(points.x[i]!),
      y2: Math.min(plot.bottom, Math.max(plot.top, y.at(points.y[i]!))),
    }),
  );
  const wishes = shown.map((i, at): LabelWish => ({ ...wishOf(points, i, place, resolved), x: lines[at]!.x2 }));
  const labels = placeLabels(wishes, {
    ...labelling(resolved, plot),
    obstacles: lines.map(({ x1, y1, y2 }) => ({ x: x1, top: y2, bottom: y1 })),
  });
  if (lines.length <= MOST_LINES) return [...lines, ...labels];
  return [{ kind: 'polyline', role: 'peak', points: reduceSticks(points, place) }, ...labels];
}

function drawProfile(points: Points, place: Place, { plot }: Frame, resolved: ResolvedOptions): readonly Primitive[] {
  const line = reduceLine(points, place);
  const skyline = new Skyline(plot);
  skyline.add(line);
  const wishes = highestMaxima(points, place).map((i) => wishOf(points, i, place, resolved));
  const labels = placeLabels(wishes, { ...labelling(resolved, plot), blocked: (box) => skyline.crosses(box) });
  return [{ kind: 'polyline', role: 'peak', points: line }, ...labels];
}

function wishOf({ x, y }: Points, i: number, place: Place, { formatNumber }: ResolvedOptions): LabelWish {
  return { text: formatNumber(x[i]!), x: place.x.at(x[i]!), y: place.y.at(y[i]!), priority: y[i]! };
}

function labelling({ fontSize, labelCount, measure, width }: ResolvedOptions, plot: Frame['plot']) {
  return {
    within: { left: plot.left + 2, top: plot.top, right: width, bottom: plot.bottom },
    size: fontSize,
    most: labelCount,
    measure,
    side: 'above' as const,
  };
}

/** The maxima of a line that are shown, of those close together the highest. */
function highestMaxima({ x, y }: Points, { x: scale }: Place): readonly number[] {
  const kept: number[] = [];
  const [low, high] = scale.domain;
  for (let i = Math.max(1, firstAtLeast(x, low)); i + 1 < x.length && x[i]! <= high; i++) {
    // Beside a gap there is nothing higher.
    if (Number.isNaN(y[i]!) || y[i - 1]! >= y[i]! || y[i + 1]! > y[i]!) continue;
    const last = kept.at(-1);
    if (last === undefined || scale.at(x[i]!) - scale.at(x[last]!) >= MAXIMA_APART) kept.push(i);
    else if (y[i]! > y[last]!) kept[kept.length - 1] = i;
  }
  return kept;
}
