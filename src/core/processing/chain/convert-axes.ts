import type { Axis, Quantity, Unit } from '../../spectrum/axis';
import { abscissaValues } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import { assertNever } from '../assert-never';
import { xAbsorbanceToTransmittance, xReflectanceToKubelkaMunk, xTransmittanceToAbsorbance } from '../axes/x-convert-intensity';
import { type OpticalScale, xConvertPlaces } from '../axes/x-convert-places';
import { ProcessingRefused } from '../refused';
import type { IntensityTarget } from './processing-step';
import { lostValues, note, type StepOutcome, withValues } from './step-outcome';

/**
 * A trace with its intensity converted. Only what has a defined scale is: transmittance and reflectance in percent or as a fraction, absorbance.
 * @throws ProcessingRefused `quantity-unsuitable`, `unit-unsuitable` (a normalised transmittance has no absorbance).
 */
export function convertIntensity(trace: Trace, target: IntensityTarget): StepOutcome {
  const { axis, values } = trace.y;
  const converted = convertedValues(values, axis, target);
  const lost = lostValues(values, converted);
  const outcome = withValues(trace, converted, { ...axisOf(target), written: '' });
  return { trace: outcome, notes: lost === 0 ? [] : [note('points-without-value', { count: lost })] };
}

function convertedValues(values: Float64Array, axis: Axis, target: IntensityTarget): Float64Array {
  switch (target) {
    case 'absorbance': {
      if (axis.quantity !== 'absorbance') return xTransmittanceToAbsorbance(values, wholeOf(axis, 'transmittance'));
      const unit = absorbanceUnit(axis);
      return values.map((value) => value / unit);
    }
    case 'transmittance-percent':
      return toTransmittance(values, axis, 100);
    case 'transmittance-fraction':
      return toTransmittance(values, axis, 1);
    case 'kubelka-munk':
      return xReflectanceToKubelkaMunk(values, wholeOf(axis, 'reflectance'));
    case 'log-reflectance':
      // log₁₀(1/R) is to reflectance what absorbance is to transmittance.
      return xTransmittanceToAbsorbance(values, wholeOf(axis, 'reflectance'));
    default:
      return assertNever(target);
  }
}

function toTransmittance(values: Float64Array, axis: Axis, full: number): Float64Array {
  if (axis.quantity === 'absorbance') {
    const unit = absorbanceUnit(axis);
    return xAbsorbanceToTransmittance(unit === 1 ? values : values.map((value) => value / unit), full);
  }
  const now = wholeOf(axis, 'transmittance');
  return values.map((value) => (value / now) * full);
}

/** What stands for all the light on this axis. */
function wholeOf({ quantity, unit }: Axis, needed: Quantity): number {
  if (quantity !== needed) throw new ProcessingRefused('quantity-unsuitable', { quantity, needed });
  if (unit === '%') return 100;
  if (unit === '1') return 1;
  throw new ProcessingRefused('unit-unsuitable', { unit, needed: '%, 1' });
}

function absorbanceUnit({ unit }: Axis): number {
  if (unit === '1' || unit === 'AU') return 1;
  if (unit === 'mAU') return 1000;
  throw new ProcessingRefused('unit-unsuitable', { unit, needed: '1, AU, mAU' });
}

function axisOf(target: IntensityTarget): { readonly quantity: Quantity; readonly unit: Unit } {
  switch (target) {
    case 'absorbance':
    case 'kubelka-munk':
    case 'log-reflectance':
      return { quantity: target, unit: '1' };
    case 'transmittance-percent':
      return { quantity: 'transmittance', unit: '%' };
    case 'transmittance-fraction':
      return { quantity: 'transmittance', unit: '1' };
    default:
      return assertNever(target);
  }
}

/**
 * A trace with its x on another optical scale; `laser` in nm. Evenly spaced places stay so only where the scales are in proportion.
 * @throws ProcessingRefused `quantity-unsuitable` for an x that is no place in a spectrum of light.
 */
export function convertPlaces(trace: Trace, scale: OpticalScale, laser: number): Trace {
  const from = scaleOf(trace.x.axis);
  const axis: Axis = { ...placesAxis(scale), written: '' };
  const convert = (x: Float64Array): Float64Array => xConvertPlaces(x, from, scale, laser);
  if (from === scale) return { ...trace, x: { ...trace.x, axis } };
  if (trace.x.kind === 'regular' && from.startsWith('wavelength') === scale.startsWith('wavelength')) {
    const [first, last] = convert(Float64Array.of(trace.x.first, trace.x.last));
    return { ...trace, x: { ...trace.x, axis, first: first!, last: last! } };
  }
  return { ...trace, x: { kind: 'explicit', axis, values: convert(abscissaValues(trace.x)) } };
}

function scaleOf({ quantity, unit }: Axis): OpticalScale {
  if (quantity === 'wavenumber' && unit === 'cm-1') return 'wavenumber';
  if (quantity === 'raman-shift' && unit === 'cm-1') return 'raman-shift';
  if (quantity === 'wavelength' && unit === 'nm') return 'wavelength-nm';
  if (quantity === 'wavelength' && unit === 'um') return 'wavelength-um';
  throw new ProcessingRefused('quantity-unsuitable', { quantity, needed: 'wavenumber, raman-shift, wavelength' });
}

function placesAxis(scale: OpticalScale): { readonly quantity: Quantity; readonly unit: Unit } {
  switch (scale) {
    case 'wavenumber':
    case 'raman-shift':
      return { quantity: scale, unit: 'cm-1' };
    case 'wavelength-nm':
      return { quantity: 'wavelength', unit: 'nm' };
    case 'wavelength-um':
      return { quantity: 'wavelength', unit: 'um' };
    default:
      return assertNever(scale);
  }
}
