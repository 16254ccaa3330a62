import { z } from 'zod';
import { sha256 } from '../audit/event';
import type { SearchableCollection } from '../library/service';
import type { SearchedCollection } from './searching/collections';

/** The collections a search went over, as stored with it. */
export const storedSnapshot = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    /** Those the collection was published with; `added` came since, and `withdrawn` were out of use, both counted in their order. */
    spectra: z.int(),
    importKey: z.int(),
    rowsSha256: z.string(),
    added: z.int().default(0),
    withdrawn: z.int().default(0),
  }),
);
export type Snapshot = z.infer<typeof storedSnapshot>;

export function snapshotOf(collections: readonly SearchableCollection[]): Snapshot {
  return collections
    .map(({ id, name, spectra, importKey, rowsSha256, added, withdrawn }) => ({
      id,
      name,
      spectra,
      importKey,
      rowsSha256,
      added,
      withdrawn,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * SHA-256 over the collections' ids and the digests of their rows, with what was added and withdrawn since where there is any, sorted by id: in one
 * laboratory equal names of a snapshot mean equal spectra.
 */
export function snapshotHash(snapshot: Snapshot): string {
  return sha256(
    JSON.stringify(
      snapshot.map(({ id, rowsSha256, added, withdrawn }) => [id, rowsSha256, ...(added + withdrawn === 0 ? [] : [added, withdrawn])]),
    ),
  );
}

/** The collections of a snapshot as the search thread takes them. */
export function searchedIn(snapshot: Snapshot): readonly SearchedCollection[] {
  return snapshot.map(({ id, importKey, rowsSha256, spectra, added, withdrawn }) => ({
    collectionId: id,
    importKey,
    rowsSha256,
    published: spectra,
    added,
    withdrawn,
  }));
}

/** Whether every collection of a snapshot is still there with the same rows, retired or not; what was added or withdrawn since is left aside. */
export function isHeld(snapshot: Snapshot, collections: readonly SearchableCollection[]): boolean {
  const present = new Map(collections.map((collection) => [collection.id, collection]));
  return snapshot.every(({ id, rowsSha256, spectra, importKey, added, withdrawn }) => {
    const now = present.get(id);
    return (
      now?.rowsSha256 === rowsSha256 &&
      now.spectra === spectra &&
      now.importKey === importKey &&
      now.added >= added &&
      now.withdrawn >= withdrawn
    );
  });
}
