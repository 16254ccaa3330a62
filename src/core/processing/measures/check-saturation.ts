import type { Axis } from '../../spectrum/axis';
import { abscissaValues } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import type { Coded } from '../refused';

/** What the check may find (`processing.saturation.<code>`), with the parameters of each sentence. x in the unit of the axis. */
export const saturationFindings = {
  clipped: ['count', 'value', 'from', 'to'],
  'detector-full-scale': ['count', 'value', 'from', 'to'],
  'absorbance-beyond-linear': ['count', 'value', 'limit', 'x'],
  'no-light-left': ['count', 'value', 'limit', 'x'],
  'below-zero-transmittance': ['count', 'value', 'x'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SaturationCode = keyof typeof saturationFindings;

export interface SaturationOptions {
  /** Absorbance above which stray light and noise bend the scale. @default 2 */
  readonly absorbanceLimit?: number;
  /** Equal highest points in a row that are a flat top. @default 4 */
  readonly flatPoints?: number;
}

/** `good`: nothing found; `doubtful`: heights are not to be relied on; `saturated`: the signal was cut off. */
export interface SaturationCheck {
  readonly verdict: 'good' | 'doubtful' | 'saturated';
  readonly findings: readonly Coded<SaturationCode>[];
}

/** Highest counts of detectors with 12, 14, 15, 16, 18 and 20 bits. */
const FULL_SCALES = [4095, 16_383, 32_767, 65_535, 262_143, 1_048_575];

/**
 * Whether a trace ran into an end of its scale: a flat top (several equal extreme points in a row, which noise makes improbable), a highest count
 * that is the last of a converter, an absorbance beyond the linear range (A > 2 is under 1 % of the light), transmittance of 0 or below.
 * Sticks and processed axes of other quantities are only looked at for what applies to them.
 */
export function checkSaturation(trace: Trace, options: SaturationOptions = {}): SaturationCheck {
  const { absorbanceLimit = 2, flatPoints = 4 } = options;
  const x = abscissaValues(trace.x);
  const { axis, values } = trace.y;
  const findings: Coded<SaturationCode>[] = [];
  const full = fullTransmittance(axis);
  const flat = trace.form === 'line' ? flatTop(values, full === undefined ? 1 : -1) : undefined;
  if (flat !== undefined && flat.count >= flatPoints) {
    const code = FULL_SCALES.includes(flat.value) && isCounts(axis) ? 'detector-full-scale' : 'clipped';
    findings.push({ code, params: { count: flat.count, value: flat.value, from: x[flat.from]!, to: x[flat.from + flat.count - 1]! } });
  }
  if (axis.quantity === 'absorbance' && (axis.unit === '1' || axis.unit === 'AU')) {
    const beyond = extreme(values, 1, absorbanceLimit);
    if (beyond !== undefined) {
      const params = { count: beyond.count, value: beyond.value, limit: absorbanceLimit, x: x[beyond.point]! };
      findings.push({ code: 'absorbance-beyond-linear', params });
    }
  }
  if (full !== undefined) {
    const limit = full * 10 ** -absorbanceLimit;
    const negative = extreme(values, -1, 0);
    const dark = extreme(values, -1, limit);
    if (negative !== undefined) {
      findings.push({ code: 'below-zero-transmittance', params: { count: negative.count, value: negative.value, x: x[negative.point]! } });
    } else if (dark !== undefined) {
      findings.push({ code: 'no-light-left', params: { count: dark.count, value: dark.value, limit, x: x[dark.point]! } });
    }
  }
  const cut = findings.some(({ code }) => code === 'clipped' || code === 'detector-full-scale');
  return { verdict: cut ? 'saturated' : findings.length > 0 ? 'doubtful' : 'good', findings };
}

/** What stands for all the light, undefined for other quantities. */
function fullTransmittance({ quantity, unit }: Axis): number | undefined {
  if (quantity !== 'transmittance') return undefined;
  return unit === '%' ? 100 : unit === '1' ? 1 : undefined;
}

function isCounts({ unit, quantity }: Axis): boolean {
  return unit === 'counts' || unit === 'arbitrary' || unit === 'unknown' || quantity === 'raman-intensity';
}

/** The longest run of points that all equal the extreme value; undefined for a level curve. */
function flatTop(y: Float64Array, sign: 1 | -1): { readonly from: number; readonly count: number; readonly value: number } | undefined {
  let top = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  for (const value of y) {
    if (value * sign > top) top = value * sign;
    if (value * sign < bottom) bottom = value * sign;
  }
  if (!(top > bottom)) return undefined;
  let best = { from: 0, count: 0, value: top * sign };
  for (let i = 0; i < y.length; i++) {
    let end = i;
    while (end < y.length && y[end]! * sign === top) end++;
    if (end - i > best.count) best = { from: i, count: end - i, value: top * sign };
    i = Math.max(i, end - 1);
  }
  return best;
}

/** How many points lie beyond a limit, and the farthest. */
function extreme(
  y: Float64Array,
  sign: 1 | -1,
  limit: number,
): { readonly count: number; readonly value: number; readonly point: number } | undefined {
  let count = 0;
  let point = -1;
  for (let i = 0; i < y.length; i++) {
    if (!((y[i]! - limit) * sign > 0)) continue;
    count++;
    if (point < 0 || (y[i]! - y[point]!) * sign > 0) point = i;
  }
  return count === 0 ? undefined : { count, value: y[point]!, point };
}
