import type BetterSqlite3 from 'better-sqlite3';
import type { SearchedCollection, SpectrumFilter } from './collections';
import { INDEX_KINDS, type IndexedFamily } from './kinds';
import { createPartRows, type PartRow } from './part-rows';
import { type Part, type PartState, partKey, partOf } from './parts';
import { createSelection } from './selection';
import { shared } from './shared-state';

/** An index and which of its spectra a search may show; undefined: all. */
export interface Shelf {
  readonly index: unknown;
  readonly importKey: number;
  readonly accepts: ((key: number) => boolean) | undefined;
}

/** What one search thread holds of the library: parts that all threads share, and of its own what was added to their collections since. */
export interface ThreadLibrary {
  readonly rows: ReturnType<typeof createPartRows>;
  build(part: Part, from: number, to: number): PartState;
  join(part: Part, steps: readonly PartState[]): PartState;
  adopt(key: string, part: Part, state: PartState): void;
  drop(key: string): void;
  /** The shelves a search goes over, collection by collection; their parts were adopted before. */
  shelves(family: IndexedFamily, collections: readonly SearchedCollection[], filter: SpectrumFilter): readonly Shelf[];
}

interface Held {
  readonly state: PartState;
  readonly index: unknown;
}

/** Spectra added to a collection after it was published, in their order. */
interface Later {
  index: unknown;
  readonly rows: PartRow[];
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
    const more = [...rows.between(part.family, importKey, later.upTo, end)];
    later.rows.push(...more);
    later.index = INDEX_KINDS[part.family].extend(later.index as never, more);
    later.upTo = end;
    return later;
  }

  return {
    rows,
    build: (part, from, to) => {
      const kind = INDEX_KINDS[part.family];
      const others = new Map<string, number[]>();
      let size = 0;
      function* noted() {
        for (const row of rows.between(part.family, part.importKey, from, to)) {
          size += 1;
          if (!kind.ionisation.includes(row.ionisation)) others.set(row.ionisation, [...(others.get(row.ionisation) ?? []), row.key]);
          yield row;
        }
      }
      const index = kind.build(noted());
      const listed = [...others].map(([ionisation, keys]) => ({ ionisation, keys: Float64Array.from(keys) }));
      return shared({ index, size, others: listed as PartState['others'] });
    },
    join: (part, steps) => {
      const kind = INDEX_KINDS[part.family];
      const ionisations = new Set(steps.flatMap(({ others }) => others.map(({ ionisation }) => ionisation)));
      const others = [...ionisations].map((ionisation) => {
        const lists = steps.flatMap((step) => step.others.filter((each) => each.ionisation === ionisation).map(({ keys }) => [...keys]));
        return { ionisation, keys: Float64Array.from(lists.flat()) };
      });
      const size = steps.reduce((sum, step) => sum + step.size, 0);
      return shared({ index: kind.join(steps.map(({ index }) => index as never)), size, others });
    },
    adopt: (key, part, state) => {
      adopted.set(key, { state, index: INDEX_KINDS[part.family].open(state.index as never) });
    },
    drop: (key) => {
      adopted.delete(key);
      added.delete(key);
    },
    shelves: (family, collections, filter) =>
      collections.flatMap((collection) => {
        const part = partOf(family, collection);
        const held = adopted.get(partKey(part));
        if (held === undefined) throw new Error(`the ${family} index of ${collection.collectionId} was not adopted`);
        const { importKey } = collection;
        const chosen = selection.of(collection, INDEX_KINDS[family].ionisation, filter);
        const published: Shelf[] =
          held.state.size === 0 ? [] : [{ index: held.index, importKey, accepts: chosen.accepts(held.state.others) }];
        if (collection.added === 0) return published;
        const later = laterOf(part, collection);
        const end = collection.published + collection.added;
        const here = new Map(later.rows.filter(({ ordinal }) => ordinal < end).map((row) => [row.key, row]));
        if (later.index === undefined || here.size === 0) return published;
        return [...published, { index: later.index, importKey, accepts: chosen.acceptsRows(here) }];
      }),
  };
}
