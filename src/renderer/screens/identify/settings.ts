import type { ScoreId, SearchFilters, StoredSearch } from '../../../contract/identify';

/** How to search: which score ranks, and what of the library is asked. Recorded with every search. */
export interface SearchSettings {
  readonly score: ScoreId;
  readonly filters: SearchFilters;
}

export const SCORE_IDS = ['ei-identity', 'ei-reverse', 'ei-simple', 'ei-cosine-mz-sqrt'] as const satisfies readonly ScoreId[];

export const FIRST_SETTINGS: SearchSettings = {
  score: 'ei-identity',
  filters: { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' },
};

export function settingsOf({ score, filters }: StoredSearch): SearchSettings {
  return { score, filters };
}

/** How many filters narrow the library. */
export function filterCount({ collectionIds, ionisation, nominalMassFrom, nominalMassTo, formula }: SearchFilters): number {
  return [collectionIds.length > 0, ionisation.length > 0, nominalMassFrom !== null || nominalMassTo !== null, formula !== ''].filter(
    Boolean,
  ).length;
}

/** Whether spectra are searched that do not state how their ions were made; without being asked the engine takes those that state EI alone. */
export function searchesUnstated({ ionisation }: SearchFilters): boolean {
  return ionisation.includes('unknown');
}

export function withUnstated(filters: SearchFilters, wanted: boolean): SearchFilters {
  return { ...filters, ionisation: wanted ? ['EI', 'unknown'] : [] };
}
