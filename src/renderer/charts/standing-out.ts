import type { PlotPeak } from '../../core/plot/plot-trace';
import { xyPeaks } from '../../core/processing/measures/xy-peaks';
import { xNoise } from '../../core/processing/numeric/median';
import { ProcessingRefused } from '../../core/processing/refused';
import type { CurvePoints } from './curve-traces';

/** A peak that gets a label of its own accord rises from its surroundings by this share of the whole height, and by so many times the noise. */
const LEAST_PROMINENCE = 0.02;
const OVER_NOISE = 8;
const MOST = 60;

const found = new WeakMap<Float64Array, Map<string, readonly PlotPeak[]>>();

/** The peaks one would name at first sight; found once for each curve. */
export function standingOut(points: CurvePoints, side: 'above' | 'below'): readonly PlotPeak[] {
  const known = found.get(points.y) ?? new Map<string, readonly PlotPeak[]>();
  found.set(points.y, known);
  const before = known.get(side);
  if (before !== undefined) return before;
  const peaks = find(points, side);
  known.set(side, peaks);
  return peaks;
}

function find(points: CurvePoints, side: 'above' | 'below'): readonly PlotPeak[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of points.y) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high > low) || !Number.isFinite(high - low)) return [];
  try {
    return xyPeaks(points, {
      direction: side === 'below' ? 'down' : 'up',
      minProminence: Math.max(LEAST_PROMINENCE * (high - low), OVER_NOISE * xNoise(points.y)),
      limit: MOST,
    }).map(({ x, y, prominence }) => ({ x, y, weight: prominence }));
  } catch (error) {
    // Two points at one place, or too few points: such a curve is drawn, its peaks have no names.
    if (error instanceof ProcessingRefused) return [];
    throw error;
  }
}
