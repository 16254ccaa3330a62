import { type AliquotRanking, bestOfEach, rankByAliquot } from '../../src/core/search/aliquot/rank';
import type { EiEntry } from './ei-entries';
import type { Libraries, Task } from './ei-tasks';
import { HALF_MODELS } from './half-models';

/** A task ranked by the tables learned from the other half of the compounds. */
export interface Ranked {
  readonly ranking: AliquotRanking;
  /** Best entry of each compound, best first. */
  readonly compounds: readonly EiEntry[];
  /** Place of the right compound among them, Infinity if it is not there. */
  readonly place: number;
  /** Whether the group of the first candidate holds the right compound. */
  readonly inGroup: boolean;
}

export function rankTask({ statistics, entries }: Libraries, task: Task): Ranked {
  const ranking = rankByAliquot(task.query.peaks, task.pool, statistics[task.kind], HALF_MODELS[task.half === 0 ? 1 : 0]);
  const compounds = bestOfEach(ranking.candidates, ({ key, compound }) => compound ?? `record ${key}`).map(({ key }) => entries[key]!);
  const at = compounds.findIndex(({ compound }) => compound === task.compound);
  return {
    ranking,
    compounds,
    place: at < 0 ? Number.POSITIVE_INFINITY : at + 1,
    inGroup: ranking.group.some((key) => entries[key]!.compound === task.compound),
  };
}
