import { z } from 'zod';
import {
  type Candidate,
  candidate,
  type SearchFilters,
  type SearchJudgement,
  type StoredSearch,
  searchFilters,
  searchJudgement,
  type searchSummary,
} from '../../../contract/identify';
import { querySource, type SearchMethod, scoreId, searchMethod } from '../../../contract/search-method';
import type { Readable, Row } from '../database/schema';
import { NOTHING_JUDGED } from './run-search';
import { type Snapshot, storedSnapshot } from './snapshot';
import { storedUnknown } from './stored-query';
import { peaksOf } from './unknown';

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
    family: methodIn(row).family,
    exhibitId: row.exhibit_id,
    chosenRank: row.chosen_rank,
    first: candidates[0]?.name ?? null,
    candidates: candidates.length,
  };
}

const candidates = z.array(candidate);
/** A candidate of before migration 0070, when all searches were of EI spectra. */
const earlyCandidate = candidate
  .pick({ rank: true, spectrumKey: true, name: true, formula: true, cas: true, inchikey: true, nominalMass: true })
  .extend(candidate.pick({ collectionId: true, collectionName: true, collectionKind: true }).shape)
  .extend({
    scores: z.object({
      identity: z.number(),
      reverse: z.number(),
      simple: z.number(),
      cosine: z.number(),
      matchedPeaks: z.int(),
      queryPeaks: z.int(),
      libraryPeaks: z.int(),
    }),
  });
const earlyCandidates = z.array(earlyCandidate);
const parameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

type EarlyColumns = 'candidates_json' | 'method_json' | 'score';

export function candidatesOf(row: Pick<Row<'search'>, EarlyColumns>): Candidate[] {
  const stored: unknown = JSON.parse(row.candidates_json);
  if (row.method_json !== null) return candidates.parse(stored);
  return earlyCandidates.parse(stored).map(({ scores, ...facts }) => {
    const { identity, reverse, simple, cosine, ...peaks } = scores;
    const byId = { 'ei-identity': identity, 'ei-reverse': reverse, 'ei-simple': simple, 'ei-cosine-mz-sqrt': cosine };
    const score = new Map<string, number>(Object.entries(byId)).get(row.score);
    if (score === undefined) throw new Error(`a stored search is ranked by ${row.score}`);
    const later = {
      terms: [],
      massDifference: null,
      retentionIndex: null,
      precursorMz: null,
      adduct: null,
      energy: null,
      coverage: null,
      component: null,
    };
    return { ...facts, score, scores: byId, ...peaks, ...later };
  });
}
export function methodIn(row: Pick<Row<'search'>, 'method_json' | 'score'>): SearchMethod {
  return searchMethod.parse(row.method_json === null ? { family: 'ei', score: row.score } : JSON.parse(row.method_json));
}
export function judgementIn(row: Pick<Row<'search'>, 'judgement_json'>): SearchJudgement {
  return row.judgement_json === null ? NOTHING_JUDGED : searchJudgement.parse(JSON.parse(row.judgement_json));
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
export function asStoredSearch(row: SearchRow, revealed: Reveals, chosenRanks: number[]): StoredSearch {
  const snapshot = snapshotIn(row);
  const unknown = storedUnknown(row);
  const { mz, intensity } = peaksOf(unknown);
  return {
    id: row.id,
    at: row.at,
    by: row.by_name,
    query: querySource.parse(JSON.parse(row.query_json)),
    queryName: row.query_name,
    queryPeaks: { mz, intensity },
    queryTrace: unknown.kind === 'trace' ? unknown.trace : null,
    method: methodIn(row),
    score: scoreId.parse(row.score),
    algorithmVersion: row.algorithm_version,
    programVersion: row.program_version,
    parameters: parametersIn(row),
    filters: filtersIn(row),
    librarySnapshot: {
      id: row.snapshot_sha256,
      spectra: snapshot.reduce((sum, collection) => sum + searchedIn(collection), 0),
      collections: snapshot.map((collection) => ({ id: collection.id, name: collection.name, spectra: searchedIn(collection) })),
    },
    exhibitId: row.exhibit_id,
    candidates: candidatesOf(row),
    judgement: judgementIn(row),
    chosenRank: row.chosen_rank,
    chosenRanks,
    revealed,
    milliseconds: row.milliseconds,
  };
}

/** Spectra in use at the time of the search. */
const searchedIn = ({ spectra, added, withdrawn }: Snapshot[number]): number => spectra + added - withdrawn;
