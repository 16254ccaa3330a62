import { xNoise } from '../../processing/numeric/median';
import type { Coded } from '../../processing/refused';
import { intersection, pointsOf, type Segments, segmentsOf } from '../traces/segments';
import { inverseDiagonal } from './covariance';
import { degreesOf, type Fit, type Problem } from './fit';
import type { LeftOutCode, MixtureRefusalCode, MixtureStopCode } from './mixture-codes';
import { probabilitiesOf, selectColumns } from './select-columns';
import { studentQuantile } from './student';
import { dot, lineOf, withoutLine } from './without-line';

/** What may be in a mixture: a spectrum prepared by the same method as the query's, NaN where it has no value. */
export interface MixtureCandidate {
  readonly key: number;
  readonly values: Float64Array;
}

export interface UnmixOptions {
  /** @default 8 */
  readonly mostComponents?: number;
  /** Least part of the fitted signal that is a component, 0 to 1. @default 0.01 */
  readonly leastShare?: number;
  /** Highest probability of chance, corrected for the number of candidates. @default 0.001 */
  readonly significance?: number;
  /** Standard deviation of the query's noise in its own unit. @default from the differences of its neighbours */
  readonly noise?: number;
  /** Least part of the query's points that a candidate must have, 0 to 1. @default 0.9 */
  readonly leastCoverage?: number;
  /** Least number of points. @default 40 */
  readonly leastPoints?: number;
  /** Coverage of the intervals, 0 to 1. @default 0.95 */
  readonly confidence?: number;
}

export interface MixtureComponent {
  readonly key: number;
  /** Factor of the candidate's spectrum as it was given. No mass fraction: how strongly a substance shows is not how much of it there is. */
  readonly coefficient: number;
  /** From the noise of this fit alone; what batches and instruments differ by is not in it. */
  readonly interval: { readonly low: number; readonly high: number };
  /** Part of the fitted signal, 0 to 1: its length without a straight line among those of all components. */
  readonly share: number;
  /** That it explains what it does by chance, corrected for the number of candidates. */
  readonly pValue: number;
}

export interface Unmixed {
  /** The largest share first. */
  readonly components: readonly MixtureComponent[];
  /** The straight line that takes up offsets: its value at the mean of the used places, and its rise from one place of the grid to the next. */
  readonly constant: number;
  readonly slope: number;
  /** Query − fit at the places of the query, NaN where a place was not used. */
  readonly residual: Float64Array;
  readonly rmse: number;
  readonly noise: number;
  /** Part of the query's squares (without a straight line) that the fit explains, 0 to 1. */
  readonly explained: number;
  readonly points: number;
  readonly stoppedBecause: Coded<MixtureStopCode>;
  readonly leftOut: readonly (Coded<LeftOutCode> & { readonly key: number })[];
}

export type UnmixOutcome = { readonly unmixed: Unmixed } | { readonly refused: Coded<MixtureRefusalCode> };

/** Two spectra with a higher cosine are one: their parts could not be told apart. */
const SAME = 0.99999;
/** A residual within this many times the noise is noise. */
const NOISE_FACTOR = 1.2;

/**
 * The few candidates whose non-negative sum, with a constant and a slope, explains a spectrum. All arrays are on one evenly spaced grid.
 * Method, sources, validation: docs/methods/mixtures.md.
 */
export function unmix(query: Float64Array, candidates: readonly MixtureCandidate[], options: UnmixOptions = {}): UnmixOutcome {
  const { mostComponents = 8, leastShare = 0.01, significance = 0.001, leastCoverage = 0.9, leastPoints = 40, confidence = 0.95 } = options;
  const leftOut: (Coded<LeftOutCode> & { readonly key: number })[] = [];
  let used = segmentsOf(query);
  const found = pointsOf(used);
  if (found < leastPoints) return refuse('too-few-points', { needed: leastPoints, found });
  const covering = candidates
    .toSorted((a, b) => a.key - b.key)
    .filter(({ key, values }) => {
      const share = pointsOf(intersection(segmentsOf(query), segmentsOf(values))) / found;
      if (share >= leastCoverage) return true;
      leftOut.push({ key, code: 'covers-too-little', params: { percent: 100 * share, needed: 100 * leastCoverage } });
      return false;
    });
  for (const { values } of covering) used = intersection(used, segmentsOf(values));
  const points = pointsOf(used);
  if (points < leastPoints) return refuse('too-few-points', { needed: leastPoints, found: points });
  const y = gathered(query, used);
  const places = placesOf(used);
  const straight = withoutLine(y, places);
  if (!(norm(straight) > 1e-9 * norm(y))) return refuse('flat');
  const columns: Column[] = [];
  for (const { key, values } of covering) {
    const column = columnOf(key, gathered(values, used), places);
    const twin = column === undefined ? undefined : columns.find(({ unit }) => dot(unit, column.unit) > SAME);
    if (column === undefined) leftOut.push({ key, code: 'flat', params: {} });
    else if (twin !== undefined) leftOut.push({ key, code: 'same-as-another', params: { other: twin.key } });
    else columns.push(column);
  }
  if (columns.length === 0) return refuse('no-candidates');

  const problem: Problem = { query: straight, columns: columns.map(({ unit }) => unit) };
  const { fit, stopped } = selectColumns(problem, { mostComponents, leastShare, significance });
  const components = componentsOf(problem, fit, columns, 1 - confidence);
  const rest = y.map(
    (value, i) => value - fit.columns.reduce((sum, c, k) => sum + (fit.factors[k]! / columns[c]!.length) * columns[c]!.values[i]!, 0),
  );
  const { constant, slope } = lineOf(rest, places);
  const rmse = Math.sqrt(fit.squares / points);
  const noise = options.noise ?? xNoise(query);
  const isNoise = rmse <= NOISE_FACTOR * noise;
  return {
    unmixed: {
      components,
      constant,
      slope,
      residual: spread(fit.residual, used, query.length),
      rmse,
      noise,
      explained: 1 - fit.squares / dot(straight, straight),
      points,
      stoppedBecause: isNoise && stopped.code !== 'most-components' ? { code: 'residual-is-noise', params: { rmse, noise } } : stopped,
      leftOut,
    },
  };
}

interface Column {
  readonly key: number;
  readonly values: Float64Array;
  /** Without its straight line, of length 1. */
  readonly unit: Float64Array;
  /** Length before that. */
  readonly length: number;
}

function columnOf(key: number, values: Float64Array, places: Int32Array): Column | undefined {
  const straight = withoutLine(values, places);
  const length = norm(straight);
  if (!(length > 1e-9 * norm(values))) return undefined;
  return { key, values, unit: straight.map((value) => value / length), length };
}

function componentsOf(problem: Problem, fit: Fit, columns: readonly Column[], outside: number): MixtureComponent[] {
  const degrees = degreesOf(fit);
  const variance = fit.squares / degrees;
  const reach = studentQuantile(outside, degrees);
  const diagonal = inverseDiagonal(fit.columns.map((c) => problem.columns[c]!));
  const pValues = probabilitiesOf(problem, fit);
  const total = fit.factors.reduce((sum, factor) => sum + factor, 0);
  const components = fit.columns.map((c, k): MixtureComponent => {
    const { key, length } = columns[c]!;
    const factor = fit.factors[k]!;
    const half = reach * Math.sqrt(variance * diagonal[k]!);
    return {
      key,
      coefficient: factor / length,
      interval: { low: Math.max(0, factor - half) / length, high: (factor + half) / length },
      share: factor / total,
      pValue: pValues[k]!,
    };
  });
  return components.sort((a, b) => b.share - a.share || a.key - b.key);
}

function gathered(values: Float64Array, segments: Segments): Float64Array {
  const out = new Float64Array(pointsOf(segments));
  let next = 0;
  for (let s = 0; s < segments.length; s += 2) for (let i = segments[s]!; i < segments[s + 1]!; i++) out[next++] = values[i]!;
  return out;
}

function placesOf(segments: Segments): Int32Array {
  const out = new Int32Array(pointsOf(segments));
  let next = 0;
  for (let s = 0; s < segments.length; s += 2) for (let i = segments[s]!; i < segments[s + 1]!; i++) out[next++] = i;
  return out;
}

function spread(values: Float64Array, segments: Segments, length: number): Float64Array {
  const out = new Float64Array(length).fill(Number.NaN);
  let next = 0;
  for (let s = 0; s < segments.length; s += 2) for (let i = segments[s]!; i < segments[s + 1]!; i++) out[i] = values[next++]!;
  return out;
}

function norm(values: Float64Array): number {
  return Math.sqrt(dot(values, values));
}

function refuse(
  code: MixtureRefusalCode,
  params: Readonly<Record<string, string | number>> = {},
): { readonly refused: Coded<MixtureRefusalCode> } {
  return { refused: { code, params } };
}
