import { z } from 'zod';
import {
  candidate,
  querySource,
  type SearchFilters,
  type StoredSearch,
  scoreId,
  searchFilters,
  type searchSummary,
} from '../../../contract/identify';
import type { Readable, Row } from '../database/schema';
import { numbersInBytes } from '../peak-bytes';
import { type Snapshot, storedSnapshot } from './snapshot';

function selectSearches(read: Readable) {
  return read
    .selectFrom('search')
    .innerJoin('person', 'person.id', 'search.by_person')
    .selectAll('search')
    .select('person.full_name as by_name');
}
export type SearchRow = Awaited<ReturnType<ReturnType<typeof selectSearches>['execute']>>[number];

export function findSearch(read: Readable, id: string): Promise<SearchRow | undefined> {
  return selectSearches(read).where('search.id', '=', id).executeTakeFirst();
}

export type Reveals = StoredSearch['revealed'];

export async function revealsOf(read: Readable, searchId: string): Promise<Reveals> {
  const rows = await read
    .selectFrom('search_reveal')
    .innerJoin('person', 'person.id', 'search_reveal.by_person')
    .select(['search_reveal.rank', 'search_reveal.at', 'person.full_name'])
    .where('search_reveal.search_id', '=', searchId)
    .orderBy('search_reveal.at')
    .orderBy('search_reveal.id')
    .execute();
  return rows.map(({ rank, at, full_name }) => ({ rank, at, by: full_name }));
}

/** Newest first. */
export async function listSearches(
  read: Readable,
  { exhibitId, offset, limit }: { readonly exhibitId: string | null; readonly offset: number; readonly limit: number },
): Promise<{ items: z.infer<typeof searchSummary>[]; total: number }> {
  const matching = selectSearches(read).$if(exhibitId !== null, (all) => all.where('search.exhibit_id', '=', exhibitId));
  const { total } = await matching
    .clearSelect()
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching.orderBy('search.at', 'desc').orderBy('search.id', 'desc').limit(limit).offset(offset).execute();
  return { items: rows.map(asSummary), total };
}

function asSummary(row: SearchRow): z.infer<typeof searchSummary> {
  const candidates = candidatesOf(row);
  return {
    id: row.id,
    at: row.at,
    by: row.by_name,
    queryName: row.query_name,
    score: scoreId.parse(row.score),
    exhibitId: row.exhibit_id,
    chosenRank: row.chosen_rank,
    first: candidates[0]?.name ?? null,
    candidates: candidates.length,
  };
}

const candidates = z.array(candidate);
const parameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export function candidatesOf(row: Pick<Row<'search'>, 'candidates_json'>): StoredSearch['candidates'] {
  return candidates.parse(JSON.parse(row.candidates_json));
}
export function snapshotIn(row: Pick<Row<'search'>, 'snapshot_json'>): Snapshot {
  return storedSnapshot.parse(JSON.parse(row.snapshot_json));
}
export function filtersIn(row: Pick<Row<'search'>, 'filters_json'>): SearchFilters {
  return searchFilters.parse(JSON.parse(row.filters_json));
}
export function parametersIn(row: Pick<Row<'search'>, 'parameters_json'>): StoredSearch['parameters'] {
  return parameters.parse(JSON.parse(row.parameters_json));
}
export function queryPeaksIn(row: Pick<Row<'search'>, 'query_mz' | 'query_intensity'>): StoredSearch['queryPeaks'] {
  return { mz: numbersInBytes(row.query_mz), intensity: numbersInBytes(row.query_intensity) };
}

export function asStoredSearch(row: SearchRow, revealed: Reveals): StoredSearch {
  const snapshot = snapshotIn(row);
  return {
    id: row.id,
    at: row.at,
    by: row.by_name,
    query: querySource.parse(JSON.parse(row.query_json)),
    queryName: row.query_name,
    queryPeaks: queryPeaksIn(row),
    score: scoreId.parse(row.score),
    algorithmVersion: row.algorithm_version,
    parameters: parametersIn(row),
    filters: filtersIn(row),
    librarySnapshot: {
      id: row.snapshot_sha256,
      spectra: snapshot.reduce((sum, collection) => sum + searchedIn(collection), 0),
      collections: snapshot.map((collection) => ({ id: collection.id, name: collection.name, spectra: searchedIn(collection) })),
    },
    exhibitId: row.exhibit_id,
    candidates: candidatesOf(row),
    chosenRank: row.chosen_rank,
    revealed,
    milliseconds: row.milliseconds,
  };
}

/** Spectra in use at the time of the search. */
const searchedIn = ({ spectra, added, withdrawn }: Snapshot[number]): number => spectra + added - withdrawn;
