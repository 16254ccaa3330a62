import { formatNumber } from './numbers';

export type MassUnit = 'µg' | 'mg' | 'g' | 'kg';

/** Micrograms in a unit, and the decimals that keep every microgram. */
const UNITS: Readonly<Record<MassUnit, { readonly micrograms: number; readonly decimals: number }>> = {
  µg: { micrograms: 1, decimals: 0 },
  mg: { micrograms: 1_000, decimals: 3 },
  g: { micrograms: 1_000_000, decimals: 6 },
  kg: { micrograms: 1_000_000_000, decimals: 9 },
};

/** The largest unit in which the mass is at least one. */
export function naturalMassUnit(micrograms: number): MassUnit {
  if (micrograms >= UNITS.kg.micrograms) return 'kg';
  if (micrograms >= UNITS.g.micrograms) return 'g';
  if (micrograms >= UNITS.mg.micrograms) return 'mg';
  return 'µg';
}

/** A mass held in whole micrograms, exactly, without a unit: trailing zeros are dropped, never a digit that is there. */
export function formatMassValue(micrograms: number, unit: MassUnit, language: string): string {
  const { micrograms: size, decimals } = UNITS[unit];
  let places = decimals;
  let rest = micrograms;
  while (places > 0 && rest % 10 === 0) {
    rest /= 10;
    places -= 1;
  }
  return formatNumber(micrograms / size, language, micrograms === 0 ? 0 : places);
}

/** A mass held in whole micrograms with its unit: `12.5 mg`. */
export function formatMass(micrograms: number, language: string, unit: MassUnit = naturalMassUnit(micrograms)): string {
  return `${formatMassValue(micrograms, unit, language)}\u00a0${unit}`;
}

/**
 * What a person typed as a mass, in whole micrograms; null when it is no number or finer than a microgram.
 * Both comma and point are read as the decimal sign, so a keyboard's layout never changes a mass by a thousand: grouping is not accepted.
 */
export function parseMass(text: string, unit: MassUnit): number | null {
  const match = /^(\d{1,9})(?:[.,](\d*))?$/.exec(text.trim());
  if (match === null) return null;
  const { decimals } = UNITS[unit];
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  const micrograms = Number(`${match[1]}${fraction.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(micrograms) ? micrograms : null;
}
