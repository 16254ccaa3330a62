import { xyInterpolate } from '../../processing/axes/xy-resample';
import { applyChain, applyStoredChain, type ChainOutcome } from '../../processing/chain/apply-chain';
import type { References } from '../../processing/chain/apply-step';
import { type Coded, valueOrRefusal } from '../../processing/refused';
import { type Axis, abscissaValues } from '../../spectrum/axis';
import type { Technique, Trace } from '../../spectrum/curves';
import { comparedPlaces, gridPlaces, type TraceMethod } from './method';
import { pointsOf, type Segments, segmentsOf } from './segments';
import { doubtOf, saturationCautions } from './trace-checks';
import type { TraceCautionCode, TraceRefusalCode } from './trace-codes';

/** A trace on the grid of its method, ready to be compared. */
export interface PreparedTrace {
  readonly technique: Technique;
  /** One value for each place of the grid, NaN where it has none or is not compared. */
  readonly values: Float64Array;
  /** Where it has values. */
  readonly segments: Segments;
  readonly cautions: readonly Coded<TraceCautionCode>[];
}

export type PreparationOutcome = { readonly prepared: PreparedTrace } | { readonly refused: Coded<TraceRefusalCode> };

export interface PreparationOptions {
  /** Whether noise alone and a cut-off signal are refused; library entries are kept, and graded elsewhere. @default true */
  readonly refuseDoubtful?: boolean;
  /** Wavelength of the laser, nm: needed for a Raman spectrum whose x is a wavelength. */
  readonly laser?: number;
  /** Traces that steps of the chain name. */
  readonly references?: References;
}

/** A measured trace as its method compares it, the same for query and library; or why it cannot be. */
export function prepareTrace(
  trace: Trace,
  technique: Technique,
  method: TraceMethod,
  options: PreparationOptions = {},
): PreparationOutcome {
  const cautions: Coded<TraceCautionCode>[] = [];
  if (technique !== method.technique && !method.mixTechniques) {
    if (technique !== 'unknown' && technique !== 'other') return refuse('technique-differs', { technique, needed: method.technique });
    cautions.push({ code: 'technique-unknown', params: {} });
  }
  if (trace.form === 'sticks') return refuse('peak-table');
  if (options.refuseDoubtful ?? true) {
    const doubt = isLevel(trace.y.values) ? undefined : doubtOf(trace);
    if (doubt !== undefined) return { refused: doubt };
  }
  cautions.push(...saturationCautions(trace));

  const placed = onScale(trace, method, options.laser);
  if ('refused' in placed) return placed;
  const scaled = withIntensity(placed.trace, method);
  if ('refused' in scaled) return scaled;
  if (scaled.unknownScale) cautions.push({ code: 'intensity-scale-unknown', params: { quantity: trace.y.axis.quantity } });

  const places = gridPlaces(method.grid);
  const gridded = onGrid(scaled.trace, places, method);
  if ('refused' in gridded) return gridded;
  // Before the chain: a derivative brought to size would make structure of the rounding of a level trace.
  if (isLevel(gridded.trace.y.values)) return refuse('flat');
  const outcome = applyStoredChain(gridded.trace, method.chain, options.references ?? new Map());
  if ('refused' in outcome) return chainRefused(outcome.refused, method.chain.steps[outcome.refused.index]?.step ?? '');
  return selected(outcome.trace, places, method, technique, cautions);
}

/** The processed trace at the compared places of the grid. */
function selected(
  trace: Trace,
  places: Float64Array,
  method: TraceMethod,
  technique: Technique,
  cautions: Coded<TraceCautionCode>[],
): PreparationOutcome {
  const values = xyInterpolate({ x: abscissaValues(trace.x), y: trace.y.values }, places);
  const compared = comparedPlaces(method, places);
  let wanted = 0;
  for (let i = 0; i < values.length; i++) {
    wanted += compared[i]!;
    if (compared[i] === 0 || !Number.isFinite(values[i]!)) values[i] = Number.NaN;
  }
  const segments = segmentsOf(values);
  const found = pointsOf(segments);
  if (found < method.leastPoints) return refuse('too-few-points', { needed: method.leastPoints, found });
  if (isLevel(values)) return refuse('flat');
  if (found < method.leastShare * wanted) cautions.push({ code: 'covered-in-part', params: { percent: (100 * found) / wanted } });
  return { prepared: { technique, values, segments, cautions } };
}

/** The trace with x on the scale of the method. A Raman shift is often written as a wavenumber: both are taken for the shift. */
function onScale(trace: Trace, method: TraceMethod, laser: number | undefined): Scaled {
  const { quantity, unit } = trace.x.axis;
  if (method.scale === 'raman-shift' && quantity === 'wavenumber' && unit === 'cm-1') return { trace };
  const alien = (method.scale === 'raman-shift') !== (quantity === 'raman-shift');
  if (alien && laser === undefined && (quantity === 'wavelength' || quantity === 'raman-shift')) return refuse('laser-unknown');
  const step = { step: 'convert-places', scale: method.scale, laser: laser ?? 785 };
  const outcome = applyChain(trace, [step]);
  if ('refused' in outcome) return refuse('places-unsuitable', { quantity, unit, needed: method.scale });
  return { trace: outcome.trace };
}

type Scaled = { readonly trace: Trace } | { readonly refused: Coded<TraceRefusalCode> };

function withIntensity(
  trace: Trace,
  method: TraceMethod,
): { readonly trace: Trace; readonly unknownScale: boolean } | { readonly refused: Coded<TraceRefusalCode> } {
  const { axis } = trace.y;
  if (axis.quantity === 'single-beam' || axis.quantity === 'interferogram' || axis.quantity === 'phase') {
    return refuse('intensity-unsuitable', { quantity: axis.quantity, unit: axis.unit });
  }
  if (method.intensity === 'as-measured') return { trace, unknownScale: false };
  const target = axis.quantity === 'reflectance' ? 'log-reflectance' : 'absorbance';
  if (axis.quantity !== 'transmittance' && axis.quantity !== 'reflectance') return { trace, unknownScale: !isAbsorbanceLike(axis) };
  const outcome = applyChain(trace, [{ step: 'convert-intensity', target }]);
  if ('refused' in outcome) return refuse('intensity-unsuitable', { quantity: axis.quantity, unit: axis.unit });
  return { trace: outcome.trace, unknownScale: false };
}

/** Whether more light taken by the sample is a higher value. */
function isAbsorbanceLike({ quantity }: Axis): boolean {
  return ['absorbance', 'log-reflectance', 'kubelka-munk', 'photoacoustic', 'absorptivity'].includes(quantity);
}

/** The part of the grid that the trace covers. */
function onGrid(trace: Trace, places: Float64Array, method: TraceMethod): Scaled {
  const sorted = applyChain(trace, [{ step: 'sort' }]);
  if ('refused' in sorted) return chainRefused(sorted.refused, 'sort');
  const x = abscissaValues(sorted.trace.x);
  const outcome = valueOrRefusal(() => xyInterpolate({ x, y: sorted.trace.y.values }, places));
  if ('refused' in outcome) return chainRefused({ index: 0, ...outcome.refused }, 'resample');
  const y = outcome.value;
  const from = y.findIndex(Number.isFinite);
  const to = y.findLastIndex(Number.isFinite) + 1;
  if (from < 0) {
    return refuse('no-overlap', { from: method.grid.from, to: method.grid.to, first: x[0] ?? 0, last: x.at(-1) ?? 0 });
  }
  const axis = sorted.trace.x.axis;
  const covered = { kind: 'explicit', axis, values: places.slice(from, to) } as const;
  const { notes: _, ...rest } = sorted.trace;
  return { trace: { ...rest, x: covered, y: { axis: trace.y.axis, values: y.slice(from, to) } } };
}

function isLevel(values: Float64Array): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  // What rounding leaves of a level curve after a chain is no structure.
  return !(high - low > 1e-9 * Math.max(Math.abs(high), Math.abs(low)));
}

function chainRefused(
  refused: Extract<ChainOutcome, { refused: unknown }>['refused'],
  step: string,
): {
  readonly refused: Coded<TraceRefusalCode>;
} {
  if (refused.code === 'flat') return refuse('flat');
  return refuse('chain-refused', { index: refused.index, step, reason: refused.code });
}

function refuse(
  code: TraceRefusalCode,
  params: Readonly<Record<string, string | number>> = {},
): { readonly refused: Coded<TraceRefusalCode> } {
  return { refused: { code, params } };
}
