import { createHash } from 'node:crypto';
import type { Ionisation } from '../../../../core/spectrum/mass-spectrum';
import type { SearchedCollection } from './collections';
import type { IndexedFamily } from './kinds';

/** What an index holds, whatever the collection. */
export interface IndexWanted {
  readonly family: IndexedFamily;
  /** See `IndexKind`. */
  readonly settings: string;
}

/** The index of one family over the rows a collection was published with, which never change: made once, and shared by all threads. */
export interface Part extends IndexWanted {
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

export function partOf({ family, settings }: IndexWanted, { collectionId, rowsSha256, importKey, published }: SearchedCollection): Part {
  return { family, settings, collectionId, rowsSha256, importKey, published };
}

export function partKey({ family, settings, collectionId, rowsSha256 }: Part): string {
  const prepared = settings === '' ? '' : createHash('sha256').update(settings).digest('hex');
  return [family, collectionId, rowsSha256, prepared].join(' ');
}
