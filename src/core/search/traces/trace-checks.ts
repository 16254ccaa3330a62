import { checkSaturation } from '../../processing/measures/check-saturation';
import { xyFitPolynomial } from '../../processing/numeric/polynomial-fit';
import type { Coded } from '../../processing/refused';
import { abscissaValues } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import type { TraceCautionCode, TraceRefusalCode } from './trace-codes';

/** A flat top of this share of all points leaves no spectrum to compare. */
const SATURATED_SHARE = 0.1;
/** Standard errors below 1 that von Neumann's ratio of white noise stays within. */
const NOISE_ERRORS = 4;
/** Points below which the ratio says nothing. */
const NOISE_POINTS = 100;
/** Standard deviations that white noise of some thousand points does not reach. */
const NOISE_EXTREME = 6;

/** Why a measured trace has no spectrum in it; `undefined` when it may have. */
export function doubtOf(trace: Trace): Coded<TraceRefusalCode> | undefined {
  const ratio = noiseRatio(trace);
  if (ratio !== undefined) return { code: 'noise-only', params: { ratio } };
  const clipped = checkSaturation(trace).findings.find(({ code }) => code === 'clipped' || code === 'detector-full-scale');
  const share = Number(clipped?.params.count ?? 0) / trace.y.values.length;
  return share >= SATURATED_SHARE ? { code: 'saturated', params: { percent: 100 * share } } : undefined;
}

/** What the saturation check found, as cautions. */
export function saturationCautions(trace: Trace): readonly Coded<TraceCautionCode>[] {
  return checkSaturation(trace).findings.map(({ code, params }) => ({
    code: 'saturation',
    params: { finding: code, count: params.count ?? 0 },
  }));
}

/**
 * Von Neumann's ratio Σ(e_i − e_{i−1})² / 2Σe² of what a cubic leaves over, when it cannot be told from that of white noise (1 ± 1/√n) and no point
 * stands out; `undefined` for anything with structure (J. von Neumann, Ann. Math. Stat. 12 (1941) 367–395). Noise that was smoothed passes for
 * structure.
 */
function noiseRatio(trace: Trace): number | undefined {
  const { values } = trace.y;
  const cubic = xyFitPolynomial(abscissaValues(trace.x), values, 3);
  let squares = 0;
  let differences = 0;
  let most = 0;
  let count = 0;
  let before = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    const rest = values[i]! - cubic[i]!;
    if (!Number.isFinite(rest)) {
      before = Number.NaN;
      continue;
    }
    count++;
    squares += rest * rest;
    most = Math.max(most, Math.abs(rest));
    if (!Number.isNaN(before)) differences += (rest - before) ** 2;
    before = rest;
  }
  if (!(squares > 0) || count < NOISE_POINTS) return undefined;
  const ratio = differences / (2 * squares);
  const standsOut = most > NOISE_EXTREME * Math.sqrt(squares / count);
  return ratio > 1 - NOISE_ERRORS / Math.sqrt(count) && !standsOut ? ratio : undefined;
}
