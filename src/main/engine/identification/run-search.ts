import type { Candidate, SearchFilters, SearchJudgement } from '../../../contract/identify';
import type { SearchMethod } from '../../../contract/search-method';
import { refused } from '../failures';
import type { LibraryService } from '../library/service';
import { traceMethodOf } from './methods';
import type { FamilyQuery } from './searching/family-query';
import type { SearchClient } from './searching/search-client';
import type { Certainty } from './searching/search-messages';
import type { Priority } from './searching/thread-pool';
import { type Snapshot, searchedIn } from './snapshot';
import { type PeakNumbers, peaksOf, type Unknown } from './unknown';

export interface SearchInput {
  readonly unknown: Unknown;
  readonly method: SearchMethod;
  readonly top: number;
  readonly filters: SearchFilters;
}

export interface SearchResult {
  readonly candidates: Candidate[];
  readonly judgement: SearchJudgement;
  /** Of a search by the Aliquot score; in the judgement only where it may be shown. */
  readonly certainty: Certainty | null;
  readonly milliseconds: number;
}

export const NOTHING_JUDGED: SearchJudgement = {
  warnings: [],
  probability: null,
  noneOfThese: null,
  molecularIon: null,
  classes: [],
  mixture: null,
  notCompared: [],
  unexplained: [],
};

interface Dependencies {
  readonly client: SearchClient;
  readonly library: LibraryService;
}

/** The candidates of an unknown over the collections of a snapshot, best first; equal input gives equal output. */
export async function runSearch(
  { client, library }: Dependencies,
  snapshot: Snapshot,
  { unknown, method, top, filters }: SearchInput,
  priority?: Priority,
): Promise<SearchResult> {
  const { ionisation, nominalMassFrom, nominalMassTo, formula } = filters;
  const {
    hits,
    judgement,
    certainty = null,
    milliseconds,
  } = await client.search(
    {
      asked: familyQuery(unknown, method),
      collections: searchedIn(snapshot),
      top,
      filter: { ionisation, nominalMassFrom, nominalMassTo, formula: formula.trim() },
    },
    priority,
  );
  const summaries = new Map((await library.lookUp.candidates(hits.map(({ key }) => key))).map((summary) => [summary.key, summary]));
  const kinds = new Map((await library.searchable()).map(({ id, kind }) => [id, kind]));
  const candidates = hits.map(({ key, ...hit }, i): Candidate => {
    const summary = summaries.get(key);
    const collectionKind = summary === undefined ? undefined : kinds.get(summary.collectionId);
    if (summary === undefined || collectionKind === undefined)
      throw new Error(`reference spectrum ${key} is in the index and not in the library`);
    const {
      name,
      formula: itsFormula,
      cas,
      inchikey,
      nominalMass,
      collectionId,
      collectionName,
      retentionIndex,
      precursorMz,
      adduct,
      energy,
    } = summary;
    return {
      rank: i + 1,
      spectrumKey: key,
      name,
      formula: itsFormula,
      cas,
      inchikey,
      nominalMass,
      collectionId,
      collectionName,
      collectionKind,
      ...hit,
      terms: [...hit.terms],
      retentionIndex,
      precursorMz,
      adduct,
      energy,
    };
  });
  return { candidates, judgement: { ...NOTHING_JUDGED, ...judgement }, certainty, milliseconds };
}

/** @throws Failure REFUSED where an unknown of this kind cannot be searched so, or has nothing to search by */
function familyQuery(unknown: Unknown, method: SearchMethod): FamilyQuery {
  const { name } = unknown;
  switch (method.family) {
    case 'ei':
      return { family: 'ei', method, peaks: peaksIn(unknown) };
    case 'tandem':
      return { family: 'tandem', method, peaks: peaksIn(unknown) };
    case 'trace':
    case 'mixture': {
      if (unknown.kind !== 'trace') throw refused('identify.not-a-trace', { name });
      const { trace, technique } = unknown;
      if (!trace.y.values.some(Number.isFinite)) throw refused('identify.nothing-to-search-by', { name });
      const of = { trace, technique, preparation: traceMethodOf(method) };
      return method.family === 'trace' ? { family: 'trace', method, ...of } : { family: 'mixture', method, ...of };
    }
    case 'energies':
      if (unknown.kind !== 'energies') throw refused('identify.not-energies', { name });
      return { family: 'energies', method, parts: unknown.parts };
  }
}

function peaksIn(unknown: Unknown): PeakNumbers {
  const { name } = unknown;
  if (unknown.kind === 'trace') throw refused('identify.not-a-mass-spectrum', { name });
  const { mz, intensity } = peaksOf(unknown);
  if (!intensity.some((value) => value > 0)) throw refused('identify.nothing-to-search-by', { name });
  return { mz, intensity };
}
