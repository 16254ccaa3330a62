import { checkSaturation } from '../../processing/measures/check-saturation';
import { abscissaValues } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';
import { type Finding, finding } from './finding';
import type { CurveEntry } from './library-entry';

/** Fewer points cannot carry the bands of a spectrum. */
const FEW_POINTS = 50;
/** Median step between neighbours against the range of y: above it noise hides all but the strongest bands. */
const NOISE_SHARE = 0.05;
/** Least extent along x that a library spectrum of the technique should have, in the axis's usual unit. */
const LEAST_RANGE: Readonly<Partial<Record<Technique, { readonly unit: string; readonly extent: number }>>> = {
  infrared: { unit: 'cm-1', extent: 1000 },
  raman: { unit: 'cm-1', extent: 800 },
  'uv-visible': { unit: 'nm', extent: 100 },
};

/** What the points and axes of an optical (or other) curve say. Sticks are tables of peaks: only their number is looked at. */
export function curveFindings({ trace, technique }: CurveEntry): readonly Finding[] {
  const x = abscissaValues(trace.x);
  const y = trace.y.values;
  const sticks = trace.form === 'sticks';
  const finite = y.filter((value) => Number.isFinite(value));
  const axes = axisFindings(trace.x.axis.unit, trace.y.axis.quantity, technique);
  if (finite.length < (sticks ? 1 : FEW_POINTS))
    return [finding('few-points', { count: finite.length, minimum: sticks ? 1 : FEW_POINTS }), ...axes];
  const { low, high } = extent(finite);
  if (!(high > low) && !sticks) return [finding('flat', { value: low }), ...axes];
  const missing = y.length - finite.length;
  return [
    ...(missing > 0 ? [finding('missing-values', { count: missing, points: y.length })] : []),
    ...(sticks ? [] : lineFindings(x, finite, high - low)),
    ...saturationFindings(trace),
    ...rangeFindings(x, trace.x.axis.unit, technique),
    ...axes,
  ];
}

function lineFindings(x: Float64Array, y: Float64Array, range: number): readonly Finding[] {
  const share = medianStep(y) / range;
  const disorder = firstDisorder(x);
  return [
    ...(disorder === undefined ? [] : [finding('x-not-ordered', { point: disorder + 1 })]),
    ...(share > NOISE_SHARE ? [finding('noisy-curve', { percent: Math.round(1000 * share) / 10, limit: 100 * NOISE_SHARE })] : []),
  ];
}

function saturationFindings(trace: CurveEntry['trace']): readonly Finding[] {
  const { verdict, findings } = checkSaturation(trace);
  if (verdict === 'good') return [];
  return [finding(verdict === 'saturated' ? 'curve-clipped' : 'curve-beyond-linear', { how: findings.map(({ code }) => code).join(', ') })];
}

function rangeFindings(x: Float64Array, unit: string, technique: Technique): readonly Finding[] {
  const least = LEAST_RANGE[technique];
  const { low, high } = extent(x);
  if (least === undefined || least.unit !== unit || high - low >= least.extent) return [];
  return [finding('narrow-range', { from: low, to: high, unit, minimum: least.extent })];
}

function axisFindings(unit: string, quantity: string, technique: Technique): readonly Finding[] {
  return [
    ...(technique === 'unknown' ? [finding('technique-unknown')] : []),
    ...(unit === 'unknown' ? [finding('x-unit-unknown')] : []),
    ...(quantity === 'unknown' ? [finding('y-unit-unknown')] : []),
  ];
}

function extent(values: Float64Array): { readonly low: number; readonly high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** Half the median of |y[i−1] − 2·y[i] + y[i+1]|: noise, for bands bend little between neighbours. */
function medianStep(y: Float64Array): number {
  const bends = Float64Array.from({ length: y.length - 2 }, (_, i) => Math.abs(y[i]! - 2 * y[i + 1]! + y[i + 2]!)).sort();
  return bends[bends.length >> 1]! / 2;
}

/** The first place where x does not go on in its direction. */
function firstDisorder(x: Float64Array): number | undefined {
  const rising = x[x.length - 1]! > x[0]!;
  for (let i = 1; i < x.length; i++) if (rising ? !(x[i]! > x[i - 1]!) : !(x[i]! < x[i - 1]!)) return i;
  return undefined;
}
