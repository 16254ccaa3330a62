import type { Axis, Quantity } from '../../spectrum/axis';
import { abscissaValues } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import { assertNever } from '../assert-never';
import { xyAscending } from '../axes/xy-ascending';
import { pointsInRange, xyMask } from '../axes/xy-crop';
import { xyNormalise } from '../axes/xy-normalise';
import { xyResample } from '../axes/xy-resample';
import { xyOrder } from '../numeric/x-order';
import { xSpacing } from '../numeric/x-spacing';
import { xRemoveSpikes } from '../optical/x-remove-spikes';
import { xyBridge } from '../optical/xy-bridge';
import { xyCorrectAtr } from '../optical/xy-correct-atr';
import { WATER_VAPOUR_RANGES, xySubtractVapour } from '../optical/xy-subtract-vapour';
import { ProcessingRefused } from '../refused';
import { subtractTrace } from '../several/subtract-trace';
import { xWhittaker } from '../smoothing/x-whittaker';
import { xySavitzkyGolay } from '../smoothing/xy-savitzky-golay';
import type { Xy } from '../xy';
import { baselineOf, isBaselineStep } from './baseline-of';
import { convertIntensity, convertPlaces } from './convert-axes';
import type { BaselineStep, ProcessingStep } from './processing-step';
import { STEP_DEFINITIONS } from './step-definitions';
import { note, regularOrExplicit, type StepOutcome, sliceTrace, withPoints, withValues } from './step-outcome';

/** Traces that steps take something from, by the key the step names. */
export type References = ReadonlyMap<string, Trace>;

/**
 * One checked step done on a trace, which is not altered.
 * @throws ProcessingRefused with the reason when the trace is not one the step can work on.
 */
export function applyStep(trace: Trace, step: ProcessingStep, references: References): StepOutcome {
  if (trace.form === 'sticks' && !STEP_DEFINITIONS[step.step].sticks) throw new ProcessingRefused('sticks-unsuitable');
  const xy: Xy = { x: abscissaValues(trace.x), y: trace.y.values };
  if (isBaselineStep(step)) return withoutBaseline(trace, xy, step);
  switch (step.step) {
    case 'sort':
      return sort(trace, xy);
    case 'resample': {
      const { x, y } = xyResample(xy, step);
      return withPoints(trace, regularOrExplicit(trace.x.axis, x), y);
    }
    case 'crop':
      return quiet(sliceTrace(trace, pointsInRange(xy, step)));
    case 'mask':
      return quiet(withValues(trace, xyMask(xy, step)));
    case 'convert-intensity':
      return convertIntensity(trace, step.target);
    case 'convert-places':
      return quiet(convertPlaces(trace, step.scale, step.laser));
    case 'normalise':
      return quiet(withValues(trace, xyNormalise(xy, step.method), { ...trace.y.axis, unit: 'arbitrary', written: '' }));
    case 'smooth':
      return quiet(withValues(trace, xySavitzkyGolay(xy, step)));
    case 'smooth-whittaker':
      return byPoints(xy, withValues(trace, xWhittaker(xy.y, step)));
    case 'derivative':
      return quiet(withValues(trace, xySavitzkyGolay(xy, step), derivativeAxis(step.derivative)));
    case 'absolute':
      return quiet(withValues(trace, xy.y.map(Math.abs)));
    case 'atr':
      needQuantity(trace.x.axis, 'wavenumber');
      needQuantity(trace.y.axis, 'absorbance');
      return quiet(withValues(trace, xyCorrectAtr(xy, step)));
    case 'carbon-dioxide':
      needQuantity(trace.x.axis, 'wavenumber');
      if (step.treatment === 'mask') return quiet(withValues(trace, xyMask(xy, step)));
      return { trace: withValues(trace, xyBridge(xy, step)), notes: [note('region-bridged', { from: step.from, to: step.to })] };
    case 'water-vapour':
      return withoutVapour(trace, xy, referenceOf(references, step.reference));
    case 'spikes': {
      xyOrder(xy);
      const { y, points } = xRemoveSpikes(xy.y, step);
      return { trace: withValues(trace, y), notes: points.length === 0 ? [] : [note('spikes-removed', { count: points.length })] };
    }
    case 'subtract': {
      const difference = subtractTrace(trace, referenceOf(references, step.reference), step);
      if (difference.x === trace.x) return quiet(withValues(trace, difference.y.values));
      return withPoints(trace, difference.x, difference.y.values);
    }
    default:
      return assertNever(step);
  }
}

function quiet(trace: Trace): StepOutcome {
  return { trace, notes: [] };
}

function sort(trace: Trace, xy: Xy): StepOutcome {
  const { xy: sorted, removed } = xyAscending(xy);
  const outcome = withPoints(trace, { kind: 'explicit', axis: trace.x.axis, values: sorted.x }, sorted.y);
  return removed === 0 ? outcome : { ...outcome, notes: [...outcome.notes, note('points-joined', { count: removed })] };
}

/** A method that takes the points for evenly spaced says so where they are not. */
function byPoints(xy: Xy, trace: Trace): StepOutcome {
  xyOrder(xy);
  return { trace, notes: xy.x.length < 2 || xSpacing(xy.x, 0.05) !== undefined ? [] : [note('spacing-uneven')] };
}

function withoutBaseline(trace: Trace, xy: Xy, step: BaselineStep): StepOutcome {
  const baseline = baselineOf(trace, step);
  const corrected = withValues(
    trace,
    xy.y.map((value, i) => value - baseline[i]!),
  );
  const outcome = step.step.endsWith('pls') || step.step === 'baseline-als' ? byPoints(xy, corrected) : quiet(corrected);
  if (trace.y.axis.quantity !== 'transmittance') return outcome;
  return { ...outcome, notes: [...outcome.notes, note('baseline-of-transmittance')] };
}

function withoutVapour(trace: Trace, xy: Xy, reference: Trace): StepOutcome {
  for (const { x, y } of [trace, reference]) {
    needQuantity(x.axis, 'wavenumber');
    needQuantity(y.axis, 'absorbance');
  }
  const { y, amounts } = xySubtractVapour(xy, { x: abscissaValues(reference.x), y: reference.y.values });
  const notes = amounts.flatMap((amount, i) =>
    amount === undefined ? [] : [note('vapour-removed', { amount, ...WATER_VAPOUR_RANGES[i]! })],
  );
  return { trace: withValues(trace, y), notes };
}

function referenceOf(references: References, key: string): Trace {
  const reference = references.get(key);
  if (reference === undefined) throw new ProcessingRefused('reference-missing', { reference: key === '' ? '–' : key });
  return reference;
}

function needQuantity({ quantity }: Axis, needed: Quantity): void {
  if (quantity !== needed) throw new ProcessingRefused('quantity-unsuitable', { quantity, needed });
}

/** In mathematical notation, the same in every language; the quantity is no longer that of the file. */
function derivativeAxis(derivative: number): Axis {
  const power = ['', '', '²', '³', '⁴'][derivative] ?? `^${derivative}`;
  return { quantity: 'other', unit: 'other', written: `d${power}y/dx${power}` };
}
