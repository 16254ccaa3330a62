import { sql } from 'kysely';
import type { Candidate } from '../../../../contract/identify';
import { type QuerySource, querySource, type SearchMethod } from '../../../../contract/search-method';
import type { Readable } from '../../database/schema';
import { chosenRanksOf } from '../choices';
import type { Spectral } from '../evidence/held-entries';
import { type LikenessWanted, likenessFor, type SpectralTechnique } from '../evidence/likeness';
import { candidatesOf, methodIn } from '../store';
import { storedUnknown } from '../stored-query';
import { NO_PEAKS, techniqueOf, type Unknown } from '../unknown';

/** One unknown of an exhibit with what a search of it found. */
export interface SearchedUnknown {
  readonly searchId: string;
  readonly unknown: Spectral;
  readonly method: SearchMethod;
  readonly candidates: readonly Candidate[];
  readonly chosen: readonly number[];
}

/** What speaks for a technique: its latest search, or all components of the run that the latest search is of. */
export interface TechniqueSearches {
  readonly technique: SpectralTechnique;
  readonly wanted: LikenessWanted;
  readonly searches: readonly SearchedUnknown[];
  /** All components of a run, not a single spectrum of it. */
  readonly ofRun: boolean;
}

/** Searches of an exhibit that are looked at, newest first. */
const NEWEST = 500;
const MOST_COMPONENTS = 20;

/** The latest of each technique, and apart from them the latest fit of a mixture by each. */
export async function searchesOfExhibit(
  read: Readable,
  exhibitId: string,
): Promise<{ readonly spectra: readonly TechniqueSearches[]; readonly mixtures: readonly TechniqueSearches[] }> {
  const rows = await read
    .selectFrom('search')
    .selectAll()
    .where('exhibit_id', '=', exhibitId)
    .orderBy('at', 'desc')
    // Of one instant, the one that was stored last.
    .orderBy(sql`rowid`, 'desc')
    .limit(NEWEST)
    .execute();
  const found = { spectra: new Map<SpectralTechnique, Group>(), mixtures: new Map<SpectralTechnique, Group>() };
  for (const row of rows) {
    const method = methodIn(row);
    const wanted = likenessFor(method);
    if (wanted === null) continue;
    const groups = method.family === 'mixture' ? found.mixtures : found.spectra;
    const batchId = batchOf(querySource.parse(JSON.parse(row.query_json)));
    const group = groups.get(wanted.technique);
    if (group !== undefined && (batchId === null || group.batchId !== batchId || group.searches.length >= MOST_COMPONENTS)) continue;
    const searched: SearchedUnknown = {
      searchId: row.id,
      unknown: asSpectral(storedUnknown(row)),
      method,
      candidates: candidatesOf(row),
      chosen: await chosenRanksOf(read, row),
    };
    if (group === undefined)
      groups.set(wanted.technique, { technique: wanted.technique, wanted, batchId, searches: [searched], ofRun: batchId !== null });
    else group.searches.push(searched);
  }
  return { spectra: [...found.spectra.values()], mixtures: [...found.mixtures.values()] };
}

interface Group extends TechniqueSearches {
  readonly batchId: string | null;
  readonly searches: SearchedUnknown[];
}

const batchOf = (query: QuerySource): string | null => (query.kind === 'component' ? query.batchId : null);

function asSpectral(unknown: Unknown): Spectral {
  const technique = techniqueOf(unknown);
  if (unknown.kind === 'trace')
    return { ...NO_PEAKS, technique, ionisation: 'unknown', msLevel: 0, precursorMz: null, trace: unknown.trace };
  const { ionisation, msLevel, precursorMz } = unknown;
  const { mz, intensity } = unknown.kind === 'peaks' ? unknown : (unknown.parts[0] ?? NO_PEAKS);
  return { technique, ionisation, msLevel, precursorMz, mz, intensity, trace: null };
}
