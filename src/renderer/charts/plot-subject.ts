import type { Box, PlotScene, Scene } from '../../core/plot/scene';
import type { MeasureText } from '../../core/plot/text-width';
import type { Range } from './zoom';

/** A place on the abscissa that the crosshair can stand on, and what it says there. */
export interface PlotMark {
  readonly x: number;
  /** Where several marks are close, the weightiest is meant. */
  readonly weight: number;
  readonly text: string;
}

export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  readonly range: Range;
  /** Shown values of the ordinate. @default what fits */
  readonly yRange?: Range;
  readonly measure?: MeasureText;
  readonly fontSize?: number;
}

/** What the crosshair stands on. */
export interface PlotReading {
  /** In the unit of the abscissa. */
  readonly x: number;
  /** On the drawn ordinate; absent where only the place counts. */
  readonly y?: number;
  /** What it says there. */
  readonly text: string;
  /** Which trace and which of its points. */
  readonly trace?: number;
  readonly point?: number;
}

/** How a pointer and the keys read a laid out picture. */
export interface PlotReader {
  /** What a pointer at a place of the picture (px) means. */
  readonly meant: (left: number, top: number) => PlotReading | undefined;
  /** The next reading in a direction (1: to higher x), from nowhere a first one. */
  readonly stepped: (from: PlotReading | undefined, direction: 1 | -1, stride: number) => PlotReading | undefined;
  /** The reading at the same place on the next trace. */
  readonly switched?: (from: PlotReading | undefined, direction: 1 | -1) => PlotReading | undefined;
}

export interface Plotted {
  readonly scene: PlotScene;
  readonly reader: PlotReader;
}

/** Something to plot, of any technique: how it is laid out, and how it is read. */
export interface PlotSubject {
  /** Changes when another thing is shown: the zoom starts anew. */
  readonly key: string;
  /** All there is to see. */
  readonly extent: Range;
  /** A window narrower than this shows nothing more. @default 2 */
  readonly narrowest?: number;
  /** From least to greatest drawn value; absent where the height is not zoomed. */
  readonly heights?: Range;
  /** Changes when the ordinate measures something else: its zoom starts anew. */
  readonly heightsKey?: string;
  readonly layout: (frame: PlotFrame) => Plotted;
}

/** The space between the axes of a laid out scene. */
export function axesBox(scene: Scene): Box {
  let box: Box | undefined;
  for (const primitive of scene.primitives) {
    if (primitive.kind !== 'line' || primitive.role !== 'axis') continue;
    const { x1, x2, y1, y2 } = primitive;
    box = {
      left: Math.min(box?.left ?? Number.POSITIVE_INFINITY, x1, x2),
      right: Math.max(box?.right ?? Number.NEGATIVE_INFINITY, x1, x2),
      top: Math.min(box?.top ?? Number.POSITIVE_INFINITY, y1, y2),
      bottom: Math.max(box?.bottom ?? Number.NEGATIVE_INFINITY, y1, y2),
    };
  }
  return box ?? { left: 0, top: 0, right: scene.width, bottom: scene.height };
}

/** Pixels around the pointer within which the weightiest mark is meant. */
const REACH = 7;

/** Index of the first mark at or beyond a place. */
function firstMark(marks: readonly PlotMark[], x: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle]?.x ?? Number.POSITIVE_INFINITY) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mark that a pointer at `x` means: the weightiest within reach, else the nearest one. `perPixel`: m/z per pixel. Marks ascend. */
export function meantMark(marks: readonly PlotMark[], x: number, perPixel: number, range: Range): PlotMark | undefined {
  const reach = REACH * perPixel;
  const end = Math.min(range[1], x + reach);
  let best: PlotMark | undefined;
  for (let i = firstMark(marks, Math.max(range[0], x - reach)); i < marks.length; i++) {
    const mark = marks[i];
    if (mark === undefined || mark.x > end) break;
    if (best === undefined || mark.weight > best.weight) best = mark;
  }
  if (best !== undefined) return best;
  const at = firstMark(marks, x);
  const [before, after] = [marks[at - 1], marks[at]].map((mark) =>
    mark !== undefined && mark.x >= range[0] && mark.x <= range[1] ? mark : undefined,
  );
  if (before === undefined || after === undefined) return before ?? after ?? nearestEnd(marks, x, range);
  return x - before.x <= after.x - x ? before : after;
}

/** Where the pointer is outside the range, the shown mark at that end. */
function nearestEnd(marks: readonly PlotMark[], x: number, range: Range): PlotMark | undefined {
  const mark = x < range[0] ? marks[firstMark(marks, range[0])] : marks[firstMark(marks, range[1]) - 1];
  return mark !== undefined && mark.x >= range[0] && mark.x <= range[1] ? mark : undefined;
}

/** The next mark in a direction, for the keyboard; from nowhere it starts at the weightiest one shown. */
export function steppedMark(marks: readonly PlotMark[], from: PlotMark | undefined, direction: 1 | -1, range: Range): PlotMark | undefined {
  if (from === undefined) return meantMark(marks, (range[0] + range[1]) / 2, range[1] - range[0], range);
  let at = firstMark(marks, from.x);
  while (direction === 1 && marks[at]?.x === from.x) at++;
  const next = marks[direction === 1 ? at : at - 1];
  return next !== undefined && next.x >= range[0] && next.x <= range[1] ? next : from;
}

/** Reads marks: the crosshair stands on the abscissa alone. */
export function markReader(marks: readonly PlotMark[], { plot, x }: PlotScene): PlotReader {
  const [low, high] = x.domain;
  const perPixel = (high - low) / Math.max(1, plot.right - plot.left);
  return {
    meant: (left) => meantMark(marks, x.valueAt(left), perPixel, x.domain),
    stepped: (from, direction) =>
      steppedMark(marks, from !== undefined && from.x >= low && from.x <= high ? { ...from, weight: 0 } : undefined, direction, x.domain),
  };
}
