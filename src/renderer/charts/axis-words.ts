import type { TFunction } from 'i18next';
import type { AxisWords } from '../../core/plot/axis-numbers';
import type { Axis } from '../../core/spectrum/axis';

/** What an axis measures and in what, as the field writes it in the reader's language; the file's own words where it names something else. */
export function axisWords({ quantity, unit, written }: Axis, t: TFunction): AxisWords {
  const named = quantity !== 'other' && quantity !== 'unknown';
  const name = named || written === '' ? t(`plot:quantity.${quantity}`) : written;
  return { name, unit: unitWords({ quantity, unit, written }, t, name) };
}

function unitWords({ quantity, unit, written }: Axis, t: TFunction, name: string): string {
  // m/z is the name and needs no unit; pure numbers have none.
  if (quantity === 'mass-to-charge' || unit === '1' || unit === 'unknown') return '';
  if (unit === 'other') return written === name ? '' : written;
  if (unit === '%' && quantity === 'transmittance') return t('plot:unit.percent-transmittance');
  if (unit === '%' && quantity === 'reflectance') return t('plot:unit.percent-reflectance');
  return t(`plot:unit.${unit}`);
}

/** Axes that the field writes from high to low. */
export function fallsToTheRight({ quantity }: Axis): boolean {
  return quantity === 'wavenumber' || quantity === 'chemical-shift';
}

/** Ordinates whose peaks are valleys. */
export function peaksPointDown({ quantity }: Axis): boolean {
  return quantity === 'transmittance' || quantity === 'reflectance';
}
