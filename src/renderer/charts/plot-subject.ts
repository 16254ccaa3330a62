import type { Box, Scene } from '../../core/plot/scene';
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
  readonly measure?: MeasureText;
  readonly fontSize?: number;
}

/** Something to plot, of any technique: how it is laid out, and where the crosshair may stand. */
export interface PlotSubject {
  /** Changes when another thing is shown: the zoom starts anew. */
  readonly key: string;
  /** All there is to see. */
  readonly extent: Range;
  /** Ascending x. */
  readonly marks: readonly PlotMark[];
  readonly layout: (frame: PlotFrame) => Scene;
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

/** The mark that a pointer at `x` means: the weightiest within reach, else the nearest one. `perPixel`: m/z per pixel. */
export function meantMark(marks: readonly PlotMark[], x: number, perPixel: number, range: Range): PlotMark | undefined {
  const shown = marks.filter((mark) => mark.x >= range[0] && mark.x <= range[1]);
  const near = shown.filter((mark) => Math.abs(mark.x - x) <= REACH * perPixel);
  if (near.length > 0) return near.reduce((best, mark) => (mark.weight > best.weight ? mark : best));
  return shown.reduce<PlotMark | undefined>(
    (best, mark) => (best === undefined || Math.abs(mark.x - x) < Math.abs(best.x - x) ? mark : best),
    undefined,
  );
}

/** The next mark in a direction, for the keyboard; from nowhere it starts at the weightiest one shown. */
export function steppedMark(marks: readonly PlotMark[], from: PlotMark | undefined, direction: 1 | -1, range: Range): PlotMark | undefined {
  const shown = marks.filter((mark) => mark.x >= range[0] && mark.x <= range[1]);
  if (from === undefined) return meantMark(shown, (range[0] + range[1]) / 2, range[1] - range[0], range);
  const beyond = shown.filter((mark) => (direction === 1 ? mark.x > from.x : mark.x < from.x));
  return (direction === 1 ? beyond[0] : beyond.at(-1)) ?? from;
}
