import { join } from 'node:path';
import type { z } from 'zod';
import type { Candidate, CandidateCard, identify, QuerySource, ScoreId, SearchFilters, StoredSearch } from '../../../contract/identify';
import type { ControlInterval } from '../../../contract/substances';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import type { LibraryService, SearchableCollection } from '../library/service';
import type { MeasurementsService } from '../measurements/service';
import { bytesOfNumbers } from '../peak-bytes';
import type { RegistryService } from '../registry/service';
import { requireActor, type Session } from '../session/access';
import { type StatusOnDay, type SubstancesService, statusesOn } from '../substances/service';
import { candidateCard } from './card';
import { createQueryFiles, type OpenedFile, type QuerySpectrum } from './query-spectrum';
import { type Difference, differencesBetween } from './rerun';
import { algorithmOf, runSearch } from './run-search';
import { createSearchClient } from './search-client';
import { isHeld, searchedIn, snapshotHash, snapshotOf } from './snapshot';
import {
  asStoredSearch,
  candidatesOf,
  filtersIn,
  findSearch,
  listSearches,
  parametersIn,
  queryPeaksIn,
  revealsOf,
  type SearchRow,
  snapshotIn,
} from './store';

export interface SearchRequest {
  readonly query: QuerySource;
  readonly score: ScoreId;
  readonly top: number;
  readonly filters: SearchFilters;
  readonly exhibitId: string | null;
}

interface Chosen {
  readonly searchId: string;
  readonly rank: number;
}

export interface Revealed {
  readonly substanceClass: string;
  readonly controls: ControlInterval[];
  readonly onDay: StatusOnDay[];
}

export type SearchPage = z.infer<(typeof identify.list)['~orpc']['outputSchema'] & z.ZodType>;

export interface IdentificationService {
  openFile(session: Session, token: string, signal: AbortSignal | undefined): Promise<OpenedFile>;
  query(session: Session, query: QuerySource): Promise<QuerySpectrum>;
  search(session: Session, request: SearchRequest): Promise<StoredSearch>;
  list(session: Session, page: { readonly exhibitId: string | null; readonly offset: number; readonly limit: number }): Promise<SearchPage>;
  get(session: Session, id: string): Promise<StoredSearch>;
  rerun(session: Session, id: string): Promise<{ same: boolean; snapshotHeld: boolean; differences: Difference[] }>;
  candidate(session: Session, chosen: Chosen): Promise<CandidateCard>;
  choose(session: Session, chosen: Chosen & { readonly note: string }): Promise<StoredSearch>;
  reveal(session: Session, asked: Chosen & { readonly onDay: string | null }): Promise<Revealed>;
  /** Makes the search thread ready for the collections in use, in the background. */
  prepare(): void;
  close(): Promise<void>;
}

type Dependencies = Pick<Foundation, 'database' | 'read' | 'commands' | 'attachments' | 'files' | 'threads' | 'clock' | 'log'> & {
  readonly library: LibraryService;
  readonly substances: SubstancesService;
  readonly registry: RegistryService;
  readonly measurements: MeasurementsService;
};

export function createIdentificationService(dependencies: Dependencies): IdentificationService {
  const { read, commands, database, threads, log, library, substances } = dependencies;
  const client = createSearchClient(threads.librarySearch, database.file, join(database.folder, 'search-index'));
  const files = createQueryFiles(dependencies);
  let closed = false;

  const signedIn = (session: Session) => requireActor(read, session, 'identify.search');

  async function stored(id: string): Promise<SearchRow> {
    const row = await findSearch(read, id);
    if (row === undefined) throw notFound('search', id);
    return row;
  }

  const shown = async (id: string) => asStoredSearch(await stored(id), await revealsOf(read, id));

  async function candidateOf({ searchId, rank }: Chosen): Promise<{ readonly candidates: Candidate[]; readonly candidate: Candidate }> {
    const candidates = candidatesOf(await stored(searchId));
    const candidate = candidates.find((each) => each.rank === rank);
    if (candidate === undefined) throw notFound('candidate', `${searchId} ${rank}`);
    return { candidates, candidate };
  }

  return {
    openFile: async (session, token, signal) => {
      await signedIn(session);
      return files.open(session, token, signal);
    },
    query: async (session, query) => {
      await signedIn(session);
      return files.spectrum(query);
    },
    search: async (session, request) => {
      await signedIn(session);
      const { query, score, top, filters, exhibitId } = request;
      const { name, mz, intensity } = await files.spectrum(query);
      const snapshot = snapshotOf(collectionsIn(filters, await library.searchable()));
      const { candidates, milliseconds } = await runSearch({ client, library }, snapshot, { mz, intensity, score, top, filters });
      const { version, parameters } = algorithmOf(score, top);
      const id = await commands.run({ actor: session, permission: 'identify.search', action: 'identify.search' }, async (change) => {
        if (change.actor === null) throw new Error('a search is a person’s');
        const row = await change.insert('search', {
          id: change.newId(),
          at: change.now,
          by_person: change.actor.id,
          query_json: JSON.stringify(query),
          query_name: name,
          query_mz: bytesOfNumbers(mz),
          query_intensity: bytesOfNumbers(intensity),
          score,
          algorithm_version: version,
          parameters_json: JSON.stringify(parameters),
          filters_json: JSON.stringify(filters),
          snapshot_json: JSON.stringify(snapshot),
          snapshot_sha256: snapshotHash(snapshot),
          exhibit_id: exhibitId,
          candidates_json: JSON.stringify(candidates),
          chosen_rank: null,
          milliseconds,
        });
        change.subject({ type: 'search', id: row.id });
        return row.id;
      });
      return shown(id);
    },
    list: async (session, page) => {
      await signedIn(session);
      return listSearches(read, page);
    },
    get: async (session, id) => {
      await signedIn(session);
      return shown(id);
    },
    rerun: async (session, id) => {
      await signedIn(session);
      const row = await stored(id);
      const snapshot = snapshotIn(row);
      if (!isHeld(snapshot, await library.searchable())) return { same: false, snapshotHeld: false, differences: [] };
      const { score } = asStoredSearch(row, []);
      const top = Number(parametersIn(row).top);
      const { candidates } = await runSearch({ client, library }, snapshot, { ...queryPeaksIn(row), score, top, filters: filtersIn(row) });
      const differences = differencesBetween(score, candidatesOf(row), candidates);
      return { same: differences.length === 0, snapshotHeld: true, differences };
    },
    candidate: async (session, chosen) => {
      await signedIn(session);
      const { candidates, candidate } = await candidateOf(chosen);
      return candidateCard(dependencies, candidates, candidate);
    },
    choose: async (session, { searchId, rank, note }) => {
      const { candidate } = await candidateOf({ searchId, rank });
      const subject = { type: 'search', id: searchId };
      await commands.run({ actor: session, permission: 'identify.search', action: 'identify.choose', subject }, async (change) => {
        await change.update('search', searchId, null, { chosen_rank: rank });
        change.note({ candidate: candidate.name, ...(note === '' ? {} : { note }) });
      });
      return shown(searchId);
    },
    reveal: async (session, { searchId, rank, onDay }) => {
      const { candidate } = await candidateOf({ searchId, rank });
      const subject = { type: 'search', id: searchId };
      await commands.run({ actor: session, permission: 'identify.search', action: 'identify.reveal', subject }, async (change) => {
        if (change.actor === null) throw new Error('a reveal is a person’s');
        const { chosen_rank } = await change.read
          .selectFrom('search')
          .select('chosen_rank')
          .where('id', '=', searchId)
          .executeTakeFirstOrThrow();
        await change.insert('search_reveal', {
          id: change.newId(),
          search_id: searchId,
          rank,
          at: change.now,
          by_person: change.actor.id,
          chosen_before: chosen_rank === null ? 0 : 1,
        });
      });
      const substanceId = await substances.lookUp.idOf(candidate);
      if (substanceId === null) return { substanceClass: '', controls: [], onDay: [] };
      const controls = await substances.lookUp.controls(substanceId);
      const { substanceClass } = await substances.lookUp.row(substanceId);
      return { substanceClass, controls, onDay: onDay === null ? [] : statusesOn(controls, onDay) };
    },
    prepare: () => {
      void (async () => {
        const inUse = (await library.searchable()).filter(({ retired }) => !retired);
        const { problems, ...ready } = await client.prepare(searchedIn(snapshotOf(inUse)));
        log.write('info', 'search.ready', { ...ready, milliseconds: Math.round(ready.milliseconds) });
        if (problems.length > 0) log.write('warn', 'search.index-files', { problems });
      })().catch((error: unknown) => {
        if (!closed) log.write('error', 'search.not-ready', { error: String(error) });
      });
    },
    close: () => {
      closed = true;
      return client.close();
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
