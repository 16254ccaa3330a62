import { formatNumber } from './numbers';

export interface UncertainValue {
  readonly value: number;
  /** Expanded uncertainty U, same unit as the value. */
  readonly expanded: number;
  /** Coverage factor. */
  readonly k: number;
  readonly unit: string;
}

/** Decimal places at which a number has the given count of significant figures (0.90 → 2 for two figures; never negative). */
function placesOf(value: number, figures: number): number {
  const exponent = Number(value.toExponential(figures - 1).split('e')[1]);
  return Math.max(0, figures - 1 - exponent);
}

/**
 * `47.03 ± 0.90 % (k = 2)`: U with two significant figures, the value to the same decimal
 * (JCGM 100:2008, 7.2.6; EURACHEM/CITAC QUAM 2012, 9.5).
 */
export function formatUncertain({ value, expanded, k, unit }: UncertainValue, language: string, figures = 2): string {
  const places = expanded > 0 ? placesOf(expanded, figures) : 2;
  const shown = `${formatNumber(value, language, places)} ± ${formatNumber(expanded, language, places)}`;
  return `${shown}\u00a0${unit} (k\u00a0=\u00a0${formatNumber(k, language)})`;
}
