import type { Message } from '../../../contract/base';
import type { SearchFilters } from '../../../contract/identify';
import type { QuerySource, SearchMethod } from '../../../contract/search-method';
import type { Change } from '../command/change';
import { notFound, refused } from '../failures';
import type { LibraryService, SearchableCollection } from '../library/service';
import { type Algorithm, algorithmOf } from './methods';
import { type Offered, offersFor } from './offers';
import type { QueryFiles } from './query-spectrum';
import { queryWarnings } from './query-warnings';
import { runSearch, type SearchResult } from './run-search';
import type { SearchClient } from './searching/search-client';
import type { ReferenceCount } from './searching/search-messages';
import type { Priority } from './searching/thread-pool';
import { type Snapshot, searchedIn, snapshotHash, snapshotOf } from './snapshot';
import { queryColumns } from './stored-query';
import type { Unknown } from './unknown';

/** A search that was done and is not stored yet. */
export interface FoundSearch extends SearchResult {
  readonly unknown: Unknown;
  readonly method: SearchMethod;
  readonly algorithm: Algorithm;
  readonly filters: SearchFilters;
  readonly snapshot: Snapshot;
}

export interface SearchOptions {
  readonly method: SearchMethod;
  readonly top: number;
  readonly filters: SearchFilters;
  /** Batches and validations: a person's own question goes first. @default 'question' */
  readonly priority?: Priority;
}

/** Searching without a session and without a record: what the use-cases here and in other parts of the engine are made of. */
export interface Searcher {
  /** The unknown that a source names. */
  unknown(query: QuerySource): Promise<Unknown>;
  /** What is wrong with an unknown, and how it may be searched. */
  describe(unknown: Unknown): Promise<Offered>;
  /** Any number at a time. @throws Failure REFUSED where it cannot be searched so */
  find(unknown: Unknown, options: SearchOptions): Promise<FoundSearch>;
  /** Over the library as it was. */
  findIn(snapshot: Snapshot, unknown: Unknown, options: SearchOptions): Promise<SearchResult>;
  /** What a search with these filters would go over now. */
  snapshot(filters: SearchFilters): Promise<Snapshot>;
  /** Stores a search in a change that is open; the caller names the subject. @returns its id */
  record(change: Change, found: FoundSearch, from: { readonly query: QuerySource; readonly exhibitId: string | null }): Promise<string>;
}

interface Dependencies {
  readonly client: SearchClient;
  readonly library: LibraryService;
  readonly files: QueryFiles;
  readonly version: string;
  /** Whether a validation of this version of the Aliquot score stands accepted: only then is its probability shown. */
  readonly isValidated: () => Promise<boolean>;
}

export function createSearcher({ client, library, files, version, isValidated }: Dependencies): Searcher {
  const snapshotFor = async (filters: SearchFilters) => snapshotOf(collectionsIn(filters, await library.searchable()));
  let counted: { readonly snapshot: string; readonly counts: Promise<readonly ReferenceCount[]> } | undefined;

  /** Counted once for each state of the library. */
  async function counts(): Promise<readonly ReferenceCount[]> {
    const inUse = snapshotOf((await library.searchable()).filter(({ retired }) => !retired));
    const snapshot = snapshotHash(inUse);
    if (counted?.snapshot === snapshot) return counted.counts;
    const asked = client.count(searchedIn(inUse));
    counted = { snapshot, counts: asked };
    asked.catch(() => {
      if (counted?.counts === asked) counted = undefined;
    });
    return asked;
  }

  const findIn: Searcher['findIn'] = (snapshot, unknown, { method, top, filters, priority }) =>
    runSearch({ client, library }, snapshot, { unknown, method, top, filters }, priority);

  return {
    unknown: files.unknown,
    describe: async (unknown) => {
      const found = queryWarnings(unknown);
      // Nothing can be searched by nothing.
      if (found.some(({ code }) => code === 'empty')) return { warnings: found, offers: [] };
      const { warnings, offers } = offersFor(unknown, await counts());
      return { warnings: [...found, ...warnings], offers };
    },
    find: async (unknown, options) => {
      const { method, top, filters } = options;
      const algorithm = algorithmOf(method, top);
      const snapshot = await snapshotFor(filters);
      const result = await findIn(snapshot, unknown, options);
      const warnings: Message[] = [...queryWarnings(unknown), ...result.judgement.warnings];
      const shown = result.certainty !== null && (await isValidated()) ? result.certainty : { probability: null, noneOfThese: null };
      const { probability, noneOfThese } = shown;
      return {
        ...result,
        judgement: { ...result.judgement, warnings, probability, noneOfThese },
        unknown,
        method,
        algorithm,
        filters,
        snapshot,
      };
    },
    findIn,
    snapshot: snapshotFor,
    record: async (change, found, { query, exhibitId }) => {
      if (change.actor === null) throw new Error('a search is a person’s');
      const { unknown, method, algorithm, filters, snapshot, candidates, judgement, milliseconds } = found;
      const row = await change.insert('search', {
        id: change.newId(),
        at: change.now,
        by_person: change.actor.id,
        query_json: JSON.stringify(query),
        query_name: unknown.name,
        ...queryColumns(unknown),
        score: algorithm.score,
        algorithm_version: algorithm.version,
        parameters_json: JSON.stringify(algorithm.parameters),
        filters_json: JSON.stringify(filters),
        snapshot_json: JSON.stringify(snapshot),
        snapshot_sha256: snapshotHash(snapshot),
        exhibit_id: exhibitId,
        candidates_json: JSON.stringify(candidates),
        chosen_rank: null,
        milliseconds,
        method_json: JSON.stringify(method),
        program_version: version,
        judgement_json: JSON.stringify(judgement),
      });
      return row.id;
    },
  };
}

/** The collections in use that a search asks for; all of them when it names none. */
function collectionsIn({ collectionIds }: SearchFilters, collections: readonly SearchableCollection[]): readonly SearchableCollection[] {
  const inUse = collections.filter(({ retired }) => !retired);
  if (collectionIds.length === 0) return inUse;
  return collectionIds.map((id) => {
    const found = collections.find((collection) => collection.id === id);
    if (found === undefined) throw notFound('collection', id);
    if (found.retired) throw refused('identify.collection-retired', { name: found.name });
    return found;
  });
}
