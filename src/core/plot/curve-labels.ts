import type { Ordinate } from './arrangement';
import { decimalsOf } from './axis-numbers';
import type { CurvePlotOptions } from './curve-plot-options';
import { valueAt } from './difference';
import { type LabelWish, overlaps, placeLabels, textBox } from './place-labels';
import type { PlotTrace } from './plot-trace';
import { shownSticks } from './reduce';
import type { Box, PlotScene, Primitive, TextPrimitive } from './scene';
import type { Skyline } from './skyline';
import { estimateTextWidth, fitText } from './text-width';

type Place = Pick<PlotScene, 'plot' | 'x' | 'y' | 'width'> & { readonly ordinates: readonly Ordinate[] };

interface Around {
  readonly skyline: Skyline;
  readonly taken: readonly Box[];
}

/** A place is labelled to a thousandth of what is shown. */
const LABEL_STEPS = 1000;

function placeText({ x }: Place, { formatNumber }: CurvePlotOptions): (value: number, trimmed: boolean) => string {
  const most = decimalsOf((x.domain[1] - x.domain[0]) / LABEL_STEPS);
  return (value, trimmed) => {
    const rounded = Number(value.toFixed(most));
    const needed = trimmed ? (String(rounded).split('.')[1]?.length ?? 0) : most;
    return formatNumber(rounded, Math.min(most, needed));
  };
}

/** Labels of the traces' peaks: the heaviest first, above or below as the trace says, none over a curve or another label. */
export function layoutCurveLabels(
  traces: readonly PlotTrace[],
  place: Place,
  options: CurvePlotOptions,
  { skyline, taken }: Around,
): readonly TextPrimitive[] {
  const { fontSize: size = 11, measure = estimateTextWidth, labelCount = 12 } = options;
  const write = placeText(place, options);
  const placed: TextPrimitive[] = [];
  const boxes = [...taken];
  for (const side of ['above', 'below'] as const) {
    const wishes = traces.flatMap((trace, i) => {
      const ordinate = place.ordinates[i]!;
      const turned = ordinate.factor < 0;
      if (trace.original || ((trace.side === 'below') !== turned) !== (side === 'below')) return [];
      return [...wishesOf(trace, ordinate, place, write), ...(i === 0 ? apexWishes(trace, ordinate, place, options, write) : [])];
    });
    const labels = placeLabels(wishes, {
      within: { ...place.plot, left: place.plot.left + 2, right: place.width - 4 },
      size,
      most: labelCount,
      measure,
      side,
      apart: 0.4 * size,
      taken: boxes,
      blocked: (box) => skyline.crosses(box),
    });
    placed.push(...labels);
    boxes.push(...labels.map((label) => textBox(label, measure)));
  }
  return placed;
}

type Write = ReturnType<typeof placeText>;

function wishesOf(trace: PlotTrace, ordinate: Ordinate, place: Place, write: Write): readonly LabelWish[] {
  const at = (x: number, y: number) => ({ x: place.x.at(x), y: place.y.at(ordinate.factor * y + ordinate.shift) });
  const [low, high] = place.x.domain;
  const inside = (wish: LabelWish): boolean => wish.y >= place.plot.top && wish.y <= place.plot.bottom;
  const named = (trace.peaks ?? []).flatMap(({ x, y, text, weight }): readonly LabelWish[] => {
    if (x < low || x > high || !Number.isFinite(y)) return [];
    return [{ ...at(x, y), text: text ?? write(x, false), priority: weight ?? (trace.side === 'below' ? -y : y) }];
  });
  if (trace.form !== 'sticks') return named.filter(inside);
  const shown = shownSticks(trace, { box: place.plot, x: place.x }).map((i): LabelWish => {
    const [x, y] = [trace.x[i]!, trace.y[i]!];
    return { ...at(x, y), text: write(x, true), priority: y };
  });
  return [...named, ...shown.filter(({ x }) => !named.some((wish) => wish.x === x))].filter(inside);
}

function apexWishes(
  trace: PlotTrace,
  { factor, shift }: Ordinate,
  place: Place,
  { peakAreas = [] }: CurvePlotOptions,
  write: Write,
): readonly LabelWish[] {
  const [low, high] = place.x.domain;
  return peakAreas.flatMap(({ apex, text }): readonly LabelWish[] => {
    const height = valueAt(trace, apex);
    if (apex < low || apex > high || !Number.isFinite(height)) return [];
    return [{ x: place.x.at(apex), y: place.y.at(factor * height + shift), text: text ?? write(apex, false), priority: height }];
  });
}

/** Longest text of an annotation, as a share of the plot's width. */
const LONGEST = 0.3;

/**
 * A person's words stand in the highest row in which nothing is, with a line down to the first trace. Where every row is taken the line
 * alone is drawn: it says that there are words, and zooming in makes room for them.
 */
export function layoutAnnotations(
  traces: readonly PlotTrace[],
  place: Place,
  options: CurvePlotOptions,
  skyline: Skyline,
): { readonly primitives: readonly Primitive[]; readonly boxes: readonly Box[] } {
  const { annotations = [], fontSize: size = 11, measure = estimateTextWidth } = options;
  const { plot } = place;
  const first = traces.findIndex(({ original }) => !original);
  const primitives: Primitive[] = [];
  const boxes: Box[] = [];
  const row = 1.35 * size;
  for (const { x, text: whole } of annotations) {
    if (x < place.x.domain[0] || x > place.x.domain[1]) continue;
    const at = place.x.at(x);
    const value = first < 0 ? Number.NaN : valueAt(traces[first]!, x);
    const ordinate = place.ordinates[first];
    const tip = Number.isFinite(value) && ordinate !== undefined ? place.y.at(ordinate.factor * value + ordinate.shift) : plot.bottom;
    const end = Math.min(plot.bottom, Math.max(plot.top, tip));
    const text = fitText(whole, LONGEST * (plot.right - plot.left), size, measure);
    const half = measure(text, size) / 2;
    const label = (y: number): TextPrimitive => ({
      kind: 'text',
      role: 'label',
      x: Math.min(Math.max(at, plot.left + 2 + half), plot.right - half),
      y,
      text,
      size,
      anchor: 'middle',
    });
    let top = plot.top;
    for (let y = plot.top + size; y < plot.bottom - 0.3 * size; y += row) {
      const box = textBox(label(y), measure);
      if (boxes.some((other) => overlaps(box, other)) || skyline.crosses(box)) continue;
      primitives.push(label(y));
      boxes.push(box);
      top = y + 0.3 * size;
      break;
    }
    // Above the curve the line comes down to it, below it goes up.
    primitives.push({ kind: 'line', role: 'annotation', x1: at, y1: top, x2: at, y2: end });
  }
  return { primitives, boxes };
}
