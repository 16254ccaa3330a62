import { valueOrRefusal } from '../refused';
import type { PackedScans } from '../runs/packed-scans';
import { retentionIndex } from '../runs/retention-index';
import type { DeconvolutionOptions, DeconvolutionOutcome, DeconvolutionRefusalCode } from './component';

/** A peak needs a rise, an apex and a fall over a background. */
const LEAST_SCANS = 10;

/** Why a run or its options cannot be used; `undefined` if they can. */
export function checkRun(scans: PackedScans, options: DeconvolutionOptions): DeconvolutionOutcome | undefined {
  const count = scans.times.length;
  if (count === 0) return refused('run-empty');
  if (count < LEAST_SCANS) return refused('too-few-scans', { needed: LEAST_SCANS, found: count });
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(scans.times[i]) || (i > 0 && !(scans.times[i]! > scans.times[i - 1]!)))
      return refused('times-not-ascending', { scan: i });
  }
  let signal = false;
  for (let i = 0, scan = 0; i < scans.mz.length; i++) {
    while (i >= scans.offsets[scan + 1]!) scan++;
    if (
      !(Number.isFinite(scans.mz[i]) && scans.mz[i]! >= 0 && scans.intensity[i]! >= 0 && scans.intensity[i]! < Number.POSITIVE_INFINITY)
    ) {
      return refused('peaks-not-finite', { scan });
    }
    if (scans.intensity[i]! > 0) signal = true;
  }
  if (!signal) return refused('no-signal', { scans: count });
  const parameters: readonly (readonly [string, number | undefined, number])[] = [
    ['minSignalToNoise', options.minSignalToNoise, 1],
    ['minIons', options.minIons, 1],
    ['minPurity', options.minPurity, 0],
    ['tolerance', options.ions?.kind === 'tolerance' ? options.ions.tolerance : undefined, Number.MIN_VALUE],
  ];
  for (const [parameter, value, min] of parameters) {
    if (value !== undefined && !(value >= min)) return refused('parameter-out-of-range', { parameter, value, min });
  }
  if (options.ladder === undefined) return undefined;
  const outcome = valueOrRefusal(() => retentionIndex(options.ladder?.[0]?.time ?? 0, options.ladder ?? [], options.retentionIndex));
  return 'refused' in outcome ? refused('ladder-unusable', { reason: outcome.refused.code }) : undefined;
}

function refused(code: DeconvolutionRefusalCode, params: Readonly<Record<string, string | number>> = {}): DeconvolutionOutcome {
  return { kind: 'refused', code, params };
}
