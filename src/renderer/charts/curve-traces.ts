import type { PlotBand, PlotPeakArea } from '../../core/plot/curve-plot-options';
import { type PlotPeak, type PlotTrace, plotOrder } from '../../core/plot/plot-trace';
import { standingOut } from './standing-out';

/** Points in any order of x (the file's own); NaN in y is a missing value. */
export interface CurvePoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** One trace to show. Keep its identity between renders: it is put in order once. */
export interface CurveTrace extends CurvePoints {
  readonly key: string;
  /** Its name in the legend, the crosshair and the table. */
  readonly label: string;
  readonly form: 'line' | 'sticks';
  /** 0 to 19: which of the twenty looks (colour and dashes). */
  readonly colour: number;
  /** What the others are held against: wide, and behind them. */
  readonly broad?: boolean;
  /** @default true */
  readonly visible?: boolean;
  /** What it was before it was processed: drawn faintly behind. `ownScale` where its ordinate measures something else (transmittance turned into absorbance). */
  readonly original?: CurvePoints & { readonly ownScale?: boolean };
  /** Labelled where there is room; `[]` for none. @default those that stand out, where no more than two traces are shown */
  readonly peaks?: readonly PlotPeak[];
}

/** Words of a person at a place. */
export interface CurveAnnotation {
  readonly key: string;
  readonly x: number;
  readonly text: string;
}

export type { PlotBand, PlotPeakArea };

const ordered = new WeakMap<Float64Array, { readonly y: Float64Array; readonly points: CurvePoints }>();

/** `plotOrder`, remembered for as long as the arrays live. */
function inOrder({ x, y }: CurvePoints): CurvePoints {
  const known = ordered.get(y);
  if (known !== undefined && known.y === x) return known.points;
  const points = plotOrder(x, y);
  ordered.set(y, { y: x, points });
  return points;
}

/** With more traces than this nobody could tell whose label is whose. */
const MOST_LABELLED = 2;

/** The visible traces as the layout takes them, each behind its original. */
export function plotTraces(traces: readonly CurveTrace[], peaksPointDown: boolean): readonly PlotTrace[] {
  const side = peaksPointDown ? 'below' : 'above';
  const visible = traces.filter((trace) => trace.visible !== false);
  return visible.flatMap(({ label, form, colour, broad, original, peaks: asked, x, y }): readonly PlotTrace[] => {
    const points = inOrder({ x, y });
    const peaks = asked ?? (form === 'line' && visible.length <= MOST_LABELLED ? standingOut(points, side) : []);
    const shown: PlotTrace = { ...points, label, form, series: colour, side, peaks, ...(broad === true ? { broad } : {}) };
    if (original === undefined) return [shown];
    const { ownScale = false } = original;
    return [{ ...inOrder(original), label, form, series: colour, side, original: true, ownScale }, shown];
  });
}
