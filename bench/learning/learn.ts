import { AlignedPeaks } from '../../src/core/search/aliquot/aligned-peaks';
import { type CompoundEvidence, certaintyFeatures } from '../../src/core/search/aliquot/certainty';
import type { AliquotModel, TermWeight } from '../../src/core/search/aliquot/model';
import { bestOfEach, sumOf } from '../../src/core/search/aliquot/rank';
import { ALIQUOT_TERMS, pairEvidence, prepareQuery } from '../../src/core/search/aliquot/terms';
import { type Choice, fitConditionalLogit } from './conditional-logit';
import type { Libraries, Task } from './ei-tasks';
import { fitLogistic, type Outcome } from './logistic-fit';

/** A task with the evidence of each record of its pool. */
export interface Weighed {
  readonly task: Task;
  readonly values: readonly Float64Array[];
  readonly identity: readonly number[];
  readonly right: readonly boolean[];
}

export function weigh(libraries: Libraries, task: Task): Weighed {
  const query = prepareQuery(task.query.peaks, libraries.statistics[task.kind]);
  const aligned = new AlignedPeaks();
  const evidence = task.pool.map((entry) => pairEvidence(query, entry, aligned));
  return {
    task,
    values: evidence.map(({ values }) => values),
    identity: evidence.map(({ identity }) => identity),
    right: task.pool.map(({ compound }) => compound === task.compound),
  };
}

/** The weighed task as if the query's compound were not in the library. */
export function withoutAnswer({ task, values, identity, right }: Weighed): Weighed {
  const kept = [...right.keys()].filter((i) => !right[i]);
  return {
    task: { ...task, absent: true, pool: kept.map((i) => task.pool[i]!) },
    values: kept.map((i) => values[i]!),
    identity: kept.map((i) => identity[i]!),
    right: kept.map(() => false),
  };
}

/** An absent compound counts a tenth of a present one when the probability of the first candidate is learned. */
const ABSENT_WEIGHT = 0.1;

/** Share of right answers in the pool that the group of the first candidate is to hold. */
const GROUP_SHARE = 0.95;

/** Learns everything from the given tasks (present compounds; absent ones are made of them). */
export function learn(weighed: readonly Weighed[]): AliquotModel {
  const perCompound = new Map<string, number>();
  const place = ({ task }: Weighed) => `${task.kind} ${task.compound}`;
  for (const w of weighed) perCompound.set(place(w), (perCompound.get(place(w)) ?? 0) + 1);
  // Many spectra of one compound are no independent queries.
  const weightOf = (w: Weighed) => 1 / Math.sqrt(perCompound.get(place(w)) ?? 1);
  const answered = weighed.filter(({ right }) => right.includes(true));
  const neutral = meansOfRight(answered);
  const choices = answered.map(
    (w): Choice => ({
      rows: Float64Array.from(w.values.flatMap((values) => Array.from(values, (x, i) => (Number.isNaN(x) ? neutral[i]! : x)))),
      right: w.right,
      weight: weightOf(w),
    }),
  );
  const weights = fitConditionalLogit(choices, ALIQUOT_TERMS.length);
  const terms = ALIQUOT_TERMS.map((id, i): TermWeight => ({ id, weight: rounded(weights[i]!), neutral: rounded(neutral[i]!) }));
  const none = { intercept: 0, coefficients: [] };
  const ranking: AliquotModel = { terms, groupWithin: 0, probability: none, noneOfThese: none };

  // For the certainty the four kinds of task count alike, however many queries each has.
  const perKind = new Map<string, number>();
  for (const w of weighed) perKind.set(w.task.kind, (perKind.get(w.task.kind) ?? 0) + weightOf(w));
  const firsts: Outcome[] = [];
  const absences: Outcome[] = [];
  for (const w of weighed) {
    const present = orderOf(w, ranking);
    const absent = orderOf(withoutAnswer(w), ranking);
    if (present === undefined || absent === undefined) continue;
    const weight = (500 * weightOf(w)) / (perKind.get(w.task.kind) ?? 1);
    firsts.push({ features: present.features, happened: present.rank === 1, weight });
    firsts.push({ features: absent.features, happened: false, weight: ABSENT_WEIGHT * weight });
    absences.push({ features: present.features, happened: false, weight }, { features: absent.features, happened: true, weight });
  }
  const behind = answered.map((w) => orderOf(w, ranking)?.behind ?? 0).sort((a, b) => a - b);
  const calibrated = (outcomes: readonly Outcome[], sign: 1 | -1) => {
    const { intercept, coefficients } = fitLogistic(outcomes, sign);
    return { intercept: rounded(intercept), coefficients: coefficients.map(rounded) };
  };
  return {
    terms,
    groupWithin: rounded(behind[Math.floor(GROUP_SHARE * behind.length)] ?? 0),
    probability: calibrated(firsts, 1),
    noneOfThese: calibrated(absences, -1),
  };
}

/** Where the right compound stands among the compounds, how far behind the first, and what the certainty is told from. */
export function orderOf(
  w: Weighed,
  model: AliquotModel,
): { readonly rank: number; readonly behind: number; readonly features: readonly number[]; readonly order: readonly number[] } | undefined {
  const sums = w.values.map((values) => sumOf(values, model));
  const sorted = [...sums.keys()].sort((a, b) => sums[b]! - sums[a]! || w.task.pool[a]!.key - w.task.pool[b]!.key);
  const order = bestOfEach(sorted, (i) => w.task.pool[i]!.compound ?? `record ${w.task.pool[i]!.key}`);
  if (order[0] === undefined) return undefined;
  const at = order.findIndex((i) => w.right[i]);
  const evidence = order.map((i): CompoundEvidence => ({ sum: sums[i]!, tiltedCosine: w.values[i]![0]!, identity: w.identity[i]! }));
  return {
    rank: at < 0 ? Number.POSITIVE_INFINITY : at + 1,
    behind: at < 0 ? Number.POSITIVE_INFINITY : sums[order[0]]! - sums[order[at]!]!,
    features: certaintyFeatures(evidence, w.task.query.peaks.mz.length),
    order,
  };
}

function meansOfRight(weighed: readonly Weighed[]): readonly number[] {
  return ALIQUOT_TERMS.map((_, i) => {
    const known = weighed.flatMap((w) =>
      w.values.filter((values, r) => w.right[r] && !Number.isNaN(values[i])).map((values) => values[i]!),
    );
    return known.reduce((sum, x) => sum + x, 0) / Math.max(1, known.length);
  });
}

const rounded = (x: number): number => Math.round(x * 10_000) / 10_000;
