import type { MarkerPrimitive, PlotRole, Primitive } from './scene';
import type { MeasureText } from './text-width';

export interface LegendEntry {
  readonly role: PlotRole;
  readonly text: string;
  readonly marker?: MarkerPrimitive['shape'];
}

export interface LegendOptions {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly size: number;
  readonly measure: MeasureText;
}

const SAMPLE = 16;

/** Samples with their words in rows from the left; a new row begins when the next entry has no room. */
export function layoutLegend(
  entries: readonly LegendEntry[],
  { left, right, top, size, measure }: LegendOptions,
): { readonly primitives: readonly Primitive[]; readonly height: number } {
  const row = Math.ceil(1.5 * size);
  const primitives: Primitive[] = [];
  let x = left;
  let y = top;
  for (const { role, text, marker } of entries) {
    const width = SAMPLE + 5 + measure(text, size);
    if (x > left && x + width > right) {
      x = left;
      y += row;
    }
    const middle = y + row / 2;
    primitives.push({ kind: 'line', role, x1: x, y1: middle, x2: x + SAMPLE, y2: middle });
    if (marker !== undefined) primitives.push({ kind: 'marker', role, shape: marker, x: x + SAMPLE / 2, y: middle, radius: 3 });
    primitives.push({ kind: 'text', role: 'label', x: x + SAMPLE + 5, y: middle + 0.35 * size, text, size, anchor: 'start' });
    x += width + 1.5 * size;
  }
  return { primitives, height: entries.length === 0 ? 0 : y + row - top };
}
