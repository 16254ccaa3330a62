import { ProcessingRefused } from '../refused';

/** An n-alkane of the ladder: carbon atoms and retention time. */
export interface LadderStep {
  readonly carbon: number;
  /** In the unit of the times that are converted. */
  readonly time: number;
}

export interface RetentionIndexOptions {
  /** `linear` for temperature programmes, `kovats` (logarithms of adjusted times) for isothermal runs. @default 'linear' */
  readonly method?: 'linear' | 'kovats';
  /** Retention time of what the column does not hold back, for `kovats`. @default 0 */
  readonly deadTime?: number;
}

/**
 * Retention index from the two alkanes around a time: 100·(n + (N − n)·(t − t_n)/(t_N − t_n)), n and N the carbon numbers of the two (H. van den Dool,
 * P. D. Kratz, J. Chromatogr. 11 (1963) 463–471); for `kovats` with log(t − t₀) in place of t (E. Kováts, Helv. Chim. Acta 41 (1958) 1915–1932). The
 * ladder may skip alkanes. Never beyond its ends: an extrapolated index is no measurement.
 * @throws ProcessingRefused `ladder-too-short`, `ladder-not-ordered` (times must rise with carbon numbers), `outside-ladder`, `dead-time-too-late`.
 */
export function retentionIndex(time: number, ladder: readonly LadderStep[], options: RetentionIndexOptions = {}): number {
  const { method = 'linear', deadTime = 0 } = options;
  const steps = checkedLadder(ladder);
  const first = steps[0]!;
  const last = steps.at(-1)!;
  if (!(time >= first.time && time <= last.time)) {
    throw new ProcessingRefused('outside-ladder', { time: Number.isFinite(time) ? time : '–', first: first.time, last: last.time });
  }
  if (method === 'kovats' && !(deadTime < first.time)) throw new ProcessingRefused('dead-time-too-late', { deadTime, time: first.time });
  const scale = (t: number): number => (method === 'kovats' ? Math.log(t - deadTime) : t);
  let k = 0;
  while (k + 2 < steps.length && time > steps[k + 1]!.time) k++;
  const a = steps[k]!;
  const b = steps[k + 1]!;
  const share = (scale(time) - scale(a.time)) / (scale(b.time) - scale(a.time));
  return 100 * (a.carbon + (b.carbon - a.carbon) * share);
}

function checkedLadder(ladder: readonly LadderStep[]): readonly LadderStep[] {
  if (ladder.length < 2) throw new ProcessingRefused('ladder-too-short', { found: ladder.length });
  const steps = ladder.toSorted((a, b) => a.carbon - b.carbon);
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    const ordered = Number.isFinite(step.time) && (before === undefined || (step.carbon > before.carbon && step.time > before.time));
    if (!ordered)
      throw new ProcessingRefused('ladder-not-ordered', { carbon: step.carbon, time: Number.isFinite(step.time) ? step.time : '–' });
  });
  return steps;
}
