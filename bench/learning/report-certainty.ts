import { validate } from '../../src/core/search/aliquot/validation';
import { identityMatchFactor } from '../../src/core/search/scores/match-factors';
import type { EiEntry } from './ei-entries';
import { percent, type Row } from './report-ranking';

/** A library spectrum this like one of another compound is not told apart by EI; for the second row of "none of these" only. */
const INSEPARABLE = 850;

/** Reliability table of the probability, and what is wrong although above 0.95. */
export function printProbability(print: (line: string) => void, rows: readonly Row[]): void {
  const outcomes = rows.map(({ present }) => ({ probability: present.ranking.probability, correct: present.place === 1 }));
  const { bins, brier, confident, wrongButConfident, upper95, acceptable, objections } = validate(outcomes);
  print('  probability of the first candidate    n   predicted  observed');
  for (const { from, to, n, predicted, observed } of bins) {
    print(
      `    ${from.toFixed(2)} to ${to.toFixed(2)}                    ${String(n).padStart(5)}   ${predicted.toFixed(3)}      ${observed.toFixed(3)}`,
    );
  }
  const correct = outcomes.filter((outcome) => outcome.correct);
  const sure = correct.filter(({ probability }) => probability > 0.95).length;
  print(
    `    above 0.95: ${confident} of ${rows.length}, wrong ${wrongButConfident} (95 % upper bound ${percent(upper95, 1)}); ${percent(sure, correct.length)} of the right ones; Brier ${brier.toFixed(3)}`,
  );
  print(`    verdict of validate(): ${acceptable ? 'acceptable' : objections.join(', ')}`);
  const absent = rows.filter((row) => row.absent.ranking.probability > 0.95).length;
  print(`    with the compound taken out of the library: ${absent} of ${rows.length} above 0.95 (all wrong)`);
}

/** ROC of "none of these". */
export function printAbsence(print: (line: string) => void, rows: readonly Row[], swgdrug: readonly EiEntry[]): void {
  print(`  none of these: area under the curve ${areaOf(rows).toFixed(3)}, n = ${rows.length} present and ${rows.length} absent`);
  const separable = rows.filter(({ task }) => !hasDouble(task.compound, swgdrug, task.pool));
  print(
    `    queries whose compound has no other within ${INSEPARABLE} of its library spectrum: ${areaOf(separable).toFixed(3)}, n = ${separable.length}`,
  );
  print('    said to be absent from   absent found   present lost');
  for (const threshold of [0.3, 0.5, 0.7, 0.9]) {
    const share = (of: (row: Row) => number) => percent(rows.filter((row) => of(row) >= threshold).length, rows.length);
    print(`    ${threshold.toFixed(2)}                     ${share(absentOf).padEnd(12)}   ${share(presentOf)}`);
  }
}

const presentOf = ({ present }: Row): number => present.ranking.noneOfThese;
const absentOf = ({ absent }: Row): number => absent.ranking.noneOfThese;

/** Mann-Whitney: how often an absent query has the higher value. */
function areaOf(rows: readonly Row[]): number {
  let sum = 0;
  for (const a of rows) for (const b of rows) sum += absentOf(a) > presentOf(b) ? 1 : absentOf(a) === presentOf(b) ? 0.5 : 0;
  return sum / rows.length ** 2;
}

/** Whether some record of the pool, of another compound, is as like a SWGDRUG spectrum of the compound as isomers are. */
function hasDouble(compound: string, swgdrug: readonly EiEntry[], pool: readonly EiEntry[]): boolean {
  const own = swgdrug.filter((entry) => entry.compound === compound);
  return own.some((entry) =>
    pool.some((other) => other.compound !== compound && identityMatchFactor(entry.peaks, other.peaks) >= INSEPARABLE),
  );
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
