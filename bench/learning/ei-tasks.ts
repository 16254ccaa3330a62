import { LibraryStatistics } from '../../src/core/search/aliquot/library-statistics';
import { aliquotPool } from '../../src/core/search/aliquot/pool';
import { EiIndex } from '../../src/core/search/index/ei-index';
import { type EiEntry, halfOf, sameMeasurement } from './ei-entries';

/**
 * What a query is asked of: `swgdrug` and `decoys` are the benchmark (MassBank spectra of compounds that SWGDRUG holds, against it alone
 * and with MassBank's spectra of all other compounds); `massbank` and `replicates` serve for learning only (a MassBank or SWGDRUG
 * spectrum against both collections without it and without what the same instrument measured of its compound).
 */
export type TaskKind = 'swgdrug' | 'decoys' | 'massbank' | 'replicates';

/** One query and the records that are ranked for it. */
export interface Task {
  readonly kind: TaskKind;
  readonly query: EiEntry;
  readonly compound: string;
  readonly half: 0 | 1;
  readonly pool: readonly EiEntry[];
  /** Whether the query's compound was taken out of the library. */
  readonly absent: boolean;
}

export interface Libraries {
  readonly swgdrug: EiIndex;
  readonly both: EiIndex;
  readonly statistics: Readonly<Record<TaskKind, LibraryStatistics>>;
  /** Compounds that SWGDRUG holds. */
  readonly held: ReadonlySet<string>;
  readonly entries: readonly EiEntry[];
}

export function librariesOf(entries: readonly EiEntry[]): Libraries {
  const swgdrug = new EiIndex();
  const both = new EiIndex();
  const ofSwgdrug = new LibraryStatistics();
  const ofBoth = new LibraryStatistics();
  const held = new Set<string>();
  for (const entry of entries) {
    if (entry.collection === 'nist') continue;
    both.add(entry.key, entry.peaks);
    ofBoth.add(entry.peaks, entry.nominalMass);
    if (entry.collection === 'massbank') continue;
    swgdrug.add(entry.key, entry.peaks);
    ofSwgdrug.add(entry.peaks, entry.nominalMass);
    if (entry.compound !== null) held.add(entry.compound);
  }
  return { swgdrug, both, statistics: { swgdrug: ofSwgdrug, decoys: ofBoth, massbank: ofBoth, replicates: ofBoth }, held, entries };
}

/** MassBank spectra of compounds that SWGDRUG holds. */
export function benchmarkQueries({ entries, held }: Libraries): readonly EiEntry[] {
  return entries.filter(({ collection, compound }) => collection === 'massbank' && compound !== null && held.has(compound));
}

/** Which records belong to the library with decoys: SWGDRUG, and MassBank's spectra of compounds that SWGDRUG does not hold. */
export function withDecoys({ entries, held }: Libraries): (key: number) => boolean {
  return (key) => entries[key]!.collection === 'swgdrug' || !held.has(entries[key]!.compound ?? '');
}

/** The benchmark task of one query; with `absent` every record of its compound is left out of the library. */
export function benchmarkTask(libraries: Libraries, query: EiEntry, kind: 'swgdrug' | 'decoys', absent: boolean): Task {
  const { entries } = libraries;
  const inLibrary = kind === 'swgdrug' ? () => true : withDecoys(libraries);
  const accepts = (key: number) => inLibrary(key) && !(absent && entries[key]!.compound === query.compound);
  return taskOf(libraries, kind, query, aliquotPool(query.peaks, kind === 'swgdrug' ? libraries.swgdrug : libraries.both, accepts), absent);
}

/**
 * The benchmark task of one query with its compound taken out of the library and every other that `isAlike` calls a double of it: nothing
 * is left that EI could not tell from it. What comes into the pool in their place is looked at again, until no double is left.
 */
export function taskWithoutDoubles(
  libraries: Libraries,
  query: EiEntry,
  kind: 'swgdrug' | 'decoys',
  isAlike: (entry: EiEntry) => boolean,
): Task {
  const { entries } = libraries;
  const inLibrary = kind === 'swgdrug' ? () => true : withDecoys(libraries);
  const out = new Set([query.compound]);
  for (;;) {
    const accepts = (key: number) => inLibrary(key) && !(entries[key]!.compound !== null && out.has(entries[key]!.compound));
    const pool = aliquotPool(query.peaks, kind === 'swgdrug' ? libraries.swgdrug : libraries.both, accepts);
    const alike = pool.filter((key) => entries[key]!.compound !== null && isAlike(entries[key]!));
    if (alike.length === 0) return taskOf(libraries, kind, query, pool, true);
    for (const key of alike) out.add(entries[key]!.compound);
  }
}

/** Tasks for learning alone: spectra whose compound another instrument measured too. */
export function* replicateTasks(libraries: Libraries): Generator<Task> {
  const { entries, held } = libraries;
  const ofCompound = Map.groupBy(
    entries.filter(({ collection }) => collection !== 'nist'),
    ({ compound }) => compound ?? '',
  );
  let met = 0;
  for (const query of entries) {
    if (query.compound === null || query.otherSubstance || query.collection === 'nist') continue;
    const others = (ofCompound.get(query.compound) ?? []).filter((entry) => entry !== query);
    const near = new Set(others.filter((entry) => entry.measuredBy === query.measuredBy || sameMeasurement(entry, query)));
    const answers = others.filter((entry) => !near.has(entry) && !entry.otherSubstance && entry.nominalMass === query.nominalMass);
    if (answers.length === 0) continue;
    // Half of the many MassBank compounds that SWGDRUG does not hold are enough.
    if (query.collection === 'massbank' && !held.has(query.compound) && met++ % 2 === 0) continue;
    const pool = aliquotPool(query.peaks, libraries.both, (key) => key !== query.key && !near.has(entries[key]!));
    yield taskOf(libraries, query.collection === 'massbank' ? 'massbank' : 'replicates', query, pool, false);
  }
}

function taskOf({ entries }: Libraries, kind: TaskKind, query: EiEntry, keys: readonly number[], absent: boolean): Task {
  const compound = query.compound ?? '';
  return { kind, query, compound, half: halfOf(compound), pool: keys.map((key) => entries[key]!), absent };
}
