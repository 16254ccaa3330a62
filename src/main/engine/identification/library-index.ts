import type BetterSqlite3 from 'better-sqlite3';
import { EiIndex } from '../../../core/search/index/ei-index';
import { scoreIn } from '../../../core/search/scores/compare-ei';
import type { EiScoreId } from '../../../core/search/scores/descriptors';
import type { Ionisation } from '../../../core/spectrum/mass-spectrum';
import { numbersInBytes } from '../peak-bytes';
import { FILED_FROM, type IndexedCollection, readIndexFile, removeOtherIndexFiles, type StoredIndex, writeIndexFile } from './index-file';

/** A published collection whose spectra are searched. */
export interface SearchedCollection extends IndexedCollection {
  readonly importKey: number;
  /** How many rows it was published with; `added` came behind them, `withdrawn` of all are out of use. */
  readonly published: number;
  readonly added: number;
  readonly withdrawn: number;
}

/** What is searched of a collection: the rows it was published with, and behind them those added since, in their order. */
interface HeldCollection {
  readonly published: StoredIndex;
  readonly later: { readonly index: EiIndex; readonly unknown: Set<number> };
  /** Ordinal of each added row by its key. */
  readonly ordinals: Map<number, number>;
  /** Ordinals below this are in `later`. */
  upTo: number;
}

export interface IndexFilter {
  /** Empty: electron ionisation alone. */
  readonly ionisation: readonly Ionisation[];
  readonly nominalMassFrom: number | null;
  readonly nominalMassTo: number | null;
  /** Empty: any. */
  readonly formula: string;
}

export interface IndexQuery {
  readonly collections: readonly SearchedCollection[];
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  readonly score: EiScoreId;
  readonly top: number;
  readonly filter: IndexFilter;
}

export interface IndexHit {
  readonly key: number;
  readonly importKey: number;
  readonly scores: {
    readonly identity: number;
    readonly reverse: number;
    readonly simple: number;
    readonly cosine: number;
    readonly matchedPeaks: number;
    readonly queryPeaks: number;
    readonly libraryPeaks: number;
  };
}

/** EI indexes of published collections, one for each, from its file or made from the database when first needed. Lives in the search thread. */
export interface LibraryIndex {
  /** Makes these ready and forgets all others. @returns what went wrong with index files; the search does without them */
  prepare(collections: readonly SearchedCollection[]): readonly string[];
  search(query: IndexQuery): readonly IndexHit[];
  readonly spectra: number;
  readonly bytes: number;
}

export function createLibraryIndex(handle: BetterSqlite3.Database, folder: string): LibraryIndex {
  const indexed = new Map<string, HeldCollection>();
  const rows = handle.prepare<
    [number, number, number],
    { key: number; ordinal: number; ionisation: string; mz: Buffer; intensity: Buffer }
  >(
    `SELECT spectrum.key, spectrum.ordinal, spectrum.ionisation, content.mz, content.intensity
     FROM reference_spectrum AS spectrum JOIN reference_spectrum_content AS content ON content.key = spectrum.key
     WHERE spectrum.import_key = ? AND spectrum.ordinal >= ? AND spectrum.ordinal < ?
       AND spectrum.technique = 'mass-spectrometry' AND spectrum.ionisation IN ('EI', 'unknown') AND spectrum.ms_level = 1
     ORDER BY spectrum.ordinal`,
  );
  const filtered = handle
    .prepare<[{ importKey: number; from: number | null; to: number | null; formula: string }], number>(
      `SELECT key FROM reference_spectrum WHERE import_key = @importKey
         AND (@from IS NULL OR nominal_mass >= @from) AND (@to IS NULL OR nominal_mass <= @to) AND (@formula = '' OR formula = @formula)`,
    )
    .pluck();

  const withdrawals = handle
    .prepare<[string, number], number>('SELECT spectrum_key FROM withdrawn_spectrum WHERE collection_id = ? AND place < ?')
    .pluck();

  function held(collection: SearchedCollection, published: (collection: SearchedCollection) => StoredIndex = made): HeldCollection {
    const known = indexed.get(collection.collectionId) ?? {
      published: published(collection),
      later: { index: new EiIndex(), unknown: new Set<number>() },
      ordinals: new Map<number, number>(),
      upTo: collection.published,
    };
    indexed.set(collection.collectionId, known);
    const end = collection.published + collection.added;
    if (known.upTo < end) {
      const { index, unknown } = known.later;
      for (const row of rows.iterate(collection.importKey, known.upTo, end)) {
        index.add(row.key, { mz: numbersInBytes(row.mz), intensity: numbersInBytes(row.intensity) });
        if (row.ionisation === 'unknown') unknown.add(row.key);
        known.ordinals.set(row.key, row.ordinal);
      }
      known.upTo = end;
    }
    return known;
  }

  function made({ importKey, published }: SearchedCollection): StoredIndex {
    const index = new EiIndex();
    const unknown = new Set<number>();
    for (const row of rows.iterate(importKey, 0, published)) {
      index.add(row.key, { mz: numbersInBytes(row.mz), intensity: numbersInBytes(row.intensity) });
      if (row.ionisation === 'unknown') unknown.add(row.key);
    }
    return { index, unknown };
  }

  function acceptance(importKey: number, { unknown }: StoredIndex, filter: IndexFilter): ((key: number) => boolean) | undefined {
    const wantsEi = filter.ionisation.length === 0 || filter.ionisation.includes('EI');
    const wantsUnknown = filter.ionisation.includes('unknown');
    const byIonisation =
      wantsEi && (wantsUnknown || unknown.size === 0) ? undefined : (key: number) => (unknown.has(key) ? wantsUnknown : wantsEi);
    if (filter.nominalMassFrom === null && filter.nominalMassTo === null && filter.formula === '') return byIonisation;
    const keys = new Set(filtered.all({ importKey, from: filter.nominalMassFrom, to: filter.nominalMassTo, formula: filter.formula }));
    return (key) => keys.has(key) && (byIonisation?.(key) ?? true);
  }

  return {
    prepare: (collections) => {
      const wanted = new Set(collections.map(({ collectionId }) => collectionId));
      for (const id of indexed.keys()) if (!wanted.has(id)) indexed.delete(id);
      const problems: string[] = [];
      const attempt = <T>(task: () => T): T | undefined => {
        try {
          return task();
        } catch (error) {
          problems.push(String(error));
          return undefined;
        }
      };
      for (const collection of collections) {
        if (indexed.has(collection.collectionId)) {
          held(collection);
          continue;
        }
        const filed = attempt(() => readIndexFile(folder, collection));
        const stored = filed ?? made(collection);
        held(collection, () => stored);
        if (filed === null && stored.index.size >= FILED_FROM) attempt(() => writeIndexFile(folder, collection, stored));
      }
      attempt(() => removeOtherIndexFiles(folder, collections));
      return problems;
    },
    search: (query) => {
      const found = query.collections.flatMap((collection) => {
        const { importKey } = collection;
        const { published, later, ordinals } = held(collection);
        const withdrawn = new Set(withdrawals.all(collection.collectionId, collection.withdrawn));
        const end = collection.published + collection.added;
        const parts = [published, ...(collection.added === 0 ? [] : [later])];
        return parts.flatMap((part) => {
          const byFilter = acceptance(importKey, part, query.filter);
          const isUsed = (key: number) => !withdrawn.has(key) && (ordinals.get(key) ?? 0) < end;
          const accepts = withdrawn.size === 0 && part === published ? byFilter : (key: number) => isUsed(key) && (byFilter?.(key) ?? true);
          const { hits } = part.index.search(query, { score: query.score, top: query.top, ...(accepts === undefined ? {} : { accepts }) });
          return hits.map((hit) => ({ ...hit, importKey }));
        });
      });
      return found
        .sort((a, b) => b.score - a.score || a.recordKey - b.recordKey)
        .slice(0, query.top)
        .map(({ recordKey, importKey, comparison }) => ({
          key: recordKey,
          importKey,
          scores: {
            identity: scoreIn(comparison, 'ei-identity').exact,
            reverse: scoreIn(comparison, 'ei-reverse').exact,
            simple: scoreIn(comparison, 'ei-simple').exact,
            cosine: scoreIn(comparison, 'ei-cosine-mz-sqrt').exact,
            matchedPeaks: comparison.matchedPeaks,
            queryPeaks: comparison.queryPeaks,
            libraryPeaks: comparison.libraryPeaks,
          },
        }));
    },
    get spectra() {
      return [...indexed.values()].reduce((sum, { published, later }) => sum + published.index.size + later.index.size, 0);
    },
    get bytes() {
      return [...indexed.values()].reduce((sum, { published, later }) => sum + published.index.bytes + later.index.bytes, 0);
    },
  };
}
