import type BetterSqlite3 from 'better-sqlite3';
import type { SearchedCollection, SpectrumFilter } from './collections';
import type { IndexedRow } from './index-kind';
import { INDEX_KINDS, type IndexedFamily } from './kinds';
import { createPartRows, type PartRows } from './part-rows';
import { type IndexWanted, type Part, type PartState, partKey, partOf } from './parts';
import { createSelection } from './selection';
import { shared } from './shared-state';

/** What an index of a family is, once opened. */
export type IndexOf<Family extends IndexedFamily> = ReturnType<(typeof INDEX_KINDS)[Family]['open']>;

/** An index and which of its references a search may show; undefined: all. */
export interface Shelf<Index = unknown> {
  readonly index: Index;
  readonly accepts: ((key: number) => boolean) | undefined;
  /** Ordinals of its collection below this belong to the search. */
  readonly end: number;
}

/** What one search thread holds of the library: parts that all threads share, and of its own what was added to their collections since. */
export interface ThreadLibrary {
  readonly rows: PartRows;
  build(part: Part, from: number, to: number): PartState;
  join(part: Part, steps: readonly PartState[]): PartState;
  adopt(key: string, part: Part, state: PartState): void;
  drop(key: string): void;
  /** The shelves a search goes over, collection by collection; their parts were adopted before. */
  shelves<Family extends IndexedFamily>(
    wanted: IndexWanted & { readonly family: Family },
    collections: readonly SearchedCollection[],
    filter: SpectrumFilter,
  ): readonly Shelf<IndexOf<Family>>[];
}

interface Held {
  readonly state: PartState;
  readonly index: unknown;
}

/** Spectra added to a collection after it was published, in their order. */
interface Later {
  index: unknown;
  readonly rows: Pick<IndexedRow, 'key' | 'ordinal' | 'ionisation'>[];
  /** Ordinals below this are in. */
  upTo: number;
}

export function createThreadLibrary(handle: BetterSqlite3.Database): ThreadLibrary {
  const rows = createPartRows(handle);
  const selection = createSelection(handle);
  const adopted = new Map<string, Held>();
  const added = new Map<string, Later>();

  /** Rows that came since are taken in behind those that are in already: nothing is built again. */
  function laterOf(part: Part, { published, added: count, importKey }: SearchedCollection): Later {
    const key = partKey(part);
    const later = added.get(key) ?? { index: undefined, rows: [], upTo: published };
    added.set(key, later);
    const end = published + count;
    if (later.upTo >= end) return later;
    const more = [...rows.between(part, importKey, later.upTo, end)];
    later.rows.push(...more.map(({ key: itsKey, ordinal, ionisation }) => ({ key: itsKey, ordinal, ionisation })));
    if (more.length > 0) later.index = INDEX_KINDS[part.family].extend(later.index as never, more, part.settings);
    later.upTo = end;
    return later;
  }

  function shelves(wanted: IndexWanted, collections: readonly SearchedCollection[], filter: SpectrumFilter): Shelf[] {
    return collections.flatMap((collection) => {
      const part = partOf(wanted, collection);
      const held = adopted.get(partKey(part));
      if (held === undefined) throw new Error(`the ${wanted.family} index of ${collection.collectionId} was not adopted`);
      const chosen = selection.of(collection, INDEX_KINDS[wanted.family].ionisation, filter);
      const published: Shelf[] =
        held.state.size === 0 ? [] : [{ index: held.index, accepts: chosen.accepts(held.state.others), end: collection.published }];
      if (collection.added === 0) return published;
      const later = laterOf(part, collection);
      const end = collection.published + collection.added;
      const here = new Map(later.rows.filter(({ ordinal }) => ordinal < end).map((row) => [row.key, row]));
      if (later.index === undefined || here.size === 0) return published;
      return [...published, { index: later.index, accepts: chosen.acceptsRows(here), end }];
    });
  }

  return {
    rows,
    build: (part, from, to) => {
      const kind = INDEX_KINDS[part.family];
      const others = new Map<IndexedRow['ionisation'], number[]>();
      let size = 0;
      function* noted() {
        for (const row of rows.between(part, part.importKey, from, to)) {
          size += 1;
          if (kind.ionisation !== null && !kind.ionisation.includes(row.ionisation)) {
            const keys = others.get(row.ionisation) ?? [];
            others.set(row.ionisation, keys);
            keys.push(row.key);
          }
          yield row;
        }
      }
      const index = kind.build(noted(), part.settings);
      return shared({ index, size, others: [...others].map(([ionisation, keys]) => ({ ionisation, keys: Float64Array.from(keys) })) });
    },
    join: (part, steps) => {
      const ionisations = [...new Set(steps.flatMap(({ others }) => others.map(({ ionisation }) => ionisation)))];
      const others = ionisations.map((ionisation) => {
        const lists = steps.flatMap((step) => step.others.filter((each) => each.ionisation === ionisation));
        return { ionisation, keys: Float64Array.from(lists.flatMap(({ keys }) => [...keys])) };
      });
      const size = steps.reduce((sum, step) => sum + step.size, 0);
      return shared({ index: INDEX_KINDS[part.family].join(steps.map(({ index }) => index as never)), size, others });
    },
    adopt: (key, part, state) => {
      adopted.set(key, { state, index: INDEX_KINDS[part.family].open(state.index as never) });
    },
    drop: (key) => {
      adopted.delete(key);
      added.delete(key);
    },
    // A part's key names its family, and with it what its index is.
    shelves: shelves as ThreadLibrary['shelves'],
  };
}
