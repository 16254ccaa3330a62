import { z } from 'zod';
import { sha256 } from '../audit/event';
import type { SearchableCollection } from '../library/service';
import type { SearchedCollection } from './library-index';

/** The collections a search went over, as stored with it. */
export const storedSnapshot = z.array(
  z.object({ id: z.string(), name: z.string(), spectra: z.int(), importKey: z.int(), rowsSha256: z.string() }),
);
export type Snapshot = z.infer<typeof storedSnapshot>;

export function snapshotOf(collections: readonly SearchableCollection[]): Snapshot {
  return collections
    .map(({ id, name, spectra, importKey, rowsSha256 }) => ({ id, name, spectra, importKey, rowsSha256 }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** SHA-256 over the collections' ids and the digests of their rows, sorted by id: equal names of a snapshot mean equal spectra. */
export function snapshotHash(snapshot: Snapshot): string {
  return sha256(JSON.stringify(snapshot.map(({ id, rowsSha256 }) => [id, rowsSha256])));
}

/** The collections of a snapshot as the search thread takes them. */
export function searchedIn(snapshot: Snapshot): readonly SearchedCollection[] {
  return snapshot.map(({ id, importKey, rowsSha256 }) => ({ collectionId: id, importKey, rowsSha256 }));
}

/** Whether every collection of a snapshot is still there with the same rows, retired or not. */
export function isHeld(snapshot: Snapshot, collections: readonly SearchableCollection[]): boolean {
  const present = new Map(collections.map((collection) => [collection.id, collection]));
  return snapshot.every(({ id, rowsSha256, spectra, importKey }) => {
    const now = present.get(id);
    return now?.rowsSha256 === rowsSha256 && now.spectra === spectra && now.importKey === importKey;
  });
}
