import type { SearchMethod } from '../../../../contract/search-method';
import type { PeakNumbers } from '../unknown';
import type { IndexedFamily } from './kinds';

type Method<Family extends SearchMethod['family']> = Extract<SearchMethod, { readonly family: Family }>;

/** The unknown and the method as a thread takes them. */
export type FamilyQuery = { readonly family: 'ei'; readonly method: Method<'ei'>; readonly peaks: PeakNumbers };

/** Families of indexes that a query goes over. */
export function indexesFor({ family }: FamilyQuery): readonly IndexedFamily[] {
  return family === 'ei' ? ['ei'] : [];
}
