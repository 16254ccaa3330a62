import { niceTicks } from './scale';

/** Digits after the decimal point that tell ticks apart which are this far from each other. */
export function decimalsOf(step: number): number {
  if (!(step > 0) || !Number.isFinite(step)) return 0;
  return Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

/** The power of a thousand that is written in the axis's title, so that its numbers stay short; 0 for values of everyday size. */
export function powerOf([low, high]: readonly [number, number]): number {
  const greatest = Math.max(Math.abs(low), Math.abs(high));
  if (greatest === 0 || !Number.isFinite(greatest) || (greatest >= 0.01 && greatest < 100_000)) return 0;
  return 3 * Math.floor(Math.log10(greatest) / 3);
}

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;

/** `10⁶`, `10⁻³`. */
export function powerText(power: number): string {
  const digits = [...String(Math.abs(power))].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('');
  return `10${power < 0 ? '⁻' : ''}${digits}`;
}

export interface AxisWords {
  /** What is measured, in the reader's language. */
  readonly name: string;
  /** As the field writes it; '' for a pure number, or where nothing is known. */
  readonly unit: string;
}

/** `Name / unit`, by the calculus of quantities (ISO 80000-1, 6.5.4); a power of ten joins the unit. */
export function axisTitle({ name, unit }: AxisWords, power = 0): string {
  const below = [...(power === 0 ? [] : [powerText(power)]), ...(unit === '' ? [] : [unit])].join(' ');
  return below === '' ? name : `${name} / ${below}`;
}

/** How wide a step between about ten ticks is; for the width of their numbers. */
export function tenthStep([low, high]: readonly [number, number]): number {
  const ticks = niceTicks(low, high, 10);
  return ticks.length > 1 ? ticks[1]! - ticks[0]! : (high - low) / 10;
}
