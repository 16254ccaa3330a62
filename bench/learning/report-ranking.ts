import type { EiEntry } from './ei-entries';
import { type Libraries, type Task, withDecoys } from './ei-tasks';
import type { Ranked } from './measure';
import { PUBLISHED } from './published-scores';

/** One query, ranked with its compound in the library and without it. */
export interface Row {
  readonly task: Task;
  readonly present: Ranked;
  readonly absent: Ranked;
  /** Without its compound and without every double of it. */
  readonly withoutDoubles: Ranked;
}

/** Top-1 and top-3 by compound of each published score (every record compared) and of the Aliquot score, and its groups. */
export function printRanking(print: (line: string) => void, libraries: Libraries, rows: readonly Row[]): void {
  const decoys = rows[0]?.task.kind === 'decoys';
  const inLibrary = decoys ? withDecoys(libraries) : (key: number) => libraries.entries[key]!.collection === 'swgdrug';
  const library = libraries.entries.filter(({ collection, key }) => collection !== 'nist' && inLibrary(key));
  print(`  ${'score'.padEnd(24)} top-1    top-3    n = ${rows.length}`);
  for (const [name, score] of PUBLISHED) {
    line(
      print,
      name,
      rows.map(({ task }) => placeOf(task, library, score)),
    );
  }
  line(
    print,
    'Aliquot',
    rows.map(({ present }) => present.place),
  );
  const sizes = rows.map(({ present }) => present.ranking.group.length).sort((a, b) => a - b);
  const alone = rows.filter(({ present }) => present.ranking.group.length === 1);
  const grouped = rows.filter(({ present }) => present.ranking.group.length > 1);
  const right = (of: readonly Row[]) => of.filter(({ present }) => present.inGroup).length;
  print(
    `  groups: one compound named alone ${alone.length}, right ${right(alone)}; a set of compounds ${grouped.length}, right ${right(grouped)}`,
  );
  print(
    `    right in all ${percent(right(rows), rows.length)}; size median ${sizes[sizes.length >> 1]}, nine of ten ≤ ${sizes[Math.floor(0.9 * sizes.length)]}, largest ${sizes.at(-1)}`,
  );
}

function line(print: (line: string) => void, name: string, places: readonly number[]): void {
  const within = (n: number) => percent(places.filter((place) => place <= n).length, places.length);
  print(`  ${name.padEnd(24)} ${within(1)}   ${within(3)}`);
}

/** Place of the right compound: compounds that score higher, or as high with a lower record, come before it. */
function placeOf(task: Task, library: readonly EiEntry[], score: (typeof PUBLISHED)[number][1]): number {
  const scores = library.map((entry) => score(task.query.peaks, entry.peaks));
  let best = Number.NEGATIVE_INFINITY;
  let at = -1;
  for (let i = 0; i < library.length; i++) {
    if (library[i]!.compound !== task.compound || scores[i]! <= best) continue;
    best = scores[i]!;
    at = i;
  }
  if (!(best > 0)) return Number.POSITIVE_INFINITY;
  const before = new Set<string>();
  for (let i = 0; i < library.length; i++) {
    if (library[i]!.compound === task.compound || scores[i]! < best || (scores[i] === best && i > at)) continue;
    before.add(library[i]!.compound ?? `record ${i}`);
  }
  return before.size + 1;
}

export function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
