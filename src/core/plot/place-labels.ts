import type { Box, TextPrimitive } from './scene';
import type { MeasureText } from './text-width';

/** Something that would like a label: where its tip is, and how much it matters. */
export interface LabelWish {
  readonly text: string;
  /** The tip that the label stands over (or hangs under). */
  readonly x: number;
  readonly y: number;
  readonly priority: number;
}

/** A vertical line that a label must not cross: a peak. */
export interface Obstacle {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LabelOptions {
  /** Labels stay inside. */
  readonly within: Box;
  readonly size: number;
  /** How many labels at most. */
  readonly most: number;
  readonly measure: MeasureText;
  readonly side: 'above' | 'below';
  /** Space between tip and text. @default 3 */
  readonly gap?: number;
  readonly obstacles?: readonly Obstacle[];
  /** Whether something else stands in a box: a curve. */
  readonly blocked?: (box: Box) => boolean;
  /** Least distance between two labels side by side. @default 0 */
  readonly apart?: number;
  /** Boxes that are taken already. */
  readonly taken?: readonly Box[];
}

/** The box of a text of one line: ascent 0.8 em, descent 0.25 em (room for any digit, letter and accent of the bundled faces). */
export function textBox(text: TextPrimitive, measure: MeasureText): Box {
  const width = measure(text.text, text.size);
  const left = text.anchor === 'start' ? text.x : text.anchor === 'middle' ? text.x - width / 2 : text.x - width;
  return { left, right: left + width, top: text.y - 0.8 * text.size, bottom: text.y + 0.25 * text.size };
}

/**
 * Places labels by priority: each where it wants to stand, moved sideways only to stay inside; one that would touch a label
 * placed before, a taken box or an obstacle other than its own peak is left out. No two labels ever overlap.
 */
export function placeLabels(wishes: readonly LabelWish[], options: LabelOptions): readonly TextPrimitive[] {
  const gap = options.gap ?? 3;
  const apart = options.apart ?? 0;
  const taken: Box[] = [...(options.taken ?? [])];
  const placed: TextPrimitive[] = [];
  for (const wish of [...wishes].sort((a, b) => b.priority - a.priority || a.x - b.x)) {
    if (placed.length >= options.most) break;
    const half = options.measure(wish.text, options.size) / 2;
    const { left, right, top, bottom } = options.within;
    if (2 * half > right - left) continue;
    const label: TextPrimitive = {
      kind: 'text',
      role: 'label',
      x: Math.min(Math.max(wish.x, left + half), right - half),
      y: options.side === 'above' ? wish.y - gap - 0.25 * options.size : wish.y + gap + 0.8 * options.size,
      text: wish.text,
      size: options.size,
      anchor: 'middle',
    };
    const box = textBox(label, options.measure);
    if (box.top < top || box.bottom > bottom) continue;
    const roomy = { ...box, left: box.left - apart, right: box.right + apart };
    if (taken.some((other) => overlaps(roomy, other))) continue;
    if (options.obstacles?.some((line) => line.x !== wish.x && crosses(box, line))) continue;
    if (options.blocked?.(box)) continue;
    taken.push(box);
    placed.push(label);
  }
  return placed;
}

/** Whether two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function crosses(box: Box, line: Obstacle): boolean {
  return line.x > box.left && line.x < box.right && line.top < box.bottom && line.bottom > box.top;
}
