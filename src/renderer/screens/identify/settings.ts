import type { SearchFilters, StoredSearch } from '../../../contract/identify';
import type { SearchMethod } from '../../../contract/search-method';

/** How to search: the method, and what of the library is asked. Recorded with every search. */
export interface SearchSettings {
  readonly method: SearchMethod;
  readonly filters: SearchFilters;
}

export const NO_FILTERS: SearchFilters = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };

export function settingsOf({ method, filters }: StoredSearch): SearchSettings {
  return { method, filters };
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
