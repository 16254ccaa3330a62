import { aliquotPool } from '../../src/core/search/aliquot/pool';
import { EI_SCORE_IDS } from '../../src/core/search/scores/descriptors';
import { halfOf, sameMeasurement } from './ei-entries';
import type { Libraries } from './ei-tasks';
import { rankTask } from './measure';
import { percent } from './report-ranking';

/** The NIST fentanyl spectra whose compound SWGDRUG holds, against it; copies apart. Nothing was learned from these. */
export function printFentanyls(print: (line: string) => void, libraries: Libraries): void {
  const { entries, held, swgdrug, statistics } = libraries;
  const queries = entries.filter(({ collection, compound }) => collection === 'nist' && compound !== null && held.has(compound));
  const ofSwgdrug = entries.filter(({ collection }) => collection === 'swgdrug');
  const copies = new Set(
    queries.filter((query) => ofSwgdrug.some((entry) => entry.compound === query.compound && sameMeasurement(entry, query))),
  );
  const independent = queries.filter((query) => !copies.has(query));
  print(`NIST fentanyls against SWGDRUG: ${queries.length} of held compounds, ${copies.size} of them copies of a library spectrum`);
  for (const [title, set] of [
    ['all', queries],
    ['not copies', independent],
  ] as const) {
    const first = (right: (query: (typeof queries)[number]) => boolean) => percent(set.filter(right).length, set.length);
    for (const score of EI_SCORE_IDS) {
      const named = (query: (typeof queries)[number]) =>
        entries[swgdrug.search(query.peaks, { score, top: 1 }).hits[0]?.recordKey ?? -1]?.compound;
      print(`  ${title.padEnd(10)} ${score.padEnd(20)} ${first((query) => named(query) === query.compound)}   n = ${set.length}`);
    }
    const aliquot = (query: (typeof queries)[number]) => {
      const pool = aliquotPool(query.peaks, swgdrug).map((key) => entries[key]!);
      const compound = query.compound ?? '';
      return (
        rankTask({ ...libraries, statistics }, { kind: 'swgdrug', query, compound, half: halfOf(compound), pool, absent: false }).place ===
        1
      );
    };
    print(`  ${title.padEnd(10)} ${'Aliquot'.padEnd(20)} ${first(aliquot)}   n = ${set.length}`);
  }
}
