import type { Candidate, ScoreId, SearchFilters } from '../../../contract/identify';
import { scoreDescriptor } from '../../../core/search/scores/descriptors';
import type { LibraryService } from '../library/service';
import type { SearchClient } from './search-client';
import { type Snapshot, searchedIn } from './snapshot';

export interface SearchInput {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  readonly score: ScoreId;
  readonly top: number;
  readonly filters: SearchFilters;
}

/** What names an algorithm so that its result can be understood and made again. */
export function algorithmOf(
  score: ScoreId,
  top: number,
): { readonly version: string; readonly parameters: Record<string, string | number> } {
  const { version, parameters } = scoreDescriptor(score);
  return { version, parameters: { ...parameters, top } };
}

/** The candidates of a spectrum over the collections of a snapshot, best first; equal input gives equal output. */
export async function runSearch(
  { client, library }: { readonly client: SearchClient; readonly library: LibraryService },
  snapshot: Snapshot,
  { mz, intensity, score, top, filters }: SearchInput,
): Promise<{ readonly candidates: Candidate[]; readonly milliseconds: number }> {
  const { ionisation, nominalMassFrom, nominalMassTo, formula } = filters;
  const { hits, milliseconds } = await client.search({
    collections: searchedIn(snapshot),
    mz,
    intensity,
    score,
    top,
    filter: { ionisation, nominalMassFrom, nominalMassTo, formula: formula.trim() },
  });
  const summaries = new Map((await library.lookUp.summaries(hits.map(({ key }) => key))).map((summary) => [summary.key, summary]));
  const kinds = new Map((await library.searchable()).map(({ id, kind }) => [id, kind]));
  const candidates = hits.map(({ key, scores }, i): Candidate => {
    const summary = summaries.get(key);
    const collectionKind = summary === undefined ? undefined : kinds.get(summary.collectionId);
    if (summary === undefined || collectionKind === undefined)
      throw new Error(`reference spectrum ${key} is in the index and not in the library`);
    const { name, formula: itsFormula, cas, inchikey, nominalMass, collectionId, collectionName } = summary;
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
      scores,
    };
  });
  return { candidates, milliseconds };
}
