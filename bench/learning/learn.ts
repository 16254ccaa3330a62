import { AlignedPeaks } from '../../src/core/search/aliquot/aligned-peaks';
import { absenceFeatures, type CompoundEvidence, certaintyFeatures, DOUBLE_FROM } from '../../src/core/search/aliquot/certainty';
import { ABSENCE_FEATURES, type AliquotModel, type TermWeight } from '../../src/core/search/aliquot/model';
import { bestOfEach, sumOf } from '../../src/core/search/aliquot/rank';
import { ALIQUOT_TERMS, pairEvidence, prepareQuery } from '../../src/core/search/aliquot/terms';
import { identityMatchFactor } from '../../src/core/search/scores/match-factors';
import { type Choice, fitConditionalLogit } from './conditional-logit';
import type { EiEntry } from './ei-entries';
import type { Libraries, Task, TaskKind } from './ei-tasks';
import { fitLogistic, type Outcome } from './logistic-fit';

/** A task with the evidence of each record of its pool. */
export interface Weighed {
  readonly task: Task;
  readonly values: readonly Float64Array[];
  readonly right: readonly boolean[];
}

export function weigh(libraries: Libraries, task: Task): Weighed {
  const query = prepareQuery(task.query.peaks, libraries.statistics[task.kind]);
  const aligned = new AlignedPeaks();
  return {
    task,
    values: task.pool.map((entry) => pairEvidence(query, entry, aligned)),
    right: task.pool.map(({ compound }) => compound === task.compound),
  };
}

/** The weighed task as if the query's compound were not in the library. */
export function withoutAnswer({ task, values, right }: Weighed): Weighed {
  const kept = [...right.keys()].filter((i) => !right[i]);
  return {
    task: { ...task, absent: true, pool: kept.map((i) => task.pool[i]!) },
    values: kept.map((i) => values[i]!),
    right: kept.map(() => false),
  };
}

/** An absent compound counts a tenth of a present one when the probability of the first candidate is learned. */
const ABSENT_WEIGHT = 0.1;

/**
 * How much each kind of task counts for the certainty, chosen to resemble use (drugs against a small and a large library). The ranking is
 * learned from all queries; MassBank's own, mostly of plant and human metabolites, say little of how sure a drug's identification is.
 */
const MIX: Readonly<Record<TaskKind, number>> = { swgdrug: 1, decoys: 1, replicates: 0.5, massbank: 0 };

/** Whether a compound is missing is told of metabolites as of drugs: MassBank's own queries count half there. */
const ABSENCE_MIX: Readonly<Record<TaskKind, number>> = { ...MIX, massbank: 0.5 };

/** What is of the query alone says by itself nothing for or against a candidate; it may have either sign. */
const EITHER_SIGN = (['query-peaks', 'query-base-peak', 'query-highest-ion'] as const).map((id) => ABSENCE_FEATURES.indexOf(id));

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
  const ranking: AliquotModel = { terms, groupWithin: 0, probability: none, groupProbability: none, noneOfThese: none };
  const behind = answered.map((w) => orderOf(w, ranking)?.behind ?? 0).sort((a, b) => a - b);
  const groupWithin = rounded(behind[Math.floor(GROUP_SHARE * behind.length)] ?? 0);

  // A kind of task counts as the mix says, however many queries it has.
  const perKind = new Map<string, number>();
  for (const w of weighed) perKind.set(w.task.kind, (perKind.get(w.task.kind) ?? 0) + weightOf(w));
  const firsts: Outcome[] = [];
  const groups: Outcome[] = [];
  const absences: Outcome[] = [];
  for (const w of weighed) {
    const present = orderOf(w, ranking);
    const absent = orderOf(withoutAnswer(w), ranking);
    if (present === undefined || absent === undefined) continue;
    const part = (500 * weightOf(w)) / (perKind.get(w.task.kind) ?? 1);
    const ofAbsence = ABSENCE_MIX[w.task.kind] * part;
    absences.push({ features: present.ofAbsence, happened: false, weight: ofAbsence });
    absences.push({ features: absent.ofAbsence, happened: true, weight: ofAbsence });
    const weight = MIX[w.task.kind] * part;
    if (weight === 0) continue;
    firsts.push({ features: present.features, happened: present.rank === 1, weight });
    firsts.push({ features: absent.features, happened: false, weight: ABSENT_WEIGHT * weight });
    const own = w.task.pool.filter((_, i) => w.right[i]);
    const inGroup = present.behind <= groupWithin || isDouble(present.first, own);
    groups.push({ features: present.features, happened: inGroup, weight });
    groups.push({ features: absent.features, happened: isDouble(absent.first, own), weight: ABSENT_WEIGHT * weight });
  }
  const calibrated = (outcomes: readonly Outcome[], sign: 1 | -1, free: readonly number[] = []) => {
    const { intercept, coefficients } = fitLogistic(outcomes, sign, free);
    return { intercept: rounded(intercept), coefficients: coefficients.map(rounded) };
  };
  return {
    terms,
    groupWithin,
    probability: calibrated(firsts, 1),
    groupProbability: calibrated(groups, 1),
    noneOfThese: calibrated(absences, -1, EITHER_SIGN),
  };
}

interface Ordered {
  readonly rank: number;
  readonly behind: number;
  readonly features: readonly number[];
  readonly ofAbsence: readonly number[];
  readonly first: EiEntry;
}

/** Where the right compound stands among the compounds, how far behind the first, and what the certainty is told from. */
export function orderOf(w: Weighed, model: AliquotModel): Ordered | undefined {
  const sums = w.values.map((values) => sumOf(values, model));
  const sorted = [...sums.keys()].sort((a, b) => sums[b]! - sums[a]! || w.task.pool[a]!.key - w.task.pool[b]!.key);
  const order = bestOfEach(sorted, (i) => w.task.pool[i]!.compound ?? `record ${w.task.pool[i]!.key}`);
  if (order[0] === undefined) return undefined;
  const at = order.findIndex((i) => w.right[i]);
  const evidence = order.map((i): CompoundEvidence => {
    const { peaks, nominalMass } = w.task.pool[i]!;
    return { sum: sums[i]!, values: w.values[i]!, peaks, nominalMass };
  });
  const features = certaintyFeatures(evidence, w.task.query.peaks);
  return {
    rank: at < 0 ? Number.POSITIVE_INFINITY : at + 1,
    behind: at < 0 ? Number.POSITIVE_INFINITY : sums[order[0]]! - sums[order[at]!]!,
    features,
    ofAbsence: absenceFeatures(evidence, w.task.query.peaks, features),
    first: w.task.pool[order[0]]!,
  };
}

/** Whether EI does not tell a candidate from a compound of which these are library spectra. */
export function isDouble(candidate: EiEntry, own: readonly EiEntry[]): boolean {
  return own.some(({ peaks }) => identityMatchFactor(peaks, candidate.peaks) >= DOUBLE_FROM);
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
