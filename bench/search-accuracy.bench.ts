import { existsSync } from 'node:fs';
import { FENTANYLS, SWGDRUG } from './ei-library';
import { MASSBANK, readEiEntries, sameMeasurement } from './learning/ei-entries';
import { benchmarkQueries, benchmarkTask, librariesOf, taskWithoutDoubles } from './learning/ei-tasks';
import { isDouble } from './learning/learn';
import { rankTask } from './learning/measure';
import { ownOf, printAbsence, printFailures, printProbability } from './learning/report-certainty';
import { printFentanyls } from './learning/report-fentanyls';
import { printRanking, type Row } from './learning/report-ranking';

/**
 * EI accuracy: MassBank spectra of compounds that SWGDRUG holds, against SWGDRUG alone and with MassBank's spectra of all other compounds
 * as decoys; every published score and the Aliquot score in one run. Aliquot uses the tables learned from the half of the compounds
 * that the query's compound is not in.
 */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(SWGDRUG) || !existsSync(MASSBANK) || !existsSync(FENTANYLS)) {
    print(`search accuracy: not run, ${SWGDRUG}, ${MASSBANK} or ${FENTANYLS} is not there`);
    return;
  }
  const libraries = librariesOf(await readEiEntries());
  const { entries } = libraries;
  const all = benchmarkQueries(libraries);
  const queries = all.filter(({ otherSubstance }) => !otherSubstance);
  const inSwgdrug = entries.filter(({ collection }) => collection === 'swgdrug');
  const copies = queries.filter((query) => inSwgdrug.some((entry) => entry.compound === query.compound && sameMeasurement(entry, query)));
  print(`search accuracy: ${all.length} MassBank EI spectra of compounds that SWGDRUG 3.9 (${inSwgdrug.length} spectra) holds`);
  print(`  ${all.length - queries.length} left out: the title names a derivative or a labelled compound, the identity the plain one`);
  print(
    `  ${queries.length} queries of ${new Set(queries.map(({ compound }) => compound)).size} compounds; ${copies.length} copies of a library spectrum`,
  );
  for (const kind of ['swgdrug', 'decoys'] as const) {
    const rows = queries.map((query): Row => {
      const present = benchmarkTask(libraries, query, kind, false);
      const absent = benchmarkTask(libraries, query, kind, true);
      const own = ownOf(present.compound, inSwgdrug);
      const alone = taskWithoutDoubles(libraries, query, kind, (entry) => isDouble(entry, own));
      const ranked = (task: typeof present) => rankTask(libraries, task);
      return { task: present, present: ranked(present), absent: ranked(absent), withoutDoubles: ranked(alone) };
    });
    const decoys =
      kind === 'swgdrug' ? 0 : entries.filter((e) => e.collection === 'massbank' && !libraries.held.has(e.compound ?? '')).length;
    print('');
    print(`library of ${inSwgdrug.length + decoys} spectra (${kind === 'swgdrug' ? 'SWGDRUG alone' : `SWGDRUG and ${decoys} decoys`})`);
    printRanking(print, libraries, rows);
    printProbability(print, rows, inSwgdrug);
    printAbsence(print, rows, inSwgdrug);
    printFailures(print, rows);
  }
  print('');
  printFentanyls(print, libraries);
}
