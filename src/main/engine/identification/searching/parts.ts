import type { Ionisation } from '../../../../core/spectrum/mass-spectrum';
import type { SearchedCollection } from './collections';
import type { IndexedFamily } from './kinds';

/** The index of one family over the rows a collection was published with, which never change: made once, and shared by all threads. */
export interface Part {
  readonly family: IndexedFamily;
  readonly collectionId: string;
  readonly rowsSha256: string;
  readonly importKey: number;
  readonly published: number;
}

export interface PartState {
  /** The index's own state; its kind knows what it is. */
  readonly index: unknown;
  readonly size: number;
  /** Keys of each ionisation that the family does not take by itself. */
  readonly others: readonly { readonly ionisation: Ionisation; readonly keys: Float64Array }[];
}

export const partKey = ({ family, collectionId, rowsSha256 }: Pick<Part, 'family' | 'collectionId' | 'rowsSha256'>) =>
  `${family} ${collectionId} ${rowsSha256}`;

export function partOf(family: IndexedFamily, { collectionId, rowsSha256, importKey, published }: SearchedCollection): Part {
  return { family, collectionId, rowsSha256, importKey, published };
}
