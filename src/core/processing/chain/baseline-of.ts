import { abscissaValues } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import { assertNever } from '../assert-never';
import { xBaselineAirPls } from '../baseline/x-baseline-airpls';
import { xBaselineAls } from '../baseline/x-baseline-als';
import { xBaselineArPls } from '../baseline/x-baseline-arpls';
import { xyBaselineModifiedPolynomial } from '../baseline/xy-baseline-modified-polynomial';
import { xyBaselinePoints } from '../baseline/xy-baseline-points';
import { xyBaselinePolynomial } from '../baseline/xy-baseline-polynomial';
import { xyBaselineRubberBand } from '../baseline/xy-baseline-rubber-band';
import { xyOrder } from '../numeric/x-order';
import type { BaselineStep } from './processing-step';

/**
 * The baseline that a step takes off, one value for each point, also across gaps: to be drawn under the curve before it is accepted.
 * @throws ProcessingRefused as the method does.
 */
export function baselineOf(trace: Trace, step: BaselineStep): Float64Array {
  const xy = { x: abscissaValues(trace.x), y: trace.y.values };
  xyOrder(xy);
  switch (step.step) {
    case 'baseline-als':
      return xBaselineAls(xy.y, step);
    case 'baseline-arpls':
      return xBaselineArPls(xy.y, step);
    case 'baseline-airpls':
      return xBaselineAirPls(xy.y, step);
    case 'baseline-rubber-band':
      return xyBaselineRubberBand(xy);
    case 'baseline-polynomial':
      return xyBaselinePolynomial(xy, step);
    case 'baseline-modified-polynomial':
      return xyBaselineModifiedPolynomial(xy, step);
    case 'baseline-points':
      return xyBaselinePoints(xy, step);
    default:
      return assertNever(step);
  }
}

/** Whether a step takes a baseline off. */
export function isBaselineStep(step: { readonly step: string }): step is BaselineStep {
  return step.step.startsWith('baseline-');
}
