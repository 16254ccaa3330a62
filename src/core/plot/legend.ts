import type { MarkerPrimitive, PlotRole, Primitive } from './scene';
import { fitText, type MeasureText } from './text-width';

export interface LegendEntry {
  readonly role: PlotRole;
  /** The look of one of several curves. */
  readonly series?: number;
  readonly broad?: boolean;
  readonly text: string;
  readonly marker?: MarkerPrimitive['shape'];
}

export interface LegendOptions {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly size: number;
  readonly measure: MeasureText;
  /** Entries for which these rows have no room are counted: `+ 7`. @default as many as are needed */
  readonly mostRows?: number;
}

const SAMPLE = 16;
/** A curve's dashes need a longer sample to be told apart. */
const CURVE_SAMPLE = 26;
/** One name never takes more than this share of a row. */
const LONGEST = 0.45;

/** Samples with their words in rows from the left; a new row begins when the next entry has no room. */
export function layoutLegend(
  entries: readonly LegendEntry[],
  { left, right, top, size, measure, mostRows = Number.POSITIVE_INFINITY }: LegendOptions,
): { readonly primitives: readonly Primitive[]; readonly height: number } {
  const height = Math.ceil(1.5 * size);
  const primitives: Primitive[] = [];
  let x = left;
  let y = top;
  let row = 1;
  for (const [index, { role, series, broad, text: whole, marker }] of entries.entries()) {
    const sample = series === undefined ? SAMPLE : CURVE_SAMPLE;
    const text = series === undefined ? whole : fitText(whole, LONGEST * (right - left), size, measure);
    const width = sample + 5 + measure(text, size);
    const rest = `+ ${entries.length - index}`;
    const roomForRest = row === mostRows && index < entries.length - 1 ? 1.5 * size + measure(rest, size) : 0;
    if (x > left && x + width + roomForRest > right) {
      if (row >= mostRows) {
        primitives.push({ kind: 'text', role: 'label', x, y: y + height / 2 + 0.35 * size, text: rest, size, anchor: 'start' });
        break;
      }
      x = left;
      y += height;
      row++;
    }
    const middle = y + height / 2;
    const look = { ...(series === undefined ? {} : { series }), ...(broad === true ? { broad } : {}) };
    primitives.push({ kind: 'line', role, x1: x, y1: middle, x2: x + sample, y2: middle, ...look });
    if (marker !== undefined) primitives.push({ kind: 'marker', role, shape: marker, x: x + sample / 2, y: middle, radius: 3 });
    primitives.push({ kind: 'text', role: 'label', x: x + sample + 5, y: middle + 0.35 * size, text, size, anchor: 'start' });
    x += width + 1.5 * size;
  }
  return { primitives, height: entries.length === 0 ? 0 : y + height - top };
}
