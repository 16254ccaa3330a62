import { DOUBLE_FROM } from '../../src/core/search/aliquot/certainty';
import { type ValidationOutcome, validate } from '../../src/core/search/aliquot/validation';
import type { EiEntry } from './ei-entries';
import { isDouble } from './learn';
import { percent, type Row } from './report-ranking';

/** Reliability tables of both probabilities, and what is wrong although above 0.95; `swgdrug` are the library spectra. */
export function printProbability(print: (line: string) => void, rows: readonly Row[], swgdrug: readonly EiEntry[]): void {
  printReliability(print, 'the first candidate is right', rows, ({ ranking, place }) => ({
    probability: ranking.probability,
    correct: place === 1,
  }));
  printReliability(
    print,
    'the group of the first, or a double of the first, is right',
    rows,
    ({ ranking, inGroup, compounds }, { compound }) => ({
      probability: ranking.groupProbability,
      correct: inGroup || (compounds[0] !== undefined && isDouble(compounds[0], ownOf(compound, swgdrug))),
    }),
  );
}

function printReliability(
  print: (line: string) => void,
  title: string,
  rows: readonly Row[],
  outcomeOf: (ranked: Row['present'], task: Row['task']) => ValidationOutcome,
): void {
  const outcomes = rows.map(({ present, task }) => outcomeOf(present, task));
  const { bins, brier, confident, wrongButConfident, upper95, acceptable, objections } = validate(outcomes);
  print(`  probability that ${title}`);
  print('                      n   predicted  observed');
  for (const { from, to, n, predicted, observed } of bins) {
    const numbers = `${String(n).padStart(5)}   ${predicted.toFixed(3)}      ${observed.toFixed(3)}`;
    print(`    ${from.toFixed(2)} to ${to.toFixed(2)}  ${numbers}      ${plotted(predicted, observed, n)}`);
  }
  const correct = outcomes.filter((outcome) => outcome.correct);
  const sure = correct.filter(({ probability }) => probability > 0.95).length;
  print(
    `    above 0.95: ${confident} of ${rows.length}, wrong ${wrongButConfident} (95 % upper bound ${percent(upper95, 1)}); ${percent(sure, correct.length)} of the ${correct.length} right ones; Brier ${brier.toFixed(3)}`,
  );
  print(`    verdict of validate(): ${acceptable ? 'acceptable' : objections.join(', ')}`);
  const absent = rows.map((row) => outcomeOf(row.absent, row.task)).filter(({ probability }) => probability > 0.95);
  print(
    `    with the compound taken out of the library: ${absent.length} of ${rows.length} above 0.95, ${absent.filter((one) => !one.correct).length} of them wrong`,
  );
}

/** One line of the reliability plot: p where the prediction stands on 0 to 1, o where the share right does, x where both do. */
function plotted(predicted: number, observed: number, n: number): string {
  if (n === 0) return '';
  const [p, o] = [Math.round(40 * predicted), Math.round(40 * observed)];
  return `|${Array.from({ length: 41 }, (_, i) => (i === p && i === o ? 'x' : i === p ? 'p' : i === o ? 'o' : '.')).join('')}|`;
}

/** ROC of "none of these". */
export function printAbsence(print: (line: string) => void, rows: readonly Row[], swgdrug: readonly EiEntry[]): void {
  print(`  none of these: area under the curve ${areaOf(rows).toFixed(3)}, n = ${rows.length} present and ${rows.length} absent`);
  const separable = rows.filter(({ task }) => !hasDouble(task.compound, swgdrug, task.pool));
  print(
    `    queries whose compound has no other within ${DOUBLE_FROM} of its library spectrum: ${areaOf(separable).toFixed(3)}, n = ${separable.length}`,
  );
  const named = rows.filter(
    ({ task, absent }) => absent.compounds[0] === undefined || !isDouble(absent.compounds[0], ownOf(task.compound, swgdrug)),
  );
  print(
    `    absent queries whose first candidate is a double of the compound counted as neither: ${areaOf(rows, named).toFixed(3)}, n = ${rows.length} present and ${named.length} absent`,
  );
  print(
    `    compound and all its doubles taken out together: ${areaOf(rows, rows, withoutDoublesOf).toFixed(3)}, n = ${rows.length} present and ${rows.length} absent`,
  );
  print('    said to be absent from   absent found   present lost   absent with its doubles found');
  for (const threshold of [0.3, 0.5, 0.7, 0.9]) {
    const share = (of: (row: Row) => number) => percent(rows.filter((row) => of(row) >= threshold).length, rows.length);
    print(
      `    ${threshold.toFixed(2)}                     ${share(absentOf).padEnd(12)}   ${share(presentOf).padEnd(12)}   ${share(withoutDoublesOf)}`,
    );
  }
}

const presentOf = ({ present }: Row): number => present.ranking.noneOfThese;
const absentOf = ({ absent }: Row): number => absent.ranking.noneOfThese;
const withoutDoublesOf = ({ withoutDoubles }: Row): number => withoutDoubles.ranking.noneOfThese;

/** Mann-Whitney: how often an absent query has the higher value. */
function areaOf(present: readonly Row[], absent: readonly Row[] = present, of: (row: Row) => number = absentOf): number {
  let sum = 0;
  for (const a of absent) for (const b of present) sum += of(a) > presentOf(b) ? 1 : of(a) === presentOf(b) ? 0.5 : 0;
  return sum / (present.length * absent.length);
}

/** Whether some record of the pool, of another compound, is a double of the compound. */
function hasDouble(compound: string, swgdrug: readonly EiEntry[], pool: readonly EiEntry[]): boolean {
  const own = ownOf(compound, swgdrug);
  return pool.some((other) => other.compound !== compound && isDouble(other, own));
}

export function ownOf(compound: string, entries: readonly EiEntry[]): readonly EiEntry[] {
  return entries.filter((entry) => entry.compound === compound);
}

/** Every query whose first candidate is wrong, with what was named instead. */
export function printFailures(print: (line: string) => void, rows: readonly Row[]): void {
  const failed = rows.filter(({ present }) => present.place !== 1);
  print(`  the ${failed.length} wrong ones: query -> first candidate (place of the right one; in the group of the first; probability)`);
  for (const { task, present } of failed) {
    const first = present.compounds[0];
    const isomer = first !== undefined && first.formula === task.query.formula ? 'isomer' : '';
    print(
      `    ${task.query.name} ${task.query.id} -> ${first?.name ?? 'nothing'} ${isomer} (${Number.isFinite(present.place) ? present.place : 'not in the pool'}; ${present.inGroup ? 'yes' : 'no'}; ${present.ranking.probability.toFixed(2)})`,
    );
  }
}
