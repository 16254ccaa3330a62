import { extentOf, type PlotTrace } from './plot-trace';

/** How several traces stand together. `stacked`: each raised above the one before by `offset` of the highest; `mirror`: the first above, the others below. */
export type Arrangement = 'overlay' | 'stacked' | 'mirror';

/** From a trace's own values to those of the drawn ordinate: factor · y + shift. */
export interface Ordinate {
  readonly factor: number;
  readonly shift: number;
}

export interface Arranged {
  readonly ordinates: readonly Ordinate[];
  /** The least and greatest drawn value, of the range shown or of all. */
  readonly domain: readonly [number, number];
}

export interface ArrangementOptions {
  readonly arrangement: Arrangement;
  /** Of the height of the highest trace. */
  readonly offset: number;
  readonly range: readonly [number, number];
  readonly scaling: 'shown' | 'whole';
}

const EVERYWHERE = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const SAME: Ordinate = { factor: 1, shift: 0 };

type Extent = readonly [number, number] | undefined;

/** Places traces on one ordinate; the traces' order is the order of stacking. */
export function arrange(traces: readonly PlotTrace[], options: ArrangementOptions): Arranged {
  const range = options.scaling === 'shown' ? options.range : EVERYWHERE;
  const extents = traces.map((trace) => withZero(trace, extentOf(trace, range)));
  if (options.arrangement === 'mirror') return mirrored(traces, extents);
  const raised = options.arrangement === 'stacked' ? raises(traces, options.offset) : traces.map(() => 0);
  const shared = drawable(union(extents.map((extent, i) => (traces[i]!.ownScale ? undefined : moved(extent, raised[i]!)))) ?? [0, 1]);
  const ordinates = traces.map(({ ownScale }, i) => (ownScale ? ownOrdinate(extents[i], shared) : { factor: 1, shift: raised[i]! }));
  return { ordinates, domain: shared };
}

/** Percent of each trace's own height: what is below the axis is turned over. */
function mirrored(traces: readonly PlotTrace[], extents: readonly Extent[]): Arranged {
  const ordinates = extents.map((extent, i): Ordinate => {
    const [low, high] = extent ?? [0, 1];
    const factor = (high > low ? 100 / (high - low) : 1) * (i === firstShown(traces) ? 1 : -1);
    return { factor, shift: -factor * low };
  });
  return { ordinates, domain: [-100, 100] };
}

function firstShown(traces: readonly PlotTrace[]): number {
  return Math.max(
    0,
    traces.findIndex(({ original }) => original !== true),
  );
}

/** Raises do not depend on the zoom, so that a stack keeps its shape; an original stands with the trace that follows it. */
function raises(traces: readonly PlotTrace[], offset: number): readonly number[] {
  const heights = traces.map((trace) => extentOf(trace, EVERYWHERE)).map((extent) => (extent === undefined ? 0 : extent[1] - extent[0]));
  const step = offset * heights.reduce((most, height) => Math.max(most, height), 0);
  const raised: number[] = [];
  let floor = 0;
  for (const { original } of traces) {
    raised.push(floor * step);
    if (original !== true) floor++;
  }
  return raised;
}

function ownOrdinate(extent: Extent, [low, high]: readonly [number, number]): Ordinate {
  if (extent === undefined || extent[0] === extent[1]) return SAME;
  const factor = (high - low) / (extent[1] - extent[0]);
  return { factor, shift: low - factor * extent[0] };
}

/** Sticks stand on zero; a curve that comes near it is shown with it. */
function withZero({ form }: PlotTrace, extent: Extent): Extent {
  if (extent === undefined) return undefined;
  const [low, high] = extent;
  if (form === 'sticks') return [Math.min(0, low), Math.max(0, high)];
  return low > 0 && low < 0.35 * high ? [0, high] : extent;
}

function moved(extent: Extent, by: number): Extent {
  return extent === undefined ? undefined : [extent[0] + by, extent[1] + by];
}

/** Beyond these a number has too few digits left to place ticks between. */
const GREATEST = 1e300;
const LEAST_EXTENT = 1e-290;

function drawable([low, high]: readonly [number, number]): readonly [number, number] {
  if (high > GREATEST || low < -GREATEST) return [Math.max(low, -GREATEST), Math.min(high, GREATEST)];
  return high > low && high - low < LEAST_EXTENT ? [low - LEAST_EXTENT, high + LEAST_EXTENT] : [low, high];
}

function union(extents: readonly Extent[]): Extent {
  let all: Extent;
  for (const extent of extents) {
    if (extent === undefined) continue;
    all = all === undefined ? extent : [Math.min(all[0], extent[0]), Math.max(all[1], extent[1])];
  }
  return all;
}
