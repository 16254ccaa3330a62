import { linearScale, niceTicks, type Scale } from './scale';
import type { Box, Primitive, TextPrimitive } from './scene';
import { fitText, type MeasureText } from './text-width';

export interface AxisTick {
  readonly value: number;
  readonly text: string;
}

export interface AbscissaOptions {
  /** Shown, from low to high. */
  readonly domain: readonly [number, number];
  /** Falls to the right: wavenumbers, chemical shifts. */
  readonly falling?: boolean;
  readonly title: string;
  /** Texts as wide as any on the axis: they decide how many have room. */
  readonly samples: readonly string[];
  readonly tickText: (value: number, step: number) => string;
  readonly wholeNumbers?: boolean;
}

/** One ordinate. Several stand one above the other over one abscissa. */
export interface OrdinateOptions {
  readonly domain: readonly [number, number];
  /** Room inside the axis beyond the ends of the domain, for labels. */
  readonly room: { readonly above: number; readonly below: number };
  /** For the height there is, without the room. */
  readonly ticks: (height: number) => readonly AxisTick[];
  readonly title: string;
  /** Values at which a line runs from side to side. */
  readonly lines?: readonly number[];
}

export interface AxesOptions {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly measure: MeasureText;
  /** Room above the plot for a title or a legend. */
  readonly header: number;
  readonly x: AbscissaOptions;
  readonly y: OrdinateOptions;
  /** A lower part with an ordinate of its own (a difference), a quarter of the height. */
  readonly lower?: OrdinateOptions;
  /** Texts for which the left margin has room at least, so that it does not jump as one zooms. */
  readonly marginFor?: readonly string[];
}

export interface Panel {
  readonly box: Box;
  readonly y: Scale;
}

export interface Axes {
  readonly x: Scale;
  readonly upper: Panel;
  readonly lower: Panel | undefined;
  readonly primitives: readonly Primitive[];
}

const TICK = 4;
const LOWER_SHARE = 0.25;

/** Lays out margins, axes, their ticks, numbers and titles, for any abscissa and one ordinate or two. */
export function layoutAxes(options: AxesOptions): Axes {
  const { width, height, fontSize, measure, header } = options;
  const top = header + Math.ceil(0.3 * fontSize);
  const bottom = height - Math.ceil(TICK + 3.1 * fontSize);
  const split = options.lower === undefined ? bottom : Math.round(bottom - LOWER_SHARE * (bottom - top));
  const upperTicks = ticksOf(options.y, top, split);
  const lowerTop = split + Math.ceil(0.6 * fontSize);
  const lowerTicks = options.lower === undefined ? [] : ticksOf(options.lower, lowerTop, bottom);
  const widest = [...upperTicks, ...lowerTicks]
    .map(({ text }) => text)
    .concat(options.marginFor ?? [])
    .reduce((most, text) => Math.max(most, measure(text, fontSize)), 0);
  const left = Math.ceil(widest + TICK + 3 + 1.6 * fontSize);
  // Room for half of a number under the very end of the axis.
  const right = width - Math.ceil(Math.max(fontSize, widestOf(options.x.samples, options) / 2 + 2));
  const x = linearScale(options.x.domain, options.x.falling ? [right, left] : [left, right]);
  const upper = panelOf(options.y, { left, right, top, bottom: split });
  const lower = options.lower === undefined ? undefined : panelOf(options.lower, { left, right, top: lowerTop, bottom });
  const primitives = [
    ...ordinate(options.y, upper, upperTicks, options),
    ...(options.lower === undefined || lower === undefined ? [] : ordinate(options.lower, lower, lowerTicks, options)),
    ...abscissa(options, x, bottom),
  ];
  return { x, upper, lower, primitives };
}

function widestOf(texts: readonly string[], { measure, fontSize }: Pick<AxesOptions, 'measure' | 'fontSize'>): number {
  return texts.reduce((most, text) => Math.max(most, measure(text, fontSize)), 0);
}

function ticksOf({ ticks, room }: OrdinateOptions, top: number, bottom: number): readonly AxisTick[] {
  return ticks(Math.max(1, bottom - top - room.above - room.below));
}

function panelOf({ domain, room }: OrdinateOptions, box: Box): Panel {
  return { box, y: linearScale(domain, [box.bottom - room.below, box.top + room.above]) };
}

/** Titles of low pictures are smaller, then cut. */
const SMALLER = 0.85;

function ordinate(
  { title, lines }: OrdinateOptions,
  { box, y }: Panel,
  ticks: readonly AxisTick[],
  { fontSize, measure, header, height }: Pick<AxesOptions, 'fontSize' | 'measure' | 'header' | 'height'>,
): Primitive[] {
  const horizontal = (at: number): Primitive => ({ kind: 'line', role: 'axis', x1: box.left, y1: at, x2: box.right, y2: at });
  const primitives: Primitive[] = [
    horizontal(box.bottom),
    ...(lines ?? []).map((value) => horizontal(y.at(value))),
    { kind: 'line', role: 'axis', x1: box.left, y1: box.top, x2: box.left, y2: box.bottom },
  ];
  for (const { value, text } of ticks) {
    const at = y.at(value);
    primitives.push({ kind: 'line', role: 'tick', x1: box.left - TICK, y1: at, x2: box.left, y2: at });
    primitives.push(numberText(text, box.left - TICK - 3, at + 0.35 * fontSize, 'end', fontSize));
  }
  if (title === '') return primitives;
  const middle = (box.top + box.bottom) / 2;
  // It may reach past the ends of the axis, never into the legend or out of the picture.
  const room = 2 * Math.min(middle - header, height - middle);
  const size = measure(title, fontSize) <= room ? fontSize : SMALLER * fontSize;
  const text = fitText(title, room, size, measure);
  return [...primitives, { ...numberText(text, 1.1 * fontSize, middle, 'middle', size), role: 'title', turned: true }];
}

/** There are as many ticks as have room for their numbers. */
function abscissa({ x: axis, height, fontSize, measure }: AxesOptions, x: Scale, bottom: number): readonly Primitive[] {
  const [a, b] = x.range;
  const longest = widestOf(axis.samples, { measure, fontSize });
  const most = Math.abs(b - a) / (longest + 1.5 * fontSize);
  const ticks = niceTicks(x.domain[0], x.domain[1], most, { wholeNumbers: axis.wholeNumbers === true });
  const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
  const primitives = ticks.flatMap((value): readonly Primitive[] => [
    { kind: 'line', role: 'tick', x1: x.at(value), y1: bottom, x2: x.at(value), y2: bottom + TICK },
    numberText(axis.tickText(value, step), x.at(value), bottom + TICK + 1.25 * fontSize, 'middle', fontSize),
  ]);
  return [...primitives, { ...numberText(axis.title, (a + b) / 2, height - 0.45 * fontSize, 'middle', fontSize), role: 'title' }];
}

function numberText(text: string, x: number, y: number, anchor: TextPrimitive['anchor'], size: number): TextPrimitive {
  return { kind: 'text', role: 'tick-label', x, y, text, anchor, size };
}
