import { createObservable } from '../../../app/observable';

/** A record put beside another: kept while the window is open, from file to file. */
export interface Shelved {
  readonly fileId: string;
  readonly index: number;
  readonly label: string;
  readonly visible: boolean;
}

/** Curves that one picture can hold. */
export const MOST_SHELVED = 20;

export const shelf = createObservable<readonly Shelved[]>([]);

type Place = Pick<Shelved, 'fileId' | 'index'>;

export const samePlace = (a: Place, b: Place): boolean => a.fileId === b.fileId && a.index === b.index;

export function putOnShelf(record: Omit<Shelved, 'visible'>): void {
  shelf.set((records) =>
    records.length >= MOST_SHELVED || records.some((known) => samePlace(known, record))
      ? records
      : [...records, { ...record, visible: true }],
  );
}

export function takeFromShelf(place: Place): void {
  shelf.set((records) => records.filter((record) => !samePlace(record, place)));
}

export function showOnShelf(place: Place, visible: boolean): void {
  shelf.set((records) => records.map((record) => (samePlace(record, place) ? { ...record, visible } : record)));
}

export function emptyShelf(): void {
  shelf.set([]);
}
