import { join } from 'node:path';
import type { z } from 'zod';
import type { Candidate, CandidateCard, identify, SearchFilters, StoredSearch } from '../../../contract/identify';
import type { QuerySource, SearchMethod } from '../../../contract/search-method';
import type { ControlInterval } from '../../../contract/substances';
import type { CompareForExhibit } from '../casework/evidence/compared-for-exhibit';
import { notFound } from '../failures';
import type { Foundation } from '../foundation';
import type { LibraryService } from '../library/service';
import type { MeasurementsService } from '../measurements/service';
import type { RegistryService } from '../registry/service';
import { requireActor, type Session } from '../session/access';
import { type StatusOnDay, type SubstancesService, statusesOn } from '../substances/service';
import { candidateCard } from './card/candidate-card';
import { chosenRanksOf, isBlind } from './choices';
import { type MixtureFit, mixtureFit } from './fit';
import { type JointList, jointList } from './joint/joint-list';
import { algorithmOf } from './methods';
import type { Offered } from './offers';
import { type ComponentSpectrum, createQueryFiles } from './query-spectrum';
import { differencesBetween, type Rerun } from './rerun';
import { type SaveSearch, saveSearch } from './save/save-search';
import { createSearcher, type Searcher } from './searcher';
import { createSearchClient } from './searching/search-client';
import { isHeld, searchedIn, snapshotHash, snapshotOf } from './snapshot';
import {
  asStoredSearch,
  candidatesOf,
  filtersIn,
  findSearch,
  judgementIn,
  listSearches,
  methodIn,
  parametersIn,
  revealsOf,
  type SearchRow,
  snapshotIn,
} from './store';
import { storedUnknown } from './stored-query';
import type { Unknown } from './unknown';

export interface SearchRequest {
  readonly query: QuerySource;
  readonly method: SearchMethod;
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
  query(session: Session, query: QuerySource): Promise<Offered & { readonly unknown: Unknown }>;
  search(session: Session, request: SearchRequest): Promise<StoredSearch>;
  list(session: Session, page: { readonly exhibitId: string | null; readonly offset: number; readonly limit: number }): Promise<SearchPage>;
  get(session: Session, id: string): Promise<StoredSearch>;
  rerun(session: Session, id: string): Promise<Rerun>;
  candidate(session: Session, chosen: Chosen): Promise<CandidateCard>;
  joint(session: Session, exhibitId: string): Promise<JointList>;
  /** Null when the person closed the dialog. */
  save(session: Session, request: SaveSearch): Promise<{ path: string } | null>;
  /** @throws Failure REFUSED for a search that took no mixture apart */
  fit(session: Session, searchId: string): Promise<MixtureFit>;
  choose(
    session: Session,
    chosen: { readonly searchId: string; readonly ranks: readonly number[]; readonly note: string },
  ): Promise<StoredSearch>;
  blind(session: Session): Promise<{ blind: boolean }>;
  setBlind(session: Session, blind: boolean): Promise<{ blind: boolean }>;
  reveal(session: Session, asked: Chosen & { readonly onDay: string | null }): Promise<Revealed>;
  /** For batches, validations and whatever else searches. */
  readonly searcher: Searcher;
  /** Makes the search threads ready for the collections in use, in the background. */
  prepare(): void;
  close(): Promise<void>;
}

type Dependencies = Pick<
  Foundation,
  'database' | 'read' | 'commands' | 'attachments' | 'files' | 'threads' | 'clock' | 'log' | 'version' | 'shell'
> & {
  readonly library: LibraryService;
  readonly substances: SubstancesService;
  readonly registry: RegistryService;
  readonly measurements: MeasurementsService;
  readonly component: ComponentSpectrum;
  readonly compared: CompareForExhibit;
  /** See `Searcher`. */
  readonly isValidated: () => Promise<boolean>;
};

export function createIdentificationService(dependencies: Dependencies): IdentificationService {
  const { read, commands, database, threads, log, library, substances, version } = dependencies;
  const client = createSearchClient({
    start: threads.librarySearch,
    threads: threads.searchThreads,
    database: database.file,
    indexFolder: join(database.folder, 'search-index'),
    log,
  });
  const files = createQueryFiles(dependencies);
  const searcher = createSearcher({ client, library, files, version, isValidated: dependencies.isValidated });
  let closed = false;

  const signedIn = (session: Session) => requireActor(read, session, 'identify.search');

  async function stored(id: string): Promise<SearchRow> {
    const row = await findSearch(read, id);
    if (row === undefined) throw notFound('search', id);
    return row;
  }

  const shown = async (id: string) => {
    const row = await stored(id);
    return asStoredSearch(row, await revealsOf(read, id), await chosenRanksOf(read, row));
  };

  const searchedBy = (row: SearchRow) => ({
    unknown: storedUnknown(row),
    method: methodIn(row),
    filters: filtersIn(row),
    judgement: judgementIn(row),
    candidates: candidatesOf(row),
  });

  async function candidateOf({ searchId, rank }: Chosen): Promise<{ readonly row: SearchRow; readonly candidate: Candidate }> {
    const row = await stored(searchId);
    const candidates = candidatesOf(row);
    const candidate = candidates.find((each) => each.rank === rank);
    if (candidate === undefined) throw notFound('candidate', `${searchId} ${rank}`);
    return { row, candidate };
  }

  /** Whether the same search would go over other spectra now; a collection it names may be retired by now. */
  async function isLibraryChanged(before: string, { collectionIds }: SearchFilters): Promise<boolean> {
    const inUse = (await library.searchable()).filter(({ retired }) => !retired);
    const now = collectionIds.length === 0 ? inUse : inUse.filter(({ id }) => collectionIds.includes(id));
    return snapshotHash(snapshotOf(now)) !== before;
  }

  return {
    searcher,
    query: async (session, query) => {
      await signedIn(session);
      const unknown = await searcher.unknown(query);
      return { unknown, ...(await searcher.describe(unknown)) };
    },
    search: async (session, { query, exhibitId, ...options }) => {
      await signedIn(session);
      const found = await searcher.find(await searcher.unknown(query), options);
      const id = await commands.run({ actor: session, permission: 'identify.search', action: 'identify.search' }, async (change) => {
        const recorded = await searcher.record(change, found, { query, exhibitId });
        change.subject({ type: 'search', id: recorded });
        return recorded;
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
      const [method, filters, top] = [methodIn(row), filtersIn(row), Number(parametersIn(row).top)];
      const changes = {
        libraryChanged: await isLibraryChanged(row.snapshot_sha256, filters),
        algorithmChanged: algorithmOf(method, top).version !== row.algorithm_version,
        programChanged: row.program_version !== version,
      };
      if (!isHeld(snapshot, await library.searchable())) return { same: false, snapshotHeld: false, ...changes, differences: [] };
      const { candidates } = await searcher.findIn(snapshot, storedUnknown(row), { method, top, filters });
      const differences = differencesBetween(candidatesOf(row), candidates);
      return { same: differences.length === 0, snapshotHeld: true, ...changes, differences };
    },
    candidate: async (session, chosen) => {
      await signedIn(session);
      const { row, candidate } = await candidateOf(chosen);
      return candidateCard({ ...dependencies, searcher, client }, searchedBy(row), candidate);
    },
    fit: async (session, searchId) => {
      await signedIn(session);
      return mixtureFit(library, searchedBy(await stored(searchId)));
    },
    joint: async (session, exhibitId) => {
      await signedIn(session);
      return jointList({ read, searcher, client, compared: dependencies.compared }, exhibitId);
    },
    save: async (session, request) => {
      await signedIn(session);
      const row = await stored(request.searchId);
      const by = searchedBy(row);
      const candidate = by.candidates.find(({ rank }) => rank === request.rank);
      return saveSearch(dependencies, request, {
        search: await shown(row.id),
        card: async () => (candidate === undefined ? null : candidateCard({ ...dependencies, searcher, client }, by, candidate)),
        fit: async () => (by.judgement.mixture === null || by.candidates.length === 0 ? null : mixtureFit(library, by)),
      });
    },
    choose: async (session, { searchId, ranks, note }) => {
      const chosen = await Promise.all(ranks.map((rank) => candidateOf({ searchId, rank })));
      const subject = { type: 'search', id: searchId };
      await commands.run({ actor: session, permission: 'identify.search', action: 'identify.choose', subject }, async (change) => {
        if (change.actor === null) throw new Error('a choice is a person’s');
        await change.update('search', searchId, null, { chosen_rank: ranks.at(-1) ?? null });
        await change.insert('search_choice', {
          id: change.newId(),
          search_id: searchId,
          ranks_json: JSON.stringify(ranks),
          at: change.now,
          by_person: change.actor.id,
        });
        change.note({ candidate: chosen.map(({ candidate }) => candidate.name).join('; '), ...(note === '' ? {} : { note }) });
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
    blind: async (session) => ({ blind: await isBlind(read, (await signedIn(session)).id) }),
    setBlind: async (session, blind) => {
      await commands.run({ actor: session, permission: 'identify.search', action: 'identify.turn-blind' }, async (change) => {
        if (change.actor === null) throw new Error('a switch is a person’s');
        const row = await change.insert('blind_choice', {
          id: change.newId(),
          by_person: change.actor.id,
          at: change.now,
          blind: blind ? 1 : 0,
        });
        change.subject({ type: 'blind_choice', id: row.id });
      });
      return { blind };
    },
    prepare: () => {
      void (async () => {
        const inUse = (await library.searchable()).filter(({ retired }) => !retired);
        const ready = await client.prepare(searchedIn(snapshotOf(inUse)));
        log.write('info', 'search.ready', { ...ready, milliseconds: Math.round(ready.milliseconds) });
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
