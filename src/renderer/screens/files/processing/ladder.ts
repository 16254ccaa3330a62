import type { ChromatographicPeak } from '../../../../core/processing/runs/chromatographic-peaks';
import type { LadderStep } from '../../../../core/processing/runs/retention-index';
import { createObservable } from '../../../app/observable';

/** An alkane that a person marked, in minutes, and in which run. */
export interface MarkedAlkane extends LadderStep {
  readonly run: string;
}

export interface Ladder {
  readonly alkanes: readonly MarkedAlkane[];
  readonly method: 'linear' | 'kovats';
  /** Minutes; counts for Kovats alone. */
  readonly deadTime: number;
}

/** The ladder is measured in one run and read in others: it stays while the window is open. */
export const ladder = createObservable<Ladder>({ alkanes: [], method: 'linear', deadTime: 0 });

/** Marks an alkane; one of the same length is moved. */
export function withAlkane(alkanes: readonly MarkedAlkane[], marked: MarkedAlkane): readonly MarkedAlkane[] {
  return [...alkanes.filter(({ carbon }) => carbon !== marked.carbon), marked].sort((a, b) => a.carbon - b.carbon);
}

/** The apex of the peak that a time lies in; the time itself where it lies in none. */
export function apexAt(peaks: readonly ChromatographicPeak[], time: number): number {
  const inside = peaks.filter(({ start, end }) => time >= start && time <= end);
  return (
    inside.reduce<number | undefined>(
      (best, { apex }) => (best === undefined || Math.abs(apex - time) < Math.abs(best - time) ? apex : best),
      undefined,
    ) ?? time
  );
}
