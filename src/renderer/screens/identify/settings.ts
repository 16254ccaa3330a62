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
