import { existsSync } from 'node:fs';
import { SWGDRUG } from '../ei-library';
import { MASSBANK, readEiEntries } from './ei-entries';
import { benchmarkQueries, benchmarkTask, librariesOf, replicateTasks } from './ei-tasks';
import { learn, type Weighed, weigh } from './learn';
import { writeModels } from './model-source';

/** Learns the tables of the Aliquot score and writes them into the sources. Takes some minutes; run by hand when terms or data change. */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(SWGDRUG) || !existsSync(MASSBANK)) {
    print(`learning: not run, ${SWGDRUG} or ${MASSBANK} is not there`);
    return;
  }
  const libraries = librariesOf(await readEiEntries());
  const weighed: Weighed[] = [];
  for (const query of benchmarkQueries(libraries)) {
    if (query.otherSubstance) continue;
    for (const kind of ['swgdrug', 'decoys'] as const) weighed.push(weigh(libraries, benchmarkTask(libraries, query, kind, false)));
  }
  for (const task of replicateTasks(libraries)) weighed.push(weigh(libraries, task));
  const counts = [...Map.groupBy(weighed, ({ task }) => task.kind)].map(([kind, of]) => `${of.length} ${kind}`).join(', ');
  const compounds = new Set(weighed.map(({ task }) => task.compound)).size;
  print(`learning: queries ${counts}; ${compounds} compounds; ${libraries.entries.length} spectra`);
  const half = (h: 0 | 1) => learn(weighed.filter(({ task }) => task.half === h));
  const halves = [half(0), half(1)] as const;
  const all = learn(weighed);
  for (const [i, { id, weight }] of all.terms.entries()) {
    print(
      `  ${id.padEnd(18)} all ${weight.toFixed(3).padStart(8)}  half 0 ${halves[0].terms[i]!.weight.toFixed(3).padStart(8)}  half 1 ${halves[1].terms[i]!.weight.toFixed(3).padStart(8)}`,
    );
  }
  writeModels(all, halves, `${counts} queries of ${compounds} compounds`, new Date().toISOString().slice(0, 10));
  print('  tables written: src/core/search/aliquot/weights.ts, bench/learning/half-models.ts');
}
