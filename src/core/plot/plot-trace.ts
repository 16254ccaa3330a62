/** A peak of a trace that would like a label. */
export interface PlotPeak {
  /** In the units of the trace's axes. */
  readonly x: number;
  readonly y: number;
  /** Words instead of the place: an assignment. @default x as the axis writes it */
  readonly text?: string;
  /** Which labels go first. @default height */
  readonly weight?: number;
}

/** One trace as it is drawn. */
export interface PlotTrace {
  readonly label: string;
  /** Ascending and finite; `y` has one value for each, NaN where one is missing. See `plotOrder`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** `line`: neighbours belong together; `sticks`: each point is a peak, and gets a label where there is room. */
  readonly form: 'line' | 'sticks';
  /** Which of the theme's twenty looks. */
  readonly series: number;
  /** What was measured before it was processed: behind the others, faint, not in the legend's order. */
  readonly original?: boolean;
  /** Drawn from bottom to top by its own least and greatest value: its ordinate is not that of the axis. */
  readonly ownScale?: boolean;
  /** What the others are held against: three times as wide, and behind them. */
  readonly broad?: boolean;
  readonly peaks?: readonly PlotPeak[];
  /** Which way its peaks point; transmittance has valleys. @default 'above' */
  readonly side?: 'above' | 'below';
}

/** Points in ascending x, those without a place left out; arrays that are so already are returned as they are. */
export function plotOrder(x: Float64Array, y: Float64Array): { readonly x: Float64Array; readonly y: Float64Array } {
  let rising = true;
  let falling = true;
  for (let i = 0; i < x.length && (rising || falling); i++) {
    if (!Number.isFinite(x[i]!)) {
      rising = false;
      falling = false;
    } else if (i > 0) {
      if (x[i]! < x[i - 1]!) rising = false;
      if (x[i]! > x[i - 1]!) falling = false;
    }
  }
  if (rising) return { x, y };
  if (falling) return { x: x.slice().reverse(), y: y.slice().reverse() };
  const order = Array.from(x.keys())
    .filter((i) => Number.isFinite(x[i]!))
    .sort((a, b) => x[a]! - x[b]! || a - b);
  return { x: Float64Array.from(order, (i) => x[i]!), y: Float64Array.from(order, (i) => y[i] ?? Number.NaN) };
}

/** Index of the first value that is not below `value`; `values` ascending. */
export function firstAtLeast(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Least and greatest y between two places, those where the line enters and leaves included; `undefined` where nothing is. */
export function extentOf({ x, y, form }: PlotTrace, range: readonly [number, number]): readonly [number, number] | undefined {
  const first = firstAtLeast(x, range[0]);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const see = (value: number): void => {
    if (value < low) low = value;
    if (value > high) high = value;
  };
  let i = first;
  for (; i < x.length && x[i]! <= range[1]; i++) {
    const value = y[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (form === 'line') {
    for (const [inner, at] of [
      [first, range[0]],
      [i, range[1]],
    ] as const) {
      if (inner <= 0 || inner >= x.length) continue;
      const share = (at - x[inner - 1]!) / (x[inner]! - x[inner - 1]!);
      const value = y[inner - 1]! + share * (y[inner]! - y[inner - 1]!);
      if (Number.isFinite(value)) see(value);
    }
  }
  return low <= high && Number.isFinite(low) && Number.isFinite(high) ? [low, high] : undefined;
}

/** Least and greatest place of all traces; a span without extent is widened, none gives 0 to 1. */
export function abscissaExtent(traces: readonly { readonly x: Float64Array }[]): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { x } of traces) {
    if (x.length === 0) continue;
    low = Math.min(low, x[0]!);
    high = Math.max(high, x.at(-1)!);
  }
  if (low > high) return [0, 1];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}
